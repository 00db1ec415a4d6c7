import type { ChecklistItemStanding } from "../standing/checklist.ts";
import type { Money } from "../scalars/money.ts";
import type { Person } from "../scalars/person.ts";
import { isEnding, type Ask, type NoData, type Situation } from "./next-action.ts";
import type { Standing } from "../standing/standing.ts";

export interface ExitActs {
  readonly "complete-case": { readonly missing: readonly string[] };
  readonly "set-value-threshold": NoData;
  readonly "source-inputs": { readonly inputs: readonly string[] };
  readonly "commit-budget": {
    readonly item: string;
    readonly budget: Money;
    readonly owner: Person;
    readonly why: ChecklistItemStanding["because"];
  };
  /** An exit criterion that is open for a reason of its own. */
  readonly "close-exit-criterion": {
    readonly item: string;
    readonly text: string;
    readonly why: ChecklistItemStanding["because"];
  };
}

/** What keeps the exit criteria open that neither an eval nor a risk on its own closes: value, commitment, register. */
export function exitActions({ standing }: Situation): readonly Ask<ExitActs>[] {
  if (isEnding(standing)) return [];
  const open = (id: string) =>
    standing.exitCriteria.items.filter(({ item, state }) => item.id === id && state === "open");
  return [
    ...open("value-signal").flatMap((item) => valueActions(item, standing)),
    ...open("committed").flatMap((item) => commitmentActions(item, standing)),
    ...open("risks-documented").flatMap((item) => registerActions(item, standing)),
  ];
}

/** Demos impress, and it is the owner's figures that fund. */
function valueActions(criterion: ChecklistItemStanding, standing: Standing): readonly Ask<ExitActs>[] {
  const { value, phase, timebox } = standing;
  if (phase === "decided") return [];
  const ask = { role: "owner", by: timebox?.end, entries: criterion.entries } as const;
  if (value.missing.length > 0) return [{ ...ask, code: "complete-case", data: { missing: value.missing } }];
  if (value.faults.length > 0) return [{ ...ask, ...close(criterion) }];
  if (value.meetsThresholds === undefined) return [{ ...ask, code: "set-value-threshold", data: {} }];
  const inputs = value.inputs.filter(({ standsAs }) => standsAs === "asserted").map(({ name }) => name);
  return inputs.length === 0 ? [] : [{ ...ask, code: "source-inputs", data: { inputs } }];
}

function close({ id, item, because }: ChecklistItemStanding) {
  return { code: "close-exit-criterion", data: { item: id, text: item.text, why: because } } as const;
}

/** An MVP is funded before it is needed. Where a person or the budget is missing, that is asked for first. */
function commitmentActions(criterion: ChecklistItemStanding, standing: Standing): readonly Ask<ExitActs>[] {
  const { owner, sponsor, mvpBudget: budget } = standing.definitions.charter ?? {};
  if (standing.phase === "draft" || owner === undefined || sponsor === undefined || budget === undefined) return [];
  const { id, because, entries } = criterion;
  const by = standing.phase === "decided" ? undefined : standing.timebox?.end;
  return [{ code: "commit-budget", role: "sponsor", data: { item: id, budget, owner, why: because }, by, entries }];
}

/** Risks in the register ask for themselves; an empty register is the owner's to fill. */
function registerActions(criterion: ChecklistItemStanding, standing: Standing): readonly Ask<ExitActs>[] {
  const { phase, risks, timebox } = standing;
  if (phase === "decided" || risks.some(({ inRegister, entries }) => inRegister || entries.length > 0)) return [];
  return [{ ...close(criterion), role: "owner", by: timebox?.end, entries: criterion.entries }];
}
