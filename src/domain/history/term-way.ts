import { parseCondition } from "../scalars/condition.ts";
import { compareDecimals } from "../scalars/decimal.ts";
import { parseQuantity, type Quantity } from "../scalars/quantity.ts";
import { parseTarget } from "../scalars/target.ts";
import { TERM_FAMILIES, termName } from "../records/term-names.ts";
import { costTerm } from "../records/terms/cost-terms.ts";
import { termSubject } from "../records/terms.ts";

/**
 * What a change does to what the work has to show: `relaxed` makes a go easier, `tightened` harder, and `changed` may
 * do either.
 */
export type TermWay = "relaxed" | "tightened" | "changed";

/** Which way the change of a term goes. A limit that is set is tightened, and one that is removed relaxed. */
export function termWay(term: string, from: string | undefined, to: string | undefined): TermWay {
  const rule = ruleOf(term);
  if (rule === NO_ORDER || (from === undefined && to === undefined)) return "changed";
  if (from === undefined) return rule.limit ? "tightened" : "changed";
  if (to === undefined) return rule.limit ? "relaxed" : "changed";
  const order = rule.order(from, to);
  if (order === undefined || order === 0) return "changed";
  return order > 0 ? "tightened" : "relaxed";
}

interface Rule {
  /**
   * Above 0 if the second text asks for more than the first, below 0 if it asks for less; undefined if neither is
   * certain.
   */
  readonly order: (from: string, to: string) => number | undefined;
  /** Whether an unset term asks for nothing. */
  readonly limit: boolean;
}

const NO_ORDER: Rule = { order: () => undefined, limit: false };

const fewer: Rule = { order: (from, to) => reversed(quantityOrder(from, to)), limit: true };
const more: Rule = { order: quantityOrder, limit: true };

type Families = typeof TERM_FAMILIES;

/** A row for every term, so that none counts as harmless only because it was forgotten. */
const RULES: { readonly [F in keyof Families]: Readonly<Record<keyof Families[F]["names"], Rule>> } = {
  timebox: { start: NO_ORDER, workingDays: fewer, timezone: NO_ORDER, weekend: NO_ORDER, holidays: NO_ORDER },
  charter: {
    question: NO_ORDER,
    unknowns: NO_ORDER,
    owner: NO_ORDER,
    sponsor: NO_ORDER,
    spendCap: fewer,
    hoursCap: fewer,
    // Without a value, the usual confidence is required.
    confidence: { ...more, limit: false },
  },
  evals: {
    metric: NO_ORDER,
    measure: NO_ORDER,
    better: NO_ORDER,
    primary: { order: (from, to) => Number(to === "true") - Number(from === "true"), limit: false },
    guard: { order: () => undefined, limit: true },
    percentile: NO_ORDER,
    k: NO_ORDER,
    // A worse baseline helps if the target is a change from it; otherwise it makes no difference.
    baseline: NO_ORDER,
    target: { order: targetOrder, limit: true },
    range: NO_ORDER,
    why: NO_ORDER,
    // More cases are a stricter test, but also another chance.
    minN: NO_ORDER,
    extendedN: NO_ORDER,
    maxErrors: { ...fewer, limit: false },
    dataset: NO_ORDER,
    itemsSource: NO_ORDER,
    judge: NO_ORDER,
    tunedOnTheseItems: NO_ORDER,
    arms: NO_ORDER,
  },
  killCriteria: {
    statement: NO_ORDER,
    when: { order: conditionOrder, limit: true },
    ask: { order: () => undefined, limit: true },
    // Dates are compared as text.
    by: { order: (from, to) => Number(to < from) - Number(from < to), limit: true },
  },
  value: { paybackThreshold: fewer, impactThreshold: more },
};

const BY_NAME: ReadonlyMap<string, Rule> = new Map([
  ...byName(TERM_FAMILIES.timebox, RULES.timebox),
  ...byName(TERM_FAMILIES.charter, RULES.charter),
  ...byName(TERM_FAMILIES.evals, RULES.evals),
  ...byName(TERM_FAMILIES.killCriteria, RULES.killCriteria),
  ...byName(TERM_FAMILIES.value, RULES.value),
]);

function byName<N extends string>(
  { prefix, names }: { readonly prefix: string; readonly names: Readonly<Record<N, string>> },
  rules: Readonly<Record<N, Rule>>,
): readonly (readonly [string, Rule])[] {
  const fields: Readonly<Record<string, Rule>> = rules;
  return Object.entries<string>(names).flatMap(([field, name]) => {
    const rule = fields[field];
    return rule === undefined ? [] : [[termName(prefix, undefined, name), rule] as const];
  });
}

/** At a lower rate, the same hours cost less. An exchange rate converts costs and benefits alike. */
const HOURLY_RATE: Rule = { ...more, limit: false };

function ruleOf(term: string): Rule {
  const cost = costTerm(term);
  if (cost !== undefined) return cost.kind === "hourly_rates" ? HOURLY_RATE : NO_ORDER;
  const subject = termSubject(term);
  // Without the id, which does not matter.
  const name =
    subject === undefined ? term : `${subject.family}${term.slice(subject.family.length + subject.id.length + 1)}`;
  return BY_NAME.get(name) ?? NO_ORDER;
}

function reversed(order: number | undefined): number | undefined {
  return order === undefined ? undefined : -order;
}

function quantityOrder(from: string, to: string): number | undefined {
  const [before, after] = [parseQuantity(from), parseQuantity(to)];
  return before.ok && after.ok ? amountOrder(before.value, after.value) : undefined;
}

function amountOrder(before: Quantity, after: Quantity): number | undefined {
  return before.unit === after.unit ? compareDecimals(after.amount, before.amount) : undefined;
}

/** A floor asks for more where it is higher, a ceiling where it is lower; so does the margin of a loss. */
function targetOrder(from: string, to: string): number | undefined {
  const [before, after] = [parseTarget(from), parseTarget(to)];
  if (!before.ok || !after.ok) return undefined;
  const { form, comparator, quantity } = before.value;
  if (form !== after.value.form || comparator !== after.value.comparator) return undefined;
  const order = amountOrder(quantity, after.value.quantity);
  return comparator.startsWith(">") && form !== "not-worse" ? order : reversed(order);
}

/** A criterion that trips above a figure is stricter if the figure is lower. */
function conditionOrder(from: string, to: string): number | undefined {
  const [before, after] = [parseCondition(from), parseCondition(to)];
  if (!before.ok || !after.ok) return undefined;
  const { metric, comparator, quantity } = before.value;
  if (metric !== after.value.metric || comparator !== after.value.comparator) return undefined;
  const order = amountOrder(quantity, after.value.quantity);
  return comparator.startsWith(">") ? reversed(order) : order;
}
