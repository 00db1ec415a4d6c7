import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { pathText, valueAt, type Path } from "../../diagnostics/place.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { eachText } from "../../domain/records/facts.ts";
import { findSecret } from "../../domain/scalars/secret.ts";
import type { Check } from "../check.ts";

/** More texts than this are not names and categories. */
const MOST_REMEMBERED = 1000;

/**
 * What git has seen stays seen, withdrawn or not. The message names the field and the kind of secret; the place is that
 * of the entry and not of the field, because the line at a place is shown, and the secret must not be.
 */
export const secret: Check = {
  name: "secret",
  codes: ["secret-in-log"],
  run({ log }) {
    const found: Diagnostic[] = [];
    // Half of the texts of a log are names and categories that were looked at before.
    const harmless = new Set<string>();
    const look = (entry: Entry) =>
      eachText(entry, (text, path) => {
        if (harmless.has(text)) return;
        const kind = findSecret(text);
        if (kind !== undefined) found.push(leak(kind, entry, path));
        else if (harmless.size < MOST_REMEMBERED) harmless.add(text);
      });
    log.entries.forEach(look);
    log.later.forEach(look);
    return found;
  },
};

function leak(kind: string, entry: Entry, path: Path): Diagnostic {
  return {
    code: "secret-in-log",
    message: `${pathText(path)} contains what looks like ${kind}; answers and memos mask it`,
    place: valueAt(entry.file, "at"),
    hint: "revoke it first, since copies may be anywhere; then edit it out of the entry and of git's history",
  };
}
