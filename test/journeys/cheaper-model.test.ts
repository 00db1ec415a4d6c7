import { expect, test } from "vitest";
import { DEFINITIONS, diskWithPoc } from "../support/definitions.ts";
import { transcript, type Step } from "../support/session.ts";

const golden = (name: string) => `./sessions/${name}.txt`;
const MONDAY = "2026-11-23T09:00:00+01:00";

/** Two evals of one entry: the loss that is allowed, and the gain that makes up for it. */
const EVALS = `- id: right-rate
  metric: Right answers
  better: higher
  primary: true
  baseline: 1700/2000
  target: not worse than 3 points
  why: Support absorbs the two more wrong answers a day
  min_n: 2000
- id: cost
  metric: Model cost of an answer
  measure: mean
  better: lower
  primary: true
  baseline: 0.09 EUR sd 0.02 n 400
  target: reduction >= 50%
  expected: reduction 60%
  min_n: 100
`;

const KILL = `- id: far-worse
  statement: The small model is far worse
  when: right-rate < 78%
  by: 2026-12-02
`;

const disk = (evals = EVALS) =>
  diskWithPoc({
    "poc.yaml": DEFINITIONS["poc.yaml"]!.replace("answered_by: wrong-rate", "answered_by: right-rate"),
    "evals.yaml": evals,
    "kill-criteria.yaml": KILL,
    "assumptions.yaml": "[]\n",
  });

test("a cheaper model may lose three points at half the cost: planned, frozen, logged in one entry, judged", async () => {
  const steps: Step[] = [
    { type: "poc plan", now: MONDAY },
    { type: "poc start" },
    {
      type: 'poc log "Small model, all cases" --eval right-rate=1690/2000 --eval "cost=0.036 EUR sd 0.01 n 2000"',
      now: "2026-12-03T12:00:00+01:00",
    },
    { type: "poc status", now: "2026-12-04T18:00:00+01:00" },
    { type: "poc memo -o -" },
    {
      type: 'poc amend --set "evals.right-rate.target=at most 2 points worse" --reason "Support grew" --approver Marta',
    },
    { type: "poc status --short" },
  ];
  await expect(await transcript(steps, { disk: disk() })).toMatchFileSnapshot(golden("cheaper-model"));
});

test("start refuses a loss without a reason, and says what each unclear margin may mean", async () => {
  const steps: Step[] = [
    { type: "poc start", now: MONDAY },
    { type: 'poc plan --eval right-rate --target "not worse than 3%"' },
    { type: 'poc plan --eval right-rate --target "no worse than today"' },
    { type: 'poc plan --eval right-rate --target "not worse than 0pp"' },
    { type: 'poc plan --eval right-rate --target "difference >= -5pp"' },
  ];
  const unexplained = EVALS.replace(/ {2}why:.*\n/, "");
  await expect(await transcript(steps, { disk: disk(unexplained) })).toMatchFileSnapshot(
    golden("cheaper-model-refused"),
  );
});
