import { expect, test } from "vitest";
import { DEFINITIONS, diskWithPoc } from "../support/definitions.ts";
import { POC, run, world } from "../support/run.ts";
import { transcript, type Step } from "../support/session.ts";

const golden = (name: string) => `./sessions/${name}.txt`;
const MONDAY = "2026-11-23T09:00:00+01:00";

/** Evals of every measure, most of them too small for what they are to show. */
const EVALS = `- id: wrong-rate
  metric: Wrong answers on safety-critical intents
  better: lower
  primary: true
  baseline: 41/200
  target: reduction >= 40%
  expected: reduction 60%
  min_n: 175
- id: understood
  metric: Questions that were understood
  better: higher
  target: value >= 90%
  expected: 95%
  min_n: 250
- id: latency
  metric: Time to the answer
  measure: percentile
  percentile: 95
  better: lower
  target: value <= 2 s
  min_n: 40
- id: cost
  metric: Model cost of an answer
  measure: mean
  better: lower
  baseline: 0.09 EUR
  target: reduction >= 30%
  expected: value 0.05 EUR
  min_n: 30
- id: hours-saved
  measure: total
  better: higher
  target: value >= 40 h
`;

test("a plan is asked before the start and at any time, and start says what it refuses", async () => {
  const disk = diskWithPoc({ "evals.yaml": EVALS });
  const steps: Step[] = [
    { type: "poc plan", now: MONDAY },
    { type: "poc check" },
    { type: "poc start" },
    { type: 'poc plan --eval wrong-rate --n 400 --baseline 82/400 --expect "reduction 70%" --confidence 90%' },
    { type: 'poc plan --eval cost --sd "0.05 EUR"' },
    { type: "poc plan --eval latency --n 59" },
  ];
  await expect(await transcript(steps, { disk })).toMatchFileSnapshot(golden("plan"));
});

test("start warns of what is too small, and what was measured says what would settle it", async () => {
  const disk = diskWithPoc({ "evals.yaml": EVALS.replace("min_n: 40\n", "min_n: 434\n") });
  const steps: Step[] = [
    { type: "poc start", now: MONDAY },
    { type: "poc check" },
    {
      type: 'poc log "First run" --eval wrong-rate=14/175 --eval understood=235/250 --eval "cost=0.052 EUR sd 0.05 n 30"',
      now: "2026-12-03T12:00:00+01:00",
    },
    { type: "poc plan", now: "2026-12-04T12:00:00+01:00" },
    { type: "poc check", now: "2026-12-07T12:00:00+01:00" },
  ];
  await expect(await transcript(steps, { disk })).toMatchFileSnapshot(golden("plan-measured"));
});

test("the flags of a plan are told apart from nonsense, and change no file", async () => {
  const disk = diskWithPoc();
  const before = new Map(disk);
  const steps: Step[] = [
    { type: "poc plan --n 400", now: MONDAY },
    {
      type: "poc plan --eval wrongrate --n many --expect lots --target fewer --baseline some --sd wide --confidence 80%",
    },
    { type: 'poc plan --eval wrong-rate --sd "0.1"' },
    { type: 'poc plan --eval latency --expect "1 s" --n 60' },
  ];
  await expect(await transcript(steps, { disk })).toMatchFileSnapshot(golden("plan-flags"));
  expect(disk).toEqual(before);
});

test("nothing to plan is said so, and records that cannot be read fail", async () => {
  const disk = diskWithPoc();
  disk.delete(`${POC}/evals.yaml`);
  const empty = await run(["plan"], world({ disk, now: MONDAY }));
  expect([empty.exitCode, empty.stdout]).toEqual([
    3,
    "Retrieval for the policy assistant\n\nNo eval is defined, so nothing can be planned.\n",
  ]);
  const broken = await run(
    ["plan"],
    world({ disk: diskWithPoc({ "evals.yaml": `${DEFINITIONS["evals.yaml"]}- id: [\n` }), now: MONDAY }),
  );
  expect([broken.exitCode, broken.stderr.split(": ")[1]]).toEqual([3, "error[invalid-yaml]"]);
});

test("the same plan as JSON, for a script", async () => {
  const { stdout } = await run(
    [
      "plan",
      "--eval",
      "wrong-rate",
      "--n",
      "175",
      "--expect",
      "reduction 60%",
      "--baseline",
      "41/200",
      "--format",
      "json",
    ],
    world({ disk: diskWithPoc(), now: MONDAY }),
  );
  const { command, data } = JSON.parse(stdout) as {
    command: string;
    data: { what_if: boolean; evals: Record<string, unknown>[] };
  };
  const [item] = data.evals;
  expect({ command, whatIf: data.what_if, count: data.evals.length }).toEqual({
    command: "plan",
    whatIf: true,
    count: 1,
  });
  expect(item).toMatchObject({
    id: "wrong-rate",
    target: "reduction >= 40%",
    baseline: "41/200",
    expected: "reduction 60%",
    planned_cases: 175,
    undecidable: null,
    assumed: { basis: "expected", text: "60% fewer" },
    least_good_count: "13/175",
    cases_for_80_percent: 726,
    sentence:
      "42% chance of meeting the target with 175 cases if 60% fewer is true, so it will probably end inconclusive; 726 cases give an 80% chance",
  });
  expect(item!["would_help"]).toMatchObject([
    { kind: "same-cases" },
    { kind: "baseline-too", cases_per_side: 532 },
    { kind: "lower-target", target: "reduction >= 26%" },
    { kind: "confidence", cases: 414 },
    { kind: "hard-cases", cases_per_side: 169 },
  ]);
});
