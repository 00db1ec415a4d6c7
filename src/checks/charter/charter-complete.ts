import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Check } from "../check.ts";
import { couldBeRead, fillHint } from "../could-be-read.ts";

const FILE = DEFINITION_FILES.charter;
const [QUESTION, UNKNOWNS] = [valueAt(FILE, "question"), valueAt(FILE, "unknowns")];

/** A PoC answers one question about one or two unknowns within a fixed time. */
export const charterComplete: Check = {
  name: "charter-complete",
  codes: ["charter-incomplete"],
  run(standing) {
    const { charter } = standing.definitions;
    if (charter === undefined) return [];
    const gaps: Diagnostic[] = [];
    const gap = (message: string, place: Place, hint: string) => {
      gaps.push({ code: "charter-incomplete", message, place, hint });
    };
    if (charter.question === undefined)
      gap(
        "the charter asks no question, expected one that the PoC answers with yes or no",
        QUESTION,
        fillHint(standing, QUESTION, "question: …"),
      );
    if (charter.unknowns.length === 0)
      gap(
        "the charter names no unknown, expected one or two",
        UNKNOWNS,
        `${fillHint(standing, UNKNOWNS, "unknowns: …")}; if nothing is unknown, go straight to an MVP`,
      );
    if (charter.timebox === undefined)
      gap(
        "the timebox is incomplete, expected start, working_days and timezone",
        valueAt(FILE, "timebox"),
        "complete timebox: in poc.yaml; ten working days are usual",
      );
    return gaps.filter((diagnostic) => couldBeRead(standing, diagnostic.place));
  },
};
