import type { Derived, Evidenced } from "./checklist.ts";
import { DERIVATIONS } from "./derivations.ts";

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
    { id: "value-signal", text: "The value signal is proven", closedBy: "complete value.yaml with thresholds and sources, or attest it with a link", derive: DERIVATIONS["value-signal"], attestable: true },
    { id: "feasibility", text: "Feasibility meets the baseline", closedBy: "measure every primary eval and clear every kill criterion", derive: DERIVATIONS.feasibility, attestable: false },
    { id: "risks-documented", text: "The risks are documented", closedBy: "give every risk a level, and every high one an owner and a mitigation", derive: DERIVATIONS["risks-documented"], attestable: false },
    { id: "committed", text: "Product owner and sponsor are committed", closedBy: "name both in poc.yaml, then attest their commitment to the MVP with a link", derive: DERIVATIONS.committed, attestable: true },
    { id: "memo-written", text: "The decision memo is written, go or no-go", closedBy: "poc memo, then poc decide", derive: DERIVATIONS["memo-written"], attestable: false },
  ],
};

/** What an MVP needs before it may be built on what the PoC left behind. */
const MVP: Checklist = {
  title: "MVP readiness",
  purpose: "What the production-grade slice needs before the first user sees it.",
  items: [
    { id: "same-runtime", text: "Same runtime and language as production", closedBy: "bring poc_stack and mvp.production_stack in poc.yaml together", derive: DERIVATIONS["same-runtime"], attestable: true },
    { id: "ci-cd", text: "CI/CD and infrastructure as code, with environments alike", closedBy: "attest it with a link to the pipeline", attestable: true },
    { id: "observability", text: "Logs, metrics, traces and service levels are defined", closedBy: "attest it with a link to the dashboard", attestable: true },
    { id: "guardrails", text: "Guardrails and a rollback plan are in place", closedBy: "attest it with a link to the plan", attestable: true },
    { id: "cost-alerts", text: "The cost model is known and FinOps alerts are configured", closedBy: "attest it with a link to the alerts", derive: DERIVATIONS["cost-model"], attestable: true },
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
