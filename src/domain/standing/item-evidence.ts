import type { ItemEvidenceName } from "../records/checklist-items.ts";
import { isFinal } from "./decision.ts";
import { isOpenRisk, isRaisedRisk, type RiskStanding, raisedLabel } from "./risk-standing.ts";
import { faultClause, missedClauses } from "../business-case/clauses.ts";
import type { ItemState, Evidenced } from "./evidenced.ts";
/**
 * What the records can say of an item of a checklist or of a gate, by the name that its definition calls it by. What is
 * not among these, only a person can tell.
 */
export const ITEM_EVIDENCE = {
  "value-signal": valueSignal,
  feasibility,
  "risks-documented": risksDocumented,
  committed,
  "memo-written": memoWritten,
  "same-runtime": sameRuntime,
  "cost-model": costModel,
} as const satisfies Readonly<Record<ItemEvidenceName, (standing: Evidenced) => ItemState>>;

function valueSignal({ value }: Evidenced): ItemState {
  if (value.missing.length > 0) return { state: "open", because: `value.yaml lacks ${listed(value.missing)}` };
  if (value.faults.length > 0) return { state: "open", because: listed(value.faults.map(faultClause)) };
  if (value.meetsThresholds === undefined)
    return { state: "open", because: "no threshold says what the idea must be worth" };
  if (!value.meetsThresholds) return { state: "failed", because: missedClauses(value).join("; ") };
  const asserted = value.inputs.filter((input) => input.standsAs === "asserted").map((input) => input.name);
  if (asserted.length > 0)
    return {
      state: "open",
      because:
        `the case meets its threshold, but ${listed(asserted)} ` +
        `${asserted.length === 1 ? "is" : "are"} only asserted`,
    };
  return {
    state: "met",
    because: "the business case meets its threshold, every input with its source",
    entries: [...new Set(value.inputs.flatMap((input) => input.entries))],
  };
}

function feasibility({ evals, kill }: Evidenced): ItemState {
  const primary = evals.filter((standing) => standing.eval.primary);
  const tripped = kill.filter((standing) => standing.verdict === "tripped");
  const missed = primary.filter((standing) => standing.verdict === "not met" && !standing.interim);
  const entries = [
    ...primary.flatMap((standing) => (standing.judged ? [standing.judged.entry.id] : [])),
    ...kill.flatMap((standing) => standing.entries),
  ];
  if (missed.length > 0)
    return {
      state: "failed",
      because: `${listed(missed.map((standing) => standing.eval.id))} misses its target`,
      entries,
    };
  if (tripped.length > 0)
    return {
      state: "failed",
      because: `kill criterion ${listed(tripped.map((standing) => standing.criterion.id))} is tripped`,
      entries,
    };
  const open = [
    ...primary
      .filter((standing) => standing.verdict !== "met")
      .map((standing) => `${standing.eval.id} is ${standing.verdict}${standing.interim ? " so far" : ""}`),
    ...kill
      .filter((standing) => standing.verdict !== "cleared")
      .map((standing) => `${standing.criterion.id} is ${standing.verdict}`),
  ];
  if (primary.length === 0) return { state: "open", because: "no primary eval says what feasible means" };
  if (open.length > 0) return { state: "open", because: listed(open), entries };
  return {
    state: "met",
    because: "every primary target is met and every kill criterion cleared",
    entries: [...new Set(entries)],
  };
}

function risksDocumented({ risks }: Evidenced): ItemState {
  const unassessed = risks.filter((standing) => standing.level === "unknown").map((standing) => standing.risk.id);
  const bare = risks.filter(
    (standing) =>
      standing.level === "high" && (standing.risk.owner === undefined || standing.risk.mitigation === undefined),
  );
  const said = bare.filter((standing) => !isRaisedRisk(standing)).map((standing) => standing.risk.id);
  const lacks = [
    ...(risks.some((standing) => standing.inRegister || standing.entries.length > 0) ? [] : ["the register is empty"]),
    ...(unassessed.length > 0 ? [`not assessed: ${listed(unassessed)}`] : []),
    ...(said.length > 0 ? [`high, without owner or mitigation: ${listed(said)}`] : []),
    ...raisedClause(bare.filter(isRaisedRisk)),
  ];
  if (lacks.length > 0) return { state: "open", because: lacks.join("; ") };
  const open = risks.filter(isOpenRisk).length;
  return {
    state: "met",
    because: `${risks.length} ${risks.length === 1 ? "risk" : "risks"} assessed, ${open} open`,
    entries: [...new Set(risks.flatMap((standing) => standing.entries))],
  };
}

/** One with what the records say; several by name, for the list of risks says why. */
function raisedClause(raised: readonly RiskStanding[]): readonly string[] {
  const [only] = raised;
  if (only === undefined) return [];
  return [
    `the records raise ${raised.length === 1 ? raisedLabel(only) : listed(raised.map((standing) => standing.risk.id))}`,
  ];
}

function committed({ definitions: { charter } }: Evidenced): ItemState {
  const lacks = [
    charter?.owner === undefined ? "an owner" : "",
    charter?.sponsor === undefined ? "a sponsor" : "",
    charter?.mvpBudget === undefined ? "an MVP budget" : "",
  ].filter((text) => text !== "");
  if (charter?.owner === undefined || charter.sponsor === undefined)
    return { state: "failed", because: `the charter lacks ${listed(lacks)}` };
  return {
    state: "open",
    because:
      lacks.length > 0
        ? `the charter lacks ${listed(lacks)}`
        : "named in the charter; nobody has attested their commitment",
  };
}

function memoWritten({ memos, decision }: Evidenced): ItemState {
  const entries = decision.current === undefined ? [] : [decision.current.entry.id];
  const decided = decision.current !== undefined && isFinal(decision.current.decision);
  if (!memos.some((name) => name.startsWith("decision")))
    return { state: "open", because: "no decision memo lies in memos/", entries };
  return decided
    ? { state: "met", because: "memo rendered and decision recorded", entries }
    : { state: "open", because: "the memo is rendered; nobody has decided", entries };
}

function sameRuntime({ definitions: { charter } }: Evidenced): ItemState {
  const poc = charter?.pocStack ?? [];
  const production = charter?.productionStack ?? [];
  if (poc.length === 0 || production.length === 0) return { state: "open", because: "poc.yaml names no stack" };
  const foreign = poc.filter((part) => !production.includes(part));
  return foreign.length === 0
    ? { state: "met", because: `both on ${listed(poc)}` }
    : { state: "failed", because: `the PoC stands on ${listed(foreign)}, production does not` };
}

function costModel({ value }: Evidenced): ItemState {
  return {
    state: "open",
    because:
      value.missing.length > 0
        ? `value.yaml lacks ${listed(value.missing)}`
        : "the cost model is in value.yaml; nobody has attested the alerts",
  };
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
