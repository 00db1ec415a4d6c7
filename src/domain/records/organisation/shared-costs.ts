import { valueAt, type Place } from "../../../diagnostics/place.ts";
import { shortDecimalText } from "../../scalars/decimal.ts";
import { moneyText } from "../../scalars/money.ts";
import { optional } from "../../scalars/optional.ts";
import type { Costs, ModelPrice } from "../costs.ts";
import type { Organisation } from "./organisation.ts";
import { costTerm, costTermAbout, type CostTerm } from "../terms/cost-terms.ts";
import { statedPrices } from "../tokens/token-prices.ts";
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

/** Where a rate or the currency stands: in costs.yaml where that says it, else in the file of the organisation. */
export function sharedPlace(name: string, own: Costs, organisation: Organisation): Place | undefined {
  const term = costTerm(name);
  if (term === undefined || statesItself(own, term)) return undefined;
  return valueAt(organisation.source, ...(costTermAbout(name)?.place ?? []));
}

function statesItself(own: Costs, term: CostTerm): boolean {
  switch (term.kind) {
    case "currency":
      return own.currency !== undefined;
    case "exchange":
      return own.exchange.some(({ currency }) => currency === term.key);
    case "hourly_rates":
      return own.hourlyRates.has(term.key);
    case "listed":
      return false;
  }
}
