import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { instantText } from "../../domain/scalars/instant.ts";
import type { Check } from "../check.ts";

/** An act that is dated before the entry it says it follows: by its date it came first, by its own word it did not. */
export const actOrder: Check = {
  name: "act-order",
  codes: ["act-dated-back"],
  run({ log: { entries, later } }) {
    const following = entries.filter(({ after }) => after !== undefined);
    if (following.length === 0) return [];
    const byId = new Map([...entries, ...later].map((entry) => [entry.id, entry]));
    return following.flatMap((entry): readonly Diagnostic[] => {
      const known = byId.get(entry.after!);
      if (known === undefined || known.at.epochMs <= entry.at.epochMs) return [];
      return [
        {
          code: "act-dated-back",
          message:
            `the entry is of ${instantText(entry.at)} and says that it was written after ${known.id}, which is of ` +
            instantText(known.at),
          place: valueAt(entry.file, "at"),
          related: [{ place: valueAt(known.file, "at"), label: "it was there already" }],
          hint: "no action is needed if that was on purpose: results count as seen up to the later moment",
        },
      ];
    });
  },
};
