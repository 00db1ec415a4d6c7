// A real folder and the built command, for the scripts that replay a PoC.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The built command; where it was not built yet, that is said instead of a stack trace of Node's. */
export function builtCommand() {
  const poc = join(root, "dist/poc.cjs");
  if (existsSync(poc)) return poc;
  throw new Error("dist/poc.cjs is missing: npm run build");
}

/**
 * The script in examples/replay/NAME, with its files.
 *
 * @param {string} name
 * @returns {{ script: import("./replay.mjs").Script, files: import("./replay.mjs").ScriptFiles }}
 */
export function readScript(name) {
  const source = join(root, "examples/replay", name);
  return {
    script: JSON.parse(readFileSync(join(source, "script.json"), "utf8")),
    files: { kickoff: textsIn(join(source, "kickoff")), sources: textsIn(join(source, "sources")) },
  };
}

/**
 * The texts of all files below a folder, by their names within it.
 *
 * @type {(folder: string) => Record<string, string>}
 */
function textsIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/**
 * @param {string} folder
 * @param {{ steadyIds: boolean, environment?: Readonly<Record<string, string>> }} options
 * @returns {import("./replay.mjs").Stage}
 */
export function diskStage(folder, { steadyIds, environment = {} }) {
  const poc = builtCommand();
  const stage = {
    /** @type {import("./replay.mjs").Stage["run"]} */
    run(argv, { now, author }) {
      const env = { ...bareEnvironment(), ...environment, REPLAY_NOW: now, POC_AUTHOR: author };
      const clock = join(root, "scripts/clock-of-the-script.cjs");
      const { status, error, stdout, stderr } = spawnSync(process.execPath, ["--require", clock, poc, ...argv], {
        cwd: folder,
        encoding: "utf8",
        env,
        stdio: ["ignore", "pipe", "pipe"],
      });
      if (status !== 0)
        throw new Error(`poc ${argv.join(" ")} ended with ${status ?? error?.message}\n${stdout}${stderr}`);
      return { stdout, stderr };
    },
    log: () => (existsSync(join(folder, "log")) ? readdirSync(join(folder, "log")).sort() : []),
    /** @type {(file: string) => string} */
    read: (file) => readFileSync(join(folder, file), "utf8"),
    /** @type {(file: string, text: string) => void} */
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
  };
  if (!steadyIds) return stage;
  return { ...stage, rename: (from, to) => renameSync(join(folder, from), join(folder, to)) };
}

/**
 * Without the caller's colour, width and clock, and without certificates, which slow Node's start and are not needed.
 */
function bareEnvironment() {
  const {
    NODE_EXTRA_CA_CERTS: _certificates,
    FORCE_COLOR: _colour,
    COLUMNS: _columns,
    POC_NOW: _now,
    ...rest
  } = process.env;
  return { ...rest, NO_COLOR: "1" };
}
