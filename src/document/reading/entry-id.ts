import { slugText } from "../../domain/scalars/identifier.ts";

/** `2026-11-25-1620-reranker-on-k7f3q2m`: day, time, what it is about, id. */
const TOOL_NAME = /^\d{4}-\d{2}-\d{2}-\d{4}-(?:.*-)?([a-z0-9]{7})$/;

const LONGEST_SLUG = 64;

/** The id of the entry in a file: the last seven characters of a name that the tool gave, else the name made an id. */
export function entryId(file: string): string {
  const stem = file.slice(file.lastIndexOf("/") + 1).replace(/\.ya?ml$/, "");
  const given = TOOL_NAME.exec(stem)?.[1];
  if (given !== undefined) return given;
  const slug = slugText(stem, LONGEST_SLUG);
  return slug === "" ? codedName(stem) : slug;
}

/** For names without a letter or digit of ASCII: 32 bits of FNV-1a, which tell a handful of such names apart. */
function codedName(stem: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < stem.length; index++) hash = Math.imul(hash ^ stem.charCodeAt(index), 0x01000193);
  return `entry-${(hash >>> 0).toString(36)}`;
}
