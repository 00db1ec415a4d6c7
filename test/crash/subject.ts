import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The command under test, as it ships. Another one can be named, to try the driver itself. */
export const COMMAND = process.env["POC_CRASH_COMMAND"] ?? join(import.meta.dirname, "../../dist/poc.cjs");

export const IS_BUILT = existsSync(COMMAND);

/** One process that ran to its end. */
export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** A program and arguments that run the command. */
  readonly through?: readonly string[];
  readonly killAfterMs?: number;
}

/** Fixed, so that a run differs from the next only in what is being tried. */
const ENV = {
  PATH: process.env["PATH"],
  HOME: "/nonexistent",
  TZ: "UTC",
  NO_COLOR: "1",
  POC_AUTHOR: "Ana Ruiz <ana@example.com>",
  POC_NOW: "2026-11-23T16:20:00+01:00",
};

/** Runs the command in `folder`, with no terminal and nothing on standard input. */
export function run(
  folder: string,
  args: readonly string[],
  { through = [], killAfterMs }: RunOptions = {},
): Promise<Outcome> {
  const [program = "", ...rest] = [...through, process.execPath, COMMAND, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, { cwd: folder, env: ENV, stdio: ["ignore", "pipe", "pipe"] });
    let [out, err] = ["", ""];
    child.stdout.on("data", (data: Buffer) => (out += data.toString()));
    child.stderr.on("data", (data: Buffer) => (err += data.toString()));
    child.on("error", reject);
    if (killAfterMs !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    child.on("close", (code, signal) => resolve({ code, signal, out, err }));
  });
}

export function newFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), "poc-crash-")));
}

let underWay: Promise<string> | undefined;
let fresh: Promise<string> | undefined;

/** A copy of a PoC that is under way: started, with three entries. Removed by `discard`, kept where a test fails. */
export async function pocUnderWay(): Promise<string> {
  underWay ??= prepare(
    ["start", "--note", "Agreed in the kickoff"],
    ["log", "Harness runs", "--hours", "2"],
    ["log", "First numbers", "--spend", "12.40 EUR:tokens"],
    ["log", "Reranker on", "--hours", "1h30m"],
  );
  return copyOf(await underWay);
}

/** A copy of a PoC without a log folder: the first entry makes it. */
export async function pocWithoutLog(): Promise<string> {
  fresh ??= prepare();
  return copyOf(await fresh);
}

function copyOf(original: string): string {
  const folder = newFolder();
  cpSync(original, folder, { recursive: true });
  return folder;
}

export function discard(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

async function prepare(...commands: readonly string[][]): Promise<string> {
  const folder = newFolder();
  cpSync(join(import.meta.dirname, "poc"), folder, { recursive: true });
  for (const args of commands) {
    const { code, err } = await run(folder, args);
    if (code !== 0) throw new Error(`poc ${args.join(" ")} ended with ${code}:\n${err}`);
  }
  return folder;
}
