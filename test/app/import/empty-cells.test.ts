import { expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { run, world } from "../../support/run.ts";

/** Cases with an empty cell in the measured column: they are not left out. */

test.each<[string, string, string]>([
  ["a list", "t.json", '[{"case":1,"wrong":true},\n{"case":2},\n{"case":3,"wrong":null},\n{"case":4,"wrong":"error"}]'],
  ["lines", "t.jsonl", '{"case":1,"wrong":true}\n{"case":2}\n{"case":3,"wrong":null}\n{"case":4,"wrong":"error"}\n'],
  ["a table", "t.csv", "case,wrong\n1,true\n2,\n3,  \n4,error\n"],
])("%s is refused with the cases and their lines", async (_, name, text) => {
  const disk = diskWithPoc({ [name]: text });
  const { stderr, exitCode } = await run(["import", name, "--eval", "wrong-rate"], world({ disk }));
  expect(exitCode).toBe(2);
  const first = name === "t.csv" ? 3 : 2;
  expect(stderr.replaceAll(/\s+/g, " ")).toContain(
    `${name}: 2 of 4 rows have nothing in wrong: 2 in line ${first}, 3 in line ${first + 1}`,
  );
});

test.each([
  ["the row says that it broke", "case,wrong,error\n1,true,\n2,,timeout\n3,false,\n"],
  ["another column is empty", "case,wrong,took_s\n1,true,\n2,error,4\n3,false,\n"],
  ["another arm is not measured by it", "case,arm,wrong\n1,a,true\n2,a,error\n3,a,false\n1,b,\n2,b,\n3,b,\n"],
])("an empty cell is no matter where %s", async (_, text) => {
  const disk = diskWithPoc({ "t.csv": text });
  const { stdout, exitCode } = await run(["import", "t.csv", "--eval", "wrong-rate", "--dry-run"], world({ disk }));
  expect(exitCode).toBe(0);
  expect(stdout).toContain("1/2, 1 error not counted");
});
