import { expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { run, world } from "../../support/run.ts";

/** Tables without usable figures: the message names the column and the cell, and a column that exists. */

const EVALS = `- id: wrong-rate
  metric: Wrong answers
  better: lower
  primary: true
  baseline: 82/400
  target: reduction >= 40%
- id: latency
  metric: Time to the answer
  measure: mean
  better: lower
  target: value <= 2 s
`;

const CASES: readonly (readonly [what: string, text: string, flags: string, said: readonly string[]])[] = [
  ["other words", "case,result\n1,ja\n2,nein\n", "", ['t.csv:2: found "ja" in the column result', "#result=ja"]],
  ["semicolons", "case;result\n1;ja\n2;nein\n", "--eval wrong-rate", ["t.csv:2:", "--map result=wrong-rate"]],
  ["one odd cell", "case,result\n1,true\n2,maybe\n", "", ['t.csv:3: found "maybe"', "--map result=wrong-rate"]],
  ["said of it", "case,result,ok\n1,maybe,true\n", "--map result=wrong-rate", ['t.csv:2: found "maybe"']],
  ["said of it, with a word", "case,result\n1,maybe\n", "--map result:true=wrong-rate", ['found "maybe"']],
  ["for numbers", "case,took\n1,quick\n", "--eval latency", ['found "quick"', "a number", "--map took=latency"]],
  ["one candidate", "case,score\n1,3\n", "", ["its figure score", "--map score=latency"]],
  ["one that does not suit", "case,score\n1,3\n", "--eval wrong-rate", ["found numbers in score"]],
  ["several", "case,a,b\n1,true,false\n", "--eval wrong-rate", ["several of its figures", "--map a=wrong-rate"]],
  ["prompts", `case,prompt\n1,${"Why so? ".repeat(9)}\n`, "", ["no column contains a figure", "prompt"]],
  [
    "an empty cell",
    "case,wrong\n1,true\n2,\n",
    "",
    ["1 of 2 rows has nothing in wrong: 2 in line 3", "error in wrong"],
  ],
  ["an empty number", "case,took_s\n1,3\n2,\n3,\n", "--map took_s=latency", ["2 of 3 rows have nothing in took_s"]],
  ["three runs", "case,wrong\n1,true\n1,true\n1,true\n", "--eval wrong-rate", ["a case occurs more than once: 1"]],
];

test.each(CASES)("%s", async (_, text, flags, said) => {
  const disk = diskWithPoc({ "evals.yaml": EVALS, "t.csv": text });
  const argv = ["import", "t.csv", "--dry-run", ...flags.split(" ").filter((flag) => flag !== "")];
  const { stderr, exitCode } = await run(argv, world({ disk }));
  expect(exitCode).toBe(2);
  for (const part of said) expect(stderr.replaceAll(/\s+/g, " ")).toContain(part);
  expect(stderr).not.toContain("it has none");
  expect(stderr.includes("several")).toBe(said[0]!.startsWith("several"));
  // If other cells of a column were understood, an odd cell is not the one that counts.
  if (text.includes("2,maybe")) expect(stderr).not.toContain("poc log");
});
