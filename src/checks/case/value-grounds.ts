import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { estimateOf, VALUE_INPUTS, type ValueInputSpec } from "../../domain/records/value-inputs.ts";
import { answeredByNoGo } from "../answered-by-no-go.ts";
import type { Check } from "../check.ts";
import { couldBeRead } from "../could-be-read.ts";

const FILE = DEFINITION_FILES.value;

/** Whether there is anything behind the word with which an input of the business case is graded. */
export const valueGrounds: Check = {
  name: "value-grounds",
  codes: ["value-source-missing", "value-entry-withdrawn"],
  run(standing) {
    if (answeredByNoGo(standing)) return [];
    const found = VALUE_INPUTS.flatMap((spec) => [...unfounded(spec, standing), ...withdrawn(spec, standing)]);
    return found.filter((diagnostic) => couldBeRead(standing, diagnostic.place));
  },
};

function unfounded(spec: ValueInputSpec, { definitions }: Standing): readonly Diagnostic[] {
  const estimate = estimateOf(definitions.value, spec);
  if (estimate === undefined || estimate.source !== undefined) return [];
  const { name } = spec;
  const { grade, reason, entries = [] } = estimate;
  const place = valueAt(FILE, name, "grade");
  if (grade === "measured" && entries.length === 0) {
    return [
      {
        code: "value-source-missing",
        message: `${name} is called measured without saying where, expected the entries of the log or a source`,
        place,
        hint: "add entries: [ID] with the ids that poc show lists, or source: …; else call it estimated",
      },
    ];
  }
  if (grade === "estimated" && reason === undefined) {
    return [
      {
        code: "value-source-missing",
        message: `${name} is called estimated without saying why, expected a reason or a source`,
        place,
        hint: "add reason: …, else call it asserted",
      },
    ];
  }
  return [];
}

/** Ids that no entry has are the reader's to report. */
function withdrawn(spec: ValueInputSpec, { definitions, log }: Standing): readonly Diagnostic[] {
  const entries = estimateOf(definitions.value, spec)?.entries ?? [];
  return entries.flatMap((id, index): readonly Diagnostic[] => {
    const undo = log.withdrawn.get(id);
    const later = log.later.find((entry) => entry.id === id);
    if (undo === undefined && later === undefined) return [];
    const what = undo === undefined ? `which is dated after this day` : `which was withdrawn on ${undo.date}`;
    return [
      {
        code: "value-entry-withdrawn",
        message: `${spec.name} depends on entry ${id}, ${what}, expected an entry that counts`,
        place: valueAt(FILE, spec.name, "entries", index),
        related: [
          { place: valueAt((undo ?? later)!.file), label: undo === undefined ? "the entry" : "it was withdrawn here" },
        ],
        hint: "name the entry that took its place, or another source; else call the figure estimated",
      },
    ];
  });
}
