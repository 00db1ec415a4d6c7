import type { CivilDate } from "../scalars/calendar.ts";
import type { Decimal } from "../scalars/decimal.ts";
import type { Money } from "../scalars/money.ts";
import type { UnitPrice } from "../scalars/unit-price.ts";
import { isUnread, type Unread } from "./unread.ts";

export const SPEND_CATEGORIES = ["tokens", "infrastructure", "licences", "data", "people", "other"] as const;
export type SpendCategory = (typeof SPEND_CATEGORIES)[number];

/** How certain an amount is, the most certain last: estimated beforehand, metered at a price, or billed. */
export const SPEND_BASES = ["estimated", "metered", "billed"] as const;
export type SpendBasis = (typeof SPEND_BASES)[number];

/** Units of the PoC's currency for one unit of the foreign one. */
export interface ExchangeRate {
  readonly currency: string;
  readonly rate: Decimal;
  readonly date?: CivilDate;
  readonly source?: string;
}

/** Prices per million tokens. */
export interface TokenPrices {
  readonly input?: UnitPrice;
  /** Read from the cache. */
  readonly cachedInput?: UnitPrice;
  /** Written to the cache, for a few minutes and for an hour. */
  readonly cacheWrite?: UnitPrice;
  readonly cacheWrite1h?: UnitPrice;
  readonly output?: UnitPrice;
}

/** Prices for requests above this many tokens; a price that is absent is that of shorter requests. */
export interface PriceTier extends TokenPrices {
  readonly tokens: number;
  readonly batch?: TokenPrices;
}

/** What a model costs. */
export interface ModelPrice extends TokenPrices {
  readonly model: string;
  /** Prices for batch requests. */
  readonly batch?: TokenPrices;
  /** By the length of the context, shortest first. */
  readonly above?: readonly PriceTier[];
  /** The day the prices were taken. */
  readonly date?: CivilDate;
  /** Where they were taken from. */
  readonly source?: string;
}

export interface PlannedCost {
  readonly category: SpendCategory;
  readonly amount: Money;
  readonly note?: string;
}

export interface Costs extends Unread {
  /** The currency of all figures; that of the spend cap unless stated. */
  readonly currency?: string;
  readonly exchange: readonly ExchangeRate[];
  /** Price of one hour, by role or name; `default` is for everyone else. */
  readonly hourlyRates: ReadonlyMap<string, Money>;
  readonly models: readonly ModelPrice[];
  readonly planned: readonly PlannedCost[];
}

/**
 * What an hour of a person costs: by name, otherwise by default. Undefined without a rate, and also if a rate cannot be
 * read: then it is unknown whether the default was meant.
 */
export function hourlyRateOf(costs: Costs, name: string | undefined): Money | undefined {
  const own = name === undefined ? undefined : costs.hourlyRates.get(name);
  if (own !== undefined) return own;
  const unknown = name !== undefined && isUnread(costs, "hourly_rates", name);
  return unknown ? undefined : costs.hourlyRates.get("default");
}

export const NO_COSTS: Costs = { exchange: [], hourlyRates: new Map(), models: [], planned: [] };
