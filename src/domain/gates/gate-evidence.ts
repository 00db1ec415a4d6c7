import { isFinal } from "../standing/decision.ts";
import { ITEM_EVIDENCE } from "../standing/item-evidence.ts";
import { estimatedInputs } from "../business-case/value-grounds.ts";
import { missesOf } from "../business-case/missed-threshold.ts";
import { GATE_EVIDENCE_NAMES, type GateEvidenceName } from "../records/gate.ts";
import type { GateSpan } from "../records/gate-log.ts";
import type { ItemState, Evidenced } from "../standing/evidenced.ts";
import type { GateReason } from "./gate-reason.ts";
import { authorshipOf } from "../records/entry.ts";

/** What the records say about a condition of a gate, before any person's word. */
export type ConditionState = ItemState<GateReason>;

/**
 * What the records can say of a condition of a gate, by the name that its definition calls it by. `span`: the part of
 * the log between the passage of the gate before and its own.
 */
export const GATE_EVIDENCE = {
  ...ITEM_EVIDENCE,
  "question-asked": questionAsked,
  "owner-named": ownerNamed,
  "case-quantified": caseQuantified,
  "inputs-sourced": inputsSourced,
  "threshold-set": thresholdSet,
  "case-meets-threshold": caseMeetsThreshold,
  "kill-criteria-dated": killCriteriaDated,
  "hypotheses-mapped": hypothesesMapped,
  "terms-frozen": termsFrozen,
  "caps-set": capsSet,
  "unknowns-answered": unknownsAnswered,
  "log-kept": logKept,
  "decided-go": decidedGo,
  "target-met-since": targetMetSince,
  "budget-named": budgetNamed,
  "spend-logged": spendLogged,
} as const satisfies Readonly<Record<GateEvidenceName, (standing: Evidenced, span: GateSpan) => ConditionState>>;

/** Evidence that counts from the gate before on: what closed it at one gate says nothing at the next. */
export const COUNTED_ANEW: ReadonlySet<string | undefined> = new Set<GateEvidenceName>([
  "target-met-since",
  "spend-logged",
]);

/** The name may come from an entry of another version: then nothing is known by it. */
export function gateEvidence(name: string, standing: Evidenced, span: GateSpan): ConditionState | undefined {
  const known = GATE_EVIDENCE_NAMES.find((one) => one === name);
  return known === undefined ? undefined : GATE_EVIDENCE[known](standing, span);
}

function met(because: GateReason, entries: readonly string[] = []): ConditionState {
  return { state: "met", because, entries: [...new Set(entries)] };
}

function open(because: GateReason, entries: readonly string[] = []): ConditionState {
  return { state: "open", because, entries: [...new Set(entries)] };
}

function failed(because: GateReason, entries: readonly string[] = []): ConditionState {
  return { state: "failed", because, entries: [...new Set(entries)] };
}

function questionAsked({ definitions: { charter } }: Evidenced): ConditionState {
  const unknowns = charter?.unknowns.length ?? 0;
  const missing = [
    ...(charter?.question === undefined ? (["question"] as const) : []),
    ...(unknowns === 0 ? (["unknowns"] as const) : []),
  ];
  return missing.length > 0
    ? open({ code: "question-incomplete", missing })
    : met({ code: "question-asked", unknowns });
}

function ownerNamed({ definitions: { charter } }: Evidenced): ConditionState {
  return charter?.owner === undefined ? open({ code: "no-owner" }) : met({ code: "owner-named", owner: charter.owner });
}

/** Quantified is not worth it: what it must be worth is another condition. */
function caseQuantified({ value }: Evidenced): ConditionState {
  const { missing, unread, impact, payback } = value;
  if (missing.length > 0) return open({ code: "value-incomplete", missing, unread });
  if (impact === undefined || payback === undefined) return open({ code: "impact-unknown" });
  return met({ code: "case-quantified", impact, payback, estimated: estimatedInputs(value) });
}

/** The file alone is not enough, because init writes it. */
function inputsSourced({ value }: Evidenced): ConditionState {
  const { missing, unread, inputs } = value;
  if (missing.length > 0) return open({ code: "value-incomplete", missing, unread });
  const asserted = inputs.filter(({ standsAs }) => standsAs === "asserted").map(({ name }) => name);
  if (asserted.length > 0) return open({ code: "inputs-unsourced", inputs: asserted });
  return met({ code: "inputs-sourced", inputs: inputs.length, estimated: estimatedInputs(value) });
}

function thresholdSet({ value: { paybackThreshold: payback, impactThreshold: impact } }: Evidenced): ConditionState {
  return payback === undefined && impact === undefined
    ? open({ code: "no-threshold" })
    : met({ code: "threshold-set", payback, impact });
}

function caseMeetsThreshold(standing: Evidenced): ConditionState {
  const { value } = standing;
  if (value.meetsThresholds === false) return failed({ code: "threshold-missed", missed: missesOf(value) });
  if (value.meetsThresholds === undefined)
    return value.missing.length > 0 ? caseQuantified(standing) : thresholdSet(standing);
  const estimated = estimatedInputs(value);
  return met(estimated.length > 0 ? { code: "met-on-estimates", inputs: estimated } : { code: "threshold-met" });
}

function killCriteriaDated({ definitions: { killCriteria }, started }: Evidenced): ConditionState {
  if (killCriteria.length === 0) return open({ code: "no-kill-criteria" });
  const vague = killCriteria.filter((item) => item.by === undefined || (item.when ?? item.ask) === undefined);
  if (vague.length > 0) return open({ code: "kill-criteria-incomplete", criteria: vague.map((item) => item.id) });
  return met({ code: "kill-criteria-dated", criteria: killCriteria.length }, started === undefined ? [] : [started.id]);
}

function hypothesesMapped({ definitions: { assumptions, evals } }: Evidenced): ConditionState {
  if (assumptions.length === 0) return open({ code: "no-assumptions" });
  const unstated = assumptions.filter(({ statement }) => statement === undefined).map(({ id }) => id);
  if (unstated.length > 0) return open({ code: "assumptions-unstated", assumptions: unstated });
  const primary = evals.filter((item) => item.primary);
  if (primary.length === 0) return open({ code: "no-primary-eval" });
  const bare = primary.filter(
    (item) => item.target === undefined || !assumptions.some(({ testedBy }) => testedBy.includes(item.id)),
  );
  if (bare.length > 0) return open({ code: "evals-unmapped", evals: bare.map((item) => item.id) });
  const tested = assumptions.filter(({ testedBy }) => testedBy.length > 0).length;
  return met({ code: "hypotheses-mapped", assumptions: assumptions.length, tested });
}

function termsFrozen({ started }: Evidenced): ConditionState {
  return started === undefined
    ? open({ code: "not-started" })
    : met({ code: "terms-frozen", on: started.date, ...authorshipOf(started) }, [started.id]);
}

function capsSet({ definitions: { charter }, timebox }: Evidenced): ConditionState {
  const spendCap = charter?.spendCap;
  if (timebox !== undefined && spendCap !== undefined)
    return met({ code: "caps-set", workingDays: timebox.of, spendCap });
  const missing = [
    ...(timebox === undefined ? (["timebox"] as const) : []),
    ...(spendCap === undefined ? (["spend-cap"] as const) : []),
  ];
  return open({ code: "caps-missing", missing });
}

/** One by one: whether the answers are good is another condition. */
function unknownsAnswered({ unknowns }: Evidenced): ConditionState {
  if (unknowns.length === 0) return open({ code: "question-incomplete", missing: ["unknowns"] });
  const entries = unknowns.flatMap((item) => item.entries);
  const unanswered = unknowns.filter(({ state }) => state === "open");
  return unanswered.length > 0
    ? open({ code: "unknowns-open", open: unanswered, of: unknowns.length }, entries)
    : met({ code: "unknowns-answered", unknowns }, entries);
}

function logKept({ log: { counted }, spend, effort }: Evidenced): ConditionState {
  const results = counted.reduce((sum, entry) => sum + entry.results.length, 0);
  const missing = [
    ...(results === 0 ? (["results"] as const) : []),
    ...(spend.items.length === 0 && effort.entries.length === 0 ? (["spend"] as const) : []),
  ];
  if (missing.length > 0) return open({ code: "log-incomplete", missing });
  return met({ code: "log-kept", entries: counted.length, results, spend: spend.total, hours: effort.hours });
}

function decidedGo({ decision: { current } }: Evidenced): ConditionState {
  if (current === undefined) return open({ code: "not-decided" });
  const { decision, entry } = current;
  const { outcome, by } = decision;
  const said: GateReason = { code: "decided", outcome, ...authorshipOf(entry), by, on: entry.date };
  if (!isFinal(decision)) return open(said, [entry.id]);
  return decision.outcome === "no-go" ? failed(said, [entry.id]) : met(said, [entry.id]);
}

/**
 * Every primary target met by a result that came after the last gate: what the gate before rested on shows nothing
 * new.
 */
function targetMetSince(standing: Evidenced, span: GateSpan): ConditionState {
  const primary = standing.evals.filter((item) => item.eval.primary);
  if (primary.length === 0) return open({ code: "no-primary-eval" });
  if (!span.reached) return open({ code: "gate-not-reached", counts: "results" });
  const since = span.since?.entry.at.epochMs ?? -Infinity;
  const judged = (items: typeof primary) => items.flatMap((item) => item.judged?.entry.id ?? []);
  const ids = (items: typeof primary) => items.map((item) => item.eval.id);
  const missed = primary.filter((item) => item.verdict === "not met" && !item.interim);
  if (missed.length > 0) return failed({ code: "target-missed", evals: ids(missed) }, judged(missed));
  const old = primary.filter((item) => item.judged !== undefined && item.judged.entry.at.epochMs <= since);
  if (old.length > 0) return open({ code: "not-measured-since", evals: ids(old) }, judged(old));
  const unmet = primary.filter((item) => item.verdict !== "met");
  if (unmet.length > 0) {
    const evals = unmet.map(({ eval: item, verdict, interim }) => ({ eval: item.id, verdict, interim }));
    return open({ code: "not-settled", evals, criteria: [] }, judged(unmet));
  }
  return met({ code: "targets-met", evals: ids(primary) }, judged(primary));
}

/** Named is not committed: that takes a person's word. */
function budgetNamed({ definitions: { charter } }: Evidenced): ConditionState {
  const budget = charter?.mvpBudget;
  return budget === undefined ? failed({ code: "no-mvp-budget" }) : open({ code: "budget-unattested", budget });
}

function spendLogged({ spend }: Evidenced, { since, reached }: GateSpan): ConditionState {
  if (!reached) return open({ code: "gate-not-reached", counts: "spend" });
  const items = spend.items.filter(({ entry }) => since === undefined || entry.at.epochMs > since.entry.at.epochMs);
  if (items.length === 0) return open({ code: "no-spend", sinceGate: since !== undefined });
  return met(
    { code: "spend-logged", amounts: items.length, total: spend.total },
    items.map(({ entry }) => entry.id),
  );
}
