/** The keys of an entry, in the order in which they are written. */
export const ENTRY_KEYS = [
  "at",
  "by",
  "note",
  "results",
  "tasks",
  "spend",
  "time",
  "assumptions",
  "risks",
  "answers",
  "attest",
  "runs",
  "start",
  "amend",
  "undo",
  "decision",
  "waivers",
  "gate",
] as const;

export type EntryKey = (typeof ENTRY_KEYS)[number];
