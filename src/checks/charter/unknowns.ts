import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { MOST_UNKNOWNS } from "../../domain/records/charter.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { Check } from "../check.ts";
import { couldBeRead } from "../could-be-read.ts";

const FILE = DEFINITION_FILES.charter;

/** One or two unknowns, each with what answers it. */
export const unknowns: Check = {
  name: "unknowns",
  codes: ["too-many-unknowns", "unknown-unanswerable"],
  run(standing) {
    return [...tooMany(standing), ...unanswerable(standing)];
  },
};

function tooMany({ definitions: { charter } }: Standing): readonly Diagnostic[] {
  const found = charter?.unknowns.length ?? 0;
  if (found <= MOST_UNKNOWNS) return [];
  return [
    {
      code: "too-many-unknowns",
      message: `found ${found} unknowns, expected one or two`,
      // The first that is one too many.
      place: valueAt(FILE, "unknowns", MOST_UNKNOWNS),
      hint: "keep the ones whose answer decides, and move the rest to other PoCs",
    },
  ];
}

function unanswerable(standing: Standing): readonly Diagnostic[] {
  const { definitions, evals, phase } = standing;
  if (phase === "decided") return [];
  const primary = evals.find((item) => item.eval.primary)?.eval.id ?? "ID";
  const found = (definitions.charter?.unknowns ?? []).flatMap(({ question, answeredBy }, index): Diagnostic[] =>
    answeredBy.length > 0
      ? []
      : [
          {
            code: "unknown-unanswerable",
            message: `nothing answers “${question}”, expected an eval, a kill criterion or an assumption`,
            place: valueAt(FILE, "unknowns", index),
            hint: `write {question: …, answered_by: ${primary}}`,
          },
        ],
  );
  return found.filter(({ place }) => couldBeRead(standing, place));
}
