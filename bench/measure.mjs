// Whole processes by the wall clock, in rounds of random order; every figure is a ratio to the floor of its own round.
import { spawnSync } from "node:child_process";

/** @typedef {{ name: string, command: string, args: string[], cwd?: string, env?: object, before?: () => void }} Subject */

/**
 * Runs every subject once a round and answers with the median ratio to the subject called `floor`, and its quartiles.
 *
 * @param {Subject[]} subjects
 * @param {{ rounds: number, floor: string }} options
 */
export function measure(subjects, { rounds, floor }) {
  const ratios = new Map(subjects.map((subject) => [subject.name, []]));
  for (let round = -1; round < rounds; round++) {
    const times = new Map();
    for (const subject of shuffled(subjects)) times.set(subject.name, timed(subject));
    // The first round warms the caches of the disk and counts for nothing.
    if (round < 0) continue;
    for (const [name, time] of times) ratios.get(name).push(time / times.get(floor));
  }
  return new Map([...ratios].map(([name, values]) => [name, quartiles(values)]));
}

function timed({ name, command, args, cwd, env, before }) {
  before?.();
  const start = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...cleanEnvironment(), ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const time = Number(process.hrtime.bigint() - start);
  if (error !== undefined || status === null || status > 4)
    throw new Error(`${name} failed: ${error?.message ?? stderr}`);
  return time;
}

/** Where NODE_EXTRA_CA_CERTS is set, Node starts several times slower through no fault of the program it runs. */
function cleanEnvironment() {
  const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, FORCE_COLOR: _colour, ...rest } = process.env;
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

export function isInstalled(command) {
  return spawnSync("which", [command], { stdio: "ignore" }).status === 0;
}
