import { lstatSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import type { BaseFiles, NoBase, Repository } from "../../app/ports/ports.ts";
import { committedFiles } from "./git-committed.ts";
import { blobsOf } from "./git-history.ts";
import { runGit, type Environment, type GitOutcome } from "./run-git.ts";

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
    filesAtBase: (folder, ref, subfolders, limit) => filesAtBase({ folder, env, subfolders, limit }, ref),
    committed: (folder, subfolder) => committedFiles(env, folder, subfolder),
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

/** All of a log of years; a file is bounded by itself. */
const MOST_BYTES = 256 * 1024 * 1024;

interface Asked {
  readonly folder: string;
  readonly env: Environment;
  readonly subfolders: readonly string[];
  readonly limit: number;
}

function filesAtBase(asked: Asked, ref: string): BaseFiles {
  const git = (command: readonly string[], input?: string): GitOutcome =>
    runGit({
      cwd: asked.folder,
      env: asked.env,
      command,
      most: MOST_BYTES,
      ...(input === undefined ? {} : { input }),
    });
  const inside = git(["rev-parse", "--is-inside-work-tree", "--is-shallow-repository"]);
  if (!inside.ok)
    return { found: false, why: { code: inside.why === "no-git" ? "no-git" : "no-repository", shallow: false } };
  const shallow = textOf(inside).endsWith("true");
  const missing = (code: NoBase["code"]): BaseFiles => ({ found: false, why: { code, shallow } });
  const named = git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  if (!isCommit(textOf(named))) return missing("no-ref");
  const base = textOf(git(["merge-base", textOf(named), "HEAD"]));
  if (!isCommit(base)) return missing("no-common-commit");
  const listed = git(["ls-tree", "-l", "-z", base, "--", "./", ...asked.subfolders.map((name) => `./${name}/`)]);
  if (!listed.ok) return missing("unreadable");
  const small = listed.output
    .toString("utf8")
    .split("\0")
    .flatMap((line) => treeFile(line, asked.limit));
  const blobs = git(["cat-file", "--batch"], small.map(({ blob }) => `${blob}\n`).join(""));
  if (!blobs.ok) return missing("unreadable");
  const names = small.map(({ name }) => name);
  return { found: true, commit: base, files: blobsOf(blobs.output, names) };
}

/**
 * `100644 blob <id> <size>\t<name>` of a regular file; what is a link, a folder, a submodule or too large is left out.
 */
function treeFile(line: string, limit: number): readonly { readonly name: string; readonly blob: string }[] {
  const [, blob, size, name] = /^100\d{3} blob ([0-9a-f]+) +(\d+)\t([^]+)$/.exec(line) ?? [];
  return blob === undefined || name === undefined || Number(size) > limit ? [] : [{ name, blob }];
}

function textOf(outcome: GitOutcome): string {
  return outcome.ok ? outcome.output.toString("latin1").trim() : "";
}

function isCommit(text: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(text);
}
