import { dateLabel, longDateLabel } from "../domain/scalars/calendar.ts";
import { countLabel, grouped, listLabel, shareLabel } from "../domain/scalars/labels.ts";
import { moneyDecimal, type Money } from "../domain/scalars/money.ts";
import { decimalText, roundDecimal } from "../domain/scalars/decimal.ts";
import { CAUSES_OF_DEATH } from "../domain/records/risk.ts";
import { outcomeLabel } from "../domain/standing/outcome.ts";
import type { PortfolioFigures, PortfolioOutcome } from "../domain/portfolio/portfolio-figures.ts";
import type { PocSummary, SummaryAct } from "../domain/portfolio/poc-summary.ts";
import type { PocState } from "../domain/portfolio/list-words.ts";
import { lowerFirst } from "./first-letter.ts";
import { ruleSentence } from "./recommendation.ts";

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
export function timeClause({ state, timebox, overdue, decision }: PocSummary): string {
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

/** `1,240 of 2,000 EUR`: whole units, but where there are few of them. */
export function spendClause({ total, cap }: PocSummary["spend"]): string {
  if (cap === undefined) return `${wholeMoney(total)} ${total.currency}, no cap`;
  return `${wholeMoney(total)} of ${wholeMoney(cap)} ${cap.currency}`;
}

const FEW = 100;

/** `1,240`, `12.40`: cents say something of small amounts only. */
export function wholeMoney(money: Money): string {
  const exact = moneyDecimal(money);
  const digits = 10n ** BigInt(exact.scale);
  const size = money.minor < 0n ? -money.minor : money.minor;
  return grouped(decimalText(size < BigInt(FEW) * digits && size !== 0n ? exact : roundDecimal(exact, 0)));
}

/** `8,400 EUR and 1,200 USD`. */
export function totalsLabel(totals: readonly Money[]): string {
  return totals.length === 0 ? "nothing" : listLabel(totals.map((money) => `${wholeMoney(money)} ${money.currency}`));
}

/** The decision with the reason of the person, else the recommendation with its own. */
export function outcomeOfSummary({ decision, recommendation, state, unreadable }: PocSummary): {
  readonly outcome: string;
  readonly reason: string;
} {
  if (unreadable !== undefined) return { outcome: outcomeLabel("cannot-judge"), reason: unreadable };
  if (decision !== undefined && (state === "go" || state === "conditional" || state === "no-go"))
    return { outcome: outcomeLabel(decision.outcome), reason: decision.why };
  return { outcome: outcomeLabel(recommendation.outcome), reason: recommendation.reason };
}

/** `Ana Ruiz: render the decision memo, by Fri 20 Nov`. */
export function actClause({ text, role, who, by, late }: SummaryAct): string {
  const day = by === undefined ? "" : `, by ${dateLabel(by)}${late ? " (late)" : ""}`;
  return `${who?.name ?? role}: ${lowerFirst(text)}${day}`;
}

const OUTCOMES: Readonly<Record<PortfolioOutcome, string>> = {
  go: "go",
  conditional: "conditional go",
  "no-go": "no-go",
  dead: "died without a decision",
  undecided: "not decided yet",
};

/** `go`, `not decided yet`: what became of money. */
export function portfolioOutcomeLabel(outcome: PortfolioOutcome): string {
  return OUTCOMES[outcome];
}

/** One of the figures above a portfolio: what it is, and the sentence. `tone` as that of a badge. */
export interface PortfolioFact {
  readonly key: "zombies" | "wip" | "latency" | "on-time" | "no-memo" | "money" | "causes" | "ended-by" | "unconverted";
  readonly label: string;
  /** The figure by itself, for large letters. */
  readonly figure: string;
  /** What it is a figure of. */
  readonly text: string;
  readonly tone: "good" | "bad" | "caution" | "open";
}

/** What somebody looks for who answers for many PoCs, in the order in which it matters. */
export function portfolioFacts(figures: PortfolioFigures): readonly PortfolioFact[] {
  return [
    zombies(figures),
    work(figures),
    ...latency(figures),
    ...onTime(figures),
    ...noMemo(figures),
    ...money(figures),
    ...causes(figures),
    ...endedBy(figures),
    ...unconverted(figures),
  ];
}

function zombies({ zombies: count }: PortfolioFigures): PortfolioFact {
  return {
    key: "zombies",
    label: "Zombies",
    figure: String(count),
    text: "past their last day, and nobody has decided",
    tone: count === 0 ? "good" : "bad",
  };
}

function work({ inProgress, wipCap }: PortfolioFigures): PortfolioFact {
  const over = wipCap !== undefined && inProgress > wipCap;
  return {
    key: "wip",
    label: "In progress",
    figure: wipCap === undefined ? String(inProgress) : `${inProgress} of ${wipCap}`,
    text:
      wipCap === undefined
        ? "started and not decided; no cap is set"
        : over
          ? `${inProgress - wipCap} over the cap`
          : "within the cap",
    tone: wipCap === undefined ? "open" : over ? "bad" : "good",
  };
}

function latency({ latency: found }: PortfolioFigures): readonly PortfolioFact[] {
  if (found === undefined) return [];
  const { median, of } = found;
  const days = countLabel(Math.abs(median), "day");
  return [
    {
      key: "latency",
      label: "Decision latency",
      figure: median < 0 ? `${days} early` : days,
      text: `from the last day of the timebox to the decision, the median of ${of}`,
      tone: median > 5 ? "caution" : "open",
    },
  ];
}

function onTime({ onTime: found }: PortfolioFigures): readonly PortfolioFact[] {
  if (found === undefined) return [];
  const { count, of } = found;
  return [
    {
      key: "on-time",
      label: "Ended on time",
      figure: of < 10 ? `${count} of ${of}` : shareLabel(count / of),
      text: `${of < 10 ? "" : `${count} of ${of} `}decided by the last day that was agreed at the start`.trim(),
      tone: count === of ? "good" : "caution",
    },
  ];
}

function noMemo({ withoutMemo: { count, spent } }: PortfolioFigures): readonly PortfolioFact[] {
  if (count === 0) return [];
  return [
    {
      key: "no-memo",
      label: "Never got a memo",
      figure: totalsLabel(spent),
      text: `spent on ${countLabel(count, "PoC")} without a decision memo`,
      tone: "bad",
    },
  ];
}

function money({ spent, byOutcome }: PortfolioFigures): readonly PortfolioFact[] {
  if (byOutcome.length === 0) return [];
  const parts = byOutcome.map(
    ({ outcome, share, spent: part }) =>
      `${portfolioOutcomeLabel(outcome)} ${share === undefined ? totalsLabel(part) : shareLabel(share)}`,
  );
  return [{ key: "money", label: "Money", figure: totalsLabel(spent), text: parts.join(", "), tone: "open" }];
}

function causes({ causes: found }: PortfolioFigures): readonly PortfolioFact[] {
  if (found.length === 0) return [];
  const [first] = found;
  return [
    {
      key: "causes",
      label: "Causes of death",
      figure: CAUSES_OF_DEATH[first!.cause].title,
      text: found.map(({ cause, count }) => `${lowerFirst(CAUSES_OF_DEATH[cause].title)} ${count}`).join(", "),
      tone: "open",
    },
  ];
}

function endedBy({ endedBy: found }: PortfolioFigures): readonly PortfolioFact[] {
  if (found.length === 0) return [];
  return [
    {
      key: "ended-by",
      label: "Stopped by",
      figure: String(found.reduce((sum, { count }) => sum + count, 0)),
      text: found.map(({ rule, count }) => `${lowerFirst(ruleSentence(rule)).replace(/\.$/, "")} ${count}`).join(", "),
      tone: "open",
    },
  ];
}

function unconverted({ unconverted: found }: PortfolioFigures): readonly PortfolioFact[] {
  if (found.length === 0) return [];
  return [
    {
      key: "unconverted",
      label: "Without a rate",
      figure: listLabel(found),
      text: "amounts in these currencies are in no total",
      tone: "bad",
    },
  ];
}

/** `as of Fri 20 Nov 2026`. */
export function asOfLabel(date: PocSummary["asOf"]): string {
  return longDateLabel(date);
}
