import * as fc from "fast-check";
import { expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { importSample } from "../support/imported-evals.ts";
import { POC, run, world } from "../support/run.ts";

/** Results are the same however a producer orders its cases, and the same again adds nothing. */

const EVALS = `- id: wrong-rate
  metric: Wrong answers
  better: lower
  primary: true
  baseline: 82/400
  target: reduction >= 40%
  min_n: 40
- id: latency
  metric: Time to the answer
  measure: percentile
  percentile: 95
  better: lower
  target: value <= 2 s
`;

const IDS = Array.from({ length: 12 }, (_, k) => `q${String(k).padStart(2, "0")}`);
const outcome = (k: number) => k % 3 !== 0;

interface Written {
  readonly file: string;
  /** The cases of a run by their numbers, in any order, as the producer writes them. */
  readonly text: (order: readonly number[]) => string;
  readonly cases: number;
  readonly flags: readonly string[];
}

const promptfoo = JSON.parse(importSample("promptfoo.json")) as { results: { results: unknown[] } };
const deepeval = JSON.parse(importSample("deepeval.json")) as { testCases: unknown[] };
const moved = <T>(items: readonly T[], order: readonly number[]) => order.map((k) => items[k]!);

const FORMATS: readonly Written[] = [
  {
    file: "cases.csv",
    cases: IDS.length,
    text: (order) => `case_id,passed,took_ms\n${order.map((k) => `${IDS[k]},${outcome(k)},${500 + k}\n`).join("")}`,
    flags: ["--map", "passed=wrong-rate", "--map", "took_ms=latency"],
  },
  {
    file: "cases.jsonl",
    cases: IDS.length,
    text: (order) => order.map((k) => `${JSON.stringify({ case_id: IDS[k], passed: outcome(k) })}\n`).join(""),
    flags: ["--eval", "wrong-rate"],
  },
  {
    file: "nested.json",
    cases: IDS.length,
    text: (order) =>
      JSON.stringify({
        results: { results: order.map((k) => ({ id: IDS[k], passed: outcome(k), error: k === 5 ? "timeout" : null })) },
      }),
    flags: ["--eval", "wrong-rate"],
  },
  {
    file: "report.xml",
    cases: IDS.length,
    text: (order) =>
      `<testsuite name="s">${order.map((k) => `<testcase classname="c" name="${IDS[k]}" time="0.${k}">${outcome(k) ? "" : "<failure/>"}</testcase>`).join("")}</testsuite>`,
    flags: ["--eval", "wrong-rate"],
  },
  {
    file: "out.json",
    cases: promptfoo.results.results.length,
    text: (order) =>
      JSON.stringify({
        ...promptfoo,
        results: { ...promptfoo.results, results: moved(promptfoo.results.results, order) },
      }),
    flags: ["--eval", "wrong-rate"],
  },
  {
    file: "test_run_1.json",
    cases: deepeval.testCases.length,
    text: (order) => JSON.stringify({ ...deepeval, testCases: moved(deepeval.testCases, order) }),
    flags: ["--eval", "wrong-rate"],
  },
  {
    file: "log.json",
    cases: IDS.length,
    text: (order) =>
      JSON.stringify({
        version: 2,
        status: "success",
        eval: { eval_id: "e1", task: "policy", created: "2026-11-24T10:00:00+00:00", model: "openai/gpt-4.1" },
        samples: order.map((k) => ({
          id: IDS[k],
          epoch: 1,
          scores: { match: { value: outcome(k) ? "C" : "I" } },
          model_usage: { "openai/gpt-4.1": { total_cost: 0.001 * k } },
          working_time: 0.5 + k / 10,
          ...(k === 5 ? { error: { message: "timeout" } } : {}),
        })),
      }),
    flags: ["--eval", "wrong-rate"],
  },
  {
    file: "samples_policy_2026-11-24T10-00-00.000001.jsonl",
    cases: IDS.length,
    text: (order) =>
      order
        .map((k) => {
          const hash = String(k).padStart(64, "ab");
          return `${JSON.stringify({ doc_id: k, filter: "none", metrics: ["acc"], doc_hash: hash, acc: outcome(k) ? 1 : 0 })}\n`;
        })
        .join(""),
    flags: ["--eval", "wrong-rate", "--arm", "gpt-4.1"],
  },
];

test.each(FORMATS.map((format) => [format.file, format] as const))(
  "%s: twice is once, in any order",
  async (_, { file, text, cases, flags }) => {
    const usual = Array.from({ length: cases }, (__, k) => k);
    const first = await imported(file, text(usual), flags);
    expect(first.size).toBeGreaterThan(1);
    expect(await imported(file, text(usual), flags, first)).toEqual(first);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(usual, { minLength: cases }), async (order) => {
        expect(await imported(file, text(order), flags)).toEqual(first);
      }),
      { numRuns: 5 },
    );
  },
);

/** Entries and files of cases after an import. */
async function imported(file: string, text: string, flags: readonly string[], before?: ReadonlyMap<string, string>) {
  const here = world({ disk: diskWithPoc({ "evals.yaml": EVALS }), now: "2026-11-23T09:00:00+01:00" });
  await run(["start"], here);
  for (const [path, content] of before ?? []) here.disk.set(path, content);
  here.disk.set(`${POC}/${file}`, text);
  const argv = ["import", file, "--yes", "--since", "all", "--date", "2026-11-25", ...flags];
  const { exitCode, stderr } = await run(argv, { ...here, now: "2026-12-01T10:00:00+01:00" });
  expect(exitCode, stderr).toBe(0);
  const isNew = ([path]: readonly [string, string]) => /\/(?:log|cases)\//.test(path) && !path.includes("start");
  return new Map([...here.disk].filter(isNew).sort());
}
