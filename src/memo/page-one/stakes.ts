import { simulationOf } from "../../domain/business-case/value-outlook.ts";
import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import { hoursLabel, listLabel, moneyLabel, monthsLabel, shareLabel, wholeLabel } from "../../domain/scalars/labels.ts";
import type { Money } from "../../domain/scalars/money.ts";
import { rationalNumber } from "../../domain/scalars/rational.ts";
import { convertedSpend, type ConvertedSpend } from "../../domain/spend/converted-spend.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { paybackClause, roughMoney, roughMoneySpan, roughMonthsSpan } from "../../wording/business-case.ts";
import { upperFirst } from "../../wording/first-letter.ts";
import { faultClause, worthDoubtClause } from "../../wording/value-clauses.ts";

/** What it is worth with its range, in one line; OPEN where the case is incomplete. */
export function worthText({ value }: Standing): string {
  if (value.faults.length > 0) return `OPEN: the case contradicts itself: ${listLabel(value.faults.map(faultClause))}`;
  if (value.exact === undefined || value.payback === undefined)
    return "OPEN: not calculated, because inputs are missing";
  const { currency, paybackThreshold, impactThreshold } = value;
  const simulation = simulationOf(value);
  const never = value.payback === "never";
  const impact = roughMoney(rationalNumber(value.exact.impact), currency);
  const range = simulation && roughMoneySpan(simulation.impact.p10, simulation.impact.p90, currency);
  const span = simulation && roughMonthsSpan(simulation.payback.p10, simulation.payback.p90);
  const agreed = listLabel([
    ...(paybackThreshold === undefined ? [] : [`at most ${monthsLabel(paybackThreshold)}`]),
    ...(impactThreshold === undefined ? [] : [`at least ${wholeMoney(impactThreshold)} a year`]),
  ]);
  const doubt = worthDoubtClause(value);
  return [
    `About ${impact} a year${range === undefined ? "" : ` (${dashed(range.replace(` ${currency}`, ""))})`}.`,
    never
      ? `${paybackClause(value).replace(/^it/, "It")}.`
      : `Pays back in ${paybackClause(value)}${span === undefined ? "" : ` (${dashed(span.replace(" months", ""))})`}.`,
    agreed === "" ? "" : `Agreed: ${agreed}.`,
    doubt === "" ? "" : `${upperFirst(doubt)}.`,
  ]
    .filter((text) => text !== "")
    .join(" ");
}

function dashed(range: string): string {
  return range.replace(" to ", "–");
}

/** In whole units: the cents are in the appendix. */
function wholeMoney(money: Money): string {
  return `${wholeLabel(money)} ${money.currency}`;
}

/** Money and time that are gone, in one line. */
export function spentText({ spend, effort, loaded, timebox, phase, definitions }: Standing): string {
  const of =
    spend.cap === undefined
      ? `${wholeMoney(spend.total)}, without a cap`
      : `${wholeLabel(spend.total)} of ${wholeMoney(spend.cap)}`;
  const share = spend.share === undefined ? "" : ` (${roughShare(spend.share)})`;
  const hours = effort.hours.digits === 0n ? "" : `; ${hoursLabel(effort.hours)} of people's time`;
  const all =
    loaded.total === undefined
      ? hours
      : loaded.total.minor === spend.total.minor
        ? ""
        : `; ${wholeMoney(loaded.total)} with people's time`;
  const days = timebox === undefined || phase !== "running" ? "" : `, on day ${timebox.day} of ${timebox.of}`;
  const foreign = listLabel(convertedSpend(spend, definitions.costs).map(convertedText));
  return `${of}${share}${foreign === "" ? "" : `, of which ${foreign}`}${days}${all}`;
}

/** More than nothing is never shown as 0%. */
function roughShare(share: number): string {
  const label = shareLabel(share);
  return share > 0 && label === "0%" ? "under 1%" : label;
}

/** `50,000 USD at 0.92`, `50,000 USD at 0.91 to 0.92`. */
function convertedText({ amount, lowest, highest }: ConvertedSpend): string {
  const [low, high] = [shortDecimalText(lowest), shortDecimalText(highest)];
  return `${wholeMoney(amount)} at ${low === high ? low : `${low} to ${high}`}`;
}

/** What a wrong go costs, and what a wrong stop; "" where neither is known. */
export function stakesText({ value }: Standing): string {
  const { exact, currency, faults } = value;
  if (exact === undefined || faults.length > 0) return "";
  const [build, month] = [rationalNumber(exact.investment), rationalNumber(exact.impact) / 12];
  const go = `A wrong go costs ${roughMoney(build, currency)}, once`;
  return month > 0 ? `${go}; a wrong stop ${roughMoney(month, currency)} a month` : `${go}; a wrong stop costs nothing`;
}

/** The MVP budget is used if the request was not stated. */
export function budgetHint({ definitions: { charter } }: Standing): string {
  return charter?.mvpBudget === undefined ? "" : `; the MVP budget is ${moneyLabel(charter.mvpBudget)}`;
}
