import { currencyExponent } from "../../scalars/currency.ts";
import { parseDecimal, shortDecimalText } from "../../scalars/decimal.ts";
import { moneyText, parseMoney } from "../../scalars/money.ts";
import type { Costs } from "../costs.ts";
import type { TermValues } from "../term-values.ts";

const PREFIX = "costs.";

/**
 * The costs that are terms, because they change what was logged already: what hours cost, and what other currencies
 * are worth. Prices of models are no terms, because each amount keeps the price that it was logged at.
 */
export type CostTerm =
  | { readonly kind: "currency" }
  | { readonly kind: "exchange" | "hourly_rates"; readonly key: string }
  /** That hourly rates are the ones that are listed, and no others. */
  | { readonly kind: "listed" };

export function costTerm(name: string): CostTerm | undefined {
  if (name === `${PREFIX}currency`) return { kind: "currency" };
  if (name === RATES_LISTED) return { kind: "listed" };
  for (const kind of ["exchange", "hourly_rates"] as const) {
    const start = `${PREFIX}${kind}.`;
    if (name.startsWith(start) && name.length > start.length) return { kind, key: name.slice(start.length) };
  }
  return undefined;
}

const DEFAULT_RATE = `${PREFIX}hourly_rates.default`;

/**
 * Starts of older builds have some rates of the organisation and not this term. In them a rate that is not among the
 * terms says nothing of whether it was there at the start.
 */
const RATES_LISTED = `${PREFIX}hourly_rates`;
const AS_LISTED = "as listed";

/**
 * What everything logged is counted by, whether the PoC or its organisation states it. It is frozen at the start: a
 * rate that changes afterwards changes nothing that was agreed.
 */
export function costTermsOf({ currency, exchange, hourlyRates }: Costs): readonly (readonly [string, string])[] {
  return [
    ...(currency === undefined ? [] : [[`${PREFIX}currency`, currency] as const]),
    ...exchange.map(({ currency: code, rate }) => [`${PREFIX}exchange.${code}`, shortDecimalText(rate)] as const),
    ...(hourlyRates.has("default") ? [[RATES_LISTED, AS_LISTED] as const] : []),
    ...[...hourlyRates].map(([name, rate]) => [`${PREFIX}hourly_rates.${name}`, moneyText(rate)] as const),
  ];
}

/**
 * Whether a cost that was not frozen counts as the files state it. A currency without a rate could not be counted, nor
 * the hours of a person without one. But who has an agreed rate, even if that is the one for everybody else, keeps it.
 */
export function isOpenCost(name: string, frozen: TermValues): boolean {
  const term = costTerm(name);
  if (term === undefined || frozen.has(name)) return false;
  return term.kind !== "hourly_rates" || !hasListedRates(frozen);
}

function hasListedRates(frozen: TermValues): boolean {
  return frozen.has(RATES_LISTED) && frozen.has(DEFAULT_RATE);
}

/** Whether a rate that is not agreed yet may be added by an amendment. */
export function mayBeAgreed(name: string, frozen: TermValues): boolean {
  return costTerm(name)?.kind === "hourly_rates" && hasListedRates(frozen);
}

/** The costs with the frozen ones put back. */
export function agreedCosts(current: Costs, frozen: TermValues): Costs {
  let costs = hasListedRates(frozen) ? withoutHourlyRates(current) : current;
  for (const [name, text] of frozen) {
    const term = costTerm(name);
    if (term !== undefined) costs = withTerm(costs, term, text);
  }
  return costs;
}

function withoutHourlyRates({ unread, ...costs }: Costs): Costs {
  const others = unread?.filter(([key]) => key !== "hourly_rates");
  return { ...costs, ...(others && others.length > 0 ? { unread: others } : {}), hourlyRates: new Map() };
}

function withTerm(costs: Costs, term: CostTerm, text: string): Costs {
  switch (term.kind) {
    case "listed":
      return costs;
    case "currency":
      return currencyExponent(text) === undefined ? costs : { ...costs, currency: text };
    case "exchange": {
      const rate = parseDecimal(text);
      const before = costs.exchange.find(({ currency }) => currency === term.key);
      if (!rate.ok || (before !== undefined && shortDecimalText(before.rate) === text)) return costs;
      const others = costs.exchange.filter((one) => one !== before);
      return { ...costs, exchange: [...others, { ...before, currency: term.key, rate: rate.value }] };
    }
    case "hourly_rates": {
      const rate = parseMoney(text);
      return rate.ok ? { ...costs, hourlyRates: new Map([...costs.hourlyRates, [term.key, rate.value]]) } : costs;
    }
  }
}

/** What every term has, for a term of this kind. */
interface CostTermAbout {
  readonly name: string;
  readonly label: string;
  readonly kind: "text" | "number";
  readonly place: readonly string[];
  readonly always: false;
  readonly reads: (text: string) => boolean;
}

/** What people call such a term, and where it stands in costs.yaml; undefined where the name is none. */
export function costTermAbout(name: string): CostTermAbout | undefined {
  const term = costTerm(name);
  if (term === undefined) return undefined;
  const base = { name, kind: "text", always: false } as const;
  switch (term.kind) {
    case "currency":
      return {
        ...base,
        label: "currency",
        place: ["currency"],
        reads: (text) => currencyExponent(text) !== undefined,
      };
    case "exchange": {
      const [label, place] = [`exchange rate of ${term.key}`, ["exchange", term.key, "rate"]];
      return { ...base, label, kind: "number", place, reads: (text) => parseDecimal(text).ok };
    }
    case "hourly_rates": {
      const label = term.key === "default" ? "hourly rate" : `hourly rate of ${term.key}`;
      return { ...base, label, place: [term.kind, term.key], reads: (text) => parseMoney(text).ok };
    }
    case "listed":
      return { ...base, label: "hourly rates", place: ["hourly_rates"], reads: (text) => text === AS_LISTED };
  }
}
