import { lstatSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readRegularFile } from "../disk/regular-file.ts";

/** Values by `section.key`, lower case; "unclear" where git itself has to be asked. */
export type GitValues = Readonly<Record<string, string>> | "unclear";

const MAX_BYTES = 262_144;

/** The folders in which a repository keeps its configuration, where `cwd` is in one. */
export function gitFolderOf(cwd: string): { readonly own: string; readonly common: string } | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, ".git");
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) return { own: path, common: path };
    if (stats?.isFile() === true) return linkedFolder(path);
    if (folder === dirname(folder)) return undefined;
  }
}

/** A worktree or submodule: the file `.git` names its folder, which names the one shared by all worktrees. */
function linkedFolder(path: string): { readonly own: string; readonly common: string } | undefined {
  const target = /^gitdir: (.+?)\s*$/.exec(textOf(path) ?? "")?.[1];
  if (target === undefined) return undefined;
  const own = resolve(dirname(path), target);
  const common = textOf(join(own, "commondir"))?.trim();
  return { own, common: common === undefined ? own : resolve(own, common) };
}

/** The user and author in one of git's configuration files; undefined where there is no such file. */
export function readGitFile(path: string): GitValues | undefined {
  const text = textOf(path);
  return text === undefined ? undefined : parse(text);
}

function textOf(path: string): string | undefined {
  try {
    return Buffer.from(readRegularFile(path, path, MAX_BYTES, "follow-links")).toString("utf8");
  } catch {
    // Missing, unreadable, not a file: git will say so where it matters to git.
    return undefined;
  }
}

function parse(text: string): GitValues {
  const values: Record<string, string> = {};
  let section = "";
  for (const line of text.replace(/^\ufeff/, "").split(/\r?\n/)) {
    const header = /^\s*\[\s*([^\]"\s]+)[^\]]*\](.*)$/.exec(line);
    if (header) section = header[1]!.toLowerCase();
    if (section.startsWith("include")) return "unclear";
    if (section !== "user" && section !== "author") continue;
    const pair = /^\s*(name|email)\s*=(.*)$/i.exec(header ? header[2]! : line);
    if (!pair) continue;
    const value = valueOf(pair[2]!);
    if (value === undefined) return "unclear";
    values[`${section}.${pair[1]!.toLowerCase()}`] = value;
  }
  return values;
}

/** Quotes and comments as git reads them; undefined for escapes and continued lines, which are rare and git's. */
function valueOf(raw: string): string | undefined {
  if (raw.includes("\\")) return undefined;
  let value = "";
  let quoted = false;
  for (const character of raw) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "#" || character === ";")) break;
    else value += character;
  }
  return quoted ? undefined : value.trim();
}
