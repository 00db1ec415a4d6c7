import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, type Outcome } from "./subject.ts";

/** Every call by which a process on Linux can read or change a folder. */
const CALLS = [
  "open", "openat", "close", "read", "pread64", "readv", "write", "pwrite64", "writev", "fsync", "fdatasync", "ftruncate", "fchmod", "fchown",
  "link", "linkat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir",
  "stat", "lstat", "fstat", "newfstatat", "statx", "access", "faccessat", "faccessat2", "getdents64", "readlink", "readlinkat",
] as const; // prettier-ignore

/** One system call of the main thread that concerns the folder. */
export interface Call {
  readonly name: string;
  /** It is the so-manieth call of this name by the thread, counted from 1, whatever it concerns. */
  readonly ordinal: number;
  /** As strace writes it. */
  readonly text: string;
  /** The kind of place it concerns, for saying what was tried: `fsync of a temporary file`. */
  readonly subject: string;
}

export interface Traced {
  readonly outcome: Outcome;
  /** Calls that concern the folder, and writing to standard output, in order. */
  readonly calls: readonly Call[];
  /** The call that was made to fail or that the process was killed at, where it concerns the folder. */
  readonly hit: Call | undefined;
}

export interface Injection {
  readonly call: string;
  readonly ordinal: number;
  /** A signal or an error that the call meets in place of what it would do. */
  readonly what: `signal=${string}` | `error=${string}`;
}

/** Why nothing can be traced here, or undefined. */
export function straceMissing(): string | undefined {
  const { status, error, stderr } = spawnSync("strace", ["-f", "-qq", "-e", "trace=none", "true"], {
    encoding: "utf8",
  });
  if (error !== undefined) return "strace is not installed";
  return status === 0 ? undefined : `strace cannot trace here: ${stderr.trim()}`;
}

/** Runs the command under strace, with a call that fails where `injection` asks for it. */
export async function trace(folder: string, args: readonly string[], injection?: Injection): Promise<Traced> {
  const logs = mkdtempSync(join(tmpdir(), "poc-strace-"));
  const file = join(logs, "trace");
  const inject =
    injection === undefined ? [] : ["-e", `inject=${injection.call}:${injection.what}:when=${injection.ordinal}`];
  // -y writes the path of every descriptor. Calls that this system does not have are passed over by the question mark.
  const through = [
    "strace",
    "-f",
    "-qq",
    "-y",
    "-s",
    "4096",
    "-o",
    file,
    "-e",
    `trace=${CALLS.map((call) => `?${call}`).join(",")}`,
    ...inject,
  ];
  try {
    const outcome = await run(folder, args, { through });
    const calls = existsSync(file) ? parse(readFileSync(file, "utf8"), folder) : [];
    return { outcome, calls: calls.filter(({ subject }) => subject !== ""), hit: hitBy(calls, injection) };
  } finally {
    rmSync(logs, { recursive: true, force: true });
  }
}

function hitBy(calls: readonly Call[], injection: Injection | undefined): Call | undefined {
  const call = calls.find(({ name, ordinal }) => name === injection?.call && ordinal === injection.ordinal);
  if (call === undefined || call.subject === "") return undefined;
  // What strace failed it marks; a process that was killed leaves its last call unfinished.
  const took =
    injection?.what.startsWith("error=") === true ? call.text.includes("(INJECTED)") : !/= \d/.test(call.text);
  return took ? call : undefined;
}

/** Calls of the main thread, which is the first that shows; strace counts calls thread by thread too. */
function parse(text: string, folder: string): Call[] {
  const counts = new Map<string, number>();
  const calls: Call[] = [];
  let main: string | undefined;
  for (const line of text.split("\n")) {
    const [, resumer, result] = /^(\d+) +<\.\.\. \w+ resumed>(.*)$/.exec(line) ?? [];
    // Another thread had something to say in between; the result belongs to the last call of this one.
    if (resumer !== undefined && resumer === main) calls.push(withResult(calls.pop()!, result!));
    const match = /^(\d+) +(\w+)\((.*)$/.exec(line);
    if (!match) continue;
    const [, thread = "", name = "", rest = ""] = match;
    main ??= thread;
    if (thread !== main) continue;
    const ordinal = (counts.get(name) ?? 0) + 1;
    counts.set(name, ordinal);
    calls.push({ name, ordinal, text: `${name}(${rest}`, subject: subjectOf(name, rest, folder) });
  }
  return calls;
}

function withResult(call: Call, result: string): Call {
  return { ...call, text: `${call.text} ${result}` };
}

/** Every call has its descriptor or its first path in front; AT_FDCWD shows the current folder, which is none. */
function subjectOf(call: string, rest: string, folder: string): string {
  if (call === "write" && /^1[<,]/.test(rest)) return "standard output";
  const place = rest.replace(/^AT_FDCWD(<[^>]*>)?, /, "");
  const path = /^(?:\d+<|")([^">]*)/.exec(place)?.[1] ?? "";
  if (!path.startsWith(folder)) return "";
  const name = path.slice(folder.length + 1);
  if (name === "") return "the folder";
  if (name === "log") return "the log folder";
  if (/(^|\/)\.tmp-[^/]*$/.test(name)) return "a temporary file";
  if (/(^|\/)\.[^/]*\.lock$/.test(name)) return "a lock";
  if (/(^|\/)\.pending-[^/]*$/.test(name)) return "a note of a change";
  return name.startsWith("log/") ? "an entry" : "a definition";
}
