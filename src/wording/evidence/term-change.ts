import { compareDecimals } from "../../domain/scalars/decimal.ts";
import { parseCondition } from "../../domain/scalars/condition.ts";
import { parseTarget } from "../../domain/scalars/target.ts";
import type { TermChange } from "../../domain/records/entry.ts";
import { termTextLabel } from "../../domain/records/terms.ts";

interface Limit {
  /** What is compared: the metric of a condition, the form of a target. */
  readonly of: string;
  readonly comparator: string;
  readonly quantity: { readonly amount: Parameters<typeof compareDecimals>[0]; readonly unit: string };
}

/**
 * `relaxed from > 20% to > 30%`, `tightened from …`; `changed from 8 to 11` where neither can be told. A target is
 * relaxed where it is met by more, a kill criterion where it is tripped by less.
 */
export function changeClause({ term, from, to }: Pick<TermChange, "term" | "from" | "to">): string {
  const way = wayOf(term, from, to);
  const [before, after] = [from, to].map((text) => shownLimit(term, text ?? "nothing"));
  return `${way} from ${before} to ${after}`;
}

function wayOf(term: string, from: string | undefined, to: string | undefined): string {
  const [before, after] = [limitOf(term, from), limitOf(term, to)];
  if (before === undefined || after === undefined) return "changed";
  const { of, comparator, quantity } = before;
  if (of !== after.of || comparator !== after.comparator || quantity.unit !== after.quantity.unit) return "changed";
  const order = compareDecimals(after.quantity.amount, quantity.amount);
  if (order === 0) return "changed";
  const raised = order > 0;
  const floor = comparator.startsWith(">");
  // A target of at least so much is easier where it is lower; what is tripped above so much, where it is higher.
  return (isCondition(term) ? floor === raised : floor !== raised) ? "relaxed" : "tightened";
}

function isCondition(term: string): boolean {
  return term.endsWith(".when");
}

function limitOf(term: string, text: string | undefined): Limit | undefined {
  if (text === undefined) return undefined;
  if (isCondition(term)) {
    const read = parseCondition(text);
    return read.ok ? { ...read.value, of: read.value.metric } : undefined;
  }
  if (!term.endsWith(".target")) return undefined;
  const read = parseTarget(text);
  return read.ok ? { ...read.value, of: read.value.form } : undefined;
}

/** The name of a kill criterion says what is compared; the id of its metric says nothing more. */
function shownLimit(term: string, text: string): string {
  const shown = termTextLabel(text);
  return isCondition(term) ? shown.replace(/^[a-z0-9._-]+ (?=[<>≤≥])/, "") : shown;
}
