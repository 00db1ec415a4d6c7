import type { CommittedFiles } from "../../app/ports/ports.ts";
import { blobsOf } from "./git-history.ts";
import { runGit, type Environment } from "./run-git.ts";

/** All of a log of years; a file is bounded by itself. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * What commits say of a subfolder: its files in HEAD, and what a commit edited or removed. Plumbing only, which reads
 * no aliases and runs no hook, filter or external diff.
 */
export function committedFiles(env: Environment, folder: string, subfolder: string): CommittedFiles | undefined {
  const git = (command: readonly string[], input?: string) => {
    const call = { cwd: folder, env, command, most: MOST_BYTES };
    const outcome = runGit(input === undefined ? call : { ...call, input });
    return outcome.ok ? outcome.output : undefined;
  };
  const inside = git(["rev-parse", "--is-shallow-repository"]);
  const listed = git(["ls-tree", "-z", "HEAD", "--", `./${subfolder}/`]);
  const commits = git(["rev-list", "--full-history", "HEAD", "--", `./${subfolder}/`]);
  if (inside === undefined || listed === undefined || commits === undefined) return undefined;
  const tree = listed.toString("utf8").split("\0").flatMap(treeFile);
  const blobs = git(["cat-file", "--batch"], tree.map(({ blob }) => `${blob}\n`).join(""));
  // A merge is compared with each of its parents, so that what it drops of one side is seen.
  const changes = git(
    [
      ..."diff-tree --stdin -m -r -z --no-commit-id --no-renames --no-ext-diff --no-textconv".split(" "),
      ..."--diff-filter=DM --name-status --relative --".split(" "),
      `./${subfolder}/`,
    ],
    commits.toString("latin1"),
  );
  if (blobs === undefined || changes === undefined) return undefined;
  const files = blobsOf(
    blobs,
    tree.map(({ name }) => name),
  );
  const names = { D: new Set<string>(), M: new Set<string>() };
  const words = changes.toString("utf8").split("\0");
  for (let k = 0; k + 1 < words.length; k += 2) {
    const state = words[k]!.trim();
    if (state === "D" || state === "M") names[state].add(words[k + 1]!);
  }
  return {
    files,
    edited: [...names.M].sort(),
    removed: [...names.D].sort(),
    shallow: inside.toString("latin1").startsWith("true"),
  };
}

/** `100644 blob <id>\t<name>` of a regular file. */
function treeFile(line: string): readonly { readonly name: string; readonly blob: string }[] {
  const [, blob, name] = /^100\d{3} blob ([0-9a-f]+)\t([^]+)$/.exec(line) ?? [];
  return blob === undefined || name === undefined ? [] : [{ name, blob }];
}
