import { dueBy, isEnding, type RoleAction, type Situation } from "./role-action.ts";
import { listLabel } from "../scalars/labels.ts";
const MOST_NAMED = 4;

/** What the business case lacks: demos impress, and it is the owner's figures that fund. */
export function valueActions({ standing }: Situation): readonly RoleAction[] {
  const { value, exitCriteria, phase, timebox } = standing;
  const signal = exitCriteria.items.find(({ item }) => item.id === "value-signal");
  if (phase === "decided" || isEnding(standing) || signal?.state !== "open") return [];
  const owner = (what: string, because: string): readonly RoleAction[] => [
    { role: "owner", what, because, ...dueBy(timebox?.end), entries: signal.entries },
  ];
  if (value.missing.length > 0) return owner("Complete the business case", `value.yaml lacks ${named(value.missing)}`);
  if (value.meetsThresholds === undefined)
    return owner("Say from where on the idea is not worth it", "value.yaml sets no threshold");
  const asserted = value.inputs.filter(({ grade }) => grade === "asserted").map(({ name }) => name);
  return asserted.length === 0
    ? []
    : owner("Find a source for what is only asserted", `in value.yaml: ${named(asserted)}`);
}

function named(names: readonly string[]): string {
  return names.length <= MOST_NAMED
    ? listLabel(names)
    : `${names.slice(0, MOST_NAMED).join(", ")} and ${names.length - MOST_NAMED} more`;
}
