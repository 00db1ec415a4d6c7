import { expect, test } from "vitest";
import { amendedAfterBreach } from "../../../src/checks/conduct/amended-after-breach.ts";
import type { Entry, TermMet } from "../../../src/domain/records/entry.ts";
import { checked, type Row } from "../../support/checked.ts";
import {
  SOUND,
  amended,
  entry,
  evalOf,
  killOf,
  money,
  number,
  result,
  spent,
  start,
  withCharter,
} from "../../support/records.ts";

const raised = withCharter({ spendCap: money("2600 EUR") }, SOUND);
const softer = { ...SOUND, evals: [evalOf({ baseline: "60/200", target: "reduction >= 10%", minN: 200 })] };
const moved = { ...SOUND, killCriteria: [killOf({ when: "wrong-rate > 80%", by: "2026-12-02" })] };
const bad = entry("2026-11-24", { id: "bad", results: [result("wrong-rate", "120/200")] });

function met(change: Entry, how: TermMet): Entry {
  const { amend } = change;
  return { ...change, amend: { ...amend!, changes: amend!.changes.map((one) => ({ ...one, met: how })) } };
}

const cap = amended("2026-11-25", "spend_cap", "2000.00 EUR", "2600.00 EUR");
const hoursCap = amended("2026-11-25", "hours_cap", "40 h", "60 h");
const target = amended("2026-11-25", "evals.wrong-rate.target", "reduction >= 40%", "reduction >= 10%", 1);
const state = amended("2026-11-25", "kill-criteria.no-better.when", "wrong-rate > 28%", "wrong-rate > 80%", 1);
const SPEND = ["amended-after-breach log/112512x.yaml amend.changes.spend_cap"];

test.each<Row>([
  [
    "10.8: a cap that was raised in time",
    { definitions: raised, log: [start(), met(cap, { spent: money("1900 EUR") })] },
    "2026-11-26",
    [],
  ],
  [
    "500 EUR too late",
    { definitions: raised, log: [start(), met(cap, { spent: money("2500 EUR") })] },
    "2026-11-26",
    SPEND,
  ],
  [
    "weeks later still",
    { definitions: raised, log: [start(), met(cap, { spent: money("2500 EUR") })] },
    "2027-01-20",
    SPEND,
  ],
  [
    "an entry that does not say it",
    { definitions: raised, log: [start(), entry("2026-11-24", { spend: [spent("2500 EUR")] }), cap] },
    "2026-11-26",
    SPEND,
  ],
  [
    "hours",
    { log: [start(), met(hoursCap, { hours: number("44") })] },
    "2026-11-26",
    ["amended-after-breach log/112512x.yaml amend.changes.hours_cap"],
  ],
  ["hours in time", { log: [start(), met(hoursCap, { hours: number("40") })] }, "2026-11-26", []],
  [
    "a target that was missed",
    { definitions: softer, log: [start(), bad, met(target, { verdict: "not met" })] },
    "2026-11-26",
    ["amended-after-breach log/112512x.yaml amend.changes.evals.wrong-rate.target"],
  ],
  [
    "a target that was open",
    { definitions: softer, log: [start(), met(target, { verdict: "unsettled" })] },
    "2026-11-26",
    [],
  ],
  [
    "a criterion that was tripped, which the entry does not say",
    { definitions: moved, log: [start(), bad, state] },
    "2026-11-26",
    ["amended-after-breach log/112512x.yaml amend.changes.kill-criteria.no-better.when"],
  ],
  [
    "a timebox that was over",
    { log: [start(), met(amended("2026-12-07", "timebox.working_days", "10", "12"), { verdict: "over" })] },
    "2026-12-07",
    ["amended-after-breach log/120712x.yaml amend.changes.timebox.working_days"],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(amendedAfterBreach, poc, day)).toEqual(expected);
});
