import type { Charter } from "../domain/records/charter.ts";
import { isUnread } from "../domain/records/unread.ts";
import { DEFINITION_FILES } from "../domain/records/records.ts";
import type { OutgrownBudget } from "../domain/records/terms/stated.ts";
import { listLabel, moneyLabel } from "../domain/scalars/labels.ts";
import type { CommitmentGap } from "../domain/records/charter-gaps.ts";

/** What the charter leaves open, in the same words for checklists, gates and risks. */

/** `no spend cap is set`; or that it cannot be read, where something stands there. */
export function unsetClause(charter: Charter | undefined, key: "timebox" | "spend_cap"): string {
  const name = key === "timebox" ? "timebox" : "spend cap";
  return charter !== undefined && isUnread(charter, key) ? `the ${name} cannot be read` : `no ${name} is set`;
}

const GAPS: Readonly<Record<CommitmentGap, string>> = {
  owner: "owner",
  sponsor: "sponsor",
  "mvp-budget": "MVP budget",
};

/** `poc.yaml names no owner and no sponsor`. */
export function commitmentClause(missing: readonly CommitmentGap[]): string {
  return `${DEFINITION_FILES.charter} names ${listLabel(missing.map((gap) => `no ${GAPS[gap]}`))}`;
}

/** `the commitment that Marta Weiss attested is to 120,000.00 EUR, and mvp.budget is 900,000.00 EUR now`. */
export function outgrownClause({ by, attested, budget }: OutgrownBudget): string {
  const now = `and mvp.budget is ${moneyLabel(budget)} now`;
  return `the commitment that ${by.name} attested is to ${moneyLabel(attested)}, ${now}`;
}

/** `the PoC runs on python 3.11, production does not`. */
export function stackClause(foreign: readonly string[]): string {
  return `the PoC runs on ${listLabel(foreign)}, production does not`;
}

/** `value.yaml lacks users and build_cost`: what the case needs and does not say. */
export function valueGapClause({
  missing,
  unread,
}: {
  readonly missing: readonly string[];
  readonly unread: readonly string[];
}): string {
  const lacking = missing.filter((name) => !unread.includes(name));
  return [
    lacking.length === 0 ? "" : `${DEFINITION_FILES.value} lacks ${listLabel(lacking)}`,
    unread.length === 0 ? "" : `${listLabel(unread)} in ${DEFINITION_FILES.value} cannot be read`,
  ]
    .filter((clause) => clause !== "")
    .join("; ");
}

/** Nothing is agreed that the idea must be worth. */
export const NO_THRESHOLD = `${DEFINITION_FILES.value} sets no threshold for payback or impact`;
