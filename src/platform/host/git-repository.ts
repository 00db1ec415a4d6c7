import { lstatSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import type { Repository } from "../../app/ports/ports.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Where CI systems say that they put the repository, for those that give their jobs a copy without `.git`. */
const WORKSPACES = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"] as const;

/** The repository around a folder: the nearest `.git` above it, else the one that the CI system names. */
export function gitRepository(env: Environment): Repository {
  return {
    placeOf(folder) {
      const real = realPath(folder);
      const root =
        rootAbove(real) ?? WORKSPACES.map((name) => workspace(env[name], real)).find((one) => one !== undefined);
      return root === undefined ? undefined : relative(root, real).split(sep).join("/");
    },
  };
}

/** `.git` is a folder in a clone, and a file in worktrees and submodules. */
function rootAbove(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (isRepository(join(folder, ".git"))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function isRepository(path: string): boolean {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return (
      stats !== undefined && (stats.isFile() || lstatSync(join(path, "HEAD"), { throwIfNoEntry: false }) !== undefined)
    );
  } catch {
    // What we may not look into is not the repository of this PoC.
    return false;
  }
}

/** The folder that a variable names, where `inside` lies in it. */
function workspace(named: string | undefined, inside: string): string | undefined {
  if (named === undefined || !isAbsolute(named)) return undefined;
  const root = realPath(named);
  return inside === root || inside.startsWith(root.endsWith(sep) ? root : root + sep) ? root : undefined;
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    // A folder that is gone or closed to us is named as it was; who reads it will say what is wrong.
    return path;
  }
}
