import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { pathText, valueAt, type Path } from "../../diagnostics/place.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { eachText, FACT_NAMES, someText, type FactName } from "../../domain/records/facts.ts";
import { findSecret, mayHoldSecret } from "../../domain/scalars/secret.ts";
import type { Check } from "../check.ts";
import { saying } from "../../domain/records/log.ts";

/**
 * What git has seen stays seen, withdrawn or not. The message names the field and the kind of secret; the place is that
 * of the entry and not of the field, because the line at a place is shown, and the secret must not be.
 */
export const secret: Check = {
  name: "secret",
  codes: ["secret-in-log"],
  run({ log }) {
    const found: Diagnostic[] = [];
    for (const entry of [...suspects(log.entries), ...suspects(log.later)])
      eachText(entry, (text, path) => {
        const kind = findSecret(text);
        if (kind !== undefined) found.push(leak(kind, entry, path));
      });
    return found;
  },
};

/** The few entries of a log that are worth going through text by text. */
function suspects(entries: readonly Entry[]): readonly Entry[] {
  const found = new Set<Entry>();
  for (const name of FACT_NAMES) addSuspects(found, entries, name);
  return entries.filter((entry) => found.has(entry));
}

function addSuspects<K extends FactName>(found: Set<Entry>, entries: readonly Entry[], name: K): void {
  for (const entry of saying(entries, name)) if (someText(entry, name, mayHoldSecret)) found.add(entry);
}

function leak(kind: string, entry: Entry, path: Path): Diagnostic {
  return {
    code: "secret-in-log",
    message: `${pathText(path)} contains what looks like ${kind}; answers and memos mask it`,
    place: valueAt(entry.file, "at"),
    hint: "revoke it first, since copies may be anywhere; then edit it out of the entry and of git's history",
  };
}
