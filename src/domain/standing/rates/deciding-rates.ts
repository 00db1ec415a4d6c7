import type { ExchangeRate } from "../../records/costs.ts";
import type { Entry } from "../../records/entry.ts";
import { valueStanding } from "../../business-case/business-case.ts";
import { decimalOf, type Decimal } from "../../scalars/decimal.ts";
import { otherWorth } from "../../spend/currency-worth.ts";
import { effortStanding } from "../../spend/effort.ts";
import { spendStanding } from "../../spend/spend.ts";
import { projectedCosts, unitEconomics } from "../../spend/unit-economics.ts";
import { killGrounds, type Judgement } from "../judgement.ts";
import { killStanding } from "../kill-standing.ts";
import type { Standing } from "../standing.ts";

/** An exchange rate that no money is worth, where a limit or a verdict would be another at a usual rate. */
export interface DecidingRate {
  readonly currency: string;
  readonly into: string;
  readonly rate: Decimal;
  /** About what one unit is worth in `into`. */
  readonly about: number;
}

/** Rates of costs.yaml and of amounts that keep another one, each once. Everything is counted again only for these. */
export function decidingRates({ history: { now }, asOf }: Pick<Standing, "history" | "asOf">): readonly DecidingRate[] {
  const { spend, log, definitions } = now;
  const kept = log.counted.flatMap((entry) =>
    entry.spend.flatMap(({ amount: { currency }, rate }) => (rate === undefined ? [] : [{ currency, rate }])),
  );
  const into = spend.currency;
  const found = new Map<string, DecidingRate>();
  for (const { currency, rate } of [...definitions.costs.exchange, ...kept]) {
    const about = otherWorth(currency, into, rate);
    if (about !== undefined && !found.has(currency)) found.set(currency, { currency, into, rate, about });
  }
  return [...found.values()].filter((one) => decides(one, now, asOf.date));
}

function decides({ currency, into, about }: DecidingRate, now: Judgement, date: Standing["asOf"]["date"]): boolean {
  const usual = decimalOf(Number(about.toPrecision(2)));
  if (!usual.ok) return false;
  const isOff = (one: Pick<ExchangeRate, "currency" | "rate">) =>
    one.currency === currency && otherWorth(currency, into, one.rate) !== undefined;
  const { definitions, timebox, evals } = now;
  const { charter, value: written } = definitions;
  const exchange = definitions.costs.exchange.map((one) => (isOff(one) ? { ...one, rate: usual.value } : one));
  const costs = { ...definitions.costs, exchange };
  const counted = now.log.counted.map((entry): Entry => {
    if (!entry.spend.some(({ amount, rate }) => rate !== undefined && isOff({ currency: amount.currency, rate })))
      return entry;
    return {
      ...entry,
      spend: entry.spend.map((line) =>
        line.rate !== undefined && isOff({ currency: line.amount.currency, rate: line.rate })
          ? { ...line, rate: usual.value }
          : line,
      ),
    };
  });
  const spend = spendStanding(counted, charter?.spendCap, costs, charter?.timebox, timebox);
  const effort = effortStanding(counted, charter?.hoursCap, costs, spend.currency, charter?.timebox, timebox);
  const unit = unitEconomics(counted, spend, evals, { value: written, costs });
  const ids = new Set(counted.map(({ id }) => id));
  const value = valueStanding(written, costs, spend.currency, { counted: ids, projected: projectedCosts(unit) });
  const grounds = killGrounds({ ...now, definitions: { ...definitions, costs }, spend, effort, unit, value }, date);
  return (
    isOver(spend) !== isOver(now.spend) ||
    value.meetsThresholds !== now.value.meetsThresholds ||
    now.kill.some(({ criterion, verdict }) => killStanding(criterion, grounds).verdict !== verdict)
  );
}

function isOver({ share }: Judgement["spend"]): boolean {
  return share !== undefined && share > 1;
}
