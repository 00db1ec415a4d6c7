import { expect, test } from "vitest";
import { DEFINITIONS, diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world } from "../../support/run.ts";

/** Comparisons on the same cases: valid texts, and texts that are refused. */

const COST = `- id: cost
  metric: Cost of an answer
  measure: mean
  better: lower
  baseline: 0.06 EUR
  target: reduction >= 10%
  measured_by: runs/*.csv
`;

async function logged(figure: string) {
  const disk = diskWithPoc({ "evals.yaml": `${DEFINITIONS["evals.yaml"]!}${COST}` });
  const { exitCode, stderr } = await run(
    ["log", "a run", "--eval", figure],
    world({ disk, now: "2026-11-24T09:00:00+01:00" }),
  );
  const entry = [...disk].find(([path]) => path.startsWith(`${POC}/log/`))?.[1] ?? "";
  return { exitCode, stderr, results: /^results: (.*)$/m.exec(entry)?.[1] };
}

test.each([
  "cost=0.042 EUR sd 0.02 n 120 before 0.06 EUR sd 0.03 difference sd 0.02",
  "cost=0.042 EUR sd 0.02 n 120, before 0.06 EUR sd 0.03, differences sd 0.02",
])("%s is stored as means on the same cases", async (figure) => {
  const { exitCode, results } = await logged(figure);
  expect(exitCode).toBe(0);
  expect(JSON.parse(results!)).toEqual([
    {
      eval: "cost",
      value: "0.042 EUR",
      n: 120,
      sd: 0.02,
      before: { value: "0.06 EUR", sd: 0.03, difference_sd: 0.02 },
    },
  ]);
});

test.each<[string, RegExp]>([
  ["cost=0.042 EUR sd 0.02 n 120 before 0.06 EUR sd 0.03", /difference sd 0\.02/],
  ["cost=0.042 EUR sd 0.02 before 0.06 EUR sd 0.03 difference sd 0.02", /no sd beside each mean and n/],
  ["cost=0.042 EUR n 120 before 0.06 EUR difference sd 0.02", /no sd beside each mean and n/],
  ["cost=0.042 EUR sd 0.02 n 120 before 0.06 EUR sd 0.03 difference sd 0.001", /0\.02 and 0\.03 allow 0\.01 to 0\.05/],
  ["cost=0.042 EUR sd 0.02 n 120 before 0.06 EUR sd 0.03 difference sd 9", /allow 0\.01 to 0\.05/],
  ["cost=0.042 EUR sd 0.02 n 120 in 12 groups", /poc import runs\.csv --eval cost .*group=document/],
  ["wrong-rate=both 10, baseline 20, candidate 2, neither 68 in 12 groups", /poc import runs\.csv --eval wrong-rate/],
  ["wrong-rate=22/200 in 20 documents", /wrong-rate=@runs\.csv#passed\/document/],
  ["wrong-rate=22/200 before 30/200 difference sd 0.1", /"wrong-rate=both 10, baseline 20/],
  ["wrong-rate=11% sd 3 n 200 before 15% sd 4 difference sd 2", /"wrong-rate=both 10, baseline 20/],
])("%s is refused with the form that can be", async (figure, message) => {
  const { exitCode, stderr, results } = await logged(figure);
  expect([exitCode === 0, results]).toEqual([false, undefined]);
  expect(stderr).toMatch(message);
});
