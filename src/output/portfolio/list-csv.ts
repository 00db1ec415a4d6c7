import type { ListResult } from "../../app/portfolio/list-pocs.ts";
import { followUpOverdue, stateOf, type PortfolioRow } from "../../domain/portfolio/poc-summary.ts";
import { decimalText } from "../../domain/scalars/decimal.ts";
import { moneyDecimal, type Money } from "../../domain/scalars/money.ts";
import { personText } from "../../domain/scalars/person.ts";
import { outcomeOfSummary } from "../../wording/portfolio/row-clauses.ts";
import { relativeFolder } from "../json/relative-folder.ts";
import { csvText, numberCell, textCell, type CsvCell } from "../views/csv-text.ts";

const COLUMNS = [
  "folder",
  "title",
  "state",
  "owner",
  "sponsor",
  "team",
  "day",
  "of_days",
  "start",
  "end",
  "days_overdue",
  "spent",
  "cap",
  "currency",
  "recommendation",
  "decision",
  "reason",
  "decided_on",
  "decided_by",
  "days_to_decision",
  "follow_up_due",
  "follow_up_days_overdue",
  "memo",
  "next",
  "next_for",
  "next_by",
  "entries",
  "last_entry",
  "fault",
] as const;
type CsvRow = Partial<Record<(typeof COLUMNS)[number], CsvCell>>;

/** A row for each PoC that was asked for. Amounts are in the currency that stands beside them. */
export function listCsv({ rows }: Pick<ListResult, "rows">, cwd: string): string {
  return csvText([
    COLUMNS.map((column) => textCell(column)),
    ...rows.map((row) => {
      const cells = csvRow(row, cwd);
      return COLUMNS.map((column) => cells[column]);
    }),
  ]);
}

function csvRow(row: PortfolioRow, cwd: string): CsvRow {
  const head = { folder: textCell(relativeFolder(cwd, row.path)), state: textCell(stateOf(row)) };
  if (!("summary" in row)) return { ...head, fault: textCell(row.fault) };
  const { title, owner, sponsor, timebox, overdue, spend, recommendation, decision, memos, next, unreadable, ...rest } =
    row.summary;
  return {
    ...head,
    title: textCell(title),
    owner: text(owner && personText(owner)),
    sponsor: text(sponsor && personText(sponsor)),
    team: text(rest.team),
    day: whole(timebox?.day),
    of_days: whole(timebox?.of),
    start: text(timebox?.start),
    end: text(timebox?.end),
    days_overdue: whole(overdue),
    spent: amount(spend.total),
    cap: amount(spend.cap),
    currency: textCell(spend.total.currency),
    recommendation: textCell(recommendation.outcome),
    decision: text(decision?.outcome),
    reason: textCell(outcomeOfSummary(row.summary).reason),
    decided_on: text(decision?.date),
    decided_by: text(decision && personText(decision.by)),
    days_to_decision: whole(decision?.latency),
    follow_up_due: text(rest.followUp?.pending[0]),
    follow_up_days_overdue: whole(followUpOverdue(row.summary)),
    memo: text(memos.at(-1)),
    next: text(next?.text),
    next_for: text(next && (next.who === undefined ? next.role : personText(next.who))),
    next_by: text(next?.by),
    entries: whole(rest.entries),
    last_entry: text(rest.lastEntry),
    fault: text(unreadable),
  };
}

function text(value: string | undefined): CsvCell {
  return value === undefined ? undefined : textCell(value);
}

function whole(value: number | undefined): CsvCell {
  return value === undefined ? undefined : numberCell(String(value));
}

function amount(money: Money | undefined): CsvCell {
  return money && numberCell(decimalText(moneyDecimal(money)));
}
