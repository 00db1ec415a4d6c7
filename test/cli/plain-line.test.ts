import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Context } from "../../src/app/ports/ports.ts";
import { flagName, GLOBAL_FLAGS, type RunnableCommand, type Typed } from "../../src/cli/command.ts";
import { COMMANDS } from "../../src/cli/command-table.ts";
import { plainLine } from "../../src/cli/plain-line.ts";
import { programCall } from "../../src/cli/program.ts";
import { runs } from "../support/properties.ts";
import { wordsOf } from "../support/session.ts";

const silent = { columns: 80, out: () => undefined, err: () => undefined };
const context = { terminal: silent, version: "0" } as unknown as Context;

/** As plain data: a flag that was not given is none. */
const told = ({ args, flags }: Typed) => ({
  args: Object.fromEntries([...args].filter(([, given]) => given.length > 0)),
  flags: Object.fromEntries(flags),
});

function byCommander(command: RunnableCommand, argv: readonly string[]) {
  const call = programCall(context, COMMANDS, command.name, [command.name, ...argv]);
  return typeof call === "number" ? "refused" : told(call.typed);
}

const spellings = ({ flags }: RunnableCommand) =>
  Object.entries({ ...GLOBAL_FLAGS, ...flags }).flatMap(([key, { short, shorthand }]) => [
    flagName(key),
    ...(short === undefined ? [] : [`-${short}`]),
    ...(shorthand === undefined ? [] : [flagName(shorthand)]),
  ]);

const VALUES = ["x", "a b", "", "-", "--", "-1", "a=1/2", "=", "help", "log", "-h", "--help", "-V", "--version", "ü"];

/** A command with a line of its own flags, values in their places and out of them, and what it does not know. */
const lines = fc.constantFrom(...COMMANDS).chain((command) => {
  const flag = fc.constantFrom(...spellings(command));
  const value = fc.constantFrom(...VALUES);
  const part = fc.oneof(
    fc.tuple(flag, value),
    fc.tuple(flag, value).map(([name, typed]) => [`${name}=${typed}`]),
    fc.tuple(flag, value).map(([name, typed]) => [`${name}${typed}`]),
    flag.map((name) => [name]),
    value.map((typed) => [typed]),
    fc.constantFrom(["--unknown"], ["-Z"], ["--unknown", "x"]),
  );
  return fc.record({ command: fc.constant(command), argv: fc.array(part, { maxLength: 5 }).map((all) => all.flat()) });
});

test("what a plain line says is what commander reads in it", () => {
  fc.assert(
    fc.property(lines, ({ command, argv }) => {
      const plain = plainLine(command, argv);
      fc.pre(plain !== undefined);
      expect(told(plain)).toEqual(byCommander(command, argv));
    }),
    { numRuns: runs(1500) },
  );
});

describe("examples of the help", () => {
  const examples = COMMANDS.flatMap((command) =>
    command.examples
      .filter(({ line }) => line.startsWith(`poc ${command.name} `) && !/ -(- |[a-z][^ ])/.test(line))
      .map(({ line }) => ({ command, line: line.split(/ [|>] /)[0]! })),
  );
  test.each(examples)("$line is plain", ({ command, line }) => {
    const argv = wordsOf(line).slice(2);
    const plain = plainLine(command, argv);
    expect(plain && told(plain)).toEqual(byCommander(command, argv));
  });
});

test.each([
  ["-h"],
  ["--help"],
  ["--", "x"],
  ["-s3"],
  ["-qy"],
  ["--hours", "-2"],
  ["--quiet=yes"],
  ["--spend"],
  ["--evel", "a=1/2"],
])("only commander can tell: poc log %s", (...argv) => {
  const log = COMMANDS.find(({ name }) => name === "log")!;
  expect(plainLine(log, argv)).toBeUndefined();
});
