import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Disk } from "./memory-files.ts";
import { POC, run, world, type World } from "./run.ts";
import { wordsOf, type Step } from "./session.ts";

/** What a branch came to: its files, and the ids of the entries that were acknowledged on it. */
export interface Branch {
  readonly disk: Disk;
  readonly stored: readonly string[];
}

/** Runs the steps on a copy of what is there. An id is acknowledged where the command ends with 0 and the file is new. */
export async function branch(from: Disk, steps: readonly Step[], within: Partial<World> = {}): Promise<Branch> {
  const disk: Disk = new Map(from);
  const stored: string[] = [];
  for (const { type, ...changes } of steps) {
    const before = new Set(disk.keys());
    const { exitCode, stderr } = await run(wordsOf(type).slice(1), world({ disk, ...within, ...changes }));
    if (exitCode !== 0) throw new Error(`${type} ended with ${exitCode}: ${stderr}`);
    for (const name of disk.keys())
      if (!before.has(name) && name.startsWith(`${POC}/log/`)) stored.push(name.slice(-12, -5));
  }
  return { disk, stored };
}

/** What plain git makes of two branches from one base. Conflicts are left as git leaves them. */
export function mergedByGit(base: Disk, ours: Disk, theirs: Disk): { readonly disk: Disk; readonly conflict: boolean } {
  const folder = mkdtempSync(join(tmpdir(), "poc-merge-"));
  try {
    const git = (...argv: string[]) =>
      spawnSync(
        "git",
        ["-c", "user.name=T", "-c", "user.email=t@example.com", "-c", "core.hooksPath=/dev/null", ...argv],
        {
          cwd: folder,
          encoding: "utf8",
          env: { PATH: process.env["PATH"], GIT_CONFIG_NOSYSTEM: "1", HOME: folder },
        },
      );
    const commit = (disk: Disk) => {
      for (const name of readdirSync(folder)) if (name !== ".git") rmSync(join(folder, name), { recursive: true });
      for (const [path, text] of disk) {
        const file = join(folder, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
      git("add", "-A");
      git("commit", "-q", "-m", "x");
    };
    git("init", "-q", "-b", "base", ".");
    commit(base);
    git("checkout", "-q", "-b", "theirs");
    commit(theirs);
    git("checkout", "-q", "base");
    commit(ours);
    const { status } = git("merge", "-q", "--no-edit", "theirs");
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (item) => item.isFile() && !`${item.parentPath}/`.startsWith(join(folder, ".git/")),
    );
    const disk: Disk = new Map(
      files.map((item): [string, string] => {
        const path = join(item.parentPath, item.name);
        return [path.slice(folder.length), readFileSync(path, "utf8")];
      }),
    );
    return { disk, conflict: status !== 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
