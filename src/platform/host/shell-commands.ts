import { RecordsFault } from "../../app/ports/faults.ts";
import type { CommandOutcome, CommandRequest, Commands } from "../../app/ports/ports.ts";
import { HeadAndTail } from "./head-and-tail.ts";

/** How long a command that was told to stop may take to do so, and its pipes to close after it has ended. */
const GRACE_MS = 2000;

/** What ends a run from outside: Ctrl-C, and the signals that end poc itself. */
const CANCELLING = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs each command as the one argument of `sh -c`, in a process group of its own, so that all of it can be stopped.
 */
export function shellCommands(env: Readonly<Record<string, string | undefined>>): Commands {
  return { run: (request) => run(request, env) };
}

function run(
  { line, folder, seconds, keep, wanted }: CommandRequest,
  env: Readonly<Record<string, string | undefined>>,
): Promise<CommandOutcome> {
  const { spawn } = process.getBuiltinModule("node:child_process");
  const started = performance.now();
  const output = new HeadAndTail(keep);
  return new Promise((resolve, reject) => {
    const child = spawn("sh", ["-c", line], {
      cwd: folder,
      env: { ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
      shell: false,
    });
    let stopped: "time-limit" | "cancelled" | "too-much" | undefined;
    let code: number | null = null;
    const timers: NodeJS.Timeout[] = [];
    const later = (act: () => void, ms: number) => void timers.push(setTimeout(act, ms));
    const stop = (why: "time-limit" | "cancelled" | "too-much") => {
      // A second Ctrl-C means: do not wait.
      signalGroup(child.pid, stopped === undefined ? "SIGTERM" : "SIGKILL");
      if (stopped === undefined) later(() => signalGroup(child.pid, "SIGKILL"), GRACE_MS);
      stopped ??= why;
    };
    const cancel = () => stop("cancelled");
    const settle = () => {
      for (const timer of timers) clearTimeout(timer);
      for (const name of CANCELLING) process.removeListener(name, cancel);
    };
    for (const name of CANCELLING) process.on(name, cancel);
    later(() => stop("time-limit"), seconds * 1000);
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Uint8Array) => output.add(chunk));
    const printed: Uint8Array[] = [];
    let size = 0;
    if (wanted !== undefined)
      child.stdout.on("data", (chunk: Uint8Array) => {
        size += chunk.length;
        if (size > wanted) stop("too-much");
        else printed.push(chunk);
      });
    child.on("error", (error) => {
      settle();
      reject(
        new RecordsFault(
          `cannot run a command in ${folder}: ${error.message}`,
          "it needs that folder, and sh on the PATH",
        ),
      );
    });
    child.on("exit", (status) => {
      code = status;
      // What it left running may hold its pipes open for ever; that is not waited for.
      later(() => [child.stdout, child.stderr].forEach((stream) => stream.destroy()), GRACE_MS);
    });
    child.on("close", () => {
      settle();
      // A shell that ended in time may have left behind what did not.
      if (stopped !== undefined) signalGroup(child.pid, "SIGKILL");
      const ended: CommandOutcome["ended"] =
        stopped !== undefined ? { how: stopped } : code === null ? { how: "signal" } : { how: "exit", code };
      resolve({
        ended,
        seconds: (performance.now() - started) / 1000,
        output: output.text(),
        ...(wanted === undefined ? {} : { printed: Buffer.concat(printed) }),
      });
    });
  });
}

/** The command and everything that it started. */
function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}
