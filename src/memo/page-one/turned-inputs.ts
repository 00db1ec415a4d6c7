import { valueStanding } from "../../domain/business-case/business-case.ts";
import { turnedCase } from "../../domain/business-case/inputs-at-start.ts";
import { listLabel, monthsLabel } from "../../domain/scalars/labels.ts";
import { projectedCosts } from "../../domain/spend/unit-economics.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { inputLabel } from "../../wording/input-words.ts";
import type { ConductNote } from "../sections/conduct-note.ts";

/** Inputs that had other figures at the start, if the answer of the case depends on it. */
export function turnedInputs({ started, definitions, value, unit, log }: Standing): readonly ConductNote[] {
  const inputs = started?.start?.inputs;
  if (started === undefined || inputs === undefined) return [];
  const counted = new Set(log.counted.map(({ id }) => id));
  const turned = turnedCase(definitions.value, inputs, value, (then) =>
    valueStanding(then, definitions.costs, value.currency, { counted, projected: projectedCosts(unit) }),
  );
  if (turned === undefined) return [];
  const { payback } = turned.atStart;
  const then =
    payback === undefined
      ? ""
      : ` With the figures of the start, ` +
        `${payback === "never" ? "it never pays back" : `payback is ${monthsLabel(payback)}`}.`;
  const changed = turned.changed.map(
    ({ name, before, now }) => `${inputLabel(name)} ${before} at the start and ${now} now`,
  );
  return [{ text: `The business case was changed: ${listLabel(changed)}.${then}`, entries: [started.id] }];
}
