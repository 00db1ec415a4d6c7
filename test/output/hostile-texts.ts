import { VerdictHistory } from "../../src/domain/standing/verdict-history.ts";

/** Texts that try to act on a terminal, to hide or to forge a line. Each in every field of every view. */
export const HOSTILE_TEXTS: readonly string[] = [
  "\x1b[31mred",
  "\x1b[2J\x1b[H",
  "\x1b[1A\x1b[2K",
  "\x1bc",
  "\x1b]0;title\x07",
  "\x1b]52;c;cm0gLXJm\x07",
  "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
  '\x1bP$q"p\x1b\\',
  "\x1b_apc\x1b\\",
  "\x1b^pm\x1b\\",
  "\x1bXsos\x1b\\",
  "\x1b[?1049h",
  "\x1b[?1000h",
  "\x1b[?2004h",
  "\x1b7\x1b8",
  "\x9b31mred",
  "\x9d0;title\x9c",
  "\x90q\x9c",
  "\x85next",
  "good\rbad",
  "abc\b\b\bxyz",
  "\x07bell",
  "nul\0nul",
  "\x7f\x7f",
  "\x0b\x0c",
  "\x0e\x0f",
  "one\nFORGED.yaml:1:1: error[x]: forged",
  "one\r\nFORGED",
  "\u202etxt.exe",
  "\u2066\u2067\u2068\u2069",
  "\u200e\u200f\u061c",
  "pay\u200bpal\u200d\u2060",
  "\ufeffbom",
  "line\u2028FORGED\u2029FORGED",
  "\ud800lone\udc00",
  "\u{e0001}\u{e0041}tags",
];

/** What must never be printed, colours of the tool's own apart. */
export const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex -- controls are what is looked for
  /[\0-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e0fff}]|[\ud800-\udfff]/u;

/** Keys whose text the tool or its grammar makes: everything else a person may have written. */
const OURS = new Set([
  "kind",
  "phase",
  "verdict",
  "outcome",
  "code",
  "judgedOn",
  "lastDay",
  "counts",
  "metric",
  "missing",
  "rule",
  "category",
  "form",
  "comparator",
  "unit",
  "date",
  "by",
  "end",
  "start",
  "currency",
  "state",
  "level",
  "basis",
  "leaning",
  "better",
  "measure",
  "breaksOn",
  "advice",
  "part",
  "closedBy",
  "showHoursBy",
  "grade",
  "cause",
  "on",
  "asked",
  "standsAs",
  "missed",
  "payback",
  "shape",
  "side",
  "threshold",
]);

/** A copy of a value in which every text that a person may have written is changed. */
export function withTexts<T>(value: T, change: (text: string) => string): T {
  return copy(value, undefined, change) as T;
}

function copy(value: unknown, key: string | undefined, change: (text: string) => string): unknown {
  if (typeof value === "string")
    return key !== undefined && OURS.has(key) && !/[ <]/.test(value) ? value : change(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => copy(item, key, change));
  if (value instanceof Map)
    return new Map(
      [...value].map(([name, item]) => [
        change(String(name)),
        copy(item, typeof item === "string" ? "kind" : undefined, change),
      ]),
    );
  // A history derives its texts from records, and is asked, not read.
  if (value instanceof VerdictHistory) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, copy(item, name, change)]));
}
