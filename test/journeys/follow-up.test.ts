import { expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { POC } from "../support/run.ts";
import { transcript, type Step } from "../support/session.ts";

/** A go promises, and half a year later it is known what came true. */

const MARTA = "Marta Weiss <marta@example.com>";
const OVERRIDE = '--override "The value is clear, and latency is no question of the pilot"';
const IN_TIME = "2027-03-02T10:00:00+01:00";
const LATE = "2027-06-20T10:00:00+02:00";

const STEPS: readonly Step[] = [
  { type: "poc start", now: "2026-11-23T09:00:00+01:00" },
  { type: "poc followup" },
  { type: "poc log Run --eval wrong-rate=30/400 --tasks 370/400 --spend 18:tokens", now: "2026-11-25T09:00:00+01:00" },
  {
    type: `poc decide go --why "Wrong answers fell by half" ${OVERRIDE} --by "${MARTA}"`,
    now: "2026-11-30T09:00:00+01:00",
  },
  { type: "poc followup" },
  { type: "poc followup --actual wrong-rate=8%" },
  { type: "poc followup", now: IN_TIME },
  { type: 'poc followup --actual wrongs=8 --actual wrong-rate=9 --actual unit-cost=0.05 --actual "value=30,000 EUR"' },
  { type: "poc followup --source https://example.com/q1" },
  { type: "poc followup . --format csv" },
  {
    type:
      "poc followup --actual wrong-rate=36/400 --actual unit-cost=0.061EUR --actual payback=never --source " +
      'https://example.com/q1 --note "Ten users"',
  },
  { type: "poc followup --actual payback=20" },
  { type: "poc undo aaaaaaa --reason Typo" },
  {
    type: "poc followup",
    terminal: true,
    answers: ["9%", "", "250000 EUR", "The report of the pilot"],
  },
  { type: "poc list /work --state follow-up", terminal: false },
  { type: "poc list /work --state follow-up", now: LATE },
  { type: "poc next --role owner" },
  { type: "poc check" },
  { type: 'poc followup --not-in-use "The pilot team left"' },
  { type: "poc followup" },
  { type: "poc status --short" },
  { type: "poc list /work", terminal: false },
  { type: "poc followup --report /work" },
];

test("what a go promised is asked for, answered, and held against it", async () => {
  const told = await transcript(STEPS, { disk: diskWithPoc(), cwd: POC });
  await expect(told).toMatchFileSnapshot("./sessions/follow-up.txt");
});
