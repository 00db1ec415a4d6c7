import { slugText } from "../../domain/scalars/identifier.ts";

/** The exact form of the names that `poc` gives; the name of a copy differs. */
const PLAIN_NAME = /^\d{4}-\d{2}-\d{2}-\d{4}(?:-[a-z0-9]+)*-[a-z0-9]{7}$/;
const ID_LENGTH = 7;

/** `2026-11-25-1620-reranker-on-k7f3q2m`: day, time, what it is about, id. */
const TOOL_NAME = /^\d{4}-\d{2}-\d{2}-\d{4}-(?:.*-)?([a-z0-9]{7})$/;

/**
 * What tools that copy files add to a name that `poc` gave: ` 2`, ` (conflicted copy)`, `.sync-conflict-…`, `_1`, or
 * the name of a computer in capitals. A name of ours has small letters, digits and dashes only, so anything else was
 * added.
 */
const COPIED_TOOL_NAME = /^(\d{4}-\d{2}-\d{2}-\d{4}-(?:[a-z0-9-]*-)?[a-z0-9]{7})(?:[^a-z0-9-]|-[^a-z0-9]).*$/;

/** The same for names that people gave: only what no person writes. */
const ADDED = [
  /\.sync-conflict-.*/,
  / ?\([^()]*(?:conflict|\bcopy\b|\bkopie\b|\bcopie\b)[^()]*\)/,
  / - (?:Copy|Kopie|Copie).*/,
].map(({ source }) => source);
const COPIED_NAME = new RegExp(`^(.+?)(?:${ADDED.join("|")})$`, "i");

const LONGEST_SLUG = 64;

/**
 * The id of the entry in a file: the last seven characters of a name that the tool gave, or the name turned into an id.
 */
export function entryId(file: string): string {
  return entryIdentity(file).id;
}

/** What a file name says about its entry. */
export interface EntryIdentity {
  readonly id: string;
  /** Whether the name is one that a synchronising tool or a file manager gives to a copy. */
  readonly isCopy: boolean;
}

export function entryIdentity(file: string): EntryIdentity {
  const written = stemOf(file);
  if (PLAIN_NAME.test(written)) return { id: written.slice(-ID_LENGTH), isCopy: false };
  const original = copiedFrom(written);
  const stem = original ?? written;
  const slug = TOOL_NAME.exec(stem)?.[1] ?? slugText(stem, LONGEST_SLUG);
  return { id: slug === "" ? codedName(stem) : slug, isCopy: original !== undefined };
}

/** The name of an entry's file without folder and ending. */
function stemOf(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return name.endsWith(".yaml") ? name.slice(0, -".yaml".length) : name.replace(/\.ya?ml$/i, "");
}

function copiedFrom(stem: string): string | undefined {
  return (COPIED_TOOL_NAME.exec(stem) ?? COPIED_NAME.exec(stem))?.[1];
}

/** Whether `poc` gave the file its name, and with it an id that no other entry has. */
export function isToolName(file: string): boolean {
  return TOOL_NAME.test(stemOf(file));
}

/** What a file in log/ is, by its name. `misnamed`: it was an entry, but no reader finds it under its present name. */
export type LogFile = "entry" | "misnamed" | "other" | "system";

/**
 * Every file in log/ is read, or named as not read: an entry that vanishes takes its facts along without a word.
 * Files that systems and editors put beside others (`.DS_Store`, `.gitkeep`, `._name`, swap files) are nobody's entry.
 */
export function logFileKind(file: string): LogFile {
  const name = file.slice(file.lastIndexOf("/") + 1);
  if (name.endsWith(".yaml") && /^\d/.test(name)) return "entry";
  if (/^(?:\._|\.#)|^(?:Thumbs\.db|desktop\.ini)$/i.test(name)) return "system";
  if (/\.ya?ml$/i.test(name)) return name.startsWith(".") ? "misnamed" : "entry";
  if (name.startsWith(".")) return "system";
  const hidden = /\.ya?ml(?![a-z0-9])/i.test(name) || TOOL_NAME.test(name.replace(/\.[^.]*$/, ""));
  return hidden ? "misnamed" : "other";
}

/** The name that a misnamed entry had: `k7f3q2m.yaml` of `old/.k7f3q2m.yaml.txt`. */
export function entryName(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1).replace(/^[.#]+/, "");
  return name.replace(/\.ya?ml.*$/i, ".yaml");
}

/** For names without an ASCII letter or digit: 32 bits of FNV-1a, enough to tell a handful of such names apart. */
function codedName(stem: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < stem.length; index++) hash = Math.imul(hash ^ stem.charCodeAt(index), 0x01000193);
  return `entry-${(hash >>> 0).toString(36)}`;
}
