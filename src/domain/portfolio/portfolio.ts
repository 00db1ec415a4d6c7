import type { ExchangeRate } from "../records/costs.ts";

/** Name of the file that says what belongs to a portfolio. */
export const PORTFOLIO_FILE = "portfolio.yaml";

/** What a file says of a portfolio: where its PoCs are, and what it holds them against. */
export interface Portfolio {
  readonly title?: string;
  /** Folders and patterns, relative to the folder of the file. */
  readonly paths?: readonly string[];
  /** How many PoCs may be in progress at once. */
  readonly wipCap?: number;
  /** The currency that totals are shown in, as far as there are rates. */
  readonly currency?: string;
  /** Rates into that currency. */
  readonly exchange: readonly ExchangeRate[];
}
