import { valueAt, type Place } from "../../../diagnostics/place.ts";
import { currencyExponent } from "../../scalars/currency.ts";
import { parseDecimal, shortDecimalText } from "../../scalars/decimal.ts";
import { moneyText, parseMoney } from "../../scalars/money.ts";
import { optional } from "../../scalars/optional.ts";
import type { Costs, ModelPrice } from "../costs.ts";
import type { Organisation } from "./organisation.ts";
import type { TermValues } from "../term-values.ts";
import { statedPrices } from "../token-prices.ts";
import { isUnread } from "../unread.ts";

/**
 * The costs of a PoC with what its organisation says where costs.yaml is silent. What is in costs.yaml and cannot be
 * read is not replaced: nobody knows that the rate of the organisation is meant.
 */
export function withSharedCosts(own: Costs, shared: Costs): Costs {
  const currency = own.currency ?? (isUnread(own, "currency") ? undefined : shared.currency);
  return {
    ...own,
    ...optional("currency", currency),
    exchange: [
      ...own.exchange,
      ...sharedExchange(own, shared, currency).filter(
        ({ currency: code }) =>
          !own.exchange.some((rate) => rate.currency === code) && !isUnread(own, "exchange", code),
      ),
    ],
    hourlyRates: new Map([
      ...[...shared.hourlyRates].filter(([name]) => !isUnread(own, "hourly_rates", name)),
      ...own.hourlyRates,
    ]),
    models: [
      ...own.models,
      ...shared.models.filter(
        ({ model }) => !own.models.some((price) => price.model === model) && !isUnread(own, "models", model),
      ),
    ],
  };
}

/** Rates into a currency other than the PoC's do not apply to it. */
function sharedExchange(own: Costs, shared: Costs, currency: string | undefined) {
  return own.currency === undefined || own.currency === shared.currency || currency === shared.currency
    ? shared.exchange
    : [];
}

const PREFIX = "costs.";

/** The costs that are terms: those that change what was logged already, as far as an organisation states them. */
type SharedTerm = { readonly kind: "currency" } | { readonly kind: "exchange" | "hourly_rates"; readonly key: string };

function sharedTerm(name: string): SharedTerm | undefined {
  if (name === `${PREFIX}currency`) return { kind: "currency" };
  for (const kind of ["exchange", "hourly_rates"] as const) {
    const start = `${PREFIX}${kind}.`;
    if (name.startsWith(start) && name.length > start.length) return { kind, key: name.slice(start.length) };
  }
  return undefined;
}

/** Whether it is a term by the organisation, and not by the files of the PoC. */
export function isSharedTerm(name: string): boolean {
  return sharedTerm(name) !== undefined;
}

/**
 * What the organisation says and everything logged is counted by, as it holds for this PoC. It is frozen at the start:
 * a rate that changes for everybody changes nothing that was agreed. Prices of models are no terms, because each amount
 * keeps the price that it was logged at.
 */
export function sharedTermsOf(
  costs: Costs,
  organisation: Organisation | undefined,
): readonly (readonly [name: string, text: string])[] {
  if (organisation === undefined) return [];
  const { currency, exchange, hourlyRates } = organisation.costs;
  return [
    ...(currency === undefined || costs.currency === undefined ? [] : [[`${PREFIX}currency`, costs.currency] as const]),
    ...exchange.flatMap(({ currency: code }) => {
      const rate = costs.exchange.find((one) => one.currency === code)?.rate;
      return rate === undefined ? [] : [[`${PREFIX}exchange.${code}`, shortDecimalText(rate)] as const];
    }),
    ...[...hourlyRates.keys()].flatMap((name) => {
      const rate = costs.hourlyRates.get(name);
      return rate === undefined ? [] : [[`${PREFIX}hourly_rates.${name}`, moneyText(rate)] as const];
    }),
  ];
}

/** The costs with the frozen ones put back. Whatever was added to the organisation's file since is used as it is. */
export function agreedCosts(current: Costs, frozen: TermValues): Costs {
  let costs = current;
  for (const [name, text] of frozen) {
    const term = sharedTerm(name);
    if (term !== undefined) costs = withTerm(costs, term, text);
  }
  return costs;
}

function withTerm(costs: Costs, term: SharedTerm, text: string): Costs {
  switch (term.kind) {
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
interface SharedTermAbout {
  readonly name: string;
  readonly label: string;
  readonly kind: "text" | "number";
  readonly place: readonly string[];
  readonly always: false;
  readonly reads: (text: string) => boolean;
}

/** What people call such a term, and its place in costs.yaml; undefined for any other name. */
export function sharedTermAbout(name: string): SharedTermAbout | undefined {
  const term = sharedTerm(name);
  if (term === undefined) return undefined;
  const base = { name, always: false } as const;
  switch (term.kind) {
    case "currency": {
      const reads = (text: string) => currencyExponent(text) !== undefined;
      return { ...base, label: "currency", kind: "text", place: ["currency"], reads };
    }
    case "exchange": {
      const [label, place] = [`exchange rate of ${term.key}`, ["exchange", term.key, "rate"]];
      return { ...base, label, kind: "number", place, reads: (text) => parseDecimal(text).ok };
    }
    case "hourly_rates": {
      const label = term.key === "default" ? "hourly rate" : `hourly rate of ${term.key}`;
      return { ...base, label, kind: "text", place: [term.kind, term.key], reads: (text) => parseMoney(text).ok };
    }
  }
}

/** A value of costs.yaml that differs from that of the organisation. */
export interface Overridden {
  /** In costs.yaml, and in the file of the organisation. */
  readonly path: readonly string[];
  readonly own: string;
  readonly shared: string;
}

export function overriddenCosts(own: Costs, shared: Costs): readonly Overridden[] {
  const differing = (path: readonly string[], mine: string | undefined, theirs: string | undefined) =>
    mine === undefined || theirs === undefined || mine === theirs ? [] : [{ path, own: mine, shared: theirs }];
  return [
    ...differing(["currency"], own.currency, shared.currency),
    ...own.exchange.flatMap(({ currency, rate }) => {
      const theirs = shared.exchange.find((one) => one.currency === currency)?.rate;
      return differing(["exchange", currency], shortDecimalText(rate), theirs && shortDecimalText(theirs));
    }),
    ...[...own.hourlyRates].flatMap(([name, rate]) => {
      const theirs = shared.hourlyRates.get(name);
      return differing(["hourly_rates", name], moneyText(rate), theirs && moneyText(theirs));
    }),
    ...own.models.flatMap((price) => {
      const theirs = shared.models.find(({ model }) => model === price.model);
      return theirs === undefined ? [] : differing(["models", price.model], pricesText(price), pricesText(theirs));
    }),
  ];
}

/** `input 2 USD, output 8 USD`. */
function pricesText(price: ModelPrice): string {
  return statedPrices(price)
    .map(({ path, price: { amount, currency } }) => {
      const what = path.join(" ").replaceAll("_", " ");
      return `${what} ${shortDecimalText(amount)} ${currency}`;
    })
    .join(", ");
}

/** Where a term of this kind stands: in costs.yaml where that says it, else in the file of the organisation. */
export function sharedPlace(name: string, own: Costs, organisation: Organisation): Place | undefined {
  const term = sharedTerm(name);
  if (term === undefined || statesItself(own, term)) return undefined;
  return valueAt(organisation.source, ...(sharedTermAbout(name)?.place ?? []));
}

function statesItself(own: Costs, term: SharedTerm): boolean {
  switch (term.kind) {
    case "currency":
      return own.currency !== undefined;
    case "exchange":
      return own.exchange.some(({ currency }) => currency === term.key);
    case "hourly_rates":
      return own.hourlyRates.has(term.key);
  }
}
