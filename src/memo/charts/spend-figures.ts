import { workingDates } from "../../domain/records/timebox.ts";
import { dateLabel, longDateLabel, type CivilDate } from "../../domain/scalars/calendar.ts";
import { decimalNumber } from "../../domain/scalars/decimal.ts";
import { moneyLabel, shareLabel } from "../../domain/scalars/labels.ts";
import { moneyDecimal, type Money } from "../../domain/scalars/money.ts";
import type { SpendItem } from "../../domain/spend/spend-item.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { Chart } from "./chart.ts";
import { spendChart, type SpendFigures } from "./spend-chart.ts";
import { tickLabel } from "./ticks.ts";

/** A step of the line: an amount as it was known on that day. */
interface Step {
  readonly date: CivilDate;
  readonly figure: number;
  readonly loose: boolean;
  /** Undefined where a bill takes an estimate back. */
  readonly item: SpendItem | undefined;
}

/** Money over the timebox; undefined before its first day, and where nothing was spent. */
export function spendOf(standing: Standing): Chart | undefined {
  const { spend, timebox, definitions, phase } = standing;
  const box = definitions.charter?.timebox;
  if (box === undefined || timebox === undefined || timebox.day === 0 || spend.items.length === 0) return undefined;
  const dates = workingDates(box);
  const begun = dates.slice(0, timebox.day);
  const running = timebox.phase === "during" && timebox.left > 0 && phase === "running";
  const projected = running ? spend.projected : undefined;
  const steps = stepsOf(standing);
  const sumBy = (date: CivilDate, loose: boolean) =>
    steps.reduce((sum, step) => (step.date > date || (loose && !step.loose) ? sum : sum + step.figure), 0);
  const byDay = begun.map((date) => round(sumBy(date, false)));
  const largest = largestStep(steps, begun, byDay);
  const figures: SpendFigures = {
    byDay,
    looseByDay: begun.map((date) => round(sumBy(date, true))),
    workingDays: timebox.of,
    dates: dates.map((date) => String(Number(date.slice(8)))),
    caption: `${monthsLabel(dates)}, working days`,
    total: amount(spend.total),
    cap: spend.cap && amount(spend.cap),
    plan: amount(spend.planned),
    projected: projected && amount(projected),
    after: Math.abs((byDay.at(-1) ?? 0) - plain(spend.total)) > 0.005,
    largest,
    bills: [...new Set(spend.replaced.replacements.map(({ by }) => dayOf(by.entry.date, begun)))].filter(
      (day) => day > 0,
    ),
  };
  return spendChart(figures, spendText(standing, projected, largest));
}

/** A replaced amount stays in the line until the day of its bill. */
function stepsOf({ spend: { items, replaced } }: Standing): readonly Step[] {
  const step = (item: SpendItem, date: CivilDate, sign: 1 | -1): readonly Step[] =>
    item.converted === undefined
      ? []
      : [
          {
            date,
            figure: sign * plain(item.converted),
            loose: item.basis !== "billed",
            item: sign > 0 ? item : undefined,
          },
        ];
  return [
    ...items.flatMap((item) => step(item, item.entry.date, 1)),
    ...replaced.replacements.flatMap(({ by, replaced: before }) =>
      before.flatMap((item) => [...step(item, item.entry.date, 1), ...step(item, by.entry.date, -1)]),
    ),
  ];
}

/** The working day on which an amount shows: the next one, where it was logged on a weekend; 0 after the last. */
function dayOf(date: CivilDate, begun: readonly CivilDate[]): number {
  return begun.findIndex((day) => day >= date) + 1;
}

/** Only a step that stands out deserves a label. */
function largestStep(
  steps: readonly Step[],
  begun: readonly CivilDate[],
  byDay: readonly number[],
): SpendFigures["largest"] {
  const rises = byDay.map((figure, k) => figure - (byDay[k - 1] ?? 0));
  const most = Math.max(...rises);
  const total = byDay.at(-1) ?? 0;
  if (begun.length < 3 || most <= 0 || most < total * 0.2) return undefined;
  const day = rises.indexOf(most) + 1;
  const [item] = steps
    .filter(({ date, item: one }) => one !== undefined && dayOf(date, begun) === day)
    .sort((a, b) => b.figure - a.figure)
    .flatMap((step) => step.item ?? []);
  if (item === undefined) return undefined;
  const note = item.entry.spend[item.index]?.note ?? item.entry.note ?? item.category;
  return {
    day,
    note,
    label: `${dateLabel(item.entry.date)}: ${tickLabel(Math.round(most))} ${item.converted?.currency ?? ""}`,
  };
}

/** `November 2026`, `November to December 2026`. */
function monthsLabel(dates: readonly CivilDate[]): string {
  const name = (date: CivilDate) => `${MONTHS[Number(date.slice(5, 7)) - 1] ?? ""} ${date.slice(0, 4)}`;
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return "";
  if (name(first) === name(last)) return name(first);
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  return `${sameYear ? name(first).replace(/ \d+$/, "") : name(first)} to ${name(last)}`;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function spendText(
  { spend: { total, cap, share, breaksOn }, timebox }: Standing,
  projected: Money | undefined,
  largest: SpendFigures["largest"],
): string {
  const against =
    cap === undefined
      ? ", with no cap"
      : ` of a cap of ${moneyLabel(cap)}${share === undefined ? "" : ` (${shareLabel(share)})`}`;
  const course =
    projected === undefined
      ? ""
      : `, on course for ${moneyLabel(projected)}` +
        `${breaksOn === undefined ? "" : ` and past the cap on ${longDateLabel(breaksOn)}`}`;
  const step = largest === undefined ? "" : ` The largest step: ${largest.label}, ${largest.note.replace(/\.$/, "")}.`;
  const by = `Spent by working day ${timebox?.day ?? 0} of ${timebox?.of ?? 0}`;
  return `${by}: ${moneyLabel(total)}${against}${course}.${step}`;
}

/** Money as a plain number, for drawing only. */
function plain(money: Money): number {
  return decimalNumber(moneyDecimal(money));
}

function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}

function amount(money: Money): { readonly figure: number; readonly label: string } {
  return { figure: plain(money), label: `${tickLabel(Math.round(plain(money)))} ${money.currency}` };
}
