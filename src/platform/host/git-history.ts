import type { History } from "../../app/ports/ports.ts";
import { runGit, type Environment } from "./run-git.ts";

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
      const git = (command: readonly string[], input?: string) => {
        const outcome = runGit({
          cwd: folder,
          env,
          command,
          most: MOST_BYTES,
          ...(input === undefined ? {} : { input }),
        });
        return outcome.ok ? outcome.output : undefined;
      };
      const found = git(["rev-list", "-1", `--before=${before}`, "HEAD", "--"]);
      const commit = found?.toString("latin1").trim() ?? "";
      if (!/^[0-9a-f]{40,64}$/.test(commit)) return new Map();
      const asked = names.map((name) => `${commit}:./${name}\n`).join("");
      const blobs = git(["cat-file", "--batch"], asked);
      return blobs === undefined ? new Map() : blobsOf(blobs, names);
    },
  };
}

/**
 * `<id> blob <size>`, the bytes and a line feed for each name that is there; another line for each that is not. In the
 * order of the names.
 */
export function blobsOf(output: Buffer, names: readonly string[]): ReadonlyMap<string, Uint8Array> {
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
