import type { PocState } from "../../domain/portfolio/list-words.ts";
import { stateOf, type PocSummary, type WholeRow } from "../../domain/portfolio/poc-summary.ts";
import type { PortfolioFigures } from "../../domain/portfolio/portfolio-figures.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { sortedRows, type RowFilter } from "../../domain/portfolio/row-order.ts";
import type { Portfolio } from "../../domain/portfolio/portfolio.ts";
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
import { selectionLabel } from "../../wording/portfolio/selection-words.ts";
import { lowerFirst } from "../../wording/first-letter.ts";
import { spendSpark } from "./spend-spark.ts";

/** What the template of a board sees. */
export interface BoardView {
  readonly title: string;
  /** `Fri 4 Dec 2026`; "" where there is no PoC to have a day. */
  readonly asOf: string;
  /** `16 PoCs, 7,212 EUR spent`. */
  readonly summary: string;
  /** `Only PoCs in state overdue`; empty where all are shown. */
  readonly filter: string;
  readonly facts: readonly PortfolioFact[];
  readonly columns: readonly BoardColumn[];
  /** The states that no PoC is in, as a sentence; empty where a filter hides them. */
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
  /** 0 for the largest, in the order of `poc list --sort spend`: amounts of several currencies are no plain numbers. */
  readonly spendRank: string;
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
  readonly portfolio: Portfolio;
  /** How many PoCs there are, shown or not. */
  readonly found: number;
  readonly selection: RowFilter & { readonly like?: string | undefined };
  readonly rows: readonly WholeRow[];
  readonly figures: PortfolioFigures;
  readonly closed: readonly { readonly path: string; readonly why: string }[];
  /** Path of a file or folder as seen from the folder of the page. */
  readonly from: (path: string) => string;
}

/** A board of the PoCs, state by state. */
export function boardView({ portfolio, found, selection, rows, figures, closed, from }: BoardInput): BoardView {
  const bySpend = sortedRows(rows, ["spend"], portfolio);
  const ranks = new Map(bySpend.map((row, rank) => [row, String(rank)]));
  const columns = COLUMNS.map((state): BoardColumn => {
    const cards = rows
      .filter((row) => stateOf(row) === state)
      .map((row) => ({
        ...cardOf(row, from),
        spendRank: ranks.get(row) ?? "",
      }));
    return { state, label: stateLabel(state), count: cards.length, cards };
  });
  const filter = clipped(selectionLabel(selection), MOST_WORDS);
  const days = rows.flatMap((row) => ("summary" in row ? [row.summary.asOf] : []));
  return {
    title: portfolio.title ?? "PoCs",
    asOf: days.length === 0 ? "" : longDateLabel(days.reduce((a, b): CivilDate => (a > b ? a : b))),
    summary: `${shownLabel(figures.pocs, found)}, ${totalsLabel(figures.spent)} spent`,
    filter: filter === "" ? "" : `Only PoCs ${filter}`,
    facts: portfolioFacts(figures, found),
    columns: columns.filter(({ count }) => count > 0),
    empty: emptySentence(columns, figures.pocs < found, selection),
    notRead: closed.map(({ path, why }) => ({ folder: from(path), why })),
  };
}

function shownLabel(shown: number, found: number): string {
  return shown === found ? countLabel(found, "PoC") : `${shown} of ${countLabel(found, "PoC")}`;
}

/** What a filter by state or question hides may be in any state. */
function emptySentence(
  columns: readonly BoardColumn[],
  hides: boolean,
  { states, like }: BoardInput["selection"],
): string {
  const empty = columns.filter(({ count }) => count === 0).map(({ label }) => lowerFirst(label));
  if (empty.length === 0 || (hides && (states.length > 0 || like !== undefined))) return "";
  return `No PoC ${hides ? "of this selection " : ""}is in these states: ${listLabel(empty)}.`;
}

/** Longer texts are in the memo. */
const MOST_WORDS = 26;
const LONGEST = 240;

const NOTHING: Omit<BoardCard, "title" | "folder" | "fault" | "find" | "spendRank"> = {
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
  end: "",
  overdue: "",
};

function cardOf(row: WholeRow, from: BoardInput["from"]): Omit<BoardCard, "spendRank"> {
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

function sortedBy(summary: PocSummary, folder: string): Pick<BoardCard, "find" | "end" | "overdue"> {
  const { title, owner, team = "", timebox, overdue } = summary;
  return {
    find: short(`${title} ${owner?.name ?? ""} ${team} ${folder}`),
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
