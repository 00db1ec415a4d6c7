import type { Related } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import type { VoidReplacement } from "../../domain/spend/replacement.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { Check } from "../check.ts";
import { moneyLabel } from "../../domain/scalars/labels.ts";

/** An amount that says it replaces others, and finds nothing that it could replace. */
export const replacement: Check = {
  name: "replacement",
  codes: ["replacement-void"],
  run(standing) {
    return standing.spend.replaced.voids.flatMap((item) => {
      const why = reason(item, standing);
      if (why === undefined) return [];
      const { by, nth, id } = item;
      return [
        {
          code: "replacement-void",
          message:
            `${moneyLabel(by.amount)} for ${by.category} names ${id} as what it replaces, but ${why}; ` +
            `it replaces nothing`,
          place: valueAt(by.entry.file, "spend", by.index, "replaces", nth),
          related: related(item, standing),
          hint:
            `poc show ${id} shows what it contains; to fix it: poc undo ${by.entry.id}, and log the amount again ` +
            `with --replaces`,
        },
      ];
    });
  },
};

/** Undefined where nothing is wrong, or the reader has said what is. */
function reason({ by, id, reason: why, taker }: VoidReplacement, { log }: Standing): string | undefined {
  switch (why) {
    case "itself":
      return "that is the entry itself";
    case "later":
      return "that entry is later";
    case "nothing":
      return `that entry has no amount for ${by.category}`;
    case "as-good":
      return `its amount for ${by.category} is not less reliable than a ${by.basis} one`;
    case "taken":
      return `${moneyLabel(taker!.amount)} of ${dateLabel(taker!.entry.date)} has replaced it already`;
    case "absent":
      return absence(by, id, log);
  }
}

function absence(
  by: VoidReplacement["by"],
  id: string,
  { counted, withdrawn, later }: Standing["log"],
): string | undefined {
  if (later.some((entry) => entry.id === id)) return "that entry is later";
  if (counted.some((entry) => entry.id === id)) return "that entry has no amount";
  const undo = withdrawn.get(id);
  // What is withdrawn after a bill took its place changes nothing, and is not a fault of the bill.
  return undo === undefined || undo.at.epochMs > by.entry.at.epochMs
    ? undefined
    : `that entry was withdrawn by ${undo.id}`;
}

function related({ id, taker }: VoidReplacement, { log }: Standing): readonly Related[] {
  if (taker !== undefined)
    return [{ place: valueAt(taker.entry.file, "spend", taker.index, "replaces"), label: "replaced by this" }];
  const entry = [...log.entries, ...log.later].find((one) => one.id === id);
  return entry === undefined ? [] : [{ place: valueAt(entry.file, "spend"), label: "this entry" }];
}
