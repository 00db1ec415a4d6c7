import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { compareStacks } from "../../domain/records/charter-gaps.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { Check } from "../check.ts";
import { couldBeRead, fillHint } from "../could-be-read.ts";
import { listLabel } from "../../domain/scalars/labels.ts";

const FILE = DEFINITION_FILES.charter;

/** A system on a stack that production cannot or will not run has proved little. */
export const stack: Check = {
  name: "stack",
  codes: ["stack-differs", "stack-missing"],
  run(standing) {
    const { charter } = standing.definitions;
    if (charter === undefined) return [];
    const stacks = compareStacks(charter);
    if (stacks.kind === "same") return [];
    if (stacks.kind === "unknown")
      return stacks.missing
        .map((what) => gap(what, standing))
        .filter((diagnostic) => couldBeRead(standing, diagnostic.place));
    const { foreign, production } = stacks;
    return [
      {
        code: "stack-differs",
        message: `the PoC runs on ${listLabel(foreign)}, expected only what production runs: ${listLabel(production)}`,
        place: valueAt(FILE, "poc_stack", charter.pocStack.indexOf(foreign[0]!)),
        related: [{ place: valueAt(FILE, "mvp", "production_stack"), label: "the production stack" }],
        hint:
          "move the PoC onto the production stack; or get the people who run production to accept it, and list " +
          "it here",
      },
    ];
  },
};

function gap(missing: "poc" | "production", standing: Standing): Diagnostic {
  const place = missing === "poc" ? valueAt(FILE, "poc_stack") : valueAt(FILE, "mvp", "production_stack");
  return missing === "poc"
    ? {
        code: "stack-missing",
        message: "the charter does not say what the PoC is built on, expected a list",
        place,
        hint: fillHint(standing, place, "poc_stack: [python 3.12, …]"),
      }
    : {
        code: "stack-missing",
        message: "the charter does not say what production runs on, expected a list",
        place,
        hint:
          "ask the team that would run the MVP, and " +
          fillHint(standing, place, "production_stack: [python 3.12, …]", "mvp"),
      };
}
