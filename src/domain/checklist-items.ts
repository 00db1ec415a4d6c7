import type { Derived, Evidenced } from "./checklist.ts";
import { isFinal } from "./decision.ts";
import { isOpenRisk } from "./risk-standing.ts";
import { faultClause, missedClauses } from "./value-wording.ts";

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  /** How to close it, where it is open. */
  readonly closedBy: string;
  /** What the records say of it; absent where only a person can tell. */
  readonly derive?: (standing: Evidenced) => Derived;
  /** Whether a person's word with a link may tick it where the records leave it open. */
  readonly attestable: boolean;
}

export interface Checklist {
  readonly title: string;
  readonly purpose: string;
  readonly items: readonly ChecklistItem[];
}

/** The five exit criteria of a PoC: it is done when all of them are true. */
const EXIT: Checklist = {
  title: "PoC exit criteria",
  purpose: "The PoC is done when all five are true. A box is ticked by evidence, never by hope.",
  items: [
    { id: "value-signal", text: "The value signal is proven", closedBy: "complete value.yaml with thresholds and sources, or attest it with a link", derive: valueSignal, attestable: true },
    { id: "feasibility", text: "Feasibility meets the baseline", closedBy: "measure every primary eval and clear every kill criterion", derive: feasibility, attestable: false },
    { id: "risks-documented", text: "The risks are documented", closedBy: "give every risk a level, and every high one an owner and a mitigation", derive: risksDocumented, attestable: false },
    { id: "committed", text: "Product owner and sponsor are committed", closedBy: "name both in poc.yaml, then attest their commitment to the MVP with a link", derive: committed, attestable: true },
    { id: "memo-written", text: "The decision memo is written, go or no-go", closedBy: "poc memo, then poc decide", derive: memoWritten, attestable: false },
  ],
};

/** What an MVP needs before it may be built on what the PoC left behind. */
const MVP: Checklist = {
  title: "MVP readiness",
  purpose: "What the production-grade slice needs before the first user sees it.",
  items: [
    { id: "same-runtime", text: "Same runtime and language as production", closedBy: "bring poc_stack and mvp.production_stack in poc.yaml together", derive: sameRuntime, attestable: true },
    { id: "ci-cd", text: "CI/CD and infrastructure as code, with environments alike", closedBy: "attest it with a link to the pipeline", attestable: true },
    { id: "observability", text: "Logs, metrics, traces and service levels are defined", closedBy: "attest it with a link to the dashboard", attestable: true },
    { id: "guardrails", text: "Guardrails and a rollback plan are in place", closedBy: "attest it with a link to the plan", attestable: true },
    { id: "cost-alerts", text: "The cost model is known and FinOps alerts are configured", closedBy: "attest it with a link to the alerts", derive: costModel, attestable: true },
  ],
};

export const CHECKLISTS = { exit: EXIT, mvp: MVP } as const;

export type ChecklistName = keyof typeof CHECKLISTS;

export function isChecklistName(name: string): name is ChecklistName {
  return Object.hasOwn(CHECKLISTS, name);
}

/** Ids of all items as `--attest` takes them. */
export function checklistItemIds(): readonly string[] {
  return Object.entries(CHECKLISTS).flatMap(([name, checklist]) => checklist.items.map((item) => `${name}.${item.id}`));
}

function valueSignal({ value }: Evidenced): Derived {
  if (value.missing.length > 0) return { state: "open", because: `value.yaml lacks ${listed(value.missing)}` };
  if (value.faults.length > 0) return { state: "open", because: listed(value.faults.map(faultClause)) };
  if (value.meetsThresholds === undefined) return { state: "open", because: "no threshold says what the idea must be worth" };
  if (!value.meetsThresholds) return { state: "failed", because: missedClauses(value).join("; ") };
  const asserted = value.inputs.filter((input) => input.standsAs === "asserted").map((input) => input.name);
  if (asserted.length > 0) return { state: "open", because: `the case meets its threshold, but ${listed(asserted)} ${asserted.length === 1 ? "is" : "are"} only asserted` };
  return { state: "met", because: "the business case meets its threshold, every input with its source", entries: [...new Set(value.inputs.flatMap((input) => input.entries))] };
}

function feasibility({ evals, kill }: Evidenced): Derived {
  const primary = evals.filter((standing) => standing.eval.primary);
  const tripped = kill.filter((standing) => standing.verdict === "tripped");
  const missed = primary.filter((standing) => standing.verdict === "not met" && !standing.interim);
  const entries = [...primary.flatMap((standing) => (standing.judged ? [standing.judged.entry.id] : [])), ...kill.flatMap((standing) => standing.entries)];
  if (missed.length > 0) return { state: "failed", because: `${listed(missed.map((standing) => standing.eval.id))} misses its target`, entries };
  if (tripped.length > 0) return { state: "failed", because: `kill criterion ${listed(tripped.map((standing) => standing.criterion.id))} is tripped`, entries };
  const open = [
    ...primary.filter((standing) => standing.verdict !== "met").map((standing) => `${standing.eval.id} is ${standing.verdict}${standing.interim ? " so far" : ""}`),
    ...kill.filter((standing) => standing.verdict !== "cleared").map((standing) => `${standing.criterion.id} is ${standing.verdict}`),
  ];
  if (primary.length === 0) return { state: "open", because: "no primary eval says what feasible means" };
  if (open.length > 0) return { state: "open", because: listed(open), entries };
  return { state: "met", because: "every primary target is met and every kill criterion cleared", entries: [...new Set(entries)] };
}

function risksDocumented({ risks }: Evidenced): Derived {
  if (risks.length === 0) return { state: "open", because: "the register is empty" };
  const unassessed = risks.filter((standing) => standing.level === "unknown").map((standing) => standing.risk.id);
  if (unassessed.length > 0) return { state: "open", because: `not assessed: ${listed(unassessed)}` };
  const bare = risks.filter((standing) => standing.level === "high" && (standing.risk.owner === undefined || standing.risk.mitigation === undefined));
  if (bare.length > 0) return { state: "open", because: `high, without owner or mitigation: ${listed(bare.map((standing) => standing.risk.id))}` };
  const open = risks.filter(isOpenRisk).length;
  return { state: "met", because: `${risks.length} ${risks.length === 1 ? "risk" : "risks"} assessed, ${open} open`, entries: [...new Set(risks.flatMap((standing) => standing.entries))] };
}

function committed({ definitions: { charter } }: Evidenced): Derived {
  const lacks = [charter?.owner === undefined ? "an owner" : "", charter?.sponsor === undefined ? "a sponsor" : "", charter?.mvpBudget === undefined ? "an MVP budget" : ""].filter((text) => text !== "");
  if (charter?.owner === undefined || charter.sponsor === undefined) return { state: "failed", because: `the charter lacks ${listed(lacks)}` };
  return { state: "open", because: lacks.length > 0 ? `the charter lacks ${listed(lacks)}` : "named in the charter; nobody has attested their commitment" };
}

function memoWritten({ memos, decision }: Evidenced): Derived {
  const entries = decision.current === undefined ? [] : [decision.current.entry.id];
  const decided = decision.current !== undefined && isFinal(decision.current.decision);
  if (!memos.some((name) => name.startsWith("decision"))) return { state: "open", because: "no decision memo lies in memos/", entries };
  return decided ? { state: "met", because: "memo rendered and decision recorded", entries } : { state: "open", because: "the memo is rendered; nobody has decided", entries };
}

function sameRuntime({ definitions: { charter } }: Evidenced): Derived {
  const poc = charter?.pocStack ?? [];
  const production = charter?.productionStack ?? [];
  if (poc.length === 0 || production.length === 0) return { state: "open", because: "poc.yaml names no stack" };
  const foreign = poc.filter((part) => !production.includes(part));
  return foreign.length === 0
    ? { state: "met", because: `both on ${listed(poc)}` }
    : { state: "failed", because: `the PoC stands on ${listed(foreign)}, production does not` };
}

function costModel({ value }: Evidenced): Derived {
  return { state: "open", because: value.missing.length > 0 ? `value.yaml lacks ${listed(value.missing)}` : "the cost model is in value.yaml; nobody has attested the alerts" };
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
