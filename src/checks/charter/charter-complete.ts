import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Check } from "../check.ts";
import { couldBeRead } from "../could-be-read.ts";

const FILE = DEFINITION_FILES.charter;

/** A PoC answers one question about one or two unknowns within a fixed time. */
export const charterComplete: Check = {
  name: "charter-complete",
  codes: ["charter-incomplete"],
  run(standing) {
    const { charter } = standing.definitions;
    if (charter === undefined) return [];
    const gaps: Diagnostic[] = [];
    const gap = (message: string, hint: string, ...path: string[]) => {
      gaps.push({ code: "charter-incomplete", message, place: valueAt(FILE, ...path), hint });
    };
    if (charter.question === undefined)
      gap(
        "the charter asks no question, expected one that the PoC answers with yes or no",
        "add question: to poc.yaml",
        "question",
      );
    if (charter.unknowns.length === 0)
      gap(
        "the charter names no unknown, expected one or two",
        "add unknowns: to poc.yaml; if nothing is unknown, go straight to an MVP",
        "unknowns",
      );
    if (charter.timebox === undefined)
      gap(
        "the timebox is incomplete, expected start, working_days and timezone",
        "complete timebox: in poc.yaml; ten working days are usual",
        "timebox",
      );
    return gaps.filter((diagnostic) => couldBeRead(standing, diagnostic.place));
  },
};
