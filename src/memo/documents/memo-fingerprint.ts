import type { Entry } from "../../domain/records/entry.ts";
import type { Standing } from "../../domain/standing/standing.ts";

/**
 * A canonical text of all the records that a memo reads: the definitions as they stand in the files, what could not be
 * read, and every entry up to the instant. Equal records make equal text, wherever they lie and however their YAML is
 * laid out; the caller makes a hash of it. Not in it: the memos, which are made of the records and not part of
 * them, and entries after the instant.
 */
export function memoFingerprint(standing: Standing): string {
  const { written, unreadable, placeholders, log } = standing;
  return canonical({ written, unreadable, placeholders, log: log.entries.map(withoutFile) });
}

/** The name of its file says nothing that the entry does not; nor do runs that are not there. */
function withoutFile(entry: Entry): unknown {
  return { ...entry, file: undefined, runs: entry.runs.length === 0 ? undefined : entry.runs };
}

/** JSON with sorted keys; maps as objects of their own kind, integers of any size, and nothing for what is absent. */
function canonical(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value instanceof Map) return `M${pairs([...value])}`;
  return fields(value);
}

function fields(value: object): string {
  // Joined, for a text that grows by `+=` stays in its pieces, and those of a long log fill the memory.
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const field: unknown = Reflect.get(value, key);
    if (field !== undefined) parts.push(`${JSON.stringify(key)}:${canonical(field)}`);
  }
  return `{${parts.join(",")}}`;
}

function pairs(entries: readonly (readonly [unknown, unknown])[]): string {
  const present = entries
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [String(key), value] as const);
  present.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${present.map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`).join(",")}}`;
}
