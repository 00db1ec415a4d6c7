import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Check } from "../check.ts";
import { couldBeRead } from "../could-be-read.ts";
import { listLabel } from "../../domain/scalars/labels.ts";

const FILE = DEFINITION_FILES.charter;

/** What runs on a stack that production cannot or will not run has proved little. */
export const stack: Check = {
  name: "stack",
  codes: ["stack-differs", "stack-missing"],
  run(standing) {
    const { charter } = standing.definitions;
    if (charter === undefined) return [];
    const { pocStack, productionStack } = charter;
    const gaps: Diagnostic[] = [];
    if (pocStack.length === 0)
      gaps.push({
        code: "stack-missing",
        message: "the charter does not say what the PoC is built on, expected a list",
        place: valueAt(FILE, "poc_stack"),
        hint: "add poc_stack: [python 3.12, …] to poc.yaml",
      });
    if (productionStack.length === 0)
      gaps.push({
        code: "stack-missing",
        message: "the charter does not say what production runs on, expected a list",
        place: valueAt(FILE, "mvp", "production_stack"),
        hint: "ask whoever would run the MVP, and add production_stack: under mvp: in poc.yaml",
      });
    if (gaps.length > 0) return gaps.filter((diagnostic) => couldBeRead(standing, diagnostic.place));
    const foreign = pocStack.filter((part) => !productionStack.includes(part));
    if (foreign.length === 0) return [];
    return [
      {
        code: "stack-differs",
        message:
          `the PoC stands on ${listLabel(foreign)}, expected nothing but what production runs: ` +
          `${listLabel(productionStack)}`,
        place: valueAt(FILE, "poc_stack", pocStack.indexOf(foreign[0]!)),
        related: [{ place: valueAt(FILE, "mvp", "production_stack"), label: "the production stack" }],
        hint: "move the PoC onto the production stack, or have production take it on and say so here",
      },
    ];
  },
};
