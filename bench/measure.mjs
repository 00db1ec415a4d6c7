// Whole processes in rounds of random order: every figure is a ratio to the floor of its own round.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @typedef {{ name: string, command: string, args: string[], cwd?: string, env?: object, before?: () => void,
 *   floor?: string }} Subject
 * `floor`: the name of the subject that its figures are ratios to, where it is not that of all.
 * @typedef {{ median: number, low: number, high: number }} Spread
 * @typedef {{ wall: Spread, cpu: Spread | undefined, mib: number | undefined }} Measured
 * Ratios of the wall clock and of processor time; the largest resident memory in MiB, as a median.
 */

/**
 * Runs every subject once a round.
 *
 * @param {Subject[]} subjects
 * @param {{ rounds: number, floor: string }} options
 * @returns {Map<string, Measured>}
 */
export function measure(subjects, { rounds, floor }) {
  const taken = new Map(subjects.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    const one = new Map();
    for (const subject of shuffled(subjects)) one.set(subject.name, timed(subject));
    // The first round warms the caches of the disk and counts for nothing.
    if (round < 0) continue;
    for (const subject of subjects) {
      const [mine, base] = [one.get(subject.name), one.get(subject.floor ?? floor)];
      taken.get(subject.name).push({ wall: mine.wall / base.wall, cpu: mine.cpu / base.cpu, mib: mine.mib });
    }
  }
  const known = (values) => values.every((value) => Number.isFinite(value));
  return new Map(
    [...taken].map(([name, values]) => {
      const [cpu, mib] = [values.map((one) => one.cpu), values.map((one) => one.mib)];
      return [
        name,
        {
          wall: quartiles(values.map((one) => one.wall)),
          cpu: known(cpu) ? quartiles(cpu) : undefined,
          mib: known(mib) ? quartiles(mib).median : undefined,
        },
      ];
    }),
  );
}

const USAGE = fileURLToPath(new URL("usage.cjs", import.meta.url));
const IS_NODE = /(^|\/)node$/;
const GNU_TIME = "/usr/bin/time";
const TIMED = join(tmpdir(), `poc-bench-${process.pid}.time`);

/** Node tells what it took by itself; of other programs GNU time tells it, to the hundredth of a second. */
function timed({ name, command, args, cwd, env, before }) {
  before?.();
  const ours = IS_NODE.test(command);
  const outside = !ours && existsSync(GNU_TIME);
  const [program, ...words] = outside
    ? [GNU_TIME, "-o", TIMED, "-f", "%U %S %M", command, ...args]
    : ours
      ? [command, "--require", USAGE, ...args]
      : [command, ...args];
  const start = process.hrtime.bigint();
  const { status, error, stderr, output } = spawnSync(program, words, {
    cwd,
    env: { ...cleanEnvironment(), ...env },
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    encoding: "utf8",
  });
  const wall = Number(process.hrtime.bigint() - start) / 1000;
  if (error !== undefined || status === null || status > 4)
    throw new Error(`${name} failed: ${error?.message ?? stderr}`);
  if (ours) return { wall, ...JSON.parse(output[3]) };
  if (!outside) return { wall, cpu: NaN, mib: NaN };
  const [user, system, kib] = readFileSync(TIMED, "utf8").trim().split("\n").at(-1).split(" ").map(Number);
  rmSync(TIMED, { force: true });
  return { wall, cpu: (user + system) * 1_000_000, mib: kib / 1024 };
}

/** Where NODE_EXTRA_CA_CERTS is set, Node starts several times slower through no fault of the program it runs. */
export function cleanEnvironment() {
  const {
    NODE_EXTRA_CA_CERTS: _certificates,
    NODE_OPTIONS: _options,
    FORCE_COLOR: _colour,
    CI: _ci,
    ...rest
  } = process.env;
  return { ...rest, NO_COLOR: "1" };
}

function shuffled(items) {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(Math.random() * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}

function quartiles(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** The path of a program, or undefined where there is none. */
export function found(program) {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}

export function isInstalled(program) {
  return found(program) !== undefined;
}
