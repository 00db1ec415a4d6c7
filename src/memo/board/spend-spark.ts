import type { PocSummary } from "../../domain/portfolio/poc-summary.ts";
import { daysBetween } from "../../domain/scalars/calendar.ts";
import { px } from "../charts/svg.ts";

/** The frame that a spark line is drawn in. */
const SPARK = { width: 120, height: 28 } as const;

/** A line of spend that is too small to read figures from: they stand beside it. */
export interface SpendSpark {
  /** What is spent, day by day, as steps. */
  readonly line: string;
  /** Height of the cap; "" if there is none, or it lies outside of the frame. */
  readonly cap: string;
}

/** The spend over the days of the timebox and those after it; undefined where less than two days are known. */
export function spendSpark({ spend, spendDays, timebox, asOf }: PocSummary): SpendSpark | undefined {
  const first = spendDays[0];
  const last = spendDays.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const start = timebox !== undefined && timebox.start < first.date ? timebox.start : first.date;
  const today = timebox !== undefined && timebox.end < asOf ? timebox.end : asOf;
  const end = last.date > today ? last.date : today;
  const days = Math.max(1, daysBetween(start, end));
  const totals = spendDays.map(({ total }) => Number(total.minor));
  const cap = spend.cap === undefined ? 0 : Number(spend.cap.minor);
  const most = Math.max(...totals, cap, 1);
  const least = Math.min(0, ...totals);
  const x = (date: PocSummary["asOf"]) => (SPARK.width * Math.max(0, daysBetween(start, date))) / days;
  const y = (amount: number) => 1 + (SPARK.height - 2) * (1 - (amount - least) / (most - least));
  const steps = spendDays.map(({ date }, index) => `H${px(x(date))}V${px(y(totals[index]!))}`);
  return {
    line: `M0 ${px(y(0))}${steps.join("")}H${px(x(end))}`,
    cap: cap > 0 ? px(y(cap)) : "",
  };
}
