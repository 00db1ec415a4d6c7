import { expect, test } from "vitest";
import { DEFINITIONS, diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world } from "../../support/run.ts";

/** What a flag can say of the terms that have more than one form in their file. */

const SCORE = `- id: score
  metric: Score of the answers
  measure: mean
  better: higher
  target: value >= 3.5
  range: [1, 5]
  min_n: 100
  judge: { who: LLM judge, model: gpt-4.1 }   # ours
  measured_by: runs/*.csv
`;

async function amended(...sets: readonly string[]) {
  const disk = diskWithPoc({ "evals.yaml": `${DEFINITIONS["evals.yaml"]!}${SCORE}` });
  await run(["start"], world({ disk, now: "2026-11-23T09:00:00+01:00" }));
  const flags = sets.flatMap((set) => (set.includes("=") ? ["--set", set] : ["--unset", set]));
  const said = ["--reason", "the plan changed after the review", "--approver", "Marta Weiss"];
  const { exitCode, stderr } = await run(
    ["amend", ...flags, ...said],
    world({ disk, now: "2026-11-24T09:00:00+01:00" }),
  );
  return { exitCode, stderr, text: disk.get(`${POC}/evals.yaml`)! + disk.get(`${POC}/poc.yaml`)! };
}

test.each<[string, string]>([
  ["evals.score.judge=two agents", "judge: two agents"],
  [
    'evals.score.judge={ who: LLM judge, model: gpt-5, prompt: "v4", blinded: yes }',
    'judge: { who: LLM judge, model: gpt-5, prompt: v4, blinded: "yes" }   # ours',
  ],
  [
    "evals.score.judge={who: 'a judge, and a person', blinded: no}",
    'judge: { who: "a judge, and a person", blinded: "no" }',
  ],
  ["evals.wrong-rate.judge={ who: LLM judge, model: gpt-5 }", "judge: { who: LLM judge, model: gpt-5 }"],
  ["evals.score.range=[1, 7]", "range: [1, 7]"],
  ["evals.score.range=0,10", "range: 0 to 10"],
  ["evals.score.range=1 to 6", "range: 1 to 6"],
  ["evals.score.min_n=250", "min_n: 250"],
  ["evals.score.extended_n=200", "extended_n: 200"],
  ["evals.wrong-rate.arms=[small, today (baseline)]", "arms: [small, today (baseline)]"],
  [
    "evals.wrong-rate.arms=[{name: prototype, baseline: true}, {name: lexread}]",
    "arms: [{ name: prototype, baseline: true }, { name: lexread }]",
  ],
  ["evals.wrong-rate.baseline={ value: 20%, source: Audit of May }", "baseline: { value: 20%, source: Audit of May }"],
  [
    "unknowns=[{ question: Does it cut wrong answers, answered_by: [wrong-rate] }]",
    "unknowns: [{ question: Does it cut wrong answers, answered_by: [wrong-rate] }]",
  ],
  ["evals.score.target=at least 4", "target: value >= 4"],
  ["evals.wrong-rate.target=50% fewer", "target: reduction >= 50%"],
  ["evals.wrong-rate.target=at most 5%", "target: value <= 5%"],
  ["evals.score.why=the sponsor asked", "why: the sponsor asked"],
])("%s stands in the file as %s", async (set, line) => {
  const { exitCode, stderr, text } = await amended(set);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(text).toContain(line);
});

test("what is optional goes as it came", async () => {
  const { exitCode, text } = await amended("evals.score.range", "evals.score.judge");
  expect(exitCode).toBe(0);
  expect(text).not.toMatch(/range|ours/);
});

test.each<[string, RegExp]>([
  ["evals.score.judge={ model: gpt-5 }", /missing-field.*who/s],
  ["evals.score.judge={ who: LLM judge, mood: good }", /unknown-key.*mood/s],
  ["evals.score.judge.model=gpt-5", /did you mean evals\.score\.judge/],
  ["evals.score.range=[7, 1]", /write \[1, 7\]/],
  ["evals.score.range=many", /such as \[1, 5\]/],
  ["evals.score.arms=[{name: a, baseline: true}, {label: b}]", /label/],
  ["evals.score.arms=[{name: a}, {name: b}", /expected a list or a map/],
  ["evals.wrong-rate.target=50% more", /reduction >= 40%/],
  ["kill-criteria.no-residency.by=soon", /expected a working day such as day 7/],
  ["kill-criteria.no-residency.by=day 17", /day 10/],
  ["evals.score.min_n=about 200", /whole number/],
  ["evals.score.measured_by=npm run eval", /measured_by of score is not frozen.*\n.*evals\.yaml/],
  ["evals.nothing.judge=two agents", /no frozen term/],
  ["exchange.USD=0.9", /no frozen term/],
])("%s changes nothing and says what to write", async (set, message) => {
  const { exitCode, stderr, text } = await amended(set);
  expect(exitCode).not.toBe(0);
  expect(stderr).toMatch(message);
  expect(text).toContain("range: [1, 5]");
});
