import type { History } from "../../app/ports/ports.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Definitions are a MiB each at most, and there are seven of them. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * What git kept of files. Fixed arguments, no shell, plumbing that reads no aliases and runs no hook, filter or pager;
 * a missing git, a folder without a repository and a repository of somebody else's are all the same here: nobody knows.
 */
export function gitHistory(env: Environment): History {
  return {
    filesAt(folder, names, epochMs) {
      const before = new Date(Math.floor(epochMs / 1000) * 1000).toISOString().replace(".000", "");
      const found = git(folder, env, ["rev-list", "-1", `--before=${before}`, "HEAD", "--"]);
      const commit = found?.toString("latin1").trim() ?? "";
      if (!/^[0-9a-f]{40,64}$/.test(commit)) return new Map();
      const asked = names.map((name) => `${commit}:./${name}\n`).join("");
      const blobs = git(folder, env, ["cat-file", "--batch"], asked);
      return blobs === undefined ? new Map() : blobsOf(blobs, names);
    },
  };
}

function git(cwd: string, env: Environment, command: readonly string[], input?: string): Buffer | undefined {
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const guarded = ["--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", ...command];
  const result = spawnSync("git", guarded, {
    cwd,
    env: { ...env, GIT_OPTIONAL_LOCKS: "0" },
    shell: false,
    timeout: 5000,
    maxBuffer: MOST_BYTES,
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "ignore"],
    ...(input === undefined ? {} : { input }),
  });
  return result.error === undefined && result.status === 0 ? result.stdout : undefined;
}

/** `<id> blob <size>`, the bytes and a line feed for each name that is there; another line for each that is not. */
function blobsOf(output: Buffer, names: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  let at = 0;
  for (const name of names) {
    const end = output.indexOf(10, at);
    if (end < 0) break;
    const size = / blob (\d+)$/.exec(output.toString("latin1", at, end))?.[1];
    at = end + 1;
    if (size === undefined) continue;
    found.set(name, new Uint8Array(output.subarray(at, at + Number(size))));
    at += Number(size) + 1;
  }
  return found;
}
