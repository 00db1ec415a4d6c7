import type { PortfolioFigures, PortfolioOutcome } from "../../domain/portfolio/portfolio-figures.ts";
import { CAUSES_OF_DEATH } from "../../domain/records/risk.ts";
import { countLabel, listLabel, shareLabel } from "../../domain/scalars/labels.ts";
import { lowerFirst } from "../first-letter.ts";
import { ruleSentence } from "../outcome/rule-sentence.ts";
import { totalsLabel } from "./row-clauses.ts";

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
  readonly key:
    | "zombies"
    | "wip"
    | "latency"
    | "on-time"
    | "no-memo"
    | "money"
    | "follow-ups"
    | "causes"
    | "ended-by"
    | "unconverted";
  readonly label: string;
  /** The figure by itself, for large letters. */
  readonly figure: string;
  /** What it is a figure of. */
  readonly text: string;
  readonly tone: "good" | "bad" | "caution" | "open";
}

/**
 * What somebody looks for who answers for many PoCs, in the order in which it matters.
 *
 * @param found how many PoCs there are; where the figures are over fewer, a filter hides the others
 */
export function portfolioFacts(figures: PortfolioFigures, found: number): readonly PortfolioFact[] {
  return [
    zombies(figures),
    figures.pocs < found ? workOfSome(figures) : work(figures),
    ...latency(figures),
    ...onTime(figures),
    ...noMemo(figures),
    ...money(figures),
    ...followUps(figures),
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
    text: "past their last day, without a decision",
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
        ? "started and not decided; no limit is set on PoCs in progress"
        : over
          ? `${inProgress - wipCap} over the cap`
          : "within the cap",
    tone: wipCap === undefined ? "open" : over ? "bad" : "good",
  };
}

/** The cap is one for all PoCs, so some of them are not compared with it. */
function workOfSome({ inProgress, wipCap }: PortfolioFigures): PortfolioFact {
  return {
    key: "wip",
    label: "In progress",
    figure: String(inProgress),
    text: `started and not decided${wipCap === undefined ? "" : `; the cap of ${wipCap} counts all PoCs`}`,
    tone: "open",
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

function followUps({ followUpsOverdue: count }: PortfolioFigures): readonly PortfolioFact[] {
  if (count === 0) return [];
  const text = `go ${count === 1 ? "decision" : "decisions"} with overdue actual figures`;
  return [{ key: "follow-ups", label: "Follow-ups", figure: String(count), text, tone: "bad" }];
}

function causes({ causes: found }: PortfolioFigures): readonly PortfolioFact[] {
  if (found.length === 0) return [];
  const most = found[0]!.count;
  const first = found.filter(({ count }) => count === most).map(({ cause }) => CAUSES_OF_DEATH[cause].title);
  return [
    {
      key: "causes",
      label: "Causes of death",
      figure: listLabel(first.map((title, index) => (index === 0 ? title : lowerFirst(title)))),
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

function unconverted({ unconverted: found, unconvertedPocs: pocs }: PortfolioFigures): readonly PortfolioFact[] {
  if (found.length === 0) return [];
  return [
    {
      key: "unconverted",
      label: "Without a rate",
      figure: listLabel(found),
      text: `in ${countLabel(pocs, "PoC")}, whose records have no rate for them: these amounts are in no total`,
      tone: "bad",
    },
  ];
}
