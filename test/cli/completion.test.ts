import { describe, expect, test } from "vitest";
import { SHELLS } from "../../src/app/ports/shells.ts";
import { flagName } from "../../src/cli/command.ts";
import { COMMANDS } from "../../src/cli/command-table.ts";
import { VALUE_NAMES } from "../../src/cli/completion/value-names.ts";
import { CATALOGUE } from "../../src/diagnostics/catalogue.ts";
import { diskWithPoc } from "../support/definitions.ts";
import { POC, run, world } from "../support/run.ts";

const disk = diskWithPoc();
disk.set(
  `${POC}/log/2026-11-24-1100-first-abcdefg.yaml`,
  'at: "2026-11-24T11:00:00+01:00"\nby: "Ana Ruiz <ana@example.com>"\nnote: "First run"\n' +
    'results: [{"eval": "wrong-rate", "count": "22/200", "arm": "k8", "model": "m-2025-04-14"},' +
    ' {"eval": "wrong-rate", "count": "22/200", "arm": "$(touch pwned)"}]\n',
);

/** The words that are offered, and how the shell goes on. */
async function offered(words: readonly string[], cwd = POC) {
  const { exitCode, stdout, stderr } = await run(["complete", "--", ...words], world({ disk, cwd }));
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const lines = stdout.trimEnd().split("\n");
  return { words: lines.slice(0, -1).map((line) => line.split("\t")[0]!), directive: lines.at(-1)! };
}

describe("what is offered", () => {
  test.each<[string, readonly string[], readonly string[], string]>([
    ["commands", ["lo"], ["log"], ":4"],
    ["commands behind -C", ["-C", "there", "stat"], ["status"], ":4"],
    ["commands to explain", ["help", "che"], ["check", "checklist"], ":4"],
    ["flags", ["log", "--ev"], ["--eval", "--evidence"], ":4"],
    ["letters", ["log", "-e"], ["-e"], ":4"],
    ["shorthands", ["status", "--js"], ["--json"], ":4"],
    ["an eval, to which a figure belongs", ["log", "--eval", "wr"], ["wrong-rate="], ":6"],
    ["the same behind the letter", ["log", "-e", "wr"], ["wrong-rate="], ":6"],
    ["the same in one word", ["log", "--eval=wr"], ["wrong-rate="], ":6"],
    ["an eval alone", ["plan", "--eval", "wr"], ["wrong-rate"], ":4"],
    ["no figure", ["log", "--eval", "wrong-rate="], [], ":4"],
    ["an arm of the log, and none that a shell would expand", ["log", "--arm", ""], ["k8"], ":4"],
    ["a model of the log", ["log", "--model", ""], ["m-2025-04-14"], ":4"],
    ["an entry", ["undo", ""], ["abcdefg"], ":4"],
    ["a kill criterion", ["amend", "--clear", "no-"], ["no-better-than-search", "no-residency"], ":4"],
    ["a kill criterion to answer", ["log", "--answer", "no-r"], ["no-residency="], ":6"],
    ["a checklist item", ["log", "--attest", "exit.com"], ["exit.committed="], ":6"],
    ["an item of a list", ["log", "--attest", "mvp.obs"], ["mvp.observability="], ":6"],
    ["a term", ["amend", "--set", "evals.wrong-rate.targ"], ["evals.wrong-rate.target="], ":6"],
    ["a code", ["explain", "terms-dr"], ["terms-drift"], ":4"],
    ["a document", ["memo", "deci"], ["decision"], ":4"],
    ["a checklist", ["checklist", "ex"], ["exit"], ":4"],
    ["a gate", ["gate", "mvp"], ["mvp-slice"], ":4"],
    ["a word of a choice", ["memo", "--format", "h"], ["html"], ":4"],
    ["an outcome", ["decide", "no"], ["no-go"], ":4"],
    ["a shell", ["completion", "z"], ["zsh"], ":4"],
    ["files", ["log", "--evidence", ""], [], ":0"],
    ["folders", ["-C", ""], [], ":0"],
    ["nothing for a free text", ["log", "--hours", ""], [], ":4"],
    ["nothing behind a word that is no command", ["nonsense", "x", "--"], ["--directory", "--help"], ":4"],
  ])("%s", async (_, words, candidates, directive) => {
    expect(await offered(words)).toEqual({ words: candidates, directive });
  });

  test("every command, and every code", async () => {
    expect((await offered([""])).words).toEqual([...COMMANDS.map(({ name }) => name), "help"]);
    expect((await offered(["explain", ""])).words.sort()).toEqual(Object.keys(CATALOGUE).sort());
  });

  test("risks and assumptions", async () => {
    expect((await offered(["log", "--risk", ""])).words.length).toBeGreaterThan(0);
    expect((await offered(["log", "--assume", ""])).words.length).toBeGreaterThan(0);
  });

  test("outside of a PoC nothing is offered, and nothing said", async () => {
    expect(await offered(["log", "--eval", ""], "/elsewhere")).toEqual({ words: [], directive: ":6" });
    expect((await offered(["-C", POC, "log", "--eval", "wr"], "/elsewhere")).words).toEqual(["wrong-rate="]);
  });
});

test.each([
  ["poc log --eval wr", ["wrong-rate="]],
  ["poc log --eval=wr", ["wrong-rate="]],
  ['poc log "a text" --eval wr', ["wrong-rate="]],
  ["poc log $(touch pwned) --eval wr", ["wrong-rate="]],
  ["poc log it\\'s --eval wr", ["wrong-rate="]],
  ["poc log 'unfinished", []],
  ["poc lo", ["log"]],
])("the line of bash as one text: %s", async (line, candidates) => {
  const { stdout } = await run(["complete", "--bash", line], world({ disk }));
  expect(
    stdout
      .split("\n")
      .slice(0, -2)
      .map((one) => one.split("\t")[0]),
  ).toEqual(candidates);
});

test("every flag and argument whose value is a name is one of a command", () => {
  const known = COMMANDS.flatMap(({ name, flags, args }) => [
    ...Object.keys(flags).map((key) => `${name} ${flagName(key)}`),
    ...Object.keys(args).map((key) => `${name} ${key}`),
  ]);
  expect(Object.keys(VALUE_NAMES).filter((key) => !known.includes(key))).toEqual([]);
});

test("each shell has a script, and by default the one that SHELL names", async () => {
  for (const shell of SHELLS) {
    const { exitCode, stdout } = await run(["completion", shell], world());
    expect({ shell, exitCode, calls: stdout.includes("poc complete") }).toEqual({ shell, exitCode: 0, calls: true });
  }
  const fish = await run(["completion", "fish"], world());
  expect((await run(["completion"], world({ env: { SHELL: "/usr/bin/fish" } }))).stdout).toBe(fish.stdout);
  expect(await run(["completion"], world())).toMatchObject({ exitCode: 2, stdout: "" });
  expect((await run(["completion", "zhs"], world())).stderr).toContain("did you mean zsh?");
});
