import { describe, expect, expectTypeOf, test } from "vitest";
import type { Command, InputOf, Run } from "../../src/cli/command.ts";
import { runnable } from "../../src/cli/command.ts";
import type { checkCommand } from "../../src/cli/commands/check.ts";
import type { logCommand } from "../../src/cli/commands/log.ts";
import { choice, choices, count, optional, optionalWord, required, text, texts, truth } from "../../src/cli/flag.ts";
import { UsageFault } from "../../src/app/ports/faults.ts";

/** A command that nothing knows but this test, with a flag of every kind. */
const sample = {
  name: "sample",
  group: "Every day",
  summary: "a sample",
  args: { first: required("one"), second: optional("two"), outcome: optionalWord("go or no-go", ["go", "no-go"]) },
  flags: {
    arm: text("<name>", "an arm", { twice: "call it once for each arm" }),
    eval: texts("<id=figure>", "a result"),
    dryRun: truth("write nothing"),
    days: count("<days>", "how many"),
    format: choice("<format>", ["human", "json"], "how", { byDefault: "human", shorthand: "json" }),
    role: choice("<role>", ["owner", "sponsor"], "who"),
    why: choices("<why>", ["money", "fame"], "why"),
  },
  examples: [],
} satisfies Command;

type Sample = InputOf<typeof sample>;

/** The compiler runs these. */
describe("a value has the type of its declaration", () => {
  test("each kind", async () => {
    const { flags, args, directory } = await read({}, { first: ["k7f"] });
    expectTypeOf(flags).toEqualTypeOf<{
      readonly arm: string | undefined;
      readonly eval: readonly string[];
      readonly dryRun: boolean;
      readonly days: number | undefined;
      readonly format: "human" | "json";
      readonly role: "owner" | "sponsor" | undefined;
      readonly why: readonly ("money" | "fame")[];
    }>();
    expectTypeOf(args).toEqualTypeOf<{
      readonly first: string;
      readonly second: string | undefined;
      readonly outcome: "go" | "no-go" | undefined;
    }>();
    expectTypeOf(directory).toEqualTypeOf<string | undefined>();
    expect(Object.keys(flags)).toEqual(Object.keys(sample.flags));
  });

  test("a misspelt name does not compile", () => {
    const misspelt = (input: InputOf<typeof logCommand>) => [
      // @ts-expect-error -- no flag is called evel
      input.flags.evel,
      // @ts-expect-error -- the argument is called text
      input.args.txt,
      // @ts-expect-error -- --format takes no xml
      input.flags.format === "xml",
    ];
    // @ts-expect-error -- a run of another command: poc check has no --eval
    const wrong: Run<typeof checkCommand> = (_context, input: InputOf<typeof logCommand>) => input.flags.eval.length;
    expectTypeOf<InputOf<typeof checkCommand>["flags"]["format"]>().toEqualTypeOf<
      "human" | "json" | "sarif" | "junit" | "gitlab" | "github"
    >();
    expectTypeOf<InputOf<typeof logCommand>["args"]["text"]>().toEqualTypeOf<readonly string[]>();
    expect([misspelt, wrong]).toHaveLength(2);
  });
});

/** What `sample` reads of flags and arguments that were typed. */
async function read(
  flags: Readonly<Record<string, readonly string[]>>,
  args: Readonly<Record<string, readonly string[]>> = {},
): Promise<Sample> {
  let got: Sample | undefined;
  const command = runnable(sample, async () => (_context, input) => {
    got = input;
    return 0;
  });
  const typed = { args: new Map(Object.entries(args)), flags: new Map(Object.entries(flags)) };
  // No flag is read by the outside world, so there is none to bring.
  await command.run({} as never, typed);
  return got!;
}

describe("what was typed becomes values", () => {
  test("flags that were not typed have their defaults", async () => {
    expect((await read({})).flags).toEqual({
      arm: undefined,
      eval: [],
      dryRun: false,
      days: undefined,
      format: "human",
      role: undefined,
      why: [],
    });
  });

  test.each([
    ["a text", { arm: ["x"] }, { arm: "x" }],
    ["several", { eval: ["a=1/2", "b=1/2"] }, { eval: ["a=1/2", "b=1/2"] }],
    ["a truth", { dryRun: [""] }, { dryRun: true }],
    ["a truth twice", { dryRun: ["", ""] }, { dryRun: true }],
    ["a count", { days: ["15"] }, { days: 15 }],
    ["a choice", { role: ["owner"] }, { role: "owner" }],
    ["a shorthand beside its word", { format: ["json", "json"] }, { format: "json" }],
    ["several choices", { why: ["fame", "money"] }, { why: ["fame", "money"] }],
  ])("%s", async (_name, typed, values) => {
    expect((await read(typed)).flags).toMatchObject(values);
  });

  test("arguments, and the folder", async () => {
    const input = await read({ directory: ["there"] }, { first: ["k7f"], outcome: ["NO-GO"] });
    expect(input).toMatchObject({ directory: "there", args: { first: "k7f", second: undefined, outcome: "no-go" } });
  });
});

describe("what cannot be read is told at once, before anything is loaded", () => {
  const problemsOf = async (...typed: Parameters<typeof read>) => {
    const fault: unknown = await read(...typed).catch((error: unknown) => error);
    return fault instanceof UsageFault ? fault.problems : [];
  };

  test.each([
    ["a single value twice", { arm: ["x", "y"] }, '--arm: found "x" and "y", expected one value', "once for each arm"],
    ["the same value twice", { arm: ["x", "x"] }, '--arm: found "x" and "x", expected one value', "once for each arm"],
    ["a count twice", { days: ["1", "2"] }, '--days: found "1" and "2", expected one value', "give --days once"],
    ["a choice twice", { format: ["human", "json"] }, '--format: found "human" and "json"', "give --format once"],
    ["the folder twice", { directory: ["a", "b"] }, '--directory: found "a" and "b"', "call poc twice"],
    ["no count", { days: ["0"] }, '--days: found "0", expected a whole number of at least 1', undefined],
    [
      "a near word",
      { role: ["sponser"] },
      '--role: found "sponser", expected owner or sponsor',
      "did you mean sponsor?",
    ],
    ["a near word of several", { why: ["money", "fam"] }, '--why: found "fam"', "did you mean fame?"],
    ["a word far off", { role: ["cfo"] }, '--role: found "cfo", expected owner or sponsor', undefined],
  ])("%s", async (_name, typed, message, hint) => {
    const [problem, ...others] = await problemsOf(typed);
    expect(others).toEqual([]);
    expect(problem!.message).toContain(message);
    if (hint === undefined) expect(problem!.hint).toBeUndefined();
    else expect(problem!.hint).toContain(hint);
  });

  test("a word of an argument", async () => {
    expect(await problemsOf({}, { outcome: ["nogo"] })).toEqual([
      { message: 'poc sample: found "nogo", expected go or no-go', hint: "did you mean no-go?" },
    ]);
  });

  test("everything that is wrong", async () => {
    expect(await problemsOf({ arm: ["x", "y"], days: ["x"], role: ["cfo"] })).toHaveLength(3);
  });
});
