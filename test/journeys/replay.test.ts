import { expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { POC, run, world } from "../support/run.ts";
import { transcript, type Step } from "../support/session.ts";

const golden = (name: string) => `./sessions/${name}.txt`;

const START: Step = { type: "poc start", now: "2026-11-23T09:00:00+01:00" };

/** A criterion trips on the sixth day, and the work goes on. */
const WORK_GOES_ON: readonly Step[] = [
  START,
  { type: 'poc log "Index built" --spend 310:infrastructure --hours 14', now: "2026-11-24T16:40:00+01:00" },
  { type: 'poc log "A first look" --eval wrong-rate=76/400 --hours 6', now: "2026-11-25T16:20:00+01:00" },
  { type: "poc log --answer no-residency=no", now: "2026-11-26T10:00:00+01:00" },
  {
    type: 'poc log "The whole set" --eval wrong-rate=104/400 --spend 41.20 --hours 7',
    now: "2026-11-30T11:00:00+01:00",
  },
  {
    type: 'poc log "Perhaps a larger model" --spend "900 EUR:tokens" --hours 8 --meeting "1x6: What now?"',
    now: "2026-11-30T17:00:00+01:00",
  },
  {
    type: 'poc log "It is not the model" --eval wrong-rate=98/400 --spend "240 EUR:tokens" --hours 24h',
    now: "2026-12-02T17:00:00+01:00",
  },
];

test("work that went on after a kill criterion held", async () => {
  const disk = diskWithPoc();
  const before = await transcript([{ type: "poc replay", now: "2026-11-20T09:00:00+01:00" }], { disk });
  await transcript(WORK_GOES_ON, { disk });
  const steps: Step[] = [
    { type: "poc replay", now: "2026-12-03T09:00:00+01:00" },
    { type: "poc replay --as-of 2026-11-27" },
    { type: "poc check" },
    { type: "poc status" },
    { type: "poc replay --format json" },
    { type: "poc replay tomorrow" },
  ];
  await expect(`${before}\n${await transcript(steps, { disk })}`).toMatchFileSnapshot(golden("replay"));
});

test("what a correction took back, and a later run", async () => {
  const disk = diskWithPoc();
  const work: Step[] = [
    START,
    { type: 'poc log "Wrong column" --eval wrong-rate=210/400 --arm plain', now: "2026-11-24T10:00:00+01:00" },
    { type: 'poc log "Work on it" --spend 120 --hours 5', now: "2026-11-24T17:00:00+01:00" },
    { type: 'poc undo aaaaaa8 --reason "Counted the wrong column"', now: "2026-11-25T09:00:00+01:00" },
    { type: 'poc log "Once more" --eval wrong-rate=130/400 --arm plain --hours 3', now: "2026-11-26T15:00:00+01:00" },
    {
      type: 'poc log "Reranker" --eval wrong-rate=30/400 --arm reranker --spend 60 --hours 6',
      now: "2026-11-28T15:00:00+01:00",
    },
    { type: 'poc log "Reranker again" --eval wrong-rate=29/400 --arm reranker', now: "2026-12-04T15:00:00+01:00" },
  ];
  await transcript(work, { disk });
  const steps: Step[] = [
    { type: "poc replay", now: "2026-12-05T09:00:00+01:00" },
    { type: "poc replay --as-of 2026-11-27T12:00:00+01:00" },
  ];
  await expect(await transcript(steps, { disk })).toMatchFileSnapshot(golden("replay-turned"));
});

test("status, check, memo, replay and JSON say the same sentence", async () => {
  const disk = diskWithPoc();
  await transcript(WORK_GOES_ON, { disk });
  const here = world({ disk, now: "2026-12-03T09:00:00+01:00", cwd: POC });
  const said = async (...argv: string[]) => (await run(argv, here)).stdout.replace(/\s+/g, " ");
  const clause = "tripped on day 6; 1,140.00 EUR and 38 h were spent after that";
  const sentence = `Kill criterion no-better-than-search was ${clause}.`;
  expect(await said("check")).toContain(`; ${clause}`);
  expect(await said("check", "--format", "json")).toContain(`; ${clause}`);
  expect(await said("status")).toContain(sentence);
  expect(await said("status", "--format", "json")).toContain(`"sentence": "${sentence}"`);
  // A memo names a criterion by its statement.
  expect(await said("memo", "-o", "-")).toContain(` was ${clause}.`);
  expect(await said("memo", "--format", "json", "-o", "-")).toContain(` was ${clause}.`);
  expect(await said("replay")).toContain(sentence);
  expect(await said("replay", "--format", "json")).toContain(`"sentence": "${sentence}"`);
});

test("in a narrow window and in ASCII it holds the margin", async () => {
  const disk = diskWithPoc();
  await transcript(WORK_GOES_ON, { disk });
  for (const columns of [40, 60, 80, 120]) {
    const { stdout } = await run(
      ["replay"],
      world({ disk, columns, now: "2026-12-03T09:00:00+01:00", env: { LC_ALL: "C" } }),
    );
    expect(stdout.replace(/\s+/g, " ")).toContain("tripped on day 6;");
    expect(stdout).toMatch(/^[\x20-\x7e\n]*$/);
    expect(stdout.split("\n").filter((line) => line.length > columns)).toEqual([]);
  }
});

test("10.6 to 10.9: what was tripped stays so until a person clears it, and moved terms are judged twice", async () => {
  const disk = diskWithPoc();
  const steps: Step[] = [
    { type: "poc start", now: "2026-11-25T09:00:00+01:00" },
    START,
    { type: 'poc log "The whole set" --eval wrong-rate=120/400', now: "2026-11-24T11:00:00+01:00" },
    { type: "poc log --answer no-residency=yes", now: "2026-11-24T12:00:00+01:00" },
    { type: "poc log --answer no-residency=no", now: "2026-11-24T13:00:00+01:00" },
    { type: 'poc log "Another index" --eval wrong-rate=36/400', now: "2026-11-25T11:00:00+01:00" },
    {
      type: 'poc amend --clear no-residency --reason "A slip" --approver "Marta Weiss"',
      now: "2026-11-25T12:00:00+01:00",
    },
    { type: 'poc amend --clear no-better-than-search --reason "An old index" --approver "Marta Weiss"' },
    { type: 'poc log "Fine-tuning" --spend 2300:infrastructure', now: "2026-11-26T11:00:00+01:00" },
    { type: 'poc amend --set "spend_cap=2600 EUR" --reason "Fine-tuning" --approver "Marta Weiss"' },
    { type: 'poc amend --extend 100 --reason "One more experiment" --approver "Marta Weiss"' },
    { type: "poc check" },
    { type: "poc replay" },
  ];
  await expect(await transcript(steps, { disk })).toMatchFileSnapshot(golden("kill-latch"));
});
