import type { ItemEvidenceName } from "../records/checklist-items.ts";
import { missesOf } from "../business-case/missed-threshold.ts";
import { estimatedInputs } from "../business-case/value-grounds.ts";
import { commitmentGaps, compareStacks } from "../records/charter-gaps.ts";
import { isFinal } from "./decision.ts";
import type { ItemReason } from "./item-reason.ts";
import type { ItemState, Evidenced } from "./evidenced.ts";
import { isOpenRisk, isRaisedRisk, type RiskStanding } from "./risk-standing.ts";

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
  if (value.missing.length > 0) return { state: "open", because: valueGap(value) };
  if (value.faults.length > 0) return { state: "open", because: { code: "value-contradictory", faults: value.faults } };
  if (value.meetsThresholds === undefined) return { state: "open", because: { code: "no-threshold" } };
  if (!value.meetsThresholds)
    return { state: "failed", because: { code: "threshold-missed", missed: missesOf(value) } };
  const asserted = value.inputs.filter((input) => input.standsAs === "asserted").map((input) => input.name);
  if (asserted.length > 0) return { state: "open", because: { code: "inputs-asserted", inputs: asserted } };
  const estimated = estimatedInputs(value);
  return {
    state: "met",
    because: estimated.length > 0 ? { code: "met-on-estimates", inputs: estimated } : { code: "value-proven" },
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
    return { state: "failed", because: { code: "target-missed", evals: missed.map((item) => item.eval.id) }, entries };
  if (tripped.length > 0) {
    const criteria = tripped.map((item) => item.criterion.id);
    return { state: "failed", because: { code: "kill-tripped", criteria }, entries };
  }
  if (primary.length === 0) return { state: "open", because: { code: "no-primary-eval" } };
  const open = primary
    .filter((standing) => standing.verdict !== "met")
    .map(({ eval: item, verdict, interim }) => ({ eval: item.id, verdict, interim }));
  const criteria = kill
    .filter((standing) => standing.verdict !== "cleared")
    .map(({ criterion, verdict }) => ({ criterion: criterion.id, verdict }));
  return open.length + criteria.length > 0
    ? { state: "open", because: { code: "not-settled", evals: open, criteria }, entries }
    : { state: "met", because: { code: "feasible" }, entries: [...new Set(entries)] };
}

function risksDocumented({ risks }: Evidenced): ItemState {
  const registerEmpty = !risks.some((standing) => standing.inRegister || standing.entries.length > 0);
  const unassessed = risks.filter((standing) => standing.level === "unknown").map((standing) => standing.risk.id);
  const bare = risks.filter(
    ({ level, risk }) => level === "high" && (risk.owner === undefined || risk.mitigation === undefined),
  );
  const unwatched = bare.filter((standing) => !isRaisedRisk(standing)).map((standing) => standing.risk.id);
  const raised = bare.filter(isRaisedRisk).flatMap(raisedReason);
  if (registerEmpty || unassessed.length + bare.length > 0)
    return { state: "open", because: { code: "risks-undocumented", registerEmpty, unassessed, unwatched, raised } };
  return {
    state: "met",
    because: { code: "risks-assessed", risks: risks.length, open: risks.filter(isOpenRisk).length },
    entries: [...new Set(risks.flatMap((standing) => standing.entries))],
  };
}

function raisedReason({ risk, raised }: RiskStanding) {
  return raised === undefined ? [] : [{ risk: risk.id, because: raised.because }];
}

function committed({ definitions: { charter } }: Evidenced): ItemState {
  const missing = commitmentGaps(charter);
  if (missing.length === 0) return { state: "open", because: { code: "commitment-unattested" }, byWord: true };
  const unnamed = missing.includes("owner") || missing.includes("sponsor");
  return { state: unnamed ? "failed" : "open", because: { code: "commitment-incomplete", missing } };
}

function memoWritten({ memos, decision }: Evidenced): ItemState {
  const entries = decision.current === undefined ? [] : [decision.current.entry.id];
  const decided = decision.current !== undefined && isFinal(decision.current.decision);
  if (!memos.some((name) => name.startsWith("decision")))
    return { state: "open", because: { code: "no-memo" }, entries };
  return decided
    ? { state: "met", because: { code: "memo-and-decision" }, entries }
    : { state: "open", because: { code: "memo-undecided" }, entries };
}

function sameRuntime({ definitions: { charter } }: Evidenced): ItemState {
  const stacks = compareStacks(charter);
  if (stacks.kind === "unknown") return { state: "open", because: { code: "no-stack", missing: stacks.missing } };
  return stacks.kind === "same"
    ? { state: "met", because: { code: "same-stack", stack: stacks.stack } }
    : { state: "failed", because: { code: "stack-differs", foreign: stacks.foreign } };
}

function costModel({ value }: Evidenced): ItemState {
  return value.missing.length > 0
    ? { state: "open", because: valueGap(value) }
    : { state: "open", because: { code: "alerts-unattested" }, byWord: true };
}

function valueGap({ missing, unread }: Evidenced["value"]): ItemReason {
  return { code: "value-incomplete", missing, unread };
}
