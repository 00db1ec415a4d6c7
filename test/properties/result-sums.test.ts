import * as fc from "fast-check";
import { expect, test } from "vitest";
import { shortDecimalText } from "../../src/domain/scalars/decimal.ts";
import { figures, readText } from "../imports/read-sample.ts";
import { runs } from "../support/properties.ts";

/** Of every format of results: how many were scored, passed and broke, and what they cost, to the last digit. */

interface Case {
  readonly id: string;
  readonly came: "right" | "wrong" | "broke";
  /** Billionths of a dollar. */
  readonly nano: bigint;
}

const CASES = fc
  .array(
    fc.record({
      came: fc.constantFrom("right" as const, "wrong" as const, "broke" as const),
      nano: fc.bigInt({ min: 0n, max: 99_999_999_999_999n }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .filter((cases) => cases.some(({ came }) => came !== "broke"))
  .map((cases) => cases.map((one, k): Case => ({ ...one, id: `q${k}` })));

const dollars = (nano: bigint) => shortDecimalText({ digits: nano, scale: 9 });
const right = ({ came }: Case) => came === "right";
const broke = ({ came }: Case) => came === "broke";

interface Written {
  readonly name: string;
  readonly column: string;
  readonly arm?: string;
  /** Numbers are in the text with all their digits, as a program writes them. */
  readonly text: (cases: readonly Case[]) => string;
  /** Whether it says what each case cost, those that broke among them. */
  readonly costs?: boolean;
}

const FORMATS: Readonly<Record<string, Written>> = {
  promptfoo: {
    name: "out.json",
    column: "passed",
    arm: "p",
    costs: true,
    text: (cases) =>
      `{"evalId":"e","results":{"version":3,"timestamp":"2026-11-24T10:00:00Z","results":[${cases.map(promptfooRow).join()}]}}`,
  },
  "promptfoo, lines": {
    name: "out.jsonl",
    column: "passed",
    arm: "p",
    costs: true,
    text: (cases) => cases.map((one, k) => `${promptfooRow(one, k)}\n`).join(""),
  },
  Inspect: {
    name: "log.json",
    column: "match",
    arm: "m",
    costs: true,
    text: (cases) =>
      `{"version":2,"status":"success","eval":{"eval_id":"e","task":"t","model":"m","created":"2026-11-24T10:00:00Z"},"samples":[${cases
        .map(
          (one) =>
            `{"id":"${one.id}","epoch":1,"scores":{"match":{"value":"${right(one) ? "C" : "I"}"}},` +
            `"model_usage":{"m":{"total_cost":${dollars(one.nano)}}}${broke(one) ? ',"error":{"message":"x"}' : ""}}`,
        )
        .join()}]}`,
  },
  DeepEval: {
    name: "test_run_1.json",
    column: "passed",
    costs: true,
    text: (cases) =>
      `{"testCases":[${cases
        .map(
          (one) =>
            `{"name":"${one.id}","input":"${one.id}","success":${right(one)},"evaluationCost":${dollars(one.nano)},"metricsData":[` +
            `{"name":"m","threshold":0.5,"success":${right(one)}${broke(one) ? "" : `,"score":${right(one) ? 1 : 0}`}}]}`,
        )
        .join()}],"metricsScores":[]}`,
  },
  "lm-eval": {
    name: "samples_t_2026-11-24T10-00-00.000001.jsonl",
    column: "acc",
    text: (cases) =>
      cases
        .map(
          (one, k) =>
            `{"doc_id":${k},"filter":"none","metrics":["acc"],"doc_hash":"${String(k).padStart(64, "a")}",` +
            `"acc":${broke(one) ? "NaN" : right(one) ? 1 : 0}}\n`,
        )
        .join(""),
  },
  JUnit: {
    name: "report.xml",
    column: "passed",
    text: (cases) =>
      `<testsuite name="s">${cases
        .map(
          (one) => `<testcase name="${one.id}">${right(one) ? "" : broke(one) ? "<error/>" : "<failure/>"}</testcase>`,
        )
        .join("")}</testsuite>`,
  },
  "cases, CSV": {
    name: "cases.csv",
    column: "passed",
    text: (cases) =>
      `case_id,passed,error\n${cases.map((one) => `${one.id},${right(one)},${broke(one) ? "timeout" : ""}\n`).join("")}`,
  },
  "cases, lines": {
    name: "cases.jsonl",
    column: "passed",
    text: (cases) => cases.map((one) => `${caseText(one)}\n`).join(""),
  },
  "cases, list": { name: "cases.json", column: "passed", text: (cases) => `[${cases.map(caseText).join()}]` },
  "cases, nested": {
    name: "cases.json",
    column: "passed",
    text: (cases) => `{"results":{"results":[${cases.map(caseText).join()}]}}`,
  },
};

function caseText(one: Case): string {
  return `{"case_id":"${one.id}","passed":${right(one)},"error":${broke(one) ? '"timeout"' : "null"}}`;
}

function promptfooRow(one: Case, k: number): string {
  return (
    `{"id":"r${k}","testIdx":${k},"promptIdx":0,"provider":{"id":"p","label":"p"},"vars":{"q":"${one.id}"},` +
    `"success":${right(one)},"score":${right(one) ? 1 : 0},"failureReason":${broke(one) ? 2 : right(one) ? 0 : 1},` +
    `"latencyMs":5,"cost":${dollars(one.nano)},"namedScores":{},"gradingResult":{"pass":${right(one)},"score":1,"reason":"x"}}`
  );
}

test.each(Object.entries(FORMATS))("%s", (_, { name, text, column, arm = "", costs }) => {
  fc.assert(
    fc.property(CASES, (cases) => {
      const { read, problems } = readText(name, text(cases));
      expect(problems).toEqual([]);
      expect(figures(read, arm, column)).toEqual({
        scored: cases.filter((one) => !broke(one)).length,
        sum: cases.filter(right).length,
        broke: cases.filter(broke).length,
      });
      const total = cases.reduce((sum, { nano }) => sum + nano, 0n);
      expect(read.cost && shortDecimalText(read.cost)).toBe(costs && dollars(total));
    }),
    { numRuns: runs(40) },
  );
});
