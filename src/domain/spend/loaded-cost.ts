import type { EffortStanding } from "./effort.ts";
import { addMoney, moneyShare, type Money } from "../scalars/money.ts";
import type { SpendStanding } from "./spend.ts";

/** What the PoC cost in truth: money, and people's time at the stated rates, which no invoice shows. */
export interface LoadedCost {
  /** Undefined where a rate is missing. */
  readonly total: Money | undefined;
  readonly spend: Money;
  readonly effort: Money | undefined;
  /** The part of the total that is people's time; undefined where there is no total, or nothing of it is. */
  readonly hiddenShare: number | undefined;
  /** What keeps the total from being told. */
  readonly missing: "hourly-rate" | "exchange-rate" | undefined;
}

export function loadedCost(spend: SpendStanding, { cost: effort }: EffortStanding): LoadedCost {
  const missing = effort === undefined ? "hourly-rate" : spend.unconverted.length > 0 ? "exchange-rate" : undefined;
  const total = effort === undefined || missing !== undefined ? undefined : addMoney(spend.total, effort);
  const hidden = total !== undefined && effort !== undefined && total.minor > 0n && effort.minor > 0n;
  return { total, spend: spend.total, effort, hiddenShare: hidden ? moneyShare(effort, total) : undefined, missing };
}
