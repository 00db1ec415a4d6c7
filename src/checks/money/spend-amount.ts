import { valueAt } from "../../diagnostics/place.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Check } from "../check.ts";
import { moneyLabel, numberLabel } from "../../domain/scalars/labels.ts";

/** More than this many caps in one line is hardly an amount: a slip of the keyboard, or of the currency. */
const CAPS = 100n;

export const spendAmount: Check = {
  name: "spend-amount",
  codes: ["spend-amount-absurd"],
  run({ spend: { cap, items } }) {
    if (cap === undefined || cap.minor <= 0n) return [];
    const most = CAPS * cap.minor;
    const absurd = items.filter(({ converted }) => converted !== undefined && size(converted.minor) > most);
    return absurd.flatMap(({ entry, index, amount }) => {
      return [
        {
          code: "spend-amount-absurd",
          message:
            `${moneyLabel(amount)} in one line is more than ${numberLabel(Number(CAPS))} times the cap of ` +
            `${moneyLabel(cap)}: is the amount right?`,
          place: valueAt(entry.file, "spend", index, "amount"),
          related: [{ place: valueAt(DEFINITION_FILES.charter, "spend_cap"), label: "the cap" }],
          hint: `if it is a mistake: poc undo ${entry.id}, and log it again`,
        },
      ];
    });
  },
};

function size(minor: bigint): bigint {
  return minor < 0n ? -minor : minor;
}
