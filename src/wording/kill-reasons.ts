import { dateLabel } from "../domain/scalars/calendar.ts";
import type { BuiltInMetric } from "../domain/scalars/condition.ts";
import { currencyExponent } from "../domain/scalars/currency.ts";
import { decimalNumber } from "../domain/scalars/decimal.ts";
import { evalReasonClause } from "./eval-reasons.ts";
import { figureTexts } from "../domain/scalars/figure.ts";
import {
  hoursLabel,
  listLabel,
  moneyLabel,
  monthsLabel,
  numberLabel,
  quantityLabel,
} from "../domain/scalars/labels.ts";
import { roundedMoney } from "../domain/scalars/money.ts";
import type { Quantity } from "../domain/scalars/quantity.ts";
import type { KillReason } from "../domain/standing/kill-standing.ts";
import { compositionSuffix } from "./spend.ts";

/** What the evidence says of a kill criterion, in a few words: `measured 11%, plausibly 7.8% to 14.9%; not settled`. */
export function killClause(because: KillReason): string {
  switch (because.code) {
    case "no-such-eval":
      return `${because.eval} is not an eval of this PoC`;
    case "not-answered":
      return "not answered yet";
    case "answered":
      return `answered ${because.answer}`;
    case "not-measured":
      return "not measured yet";
    case "errors":
    case "no-range":
      return evalReasonClause(because.why);
    case "not-comparable":
      return `${quantityLabel(because.threshold)} cannot be compared with what was measured`;
    case "measured": {
      const { estimate, low, high, threshold, scale } = because;
      const [measured, least, most] = figureTexts([estimate, low, high], threshold, scale, 1);
      return `measured ${measured}, plausibly ${least} to ${most}${because.settled ? "" : "; not settled"}`;
    }
    case "unread":
      return `${listLabel(because.fields)} cannot be read`;
    case "figure-unread":
      return `${METRICS[because.metric]} is not known, because ${listLabel(because.unread)} cannot be read`;
    case "figure-unknown":
      return `${METRICS[because.metric]} ${because.unit === "" ? "is not known" : `is not known in ${because.unit}`}`;
    case "figure":
      return figureClause(because);
    case "stays-tripped":
      return `${killClause(because.was)}${figuresClause(because)}, on ${dayLabel(because)}; ${latestClause(because)}`;
  }
}

type StaysTripped = Extract<KillReason, { code: "stays-tripped" }>;

/** Whose figures they are, where not those of the files. */
function figuresClause({ figures }: StaysTripped): string {
  return figures === undefined ? "" : " with the figures of the start";
}

/** `day 2`; `Sat 28 Nov` where it is not a working day of the timebox. */
export function dayLabel({ on, workingDay }: Pick<StaysTripped, "on" | "workingDay">): string {
  return workingDay === undefined ? dateLabel(on) : `day ${workingDay}`;
}

/** `a later run would clear it (measured 5%, plausibly 3% to 8%)`. */
function latestClause({ now, latest, figures }: StaysTripped): string {
  const what =
    figures !== undefined
      ? "the business case as it is now"
      : latest.code === "answered"
        ? "a later answer"
        : latest.code === "measured" || latest.code === "no-range" || latest.code === "errors"
          ? "a later run"
          : "what is known now";
  const would = now === "cleared" ? "would clear it" : "would leave it open";
  return `${what} ${would} (${killClause(latest)})`;
}

/** The command with which a person clears a criterion that was tripped. */
export function clearCommand(id: string): string {
  return `poc amend --clear ${id} --reason "…" --approver "…"`;
}

const METRICS: Readonly<Record<BuiltInMetric, string>> = {
  "spend.total": "the spend",
  "spend.share": "the share of the cap that is spent",
  "hours.total": "the number of hours",
  "effort.total": "the cost of staff time",
  "payback.months": "the payback",
  "impact.annual": "the annual impact",
};

function figureClause({ metric, value, threshold, parts, judgedOn }: Extract<KillReason, { code: "figure" }>): string {
  const figure = value === "never" ? "it never pays back" : metricClause(metric, value, threshold);
  const wait =
    judgedOn === undefined ? "" : `; judged ${judgedOn === "at-the-end" ? "at the end" : `on ${dateLabel(judgedOn)}`}`;
  return `${figure}${compositionSuffix(parts)}${wait}`;
}

/** `82% of the cap spent`, `38 h of work`, `payback 14.2 months`. */
function metricClause(metric: BuiltInMetric, value: Quantity, threshold: Quantity): string {
  switch (metric) {
    case "spend.total":
      return `${amountLabel(value)} spent`;
    case "spend.share": {
      // With as many digits as it takes to tell it from the threshold.
      const [share] = figureTexts(
        [decimalNumber(value.amount) / 100],
        decimalNumber(threshold.amount) / 100,
        { kind: "share" },
        0,
      );
      return `${share} of the cap spent`;
    }
    case "hours.total":
      return `${hoursLabel(value.amount)} of work`;
    case "effort.total":
      return `${amountLabel(value)} of staff time`;
    case "payback.months":
      return `payback ${monthsLabel(value.amount)}`;
    case "impact.annual":
      return `annual net impact ${amountLabel(value)}`;
  }
}

function amountLabel({ amount, unit }: Quantity): string {
  return currencyExponent(unit) === undefined
    ? `${numberLabel(amount)} ${unit}`.trimEnd()
    : moneyLabel(roundedMoney(amount, unit));
}
