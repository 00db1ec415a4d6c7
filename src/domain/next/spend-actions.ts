import type { CivilDate } from "../scalars/calendar.ts";
import { compareMoney, type Money } from "../scalars/money.ts";
import { LEAST_DAYS } from "../spend/burn-rate.ts";
import { isEnding, type Ask, type Situation } from "./next-action.ts";
import type { Standing } from "../standing/standing.ts";

export interface SpendActs {
  readonly "settle-cap-breach": { readonly spent: Money; readonly cap: Money };
  /** `breaks`: the day on which the cap breaks if spending goes on as it does. */
  readonly "slow-spend": { readonly cap: Money; readonly projected: Money | undefined; readonly breaks: CivilDate };
  readonly "add-exchange-rate": { readonly currency: string };
}

/** What the money asks for while the clock runs. */
export function spendActions({ standing }: Situation): readonly Ask<SpendActs>[] {
  if (standing.phase !== "running" && standing.phase !== "over") return [];
  // Before a no-go is decided its figures have to be right; the cap no longer matters.
  return isEnding(standing) ? rateActions(standing) : [...capActions(standing), ...rateActions(standing)];
}

function capActions({ spend, asOf, timebox }: Standing): readonly Ask<SpendActs>[] {
  const { cap, total, breaksOn, projected, brokenBy } = spend;
  if (cap === undefined) return [];
  if (compareMoney(total, cap) > 0)
    return [
      {
        code: "settle-cap-breach",
        role: "owner",
        data: { spent: total, cap },
        by: asOf.date,
        entries: brokenBy === undefined ? [] : [brokenBy.id],
      },
    ];
  if (breaksOn === undefined || timebox === undefined || timebox.day < LEAST_DAYS) return [];
  return [{ code: "slow-spend", role: "owner", data: { cap, projected, breaks: breaksOn }, by: breaksOn }];
}

function rateActions({ spend, asOf }: Standing): readonly Ask<SpendActs>[] {
  const currencies = [...new Set(spend.unconverted.map(({ amount }) => amount.currency))];
  return currencies.map((currency) => ({
    code: "add-exchange-rate",
    role: "engineer",
    data: { currency },
    by: asOf.date,
    entries: spend.unconverted.filter(({ amount }) => amount.currency === currency).map(({ entry }) => entry.id),
  }));
}
