import { describe, expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { wordsOf } from "../../support/session.ts";
import { run, world } from "../../support/run.ts";

const now = "2026-11-25T16:20:00+01:00";
const log = (args: readonly string[]) => run(["log", ...args], world({ disk: diskWithPoc({}), now }));

/** The commands that a refusal prints as its corrections. */
function commandsOf(stderr: string): readonly string[] {
  const hint = /write (poc log .*), or add --note/.exec(stderr)?.[1];
  return hint?.split(", or poc log ").map((one) => one.replace(/^poc log /, "")) ?? [];
}

describe("what a refusal prints works as it is printed", () => {
  test.each([
    ["wrong-rate=22/200", 1],
    ["wrong-rat=12%", 1],
    ["Better (wrong-rate=22/200), at last", 1],
    ["Reranker on: wrong-rat=12/100, no-residency=no", 1],
    ["measured wrong-rate 30/400 today", 1],
    ["wrong-rate: 30/400 with the new index", 1],
    ["wrong-rate=22/200 2h", 1],
    ["wrong-rate 22/200", 1],
    ["wrong-rate=bad", 0],
    ["no-residency=maybe", 0],
    ["corpus-is-clean=holds", 1],
    ['security-agrees=holds, and a $5 `fee` was "asked"', 1],
    ["spend=12.40", 1],
    ["spend=much", 0],
    ["hours=2h", 1],
    ["12.40 EUR", 1],
    ["14 eur:tokens", 1],
    ["2h", 1],
    ["15x4", 1],
    ["3 h on tokenizer", 1],
    ["2h prompts", 1],
    ["prompts, 1.5 h", 1],
    ["90m on the harness", 1],
    ["2h prompts, 3h review", 1],
    ["tokens (12.40 EUR)", 1],
    ["tokens, 1,200 EUR", 2],
    ["22/200", 2],
    ["12", 2],
    ["one line\nwrong-rate=1/9", 1],
  ])("%s", async (text, expected) => {
    const refused = await log([text]);
    expect([refused.exitCode, refused.stderr]).toEqual([2, expect.stringContaining("add --note")]);
    const commands = commandsOf(refused.stderr);
    expect(commands, refused.stderr).toHaveLength(expected);
    for (const command of commands) expect(await log(wordsOf(command)), command).toMatchObject({ exitCode: 0 });
    expect(await log([text, "--note"])).toMatchObject({ exitCode: 0 });
  });

  test.each([
    "2h later it crashed",
    "14:30 call with vendor",
    "wrong-rate 3 times lower",
    "wrong-rate 5 EUR cheaper",
    "wrong-rate is better",
    "the meeting cost 12 EUR",
  ])("%s: words where nobody can be asked", async (text) => {
    expect(await log([text])).toMatchObject({ exitCode: 0 });
  });
});

describe("a new risk beside others", () => {
  test.each([
    [["a1=low: first", "a2=high: boom"], 0],
    [["release-1=low: first", "release-2=high: boom"], 0],
    [["ab=low: first", "ac=high: boom"], 0],
  ])("%j", async (risks, exitCode) => {
    const disk = diskWithPoc({});
    for (const risk of risks)
      expect(await run(["log", "--risk", risk], world({ disk, now }))).toMatchObject({ exitCode });
  });

  test("a slip of a long name is still one", async () => {
    expect(await log(["--risk", "cost-surprize=high: boom"])).toMatchObject({ exitCode: 2 });
  });
});

describe("a unique beginning of a name is enough", () => {
  test.each([
    ["explain terms-dri", 0],
    ["explain terms-", 2],
    ["memo business -o -", 0],
    ["memo p -o -", 2],
    ["memo --verify check", 2],
    ["checklist exi", 0],
    ["checklist zzz", 2],
  ])("poc %s", async (line, exitCode) => {
    expect(await run(wordsOf(line), world({ disk: diskWithPoc({}), now }))).toMatchObject({ exitCode });
  });

  test("poc amend --clear: the message has the whole id", async () => {
    const line = 'amend --clear no-resid --reason "Signed" --approver "Marta Weiss <marta@example.com>"';
    const disk = diskWithPoc({});
    await run(["start"], world({ disk, now: "2026-11-23T09:00:00+01:00" }));
    const { stderr } = await run(wordsOf(line), world({ disk, now }));
    expect(stderr).toContain("no-residency is not tripped");
  });
});

describe("what a shell took apart, because no quotes were typed", () => {
  test.each<[string, readonly string[]]>([
    ["wrong-rate=22/197 errors 3", ["night run", "--eval", "wrong-rate=22/197", "errors", "3"]],
    ["wrong-rate=22/197 errors 3", ["--eval", "wrong-rate=22/197", "errors", "3", "night", "run"]],
    ["wrong-rate=0.12 sd 0.02", ["--eval", "wrong-rate=0.12", "sd", "0.02", "n", "50"]],
  ])("%s is refused with the quotes that it needs", async (text, args) => {
    const refused = await log(args);
    expect([refused.exitCode, refused.stderr]).toEqual([2, expect.stringContaining(`write --eval "${text}`)]);
  });

  test("words of a note are words", async () => {
    const noted = await log(["no errors", "in the night run", "--eval", "wrong-rate=22/200"]);
    expect(noted.exitCode, noted.stderr).toBe(0);
  });
});
