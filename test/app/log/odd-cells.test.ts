import { expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { run, world } from "../../support/run.ts";

/** The suggestion for a cell that is not an outcome never makes a missing answer count. */

test.each<[string, RegExp, RegExp]>([
  ["n/a", /a case without an answer still counts/, /#wrong=/],
  ["skipped", /a case without an answer still counts/, /#wrong=/],
  ["", /a case without an answer still counts/, /#wrong=/],
  ["0.9", /measure it as a mean/, /#wrong=/],
  ["ja", /"@t\.csv#wrong=ja"/, /without an answer/],
])('"%s" in three cells: one hint, below the last of them', async (cell, said, unsaid) => {
  const disk = diskWithPoc({ "t.csv": `case,wrong\na,true\nb,${cell}\nc,${cell}\nd,${cell}\n` });
  const { stderr, exitCode } = await run(["log", "a run", "--eval", "wrong-rate=@t.csv#wrong"], world({ disk }));
  const text = stderr.replaceAll(/\s+/g, " ");
  expect(exitCode).toBe(2);
  expect(text).toMatch(said);
  expect(text).not.toMatch(unsaid);
  expect(text.match(/hint:/g)).toHaveLength(1);
  expect(text.indexOf("hint:")).toBeGreaterThan(text.indexOf("t.csv:5:"));
});
