import { expect, test } from "vitest";
import { GOOD_FILES } from "../../imports/good-files.ts";
import { diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world } from "../../support/run.ts";

/** A broken file stores nothing, and a good file beside it stores nothing either. */

const GOOD = "request_id,startTime,spend,model\nr1,2026-11-24 10:00:00,0.01,gpt-4.1\n";

test("standard input is named as such, with the recipe that takes in what a command prints", async () => {
  const here = world({ disk: diskWithPoc(), input: GOOD, now: "2026-12-01T10:00:00+01:00" });
  const { exitCode, stderr } = await run(["import", "-"], here);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/standard input[^]*imports\.yaml/);
});

test.each(Object.entries(GOOD_FILES))("%s", async (_, { name, text }) => {
  const disk = diskWithPoc({
    [`runs/${name}`]: `${text.slice(0, text.trimEnd().lastIndexOf("\n") + 4)}\0`,
    "good.csv": GOOD,
  });
  const here = world({ disk, now: "2026-12-01T10:00:00+01:00" });
  const before = new Map(disk);
  const { exitCode, stderr, stdout } = await run(["import", "good.csv", `runs/${name}`, "--yes", "--save", "x"], here);
  expect([exitCode, stdout]).toEqual([2, ""]);
  expect(disk).toEqual(before);
  const one = await run(["import", "good.csv", `runs/${name}`, "--yes"], here);
  expect([one.exitCode, one.stdout]).toEqual([2, ""]);
  expect(one.stderr).toMatch(new RegExp(`runs/${name.replaceAll(".", "\\.")}(?::\\d+)?: `));
  expect(stderr).not.toBe("");
  expect(disk).toEqual(before);
  expect([...disk.keys()].every((path) => !path.startsWith(`${POC}/log/`))).toBe(true);
});
