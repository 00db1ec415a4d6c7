import ignore, { type Ignore } from "ignore";
import { REPOSITORY_FILE } from "../../domain/records/organisation/organisation.ts";
import {
  CASE_FOLDER,
  DEFINITION_FILES,
  LOG_FOLDER,
  MEMO_FOLDER,
  TEMPLATE_FOLDER,
} from "../../domain/records/records.ts";
import { FileFault } from "../ports/faults.ts";
import type { Files, FolderItem } from "../ports/ports.ts";

/** A folder that is a PoC, or was to be one. */
export interface PocPlace {
  /** Absolute path. */
  readonly path: string;
  /** Whether poc.yaml is there; without it other definitions are, so that somebody began a PoC or lost its charter. */
  readonly hasCharter: boolean;
  /** What lies directly in it and is part of a PoC, by name; undefined where it was named and not looked for. */
  readonly items?: readonly FolderItem[];
}

/** What was found below a folder. */
export interface PocSearch {
  /** By path. */
  readonly places: readonly PocPlace[];
  /** Folders that could not be looked into, each with the reason. */
  readonly closed: readonly ClosedFolder[];
}

export interface ClosedFolder {
  readonly path: string;
  /** A sentence: `cannot list /srv/team-a: permission denied`. */
  readonly why: string;
}

/** Folders that belong to the PoC around them: no other PoC lies in them, and some have thousands of files. */
const OF_A_POC: ReadonlySet<string> = new Set([LOG_FOLDER, CASE_FOLDER, MEMO_FOLDER, TEMPLATE_FOLDER, "runs"]);
const IGNORE_FILE = ".gitignore";
const LARGEST_IGNORE_FILE = 1024 * 1024;

const PARTS: ReadonlySet<string> = new Set([
  ...Object.values(DEFINITION_FILES),
  LOG_FOLDER,
  MEMO_FOLDER,
  REPOSITORY_FILE,
]);

/** What of a folder is part of a PoC. */
export function partsOf(items: readonly FolderItem[]): readonly FolderItem[] {
  return items.filter(({ name }) => PARTS.has(name));
}

/** The same, one list for all PoCs that have the same parts: they are all held until the last one has been read. */
function sharedParts(): (items: readonly FolderItem[]) => readonly FolderItem[] {
  const known = new Map<string, readonly FolderItem[]>();
  return (items) => {
    const parts = partsOf(items);
    const key = parts.map(({ name, kind }) => `${name} ${kind}`).join("/");
    const shared = known.get(key) ?? parts;
    known.set(key, shared);
    return shared;
  };
}

/** The rules of one .gitignore, and those of the folders above it. */
interface Rules {
  readonly base: string;
  readonly ignore: Ignore;
  readonly above: Rules | undefined;
}

/**
 * Every PoC at or below a folder, those within other PoCs too. Only names are looked at. Links are not followed, so a
 * circle of them has no end to find; hidden folders and node_modules are left out, and what .gitignore leaves out. The
 * rules of a repository do not reach into another one below it.
 *
 * @param start absolute path, without links
 */
export function findPocs(files: Files, start: string): PocSearch {
  const places: PocPlace[] = [];
  const closed: ClosedFolder[] = [];
  const shared = sharedParts();
  const waiting: { readonly path: string; readonly rules: Rules | undefined }[] = [
    { path: start, rules: rulesAbove(files, start) },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path } = next;
    let items: readonly FolderItem[];
    try {
      items = files.namesIn(path);
    } catch (fault) {
      if (!(fault instanceof FileFault)) throw fault;
      // What was removed while we looked is not there, and nobody has to be told.
      if (fault.kind !== "missing" || path === start) closed.push({ path, why: fault.message });
      continue;
    }
    const rules = rulesWithin(files, path, items, next.rules);
    const place = placeOf(path, items, shared);
    if (place !== undefined) places.push(place);
    for (const { name, kind } of items) {
      if (kind !== "folder" || name.startsWith(".") || name === "node_modules") continue;
      if (place !== undefined && OF_A_POC.has(name)) continue;
      const inner = below(path, name);
      if (!isIgnored(rules, `${inner}/`)) waiting.push({ path: inner, rules });
    }
  }
  return { places: places.sort(byPath), closed: closed.sort(byPath) };
}

function placeOf(path: string, items: readonly FolderItem[], shared: typeof partsOf): PocPlace | undefined {
  // A link or a pipe of that name counts: reading it says what is wrong, where passing by would be a riddle.
  const has = (file: string) => items.some(({ name, kind }) => name === file && kind !== "folder");
  if (has(DEFINITION_FILES.charter)) return { path, hasCharter: true, items: shared(items) };
  return has(DEFINITION_FILES.evals) && has(DEFINITION_FILES.killCriteria)
    ? { path, hasCharter: false, items: shared(items) }
    : undefined;
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function below(path: string, name: string): string {
  return path.endsWith("/") ? path + name : `${path}/${name}`;
}

/** The rules that reach a folder from above, up to the root of its repository. Naming a folder overrules them. */
function rulesAbove(files: Files, start: string): Rules | undefined {
  const root = repositoryAround(files, start);
  if (root === undefined || root === start) return undefined;
  const names = start
    .slice(root.length)
    .split(/[\\/]/)
    .filter((name) => name !== "");
  let rules: Rules | undefined;
  let path = root;
  for (const name of names) {
    rules = rulesOf(files, path, rules);
    path = below(path, name);
  }
  return isIgnored(rules, `${start}/`) ? undefined : rules;
}

/** A worktree has a file .git, a clone a folder. */
function repositoryAround(files: Files, start: string): string | undefined {
  for (let path = start; ;) {
    if (namesOrNone(files, path).some(({ name }) => name === ".git")) return path;
    const parent = path.slice(0, Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")));
    if (parent === "" || parent === path) return undefined;
    path = parent;
  }
}

function namesOrNone(files: Files, path: string): readonly FolderItem[] {
  try {
    return files.namesIn(path);
  } catch (fault) {
    if (fault instanceof FileFault) return [];
    throw fault;
  }
}

function rulesWithin(files: Files, path: string, items: readonly FolderItem[], above: Rules | undefined) {
  const outside = items.some(({ name }) => name === ".git") ? undefined : above;
  return items.some(({ name, kind }) => name === IGNORE_FILE && kind === "file")
    ? rulesOf(files, path, outside)
    : outside;
}

function rulesOf(files: Files, path: string, above: Rules | undefined): Rules | undefined {
  try {
    const text = new TextDecoder().decode(files.readNamed(below(path, IGNORE_FILE), LARGEST_IGNORE_FILE));
    return { base: below(path, ""), ignore: ignore({ allowRelativePaths: true }).add(text), above };
  } catch (fault) {
    // Rules that cannot be read leave nothing out: looking at too much is the smaller harm.
    if (fault instanceof FileFault) return above;
    throw fault;
  }
}

/**
 * By the innermost rules that say anything of it. What rules say of a folder above says nothing here: it was looked
 * into because others overruled them.
 *
 * @param path of a folder, with a slash at its end
 */
function isIgnored(rules: Rules | undefined, path: string): boolean {
  for (let level = rules; level !== undefined; level = level.above) {
    const within = path.slice(level.base.length);
    const above = within.slice(0, within.lastIndexOf("/", within.length - 2) + 1);
    if (above !== "" && level.ignore.test(above).ignored) continue;
    const { ignored, unignored } = level.ignore.test(within);
    if (ignored || unignored) return ignored;
  }
  return false;
}
