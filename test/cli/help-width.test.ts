import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/command-table.ts";
import { run, world } from "../support/run.ts";

/** An example is a command line, which nobody may break. */
const EXAMPLE = /^ {2}(poc|git) /;

test.each([60, 80, 100])("help keeps to %i columns", async (columns) => {
  const long: string[] = [];
  for (const line of [["--help"], ...COMMANDS.map(({ name }) => [name, "--help"])]) {
    const { stdout } = await run(line, world({ columns }));
    long.push(...stdout.split("\n").filter((text) => text.length > columns && !EXAMPLE.test(text)));
  }
  expect(long).toEqual([]);
});
