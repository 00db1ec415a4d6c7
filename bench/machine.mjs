// What is here to measure with, and what can be counted instead of timed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cleanEnvironment, found, isInstalled } from "./measure.mjs";

/** Every Node of another version: on the path, where the managers of versions keep them, and those that are named. */
export function nodesFound() {
  const places = [
    ...(process.env.BENCH_NODES ?? "").split(":").filter((path) => path !== ""),
    ...["node", "nodejs"].flatMap((name) => found(name) ?? []),
    ...[
      [".nvm/versions/node", "bin/node"],
      [".local/share/fnm/node-versions", "installation/bin/node"],
      [".volta/tools/image/node", "bin/node"],
      [".local/share/mise/installs/node", "bin/node"],
    ].flatMap(([folder, path]) => versionsIn(join(homedir(), folder), path)),
  ];
  const nodes = new Map([[process.versions.node, process.execPath]]);
  for (const path of places) {
    const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8" });
    const version = /^v(\d+\.\d+\.\d+)$/.exec(stdout?.trim() ?? "")?.[1];
    if (version !== undefined && !nodes.has(version)) nodes.set(version, path);
  }
  return [...nodes].map(([version, path]) => ({ version, path }));
}

function versionsIn(folder, path) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((version) => join(folder, version, path))
    .filter((node) => existsSync(node));
}

/** `hledger 1.25`, or that it is not there. */
export function versionOf(program) {
  if (!isInstalled(program)) return `no ${program}`;
  const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return (stdout ?? "").split(/[,\n]/)[0].trim();
}

/** The chunks that a command loads on its second run, and how large they are. */
export function loadedKilobytes(poc, args, { cwd, env }) {
  const dist = dirname(poc);
  const script = `
const { load, scripts } = require(${JSON.stringify(poc)});
process.argv.splice(1, 0, "poc");
load("command.cjs").run().then(() => console.log("\\n" + JSON.stringify([...scripts.keys()])));`;
  const run = () =>
    spawnSync(process.execPath, ["-e", script, "--", ...args], {
      cwd,
      env: { ...cleanEnvironment(), ...env },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).stdout;
  run();
  const names = JSON.parse(run().trimEnd().split("\n").at(-1));
  const set =
    ["check", "log", "list", "status"].find((one) => one === args[0]) ?? (args[0].startsWith("-") ? "help" : "other");
  const size = (name) => statSync(join(dist, name), { throwIfNoEntry: false })?.size ?? 0;
  const kilobytes = (ending) => names.reduce((sum, name) => sum + size(name + ending), 0) / 1024;
  return { code: kilobytes(""), kept: kilobytes(`.${set}.code`), chunks: names.length };
}

/** Opens and all calls to the system beyond those of an empty process; undefined where there is no strace. */
export function filesAndCalls(poc, args, { cwd, env }) {
  if (!isInstalled("strace")) return undefined;
  const count = (words) => {
    const folder = mkdtempSync(join(tmpdir(), "poc-strace-"));
    try {
      const file = join(folder, "calls");
      spawnSync("strace", ["-f", "-o", file, process.execPath, ...words], {
        cwd,
        env: { ...cleanEnvironment(), ...env },
        stdio: "ignore",
      });
      const lines = readFileSync(file, "utf8").split("\n");
      return { opens: lines.filter((line) => / openat\(/.test(line)).length, calls: lines.length };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const [floor, whole] = [count(["-e", "0"]), count([poc, ...args])];
  return { opens: whole.opens - floor.opens, calls: whole.calls - floor.calls };
}
