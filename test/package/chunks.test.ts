import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

/**
 * What the daily commands load of dist/, and how much it is: the part of starting up that a test can tell without a
 * clock. Before you raise a bound, see whether `poc log` has a use for what it would bring, and run `npm run bench`.
 */
const root = join(import.meta.dirname, "../..");
const dist = join(root, "dist");
const work = mkdtempSync(join(tmpdir(), "poc-chunks-"));
const env = {
  PATH: process.env["PATH"],
  HOME: work,
  POC_AUTHOR: "Ana Ruiz <ana@example.com>",
  POC_NOW: "2026-11-23T09:00:00+01:00",
  NO_COLOR: "1",
};

/** Runs the command as dist/poc.cjs does, and then tells the names of the chunks on the last line. */
const LOADED = `
const { load, scripts } = require(${JSON.stringify(join(dist, "poc.cjs"))});
process.argv.splice(1, 0, "poc");
const { basename, dirname } = require("node:path");
const required = () => Object.keys(require.cache).filter((file) => dirname(file) === ${JSON.stringify(dist)} && basename(file) !== "poc.cjs");
const names = () => new Set([...scripts.keys(), ...required().map((file) => basename(file))]);
load("command.cjs").run().then(() => console.log("\\n" + JSON.stringify([...names()])));
`;

let calls = 0;

/** In another locale each time, so that no answer that was kept is given again. */
function loaded(...args: readonly string[]): readonly string[] {
  return loadedIn(`C.UTF-8@${++calls}`, ...args);
}

function loadedIn(locale: string, ...args: readonly string[]): readonly string[] {
  const names = execFileSync(process.execPath, ["-e", LOADED, "--", ...args], {
    cwd: work,
    env: { ...env, POC_NOW: "2026-11-24T16:00:00+01:00", LANG: locale },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return (JSON.parse(names.trimEnd().split("\n").at(-1)!) as string[]).sort();
}

/** Of the code, and of what V8 keeps of it for a command: both are read at every start. */
function kilobytes(names: readonly string[], command: string): { readonly code: number; readonly kept: number } {
  const sum = (ending: string) =>
    names.reduce((total, name) => total + statSync(join(dist, name + ending)).size, 0) / 1024;
  return { code: sum(""), kept: sum(`.${command}.code`) };
}

beforeAll(() => {
  const poc = (...args: readonly string[]) =>
    execFileSync(process.execPath, [join(dist, "poc.cjs"), ...args], { cwd: work, env, stdio: "ignore" });
  poc(
    "init",
    ".",
    "--yes",
    "--title",
    "Chunks",
    "--question",
    "Does it help?",
    "--unknown",
    "Does it?",
    "--sponsor",
    "Marta Weiss",
    "--cap",
    "2000 EUR",
    "--mvp-budget",
    "9000 EUR",
    "--stack",
    "node",
    "--production-stack",
    "node",
    "--metric",
    "Wrong answers",
    "--baseline",
    "82/400",
    "--target",
    "reduction >= 40%",
    "--min-n",
    "400",
    "--kill-when",
    "wrong-answers > 18%",
    "--kill-by",
    "day 7",
    "--payback",
    "12 months",
  );
  poc("start");
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Files of this package and of others that end up in a chunk, by its name; as the build puts them together. */
async function modulesByChunk(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { generateProducts } = (await import(pathToFileURL(join(root, "scripts/bundle.mjs")).href)) as Bundler;
  const chunks = (await generateProducts()).flat();
  return new Map(chunks.map(({ fileName, modules }) => [fileName, Object.keys(modules ?? {})]));
}

interface Bundler {
  generateProducts(): Promise<readonly (readonly { readonly fileName: string; readonly modules?: object }[])[]>;
}

/** What has no place in a command of every day: who asks, draws, renders, or reads what other tools wrote. */
const NEVER_DAILY = [
  "@modelcontextprotocol/",
  "src/mcp/",
  "papaparse",
  "hyparquet",
  "minisearch",
  "src/output/tables/",
  "node_modules/sax",
  "src/imports/formats",
  "src/app/import/import-files",
  "inquirer",
  "@inquirer/",
  "handlebars",
  "markdown-it",
  "src/memo/",
  "src/app/init/",
];

describe("code that another version of V8 compiled", () => {
  let other: string;
  let home: string;
  const kept = () => {
    const code = join(home, ".cache/poc/code");
    return existsSync(code) ? readdirSync(code).map((name) => join(code, name)) : [];
  };
  const check = (entry: string, changes: Readonly<Record<string, string>> = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(entry, "poc.cjs"), "check"], {
      cwd: work,
      env: { ...env, HOME: home, ...changes },
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  };

  beforeAll(() => {
    other = join(work, "other");
    for (const name of ["dist", "templates", "package.json"])
      cpSync(join(root, name), join(other, name), { recursive: true });
    for (const name of readdirSync(join(other, "dist")).filter((file) => file.endsWith(".code")))
      writeFileSync(join(other, "dist", name), "made by another V8");
  });
  beforeEach(() => {
    home = mkdtempSync(join(work, "home-"));
  });

  test("is compiled again, and kept for the user alone", () => {
    const here = check(dist);
    expect(here.stdout).not.toBe("");
    expect(kept()).toEqual([]);
    for (let run = 0; run < 3; run++) expect(check(join(other, "dist"))).toEqual(here);
    const [folder, ...others] = kept();
    expect(others).toEqual([]);
    expect(statSync(folder!).mode & 0o777).toBe(0o700);
    const files = readdirSync(folder!).map((name) => join(folder!, name));
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect(statSync(file).mode & 0o777).toBe(0o600);
    const times = () => files.map((file) => statSync(file).mtimeMs);
    const before = times();
    expect(check(join(other, "dist"))).toEqual(here);
    expect(times()).toEqual(before);
  });

  test.each([
    ["that is half a file", (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 999))],
    ["that is nothing of the kind", (file: string) => writeFileSync(file, "#!/bin/sh")],
    ["that others may write", (file: string) => chmodSync(file, 0o666)],
    ["in a folder that others may write", (file: string) => chmodSync(dirname(file), 0o777)],
  ])("is not taken from a file %s", (_what, spoil) => {
    const here = check(join(other, "dist"));
    const [folder] = kept();
    spoil(join(folder!, readdirSync(folder!)[0]!));
    expect(check(join(other, "dist"))).toEqual(here);
  });

  test.each([
    ["in CI", { CI: "true" }],
    ["where the person wants no cache", { POC_NO_CACHE: "1" }],
    ["without a home", { HOME: "" }],
    ["where the home is no folder", { HOME: "/dev/null" }],
  ])("is kept nowhere %s", (_where, changes) => {
    expect(check(join(other, "dist"), changes)).toEqual(check(dist, changes));
    expect(kept()).toEqual([]);
  });
});

const JUDGES = "src/domain/standing/standing.ts";

describe("what a command loads", () => {
  let modules: ReadonlyMap<string, readonly string[]>;
  beforeAll(async () => {
    modules = await modulesByChunk();
  });

  const brought = (names: readonly string[], what: string) =>
    names.flatMap((name) => modules.get(name) ?? []).filter((id) => id.includes(`/${what}`));

  test("the chunks are those that were built, so that there is something to look at", () => {
    expect(brought(loaded("--help"), "commander").length).toBeGreaterThan(0);
    expect(brought(loaded("check"), JUDGES)).toHaveLength(1);
  });

  test("--version: what every command does, and no more", () => {
    const names = loaded("--version");
    expect(kilobytes(names, "help").code).toBeLessThan(100);
    for (const what of [...NEVER_DAILY, "commander", "yaml", "zod", "src/document/", "src/domain/standing/"])
      expect(brought(names, what), what).toEqual([]);
  });

  test("--help: how all commands are called, and nothing of what they do", () => {
    const names = loaded("--help");
    expect(kilobytes(names, "help").code).toBeLessThan(195);
    expect(kilobytes(names, "help").kept).toBeLessThan(285);
    for (const what of [...NEVER_DAILY, "yaml", "zod", "src/document/", JUDGES])
      expect(brought(names, what), what).toEqual([]);
  });

  test.each([
    ["log", ["log", "First run", "--eval", "wrong-answers=30/400", "--spend", "12.40:tokens"]],
    ["check", ["check"]],
    ["status", ["status"]],
  ] as const)("%s", (name, args) => {
    // The first run reads the definitions, and those after it what was kept of them.
    loaded("check");
    const names = loaded(...args);
    for (const what of [...NEVER_DAILY, "commander", "node_modules/yaml", "node_modules/zod"])
      expect(brought(names, what), what).toEqual([]);
    expect(kilobytes(names, name).code).toBeLessThan(750);
    expect(kilobytes(names, name).kept).toBeLessThan(1440);
  });

  test.each([["check"], ["status"]])("%s, where nothing has changed: nothing that reads or judges", (command) => {
    const [first, again] = [loadedIn("C", command), loadedIn("C", command)];
    expect(brought(first, JUDGES)).toHaveLength(1);
    for (const what of [...NEVER_DAILY, "commander", "node_modules/yaml", JUDGES, "src/document/", "src/checks/"])
      expect(brought(again, what), what).toEqual([]);
    expect(kilobytes(again, command).code).toBeLessThan(100);
    expect(kilobytes(again, command).kept).toBeLessThan(188);
  });

  test("list, where nothing has changed: nothing that reads records or judges them", () => {
    // The first run judges, and those after it show what was kept: of each PoC, and of the list.
    loaded("list");
    const names = loaded("list");
    const none = [...NEVER_DAILY, "commander", "node_modules/yaml", "node_modules/zod", JUDGES, "src/checks/"];
    for (const what of [...none, "domain/portfolio/portfolio-figures", "portfolio/list-text"])
      expect(brought(names, what), what).toEqual([]);
    expect(kilobytes(names, "list").code).toBeLessThan(152);
    expect(kilobytes(names, "list").kept).toBeLessThan(300);
  });
});
