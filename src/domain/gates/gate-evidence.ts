import { longDateLabel } from "../scalars/calendar.ts";
import { isFinal } from "../standing/decision.ts";
import { ITEM_EVIDENCE } from "../standing/item-evidence.ts";
import { GATE_EVIDENCE_NAMES, type GateEvidenceName } from "../records/gate.ts";
import type { GateSpan } from "../records/gate-log.ts";
import { countLabel, hoursLabel, listLabel, moneyLabel, monthsLabel } from "../scalars/labels.ts";
import { outcomeLabel } from "../standing/outcome.ts";
import type { ItemState, Evidenced } from "../standing/evidenced.ts";

/** What the records can say of a condition of a gate, by the name that its definition calls it by. */
export const GATE_EVIDENCE = {
  ...ITEM_EVIDENCE,
  "question-asked": questionAsked,
  "owner-named": ownerNamed,
  "case-quantified": caseQuantified,
  "threshold-set": thresholdSet,
  "case-meets-threshold": caseMeetsThreshold,
  "kill-criteria-dated": killCriteriaDated,
  "hypotheses-mapped": hypothesesMapped,
  "terms-frozen": termsFrozen,
  "caps-set": capsSet,
  "log-kept": logKept,
  "decided-go": decidedGo,
  "target-met-since": targetMetSince,
  "budget-named": budgetNamed,
  "spend-logged": spendLogged,
} as const satisfies Readonly<Record<GateEvidenceName, (standing: Evidenced, span: GateSpan) => ItemState>>;

/** The name may come from an entry of another version: then nothing is known by it. */
export function gateEvidence(name: string, standing: Evidenced, span: GateSpan): ItemState | undefined {
  const known = GATE_EVIDENCE_NAMES.find((one) => one === name);
  return known === undefined ? undefined : GATE_EVIDENCE[known](standing, span);
}

function met(because: string, entries: readonly string[] = []): ItemState {
  return { state: "met", because, entries: [...new Set(entries)] };
}

function open(because: string, entries: readonly string[] = []): ItemState {
  return { state: "open", because, entries: [...new Set(entries)] };
}

function failed(because: string, entries: readonly string[] = []): ItemState {
  return { state: "failed", because, entries: [...new Set(entries)] };
}

function questionAsked({ definitions: { charter } }: Evidenced): ItemState {
  const lacks = [
    charter?.question === undefined ? "question" : "",
    (charter?.unknowns ?? []).length === 0 ? "unknowns" : "",
  ].filter((name) => name !== "");
  return lacks.length > 0
    ? open(`poc.yaml lacks ${listLabel(lacks)}`)
    : met(`asked, with ${countLabel(charter!.unknowns.length, "unknown")} to retire`);
}

function ownerNamed({ definitions: { charter } }: Evidenced): ItemState {
  return charter?.owner === undefined ? open("poc.yaml names no owner") : met(`${charter.owner.name} owns it`);
}

/** Quantified is not worth it: what it must be worth is another condition. */
function caseQuantified({ value }: Evidenced): ItemState {
  if (value.missing.length > 0) return open(`value.yaml lacks ${listLabel(value.missing)}`);
  if (value.impact === undefined || value.payback === undefined)
    return open("value.yaml gives neither an impact nor a payback");
  const pays = value.payback === "never" ? "it never pays back" : `it pays back in ${monthsLabel(value.payback)}`;
  return met(`${moneyLabel(value.impact)} a year, ${pays}`);
}

function thresholdSet({ value: { paybackThreshold, impactThreshold } }: Evidenced): ItemState {
  const set = [
    paybackThreshold === undefined ? "" : `a payback of at most ${monthsLabel(paybackThreshold)}`,
    impactThreshold === undefined ? "" : `an impact of at least ${moneyLabel(impactThreshold)} a year`,
  ].filter((text) => text !== "");
  return set.length === 0 ? open("value.yaml sets no threshold") : met(listLabel(set));
}

function caseMeetsThreshold(standing: Evidenced): ItemState {
  const { value } = standing;
  if (value.meetsThresholds === false) return failed("the business case misses its threshold");
  if (value.meetsThresholds === undefined)
    return value.missing.length > 0 ? caseQuantified(standing) : thresholdSet(standing);
  return met("the business case meets its threshold");
}

function killCriteriaDated({ definitions: { killCriteria }, started }: Evidenced): ItemState {
  if (killCriteria.length === 0) return open("kill-criteria.yaml names none");
  const vague = killCriteria
    .filter((item) => item.by === undefined || (item.when ?? item.ask) === undefined)
    .map((item) => item.id);
  if (vague.length > 0) return open(`without a day, or without a state: ${listLabel(vague)}`);
  return met(
    `${countLabel(killCriteria.length, "criterion", "criteria")}, each with its state and day`,
    started === undefined ? [] : [started.id],
  );
}

function hypothesesMapped({ definitions: { assumptions, evals } }: Evidenced): ItemState {
  if (assumptions.length === 0) return open("assumptions.yaml names none");
  const primary = evals.filter((item) => item.primary);
  if (primary.length === 0) return open("no eval is primary, so none tests what matters");
  const bare = primary
    .filter((item) => item.target === undefined || !assumptions.some(({ testedBy }) => testedBy.includes(item.id)))
    .map((item) => item.id);
  if (bare.length > 0) return open(`without a target, or testing no assumption: ${listLabel(bare)}`);
  const tested = assumptions.filter(({ testedBy }) => testedBy.length > 0).length;
  return met(
    `${tested} of ${countLabel(assumptions.length, "assumption")} tested by an eval; the rest is for a person to ` +
      `answer`,
  );
}

function termsFrozen({ started }: Evidenced): ItemState {
  return started === undefined
    ? open("the clock has not started")
    : met(`frozen on ${longDateLabel(started.date)} by ${started.by.name}`, [started.id]);
}

function capsSet({ definitions: { charter }, timebox }: Evidenced): ItemState {
  const lacks = [timebox === undefined ? "timebox" : "", charter?.spendCap === undefined ? "spend_cap" : ""].filter(
    (name) => name !== "",
  );
  return lacks.length > 0
    ? open(`poc.yaml lacks ${listLabel(lacks)}`)
    : met(`${countLabel(timebox!.of, "working day")} and ${moneyLabel(charter!.spendCap!)}`);
}

function logKept({ log: { counted }, spend, effort }: Evidenced): ItemState {
  const results = counted.reduce((sum, entry) => sum + entry.results.length, 0);
  const lacks = [
    results === 0 ? "results" : "",
    spend.items.length === 0 && effort.entries.length === 0 ? "money or hours" : "",
  ].filter((name) => name !== "");
  if (lacks.length > 0) return open(`nothing in the log tells of ${listLabel(lacks)}`);
  return met(
    `${countLabel(counted.length, "entry", "entries")}: ${countLabel(results, "result")}, ` +
      `${moneyLabel(spend.total)} and ${hoursLabel(effort.hours)}`,
  );
}

function decidedGo({ decision: { current } }: Evidenced): ItemState {
  if (current === undefined) return open("nobody has decided");
  const { decision, entry } = current;
  const said = `${outcomeLabel(decision.outcome)}, by ${decision.by.name} on ${longDateLabel(entry.date)}`;
  if (!isFinal(decision)) return open(said, [entry.id]);
  return decision.outcome === "no-go" ? failed(said, [entry.id]) : met(said, [entry.id]);
}

/**
 * Every primary target met by a result that came after the last gate: what the gate before rested on shows nothing new.
 */
function targetMetSince(standing: Evidenced, span: GateSpan): ItemState {
  const primary = standing.evals.filter((item) => item.eval.primary);
  if (primary.length === 0) return open("no primary eval says what the target is");
  if (!span.reached) return open("measured anew once the gate before is passed");
  const since = span.since?.entry.at.epochMs ?? -Infinity;
  const judged = (items: typeof primary) => items.flatMap((item) => item.judged?.entry.id ?? []);
  const missed = primary.filter((item) => item.verdict === "not met" && !item.interim);
  if (missed.length > 0)
    return failed(`${listLabel(missed.map((item) => item.eval.id))} misses its target`, judged(missed));
  const old = primary.filter((item) => item.judged !== undefined && item.judged.entry.at.epochMs <= since);
  if (old.length > 0)
    return open(
      `not measured since the gate before was passed: ${listLabel(old.map((item) => item.eval.id))}`,
      judged(old),
    );
  const unmet = primary.filter((item) => item.verdict !== "met");
  if (unmet.length > 0)
    return open(
      listLabel(unmet.map((item) => `${item.eval.id} is ${item.verdict}${item.interim ? " so far" : ""}`)),
      judged(unmet),
    );
  return met(
    `${listLabel(primary.map((item) => item.eval.id))} ` +
      `${primary.length === 1 ? "meets its target" : "meet their targets"}`,
    judged(primary),
  );
}

/** Named is not committed: that takes a person's word. */
function budgetNamed({ definitions: { charter } }: Evidenced): ItemState {
  if (charter?.mvpBudget === undefined) return failed("poc.yaml names no mvp.budget");
  return open(`${moneyLabel(charter.mvpBudget)} named in poc.yaml; nobody has attested that it is committed`);
}

function spendLogged({ spend }: Evidenced, { since, reached }: GateSpan): ItemState {
  if (!reached) return open("reckoned from when the gate before is passed");
  const items = spend.items.filter(({ entry }) => since === undefined || entry.at.epochMs > since.entry.at.epochMs);
  if (items.length === 0)
    return open(`no spend was logged${since === undefined ? "" : " since the gate before was passed"}`);
  return met(
    `${countLabel(items.length, "amount")} logged, ${moneyLabel(spend.total)} in all`,
    items.map(({ entry }) => entry.id),
  );
}
