import type { ListResult } from "../../app/portfolio/list-pocs.ts";
import { stateOf, type PortfolioRow } from "../../domain/portfolio/poc-summary.ts";
import type { PocState } from "../../domain/portfolio/list-words.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import {
  followUpClause,
  outcomeOfSummary,
  spendClause,
  stateLabel,
  timeClause,
  totalsLabel,
} from "../../wording/portfolio/row-clauses.ts";
import { portfolioFacts, type PortfolioFact } from "../../wording/portfolio/portfolio-facts.ts";
import { nothingFound } from "../../wording/portfolio/selection-words.ts";
import { lowerFirst } from "../../wording/first-letter.ts";
import { relativeFolder } from "../json/relative-folder.ts";
import { apart, cell, flow, labelled, table, type Cell, type Row } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { line, type Safe } from "../terminal/safe.ts";
import type { Role } from "../terminal/paint.ts";
import type { Style } from "../terminal/style.ts";

/** In a pipe each PoC keeps its one line, whatever reads it. */
const COLUMNS_OF_A_PIPE = 160;
const LABEL = 18;

/** A line for each PoC, then how many are in which state, then what somebody looks for who answers for all of them. */
export function listText(result: ListResult, cwd: string, shown: Style): string {
  const style = shown.terminal ? shown : { ...shown, columns: COLUMNS_OF_A_PIPE };
  const { rows, found, closed, figures, missed } = result;
  const twice = titlesTwice(rows);
  const missing = closed.map(({ path, why }): readonly Safe[] => [
    style.paint("bad", style.text(`${relativeFolder(cwd, path)}: ${why}`)),
  ]);
  if (rows.length === 0)
    return linesText(apart([nothingFound(found, missed.unknown).map((sentence) => style.text(sentence)), ...missing]));
  return linesText(
    apart([
      table(
        eachOf(rows, (row) => rowOf(row, twice, cwd, style)),
        style,
        { indent: 0, most: mostOf(style), tailLines: 1 },
      ),
      ...(missing.length === 0 ? [] : [missing.flat()]),
      totals(figures, found, style),
      portfolioFacts(figures, found).flatMap((fact) => factLines(fact, style)),
    ]),
  );
}

/** Made when they are asked for: of ten thousand PoCs, the cells are not all there at once. */
function eachOf(rows: readonly PortfolioRow[], made: (row: PortfolioRow) => Row): Iterable<Row> {
  return {
    *[Symbol.iterator]() {
      for (const row of rows) yield made(row);
    },
  };
}

function mostOf({ columns }: Style): readonly number[] {
  return columns < 80 ? [22, 0, 16, 18] : columns < 110 ? [28, 12, 18, 22] : [32, 14, 18, 24];
}

function rowOf(row: PortfolioRow, twice: ReadonlySet<string>, cwd: string, style: Style): Row {
  const folder = relativeFolder(cwd, row.path);
  const role = ROLES[stateOf(row)];
  const fault = "summary" in row ? row.summary.unreadable : row.fault;
  if (!("summary" in row) || row.summary.state === "unreadable")
    return {
      cells: [cell(style.text(folder), "strong")],
      tail: cell(style.text(`CANNOT BE READ: ${fault ?? "no charter"}`), "bad"),
    };
  const { summary } = row;
  const { outcome, reason } = outcomeOfSummary(summary);
  const followUp = followUpClause(summary);
  const over = (summary.spend.share ?? 0) > 1;
  return {
    cells: [
      cell(style.text(nameOf(summary.title, twice, folder)), "strong"),
      cell(style.text(summary.owner?.name ?? "no owner"), summary.owner === undefined ? "warn" : undefined),
      cell(style.text(timeClause(summary)), role),
      cell(style.text(spendClause(summary.spend)), over ? "bad" : undefined),
    ],
    tail: cell(
      style.text(`${followUp === undefined ? "" : `${followUp}; `}${outcome}: ${reason}`),
      followUp === undefined ? "faint" : "warn",
    ),
  };
}

/** The title; with the folder where it is not the only one of that title, and the folder where there is none. */
function nameOf(title: string, twice: ReadonlySet<string>, folder: string): string {
  if (title === "") return folder;
  return twice.has(title) ? `${folder} (${title})` : title;
}

function titlesTwice(rows: readonly PortfolioRow[]): ReadonlySet<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const row of rows) {
    if (!("summary" in row)) continue;
    const { title } = row.summary;
    if (once.has(title)) twice.add(title);
    else once.add(title);
  }
  return twice;
}

const ROLES: Readonly<Record<PocState, Role | undefined>> = {
  draft: "faint",
  running: undefined,
  extended: "warn",
  "decision-due": "bad",
  dead: "bad",
  go: "good",
  conditional: "warn",
  "no-go": "faint",
  unreadable: "bad",
};

function totals({ pocs, byState, spent }: ListResult["figures"], found: number, style: Style): readonly Safe[] {
  const of = pocs === found ? countLabel(pocs, "PoC") : `${pocs} of ${countLabel(found, "PoC")}`;
  const cells: readonly Cell[] = [
    cell(style.text(of), "strong"),
    ...byState.map(({ state, count }) => cell(style.text(`${count} ${lowerFirst(stateLabel(state))}`), ROLES[state])),
    cell(style.text(`${totalsLabel(spent)} spent`)),
  ];
  return flow(cells, style, style.columns);
}

const TONES: Readonly<Record<PortfolioFact["tone"], Role | undefined>> = {
  good: "good",
  bad: "bad",
  caution: "warn",
  open: undefined,
};

function factLines({ label, figure, text, tone }: PortfolioFact, style: Style): readonly Safe[] {
  const lines = flow(
    [cell(style.text(figure), TONES[tone] ?? "strong"), cell(style.text(text))],
    style,
    style.columns - LABEL,
  );
  return labelled(cell(line`${style.text(label)}`), lines, style, LABEL);
}
