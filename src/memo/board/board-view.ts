import type { PocState } from "../../domain/portfolio/list-words.ts";
import { stateOf, type PocSummary, type WholeRow } from "../../domain/portfolio/poc-summary.ts";
import type { PortfolioFigures } from "../../domain/portfolio/portfolio-figures.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { moneyDecimal } from "../../domain/scalars/money.ts";
import { decimalNumber } from "../../domain/scalars/decimal.ts";
import { badgeTone, type BadgeTone } from "../text/badge-tone.ts";
import { clipped } from "../page-one/words.ts";
import { portfolioFacts, type PortfolioFact } from "../../wording/portfolio/portfolio-facts.ts";
import {
  actClause,
  followUpClause,
  outcomeOfSummary,
  spendClause,
  stateLabel,
  timeClause,
  totalsLabel,
} from "../../wording/portfolio/row-clauses.ts";
import { lowerFirst } from "../../wording/first-letter.ts";
import { spendSpark } from "./spend-spark.ts";

/** What the template of a board sees. */
export interface BoardView {
  readonly title: string;
  /** `Fri 4 Dec 2026`; "" where there is no PoC to have a day. */
  readonly asOf: string;
  /** `16 PoCs, 7,212 EUR spent`. */
  readonly summary: string;
  readonly facts: readonly PortfolioFact[];
  readonly columns: readonly BoardColumn[];
  /** The states that no PoC is in, as a list. */
  readonly empty: string;
  /** Folders that could not be looked into. */
  readonly notRead: readonly { readonly folder: string; readonly why: string }[];
}

export interface BoardColumn {
  readonly state: PocState;
  readonly label: string;
  readonly count: number;
  readonly cards: readonly BoardCard[];
}

/** One PoC. A text is empty where there is nothing to say. */
export interface BoardCard {
  readonly title: string;
  readonly folder: string;
  readonly fault: string;
  readonly owner: string;
  readonly time: string;
  readonly timeTone: "late" | "plain";
  /** The length of the bar, of 100. */
  readonly timeBar: string;
  readonly money: string;
  readonly moneyTone: "over" | "plain";
  readonly moneyBar: string;
  readonly spark: { readonly line: string; readonly cap: string } | false;
  readonly outcome: string;
  readonly tone: BadgeTone;
  readonly reason: string;
  readonly next: string;
  readonly late: boolean;
  /** Address of the memo, relative to the page. */
  readonly memo: string;
  readonly memoName: string;
  /** What the script sorts and looks for by. */
  readonly find: string;
  readonly spent: string;
  readonly end: string;
  readonly overdue: string;
}

/** In the order in which people read a board. */
const COLUMNS: readonly PocState[] = [
  "decision-due",
  "dead",
  "draft",
  "running",
  "extended",
  "go",
  "conditional",
  "no-go",
  "unreadable",
];

/** What the page is made of beside the rows. */
export interface BoardInput {
  readonly title: string | undefined;
  readonly rows: readonly WholeRow[];
  readonly figures: PortfolioFigures;
  readonly closed: readonly { readonly path: string; readonly why: string }[];
  /** Path of a file or folder as seen from the folder of the page. */
  readonly from: (path: string) => string;
}

/** A board of the PoCs, state by state. */
export function boardView({ title, rows, figures, closed, from }: BoardInput): BoardView {
  const columns = COLUMNS.map((state): BoardColumn => {
    const cards = rows.filter((row) => stateOf(row) === state).map((row) => cardOf(row, from));
    return { state, label: stateLabel(state), count: cards.length, cards };
  });
  const days = rows.flatMap((row) => ("summary" in row ? [row.summary.asOf] : []));
  return {
    title: title ?? "PoCs",
    asOf: days.length === 0 ? "" : longDateLabel(days.reduce((a, b): CivilDate => (a > b ? a : b))),
    summary: `${countLabel(figures.pocs, "PoC")}, ${totalsLabel(figures.spent)} spent`,
    facts: portfolioFacts(figures),
    columns: columns.filter(({ count }) => count > 0),
    empty: listLabel(columns.filter(({ count }) => count === 0).map(({ label }) => lowerFirst(label))),
    notRead: closed.map(({ path, why }) => ({ folder: from(path), why })),
  };
}

/** Longer texts are in the memo. */
const MOST_WORDS = 26;
const LONGEST = 240;

const NOTHING: Omit<BoardCard, "title" | "folder" | "fault" | "find"> = {
  owner: "",
  time: "",
  timeTone: "plain",
  timeBar: "",
  money: "",
  moneyTone: "plain",
  moneyBar: "",
  spark: false,
  outcome: "",
  tone: "open",
  reason: "",
  next: "",
  late: false,
  memo: "",
  memoName: "",
  spent: "",
  end: "",
  overdue: "",
};

function cardOf(row: WholeRow, from: BoardInput["from"]): BoardCard {
  const folder = from(row.path);
  const fault =
    "summary" in row ? (row.summary.state === "unreadable" ? row.summary.unreadable : undefined) : row.fault;
  if (!("summary" in row) || fault !== undefined)
    return { ...NOTHING, title: folder, folder, fault: short(fault ?? ""), find: folder };
  const { summary } = row;
  const { title, owner, team, state, overdue, spend, next, timebox, memos } = summary;
  const { outcome, reason } = outcomeOfSummary(summary);
  const memo = memos.at(-1);
  const followUp = followUpClause(summary);
  return {
    title: short(title === "" ? folder : title),
    folder,
    fault: "",
    owner: short([owner?.name ?? "no owner", team].filter((part) => part !== undefined).join(", ")),
    time: [timeClause(summary), followUp].filter((part) => part !== undefined).join(", "),
    timeTone: (overdue ?? 0) > 0 || followUp !== undefined ? "late" : "plain",
    timeBar: state === "draft" || timebox === undefined || timebox.of === 0 ? "" : bar(timebox.day / timebox.of),
    money: spendClause(spend),
    moneyTone: (spend.share ?? 0) > 1 ? "over" : "plain",
    moneyBar: spend.share === undefined ? "" : bar(spend.share),
    spark: spendSpark(summary) ?? false,
    outcome,
    tone: badgeTone(outcome),
    reason: short(reason),
    next: next === undefined ? "" : short(actClause(next)),
    late: next?.late === true,
    memo: memo === undefined ? "" : addressOf(from(`${row.path}/memos/${memo}`)),
    memoName: memo ?? "",
    ...sortedBy(summary, folder),
  };
}

function sortedBy(summary: PocSummary, folder: string): Pick<BoardCard, "find" | "spent" | "end" | "overdue"> {
  const { title, owner, team = "", spend, timebox, overdue } = summary;
  return {
    find: short(`${title} ${owner?.name ?? ""} ${team} ${folder}`),
    spent: String(decimalNumber(moneyDecimal(spend.total))),
    end: timebox?.end ?? "",
    overdue: overdue === undefined ? "" : String(overdue),
  };
}

/** Nobody reads ten kilobytes on a card. */
function short(text: string): string {
  return clipped(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text, MOST_WORDS);
}

/** A part of a bar that is 100 long; anything above zero shows. */
function bar(share: number): string {
  return share <= 0 ? "0" : String(Math.min(100, Math.max(2, Math.round(share * 100))));
}

/** A relative address: no part of a path is taken for a scheme, a query or a fragment. */
function addressOf(path: string): string {
  return path.startsWith("/") || /^[A-Za-z]:/.test(path)
    ? `file://${path.startsWith("/") ? "" : "/"}${encoded(path)}`
    : `${path.startsWith(".") ? "" : "./"}${encoded(path)}`;
}

function encoded(path: string): string {
  return path
    .split("/")
    .map((part) => encodeURIComponent(part))
    .join("/");
}
