import { takeBackClause } from "./outcome/taken-back.ts";
import type { EvalVerdict } from "../domain/evidence/eval-standing.ts";
import { dateLabel } from "../domain/scalars/calendar.ts";
import { subtractDecimals } from "../domain/scalars/decimal.ts";
import { countLabel, hoursLabel, listLabel, moneyLabel } from "../domain/scalars/labels.ts";
import { subtractMoney } from "../domain/scalars/money.ts";
import type { Alarm, OnWordOf, RecommendationReason } from "../domain/standing/recommendation.ts";
import { disputeClause } from "./disputes.ts";
import { evalReasonClause } from "./eval-reasons.ts";
import { faultClause, missClause } from "./value-clauses.ts";
import { inputLabel } from "./input-words.ts";
import { itemClause, openEvalClause } from "./item-reasons.ts";
import { killClause } from "./kill-reasons.ts";
import { namedAs } from "./people.ts";

const GUARD_CLAUSES: Readonly<Record<EvalVerdict, string>> = {
  met: "is met",
  "not met": "missed its target",
  unsettled: "is not settled",
  unmeasured: "was not measured",
  invalid: "cannot be judged",
};

/** One short clause: `the spend cap is exceeded by 500.00 EUR`. */
export function alarmClause(alarm: Alarm): string {
  switch (alarm.code) {
    case "spend-cap-passed":
      return `the spend cap is exceeded by ${moneyLabel(subtractMoney(alarm.spent, alarm.cap))}`;
    case "spend-cap-was-passed":
      return (
        `the spend cap was exceeded by ${moneyLabel(subtractMoney(alarm.spent, alarm.cap))} on ` +
        `${dateLabel(alarm.on)}${alarm.estimated ? ", by estimates" : ""}, until ` +
        takeBackClause(alarm.until, alarm.on)
      );
    case "hours-cap-passed":
      return `the hours cap is exceeded by ${hoursLabel(subtractDecimals(alarm.hours, alarm.cap))}`;
    case "hours-cap-was-passed":
      return (
        `the hours cap was exceeded by ${hoursLabel(subtractDecimals(alarm.hours, alarm.cap))} on ` +
        `${dateLabel(alarm.on)}, until ${takeBackClause(alarm.until, alarm.on)}`
      );
    case "kill-tripped":
      return `kill criterion ${alarm.criterion} is tripped`;
    case "decision-overdue":
      return alarm.days === 0
        ? `the decision is due today`
        : `the decision has been overdue since ${dateLabel(alarm.end)} (${countLabel(alarm.days, "day")})`;
  }
}

/** `Product owner and sponsor are committed, according to Marta Weiss.` */
export function wordSentence({ asks, by, ...word }: OnWordOf): string {
  return `${asks}, according to ${namedAs(by, word)}.`;
}

/** One short clause: `wrong-rate missed its target`. */
export function recommendationClause(reason: RecommendationReason): string {
  switch (reason.code) {
    case "file-unreadable":
      return `${reason.file} cannot be read in full`;
    case "value-contradictory":
      return `value.yaml contradicts itself: ${faultClause(reason.fault)}`;
    case "result-invalid":
      return (
        `${reason.eval}: ` + (reason.why === undefined ? "its result contradicts itself" : evalReasonClause(reason.why))
      );
    case "no-exchange-rate":
      return `spend in ${reason.currency} has no exchange rate`;
    case "acts-disputed":
      return (
        `${disputeClause(reason.subject, reason.entries.length)} ` +
        `(${listLabel([...new Set(reason.who.map(({ name }) => name))])})`
      );
    case "kill-tripped":
    case "kill-open":
      return `${reason.criterion}: ${killClause(reason.because)}`;
    case "target-missed":
      return `${reason.eval} missed its target`;
    case "threshold-missed":
      return missClause(reason.missed);
    case "nothing-measured":
      return "nothing was measured";
    case "eval-open":
      return openEvalClause({ ...reason, interim: false });
    case "not-started":
      return "the terms are not frozen yet: poc start";
    case "exit-open":
      return `still open: "${reason.asks}" (${itemClause(reason.because)})`;
    case "targets-met":
      return "every primary target is met";
    case "kill-cleared":
      return "every kill criterion is cleared";
    case "exit-closed":
      return "the exit criteria are closed";
    case "met-on-estimates":
      return `the value signal is met on estimates for ${listLabel(reason.inputs.map(inputLabel))}`;
    case "guard-open":
      return `${reason.eval}, a ${reason.hard ? "hard guard" : "guard"}, ${GUARD_CLAUSES[reason.verdict]}`;
  }
}
