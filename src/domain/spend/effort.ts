import type { CivilDate } from "../scalars/calendar.ts";
import { hourlyRateOf, type Costs } from "../records/costs.ts";
import { inCurrency, type SpendStanding } from "./spend.ts";
import { DecimalSum, decimal, multiplyDecimals, roundDecimal, type Decimal } from "../scalars/decimal.ts";
import type { Entry, TimeLine } from "../records/entry.ts";
import { addMoney, multiplyMoney, zeroMoney, type Money, moneyShare } from "../scalars/money.ts";
import { burnRateOf } from "./burn-rate.ts";
import { hoursOverSince, hoursOvershoot, NO_PAST, type Overshoot, type Past, type Step } from "./over-cap.ts";
import type { Timebox, TimeboxPosition } from "../records/timebox.ts";
import { saying } from "../records/log.ts";

/** People's time so far, and what it cost at the stated rates: the part of a PoC that no invoice shows. */
export interface EffortStanding {
  /** Person-hours, meetings included. */
  readonly hours: Decimal;
  readonly meetingHours: Decimal;
  readonly cap: Decimal | undefined;
  /** At the rates of costs.yaml; undefined where some hours have no rate. */
  readonly cost: Money | undefined;
  readonly byPerson: ReadonlyMap<string, Decimal>;
  readonly entries: readonly string[];
  /** Mean per working day begun. */
  readonly burnRate: Decimal | undefined;
  /** The hours at the end of the timebox if the mean holds. */
  readonly projected: Decimal | undefined;
  /** The working day on which the projection passes the cap. */
  readonly breaksOn: CivilDate | undefined;
  /** The entry with which the hours went over their cap. */
  readonly brokenBy: Entry | undefined;
  /** The first entry with which the hours went over their cap, where a correction has taken it back since. */
  readonly wasOver: Overshoot<Decimal> | undefined;
}

/** @param past what no longer counts: the cap may have been passed with it */
export function effortStanding(
  counted: readonly Entry[],
  cap: Decimal | undefined,
  costs: Costs,
  currency: string,
  timebox?: Timebox,
  position?: TimeboxPosition,
  past: Past = NO_PAST,
): EffortStanding {
  const hours = new DecimalSum();
  const meetingHours = new DecimalSum();
  let cost: Money | undefined = zeroMoney(currency);
  const byPerson = new Map<string, DecimalSum>();
  const entries: string[] = [];
  for (const entry of saying(counted, "time")) {
    entries.push(entry.id);
    for (const line of entry.time) {
      const spent = personHours(line);
      hours.add(spent);
      if (line.meeting) meetingHours.add(spent);
      else sumOf(byPerson, entry.by.name).add(spent);
      const rate = line.meeting ? hourlyRateOf(costs, undefined) : hourlyRateOf(costs, entry.by.name);
      const price = rate && inCurrency(multiplyMoney(rate, spent), currency, costs);
      cost = cost !== undefined && price !== undefined ? addMoney(cost, price) : undefined;
    }
  }
  const brokenBy =
    cap === undefined || !hours.isOver(cap)
      ? undefined
      : hoursOverSince(saying(counted, "time").flatMap(stepsOf), cap, past.seenMs);
  return {
    hours: hours.value(),
    meetingHours: meetingHours.value(),
    cap,
    cost,
    byPerson: new Map([...byPerson].map(([name, sum]) => [name, sum.value()])),
    entries,
    ...hoursPace(hours.value(), cap, timebox, position),
    brokenBy,
    wasOver: cap === undefined || brokenBy !== undefined ? undefined : wasOverCap(counted, cap, past),
  };
}

/** What a line adds to the hours of the team. */
export function personHours({ hours, people }: TimeLine): Decimal {
  return people === 1 ? hours : multiplyDecimals(hours, decimal(people));
}

function wasOverCap(
  counted: readonly Entry[],
  cap: Decimal,
  { withdrawn, seenMs }: Past,
): Overshoot<Decimal> | undefined {
  const lost = withdrawn.flatMap(({ entry, by }) => stepsOf(entry).map((item) => ({ item, by })));
  return lost.length === 0 ? undefined : hoursOvershoot(saying(counted, "time").flatMap(stepsOf), cap, lost, seenMs);
}

function stepsOf(entry: Entry): readonly Step[] {
  return entry.time.map((line) => ({ entry, exact: personHours(line) }));
}

function sumOf(sums: Map<string, DecimalSum>, name: string): DecimalSum {
  let sum = sums.get(name);
  if (sum === undefined) sums.set(name, (sum = new DecimalSum()));
  return sum;
}

/** How fast hours are used up, and where that leads, as of a day of the timebox. */
export function hoursPace(
  hours: Decimal,
  cap: Decimal | undefined,
  timebox: Timebox | undefined,
  position: TimeboxPosition | undefined,
): Pick<EffortStanding, "burnRate" | "projected" | "breaksOn"> {
  const scale = Math.max(SCALE, hours.scale, cap?.scale ?? 0);
  const pace = burnRateOf(roundDecimal(hours, scale).digits, cap && roundDecimal(cap, scale).digits, timebox, position);
  const inHours = (digits: bigint | undefined) =>
    digits === undefined ? undefined : roundDecimal({ digits, scale }, SCALE);
  return { burnRate: inHours(pace?.perDay), projected: inHours(pace?.projected), breaksOn: pace?.breaksOn };
}

/** Digits after the point of hours that are foretold. */
const SCALE = 2;

/** What the PoC cost in truth: money, and people's time at the stated rates, which no invoice shows. */
export interface LoadedCost {
  /** Undefined where a rate is missing. */
  readonly total: Money | undefined;
  readonly spend: Money;
  readonly effort: Money | undefined;
  /** The part of the total that is people's time; undefined where there is no total, or none of it is. */
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

/** What the PoC itself has cost. It is spent whatever is decided, so it is in no payback. */
export interface SunkCost {
  /** Money spent. */
  readonly spend: Money;
  /** With people's time at its rates; undefined where some hours, or some currency, have none. */
  readonly loaded: Money | undefined;
}

export function sunkCost({ spend, loaded }: { readonly spend: SpendStanding; readonly loaded: LoadedCost }): SunkCost {
  return { spend: spend.total, loaded: loaded.total };
}
