import { dateLabel } from "../../domain/scalars/calendar.ts";
import { countLabel, grouped, listLabel, wholeLabel } from "../../domain/scalars/labels.ts";
import { moneyDecimal, type Money } from "../../domain/scalars/money.ts";
import { decimalText } from "../../domain/scalars/decimal.ts";
import { outcomeLabel } from "../../domain/standing/outcome.ts";
import {
  followUpOverdue,
  type RowSummary,
  type SummaryAct,
  type SummaryDecision,
} from "../../domain/portfolio/poc-summary.ts";
import type { PocState } from "../../domain/portfolio/list-words.ts";
import { lowerFirst } from "../first-letter.ts";

const STATES: Readonly<Record<PocState, string>> = {
  draft: "Draft",
  running: "Running",
  extended: "Extended",
  "decision-due": "Decision due",
  dead: "Dead",
  go: "Go",
  conditional: "Conditional go",
  "no-go": "No-go",
  unreadable: "Cannot be read",
};

/** `Decision due`: the state as a heading. */
export function stateLabel(state: PocState): string {
  return STATES[state];
}

/** Where the time stands: `day 7 of 10`, `12 days overdue`, `decided Thu 12 Nov`. */
export function timeClause({ state, timebox, overdue, decision }: RowSummary): string {
  switch (state) {
    case "draft":
      return "not started";
    case "dead":
      return `dead, ${countLabel(overdue ?? 0, "day")} over`;
    case "go":
    case "conditional":
    case "no-go":
      return decision === undefined ? "decided" : `decided ${dateLabel(decision.date)}`;
    default:
      if (overdue !== undefined) return overdue === 0 ? "due today" : `${countLabel(overdue, "day")} overdue`;
      if (timebox === undefined) return "no timebox";
      return timebox.day === 0 ? `starts ${dateLabel(timebox.start)}` : `day ${timebox.day} of ${timebox.of}`;
  }
}

/** `follow-up 12 days overdue`; undefined where none is. */
export function followUpClause(summary: RowSummary): string | undefined {
  const days = followUpOverdue(summary);
  return days === undefined ? undefined : `follow-up ${countLabel(days, "day")} overdue`;
}

/** `1,240 of 2,000 EUR`: whole units, but where there are few of them. */
export function spendClause({ total, cap }: RowSummary["spend"]): string {
  if (cap === undefined) return `${wholeMoney(total)} ${total.currency}, no cap`;
  return `${wholeMoney(total)} of ${wholeMoney(cap)} ${cap.currency}`;
}

const FEW = 100;

/** `1,240`, `12.40`: cents say something of small amounts only. */
export function wholeMoney(money: Money): string {
  const exact = moneyDecimal(money);
  const digits = 10n ** BigInt(exact.scale);
  const size = money.minor < 0n ? -money.minor : money.minor;
  return size < BigInt(FEW) * digits && size !== 0n ? grouped(decimalText(exact)) : wholeLabel(money);
}

/** `8,400 EUR and 1,200 USD`. */
export function totalsLabel(totals: readonly Money[]): string {
  return totals.length === 0 ? "nothing" : listLabel(totals.map((money) => `${wholeMoney(money)} ${money.currency}`));
}

/** The decision with the reason of the person, else the recommendation with its own. */
export function outcomeOfSummary({ decision, recommendation, state, unreadable }: RowSummary): {
  readonly outcome: string;
  readonly reason: string;
} {
  if (unreadable !== undefined) return { outcome: outcomeLabel("cannot-judge"), reason: unreadable };
  if (decision !== undefined && (state === "go" || state === "conditional" || state === "no-go"))
    return decided(decision);
  return { outcome: outcomeLabel(recommendation.outcome), reason: recommendation.reason };
}

/** What has become of it since stands before why it was taken. */
function decided({ outcome, why, notInUse, unsupported }: SummaryDecision) {
  const label = outcomeLabel(outcome);
  if (notInUse !== undefined) return { outcome: `${label}, no longer used`, reason: notInUse };
  if (unsupported !== undefined) return { outcome: `${label}, no longer supported`, reason: unsupported };
  return { outcome: label, reason: why };
}

/** `Ana Ruiz: render the decision memo, by Fri 20 Nov`. */
export function actClause({ text, role, who, by, late }: SummaryAct): string {
  const day = by === undefined ? "" : `, by ${dateLabel(by)}${late ? " (late)" : ""}`;
  return `${who?.name ?? role}: ${lowerFirst(text)}${day}`;
}
