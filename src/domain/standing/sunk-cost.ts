import type { Money } from "../scalars/money.ts";
import type { Standing } from "./standing.ts";

/** What the PoC itself has cost. It is spent whatever is decided, so it is in no payback. */
export interface SunkCost {
  /** Money spent. */
  readonly spend: Money;
  /** With people's time at its rates; undefined where some hours, or some currency, have none. */
  readonly loaded: Money | undefined;
}

export function sunkCost({ spend, loaded }: Pick<Standing, "spend" | "loaded">): SunkCost {
  return { spend: spend.total, loaded: loaded.total };
}
