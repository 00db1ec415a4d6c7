import type { Related } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { VoidReplacement } from "../../domain/spend/replacement.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { Check } from "../check.ts";
import { moneyLabel } from "../../domain/scalars/labels.ts";

/** An amount that says it replaces others, but finds none to replace. */
export const replacement: Check = {
  name: "replacement",
  codes: ["replacement-void"],
  run(standing) {
    const { voids } = standing.spend.replaced;
    const known = voids.length === 0 ? NONE : knownEntries(standing.log);
    return voids.flatMap((item) => {
      const why = reason(item, standing, known);
      if (why === undefined) return [];
      const { by, nth, id } = item;
      return [
        {
          code: "replacement-void",
          message:
            `${moneyLabel(by.amount)} for ${by.category} names ${id} as what it replaces, but ${why}; ` +
            `it replaces nothing`,
          place: valueAt(by.entry.file, "spend", by.index, "replaces", nth),
          related: related(item, known),
          hint:
            `poc show ${id} shows what it contains; to fix it: poc undo ${by.entry.id}, and log the amount again ` +
            `with --replaces`,
        },
      ];
    });
  },
};

interface KnownEntry {
  readonly entry: Entry;
  /** Whether it lies after the instant for which the PoC is judged. */
  readonly later: boolean;
}

const NONE: ReadonlyMap<string, KnownEntry> = new Map();

/** All entries by their ids. Made once: a log may have as many of these amounts as entries. */
function knownEntries({ entries, later }: Standing["log"]): ReadonlyMap<string, KnownEntry> {
  return new Map<string, KnownEntry>([
    ...later.map((entry) => [entry.id, { entry, later: true }] as const),
    ...entries.map((entry) => [entry.id, { entry, later: false }] as const),
  ]);
}

/** Undefined where nothing is wrong, or the reader has said what is. */
function reason(
  { by, id, reason: why, taker }: VoidReplacement,
  { log }: Standing,
  known: ReadonlyMap<string, KnownEntry>,
): string | undefined {
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
      return absence(by, known.get(id), log.withdrawn.get(id));
  }
}

function absence(
  by: VoidReplacement["by"],
  known: KnownEntry | undefined,
  undo: Entry | undefined,
): string | undefined {
  if (known?.later === true) return "that entry is later";
  if (known !== undefined && undo === undefined) return "that entry has no amount";
  // Withdrawing an amount after a bill replaced it changes nothing, and is not a fault of the bill.
  return undo === undefined || undo.at.epochMs > by.entry.at.epochMs
    ? undefined
    : `that entry was withdrawn by ${undo.id}`;
}

function related({ id, taker }: VoidReplacement, known: ReadonlyMap<string, KnownEntry>): readonly Related[] {
  if (taker !== undefined)
    return [{ place: valueAt(taker.entry.file, "spend", taker.index, "replaces"), label: "replaced by this" }];
  const found = known.get(id);
  return found === undefined ? [] : [{ place: valueAt(found.entry.file, "spend"), label: "this entry" }];
}
