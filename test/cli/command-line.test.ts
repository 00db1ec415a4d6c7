import { describe, expect, test } from "vitest";
import { EXIT } from "../../src/app/ports/exit.ts";
import type { Context } from "../../src/app/ports/ports.ts";
import { flagName, usageOf, type RunnableCommand, type Typed } from "../../src/cli/command.ts";
import { COMMANDS } from "../../src/cli/command-table.ts";
import { MEANINGS, meantCommand } from "../../src/cli/meant-command.ts";
import { programFor, spelling } from "../../src/cli/program.ts";
import { GLOBAL_FLAGS } from "../../src/cli/command.ts";
import { diskWithPoc } from "../support/definitions.ts";
import { POC, run, world } from "../support/run.ts";
import { wordsOf } from "../support/session.ts";

const elsewhere = world({ cwd: "/elsewhere" });

/** What commander reads of a line, before any value is read. */
function typedOf(line: string): Typed & { readonly name: string } {
  const [name = "", ...words] = wordsOf(line).slice(1);
  const calls: { readonly command: RunnableCommand; readonly typed: Typed }[] = [];
  const silent = { columns: 80, out: () => undefined, err: () => undefined };
  const context = { terminal: silent, version: "0" } as unknown as Context;
  programFor(context, COMMANDS, name, (call) => calls.push(call)).parse([name, ...words], { from: "user" });
  return { name: calls[0]!.command.name, ...calls[0]!.typed };
}

describe("words of the line by the flags they belong to", () => {
  test.each([
    ["poc log -e a=1/2 --eval=b=1/2 -s 3 note of it", { eval: ["a=1/2", "b=1/2"], spend: ["3"] }, ["note", "of", "it"]],
    ["poc log --arm=x --arm y", { arm: ["x", "y"] }, []],
    ["poc log --hours -2", { hours: ["-2"] }, []],
    ["poc log -t2 -m 0.5x4", { hours: ["2"], meeting: ["0.5x4"] }, []],
    ["poc log --allow-secret --allow-secret x", { allowSecret: ["", ""] }, ["x"]],
    ["poc log --json -C there -", { format: ["json"], directory: ["there"] }, ["-"]],
    ["poc log --directory=a -C b", { directory: ["a", "b"] }, []],
    ["poc log -- --not-a-flag", {}, ["--not-a-flag"]],
  ])("%s", (line, flags, text) => {
    const typed = typedOf(line);
    expect(Object.fromEntries(typed.flags)).toEqual(flags);
    expect(typed.args.get("text")).toEqual(text);
  });
});

test("every example of the help is a line that its command reads", () => {
  for (const command of COMMANDS) {
    expect(command.examples.length, command.name).toBeGreaterThan(0);
    for (const { line } of command.examples) {
      const called = line
        .split(" | ")
        .find((part) => part.startsWith("poc"))!
        .split(" > ")[0]!;
      if (called === "poc") continue;
      expect(() => typedOf(called), line).not.toThrow();
    }
  }
});

test("no flag of a command is called as one of every command, and no two have one letter", () => {
  for (const { name, flags } of COMMANDS) {
    const all = { ...GLOBAL_FLAGS, ...flags };
    const letters = Object.values(all).flatMap(({ short }) => (short === undefined ? [] : [short]));
    expect(new Set([...letters, "h"]).size, name).toBe(letters.length + 1);
    expect(
      Object.keys(flags).filter((key) => key in GLOBAL_FLAGS || key === "help"),
      name,
    ).toEqual([]);
  }
});

test("every --format with json has --json", () => {
  const without = COMMANDS.filter(
    ({ flags: { format } }) => format?.words?.includes("json") === true && format.shorthand !== "json",
  );
  expect(without.map(({ name }) => name)).toEqual([]);
});

test.each([
  ["asOf", "--as-of"],
  ["mvpBudget", "--mvp-budget"],
  ["n", "--n"],
])("%s is %s", (key, name) => {
  expect(flagName(key)).toBe(name);
});

test("a flag and a command as the help shows them", () => {
  const [log] = COMMANDS.filter(({ name }) => name === "log");
  expect(spelling("spend", log!.flags["spend"]!)).toBe("-s, --spend <amount>");
  expect(spelling("allowSecret", log!.flags["allowSecret"]!)).toBe("--allow-secret");
  expect(COMMANDS.filter(({ name }) => ["log", "undo", "gate"].includes(name)).map(usageOf)).toEqual([
    "log [text...]",
    "undo [id]",
    "gate [gate] [name]",
  ]);
});

describe("help and version, in every form", () => {
  test.each(["--help", "-h", "help", "help --help", "-C there --help"])("poc %s lists the commands", async (line) => {
    const { exitCode, stdout } = await run(line.split(" "), elsewhere);
    expect(exitCode).toBe(EXIT.fine);
    expect(stdout).toContain("Exit codes:");
    for (const { name } of COMMANDS) expect(stdout).toContain(`\n  ${name}`);
  });

  test.each(["log --help", "log -h", "help log", "help log --json", "-C there log --help"])(
    "poc %s explains one",
    async (line) => {
      const { exitCode, stdout } = await run(line.split(" "), elsewhere);
      expect(exitCode).toBe(EXIT.fine);
      expect(stdout).toContain("Usage: poc log [options] [text...]");
      expect(stdout).toContain("--allow-secret");
      expect(stdout).toContain("Examples:");
    },
  );

  test.each(["--version", "-V", "-v", "version"])("poc %s", async (line) => {
    expect(await run([line], elsewhere)).toMatchObject({ exitCode: EXIT.fine, stdout: "0.0.0-test\n", stderr: "" });
  });

  test("every command has a help without a double dash of nothing", async () => {
    for (const { name, flags } of COMMANDS) {
      const { exitCode, stdout } = await run([name, "--help"], elsewhere);
      expect(exitCode, name).toBe(EXIT.fine);
      for (const key of Object.keys(flags)) expect(stdout, name).toContain(flagName(key));
    }
  });
});

describe("a word that is no command", () => {
  test.each([
    ["sttus", "poc status?"],
    ["chek", "poc check?"],
    ["chec", "poc check?"],
    ["stop", "poc decide?"],
    ["new", "poc init?"],
    ["create", "poc init?"],
    ["report", "poc memo?"],
    ["rm", "poc undo?"],
    ["delete", "poc undo?"],
    ["add", "poc log?"],
    ["todo", "poc next?"],
    ["TODO", "poc next?"],
    ["rport", "poc memo?"],
    ["Reranker on", 'poc log "Reranker on"'],
    ["xyzzy", "poc --help"],
  ])("%s", async (word, hint) => {
    for (const line of [[word], ["-C", "there", word, "--flag"], ["help", word]]) {
      const { exitCode, stdout, stderr } = await run(line, elsewhere);
      expect({ exitCode, stdout }).toEqual({ exitCode: EXIT.usage, stdout: "" });
      expect(stderr).toContain(hint);
    }
  });

  test("what is meant is a command, and no word for it is one", () => {
    const names = COMMANDS.map(({ name }) => name);
    expect([...MEANINGS.keys()].filter((name) => !names.includes(name))).toEqual([]);
    expect([...MEANINGS.values()].flat().filter((word) => names.includes(word))).toEqual([]);
    for (const [name, words] of MEANINGS)
      for (const word of words) expect(meantCommand(word, COMMANDS)).toContain(`poc ${name}?`);
  });
});

describe("without a command", () => {
  test("in a PoC it is the status", async () => {
    const disk = diskWithPoc();
    const bare = await run([], world({ disk }));
    expect(bare).toEqual(await run(["status"], world({ disk })));
    expect(bare.stdout).not.toBe("");
    const json = await run(["--json"], world({ disk }));
    expect(json.stdout).toBe((await run(["status", "--format", "json"], world({ disk }))).stdout);
    expect(await run(["-C", POC, "--json"], elsewhere)).toMatchObject({ exitCode: EXIT.usage });
  });

  test("outside a PoC it says what poc is, and how to begin", async () => {
    const { exitCode, stdout, stderr } = await run([], elsewhere);
    expect({ exitCode, stdout }).toEqual({ exitCode: EXIT.records, stdout: "" });
    for (const command of ["poc init", "poc start", "poc log", "poc memo", "poc help"])
      expect(stderr).toContain(command);
    expect(stderr).not.toContain("error");
  });

  test.each([["status"], ["--json"]])("outside a PoC, %s is an error", async (...line) => {
    const { exitCode, stderr } = await run(line, elsewhere);
    expect(exitCode).toBe(EXIT.records);
    expect(stderr).toContain("error: no PoC here");
  });
});

describe("a folder that is named with -C", () => {
  const DAILY = [["status"], ["log", "meant for another folder"], ["check"], ["memo"], ["list"], ["next"], []];
  test.each(DAILY)("that is not there is refused: %s %s", async (...line) => {
    const disk = diskWithPoc();
    const before = new Map(disk);
    const { exitCode, stderr } = await run(["-C", `${POC}/typo`, ...line], world({ disk }));
    expect(exitCode).toBe(EXIT.usage);
    expect(stderr).toContain("-C: there is no folder");
    expect(disk).toEqual(before);
  });

  test("the nearest name is the hint", async () => {
    const disk = diskWithPoc({ "data/items.jsonl": "" });
    const { exitCode, stderr } = await run(["-C", `${POC}/dtaa`, "status"], world({ disk }));
    expect({ exitCode, hinted: stderr.includes(`did you mean ${POC}/data?`) }).toEqual({
      exitCode: EXIT.usage,
      hinted: true,
    });
  });

  test("a file is none, and a folder within the PoC is one", async () => {
    const here = world({ disk: diskWithPoc({ "data/items.jsonl": "" }) });
    const file = await run(["-C", `${POC}/poc.yaml`, "status"], here);
    expect({ exitCode: file.exitCode, said: file.stderr.includes("is not a folder") }).toEqual({
      exitCode: EXIT.usage,
      said: true,
    });
    expect((await run(["-C", `${POC}/data`, "status"], here)).stdout).toBe((await run(["status"], here)).stdout);
  });
});

describe("what is refused stores nothing", () => {
  test.each([
    ["log --eval wrong-rate=1/2 --arm x --eval latency=1/2 --arm y", "--arm:", "once for each arm"],
    ["log --model=a --model b x", "--model:", "once for each model"],
    ["-C a log x --directory b", "--directory:", "one folder"],
    ["log x --format jsn", "--format:", "did you mean json?"],
    ["log x --json --format human", "--format:", "give --format once"],
    ["log x --evel a=1/2", "--evel", "did you mean --eval?"],
    ["log --assume corpus-is-clean=hold", "--assume:", "did you mean holds?"],
    ["log --risk cost-surprise=hgih", "--risk:", "did you mean high?"],
    ["log --answer no-residency=y", "--answer:", "did you mean yes?"],
    ["log --answer no-residency=n", "--answer:", "did you mean no?"],
    ["log --answer no-residency=ja", "--answer:", "did you mean yes?"],
    ["log --spend 5:tokns", "--spend:", "did you mean tokens?"],
    ["log --spend 5 --category dta", "--spend:", "did you mean data?"],
    ["log --spend 5 --basis bill", "--basis:", "did you mean billed?"],
    ["decide nogo --why x", "poc decide:", "did you mean no-go?"],
    ["check --fail-on warn", "--fail-on:", "did you mean warning?"],
    ["memo --paper A3", "--paper:", "did you mean a4?"],
    ["memo decison", "decison", "did you mean decision?"],
    ["memo --verify decison", "decison", "did you mean decision?"],
    ["value --set shape=prt", "shape", "did you mean pert?"],
    ["undo k7f3q2", "k7f3q2", "poc show lists them"],
    ["checklist exti", "exti", "did you mean exit?"],
    ["gate feasibility-pok", "feasibility-pok", "did you mean feasibility-poc?"],
    ["gate pas", "pas", "did you mean pass?"],
    ["gate wave x", "after the gate", "did you mean poc gate waive?"],
    ["gate pas --approver Marta", "--approver", "did you mean poc gate pass?"],
    ["next --role sponser", "--role:", "did you mean sponsor?"],
    ["template lst", "poc template:", "did you mean list?"],
    ["template view decisoin", "decisoin", "did you mean decision?"],
    ["init x --kind feasability", "--kind:", "did you mean feasibility?"],
    ["init x --yes --motivation visibilty", "--motivation:", "did you mean visibility?"],
  ])("%s", async (line, message, hint) => {
    const disk = diskWithPoc();
    const before = new Map(disk);
    const { exitCode, stdout, stderr } = await run(line.split(" "), world({ disk }));
    expect({ exitCode, stdout }).toEqual({ exitCode: EXIT.usage, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect(disk).toEqual(before);
  });
});

test("Ctrl-C at a prompt says that nothing was written", async () => {
  const { exitCode, stderr, files } = await run(
    ["init", "x"],
    world({ cwd: "/elsewhere", terminal: true, answers: [] }),
  );
  expect({ exitCode, last: stderr.split("\n").at(-2) }).toEqual({
    exitCode: EXIT.cancelled,
    last: "cancelled; nothing was written",
  });
  expect(files.size).toBe(0);
});
