import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { answeredByNoGo } from "../answered-by-no-go.ts";
import type { Check } from "../check.ts";
import { namedAs } from "../../wording/people.ts";
import { latePassages, openWaivers } from "../../domain/gates/open-conditions.ts";

/**
 * What the log alone shows about gates. Which gates are defined, and what they require, is too much for every check to
 * read.
 */
export const gate: Check = {
  name: "gate",
  codes: ["gate-skipped", "gate-passed-after-start", "waiver-expired", "waiver-after-passage"],
  run(standing) {
    return [...skipped(standing), ...late(standing), ...expired(standing), ...needless(standing)];
  },
};

function skipped({ gates }: Standing): readonly Diagnostic[] {
  return gates.skipping.map(({ entry, passage }) => ({
    code: "gate-skipped",
    message:
      passage.after === undefined
        ? `the log says that ${passage.title} is the first gate and was passed after ` +
          `${gates.passages[0]!.passage.title}, expected the gate before it; it does not count`
        : `${passage.title} was passed although ${passage.after} was not, expected the gates one after the other; it ` +
          `does not count`,
    place: valueAt(entry.file, "gate", passage.after === undefined ? "gate" : "after"),
    hint: "poc gate says which gate is next, and poc gate pass records it",
  }));
}

/** The log can tell it by the number of the gate. */
function late(standing: Standing): readonly Diagnostic[] {
  const { started } = standing;
  return latePassages(standing).flatMap(({ entry, passage }): readonly Diagnostic[] => {
    if (started === undefined) return [];
    return [
      {
        code: "gate-passed-after-start",
        message:
          `${passage.title} was passed on ${dateLabel(entry.date)}, after the clock had started on ` +
          `${dateLabel(started.date)}, expected before`,
        place: valueAt(entry.file, "gate", "gate"),
        related: [{ place: valueAt(started.file, "start"), label: "the clock started here" }],
        hint: "no action is needed: the memo shows it too",
      },
    ];
  });
}

function expired(standing: Standing): readonly Diagnostic[] {
  // Nothing is due any more of what was stopped.
  if (answeredByNoGo(standing)) return [];
  return openWaivers(standing)
    .filter((item) => item.expired)
    .map(({ entry, index, waiver }) => ({
      code: "waiver-expired",
      message:
        `${waiver.item} was waived until ${dateLabel(waiver.until)} by ${namedAs(waiver.approver, entry)} and is ` +
        `still open, expected it to be met by then`,
      place: valueAt(entry.file, "waivers", index, "until"),
      hint: `poc gate says how to close it; or poc gate waive ${waiver.item} --reason "…" --approver "…" --until DAY`,
    }));
}

/** A waiver for a condition that the gate was passed with; usually two branches were merged. */
function needless({ gates }: Standing): readonly Diagnostic[] {
  return gates.waivers.flatMap(({ entry, index, waiver }): readonly Diagnostic[] => {
    const passed = gates.passages.find(
      ({ entry: { at }, passage }) =>
        at.epochMs < entry.at.epochMs &&
        passage.conditions.some(({ item, state }) => state === "met" && waiver.item === `${passage.gate}.${item}`),
    );
    if (passed === undefined) return [];
    return [
      {
        code: "waiver-after-passage",
        message:
          `${waiver.item} was waived by ${namedAs(waiver.approver, entry)} on ${dateLabel(entry.date)} ` +
          `(${entry.id}), but ${passed.passage.title} had been passed with the condition met on ` +
          `${dateLabel(passed.entry.date)} (${passed.entry.id})`,
        place: valueAt(entry.file, "waivers", index, "item"),
        related: [{ place: valueAt(passed.entry.file, "gate", "gate"), label: "passed here" }],
        hint: `the passage counts; poc undo ${entry.id} withdraws the waiver`,
      },
    ];
  });
}
