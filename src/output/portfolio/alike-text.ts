import type { WholeList } from "../../app/portfolio/list-pocs.ts";
import type { PocSummary, WholeRow } from "../../domain/portfolio/poc-summary.ts";
import { CAUSES_OF_DEATH } from "../../domain/records/risk.ts";
import { listLabel } from "../../domain/scalars/labels.ts";
import { spendClause, stateLabel, timeClause } from "../../wording/portfolio/row-clauses.ts";
import { nothingAlike, nothingFound } from "../../wording/portfolio/selection-words.ts";
import { relativeFolder } from "../json/relative-folder.ts";
import { apart, cell, table } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";

/** PoCs that asked something alike: what became of each, why, and what would have to change for another try. */
export function alikeText({ rows, found, selection, missed }: WholeList, cwd: string, style: Style): string {
  if (rows.length === 0) {
    const none =
      missed.chosen === 0 ? nothingFound(found, missed.unknown) : [nothingAlike({ ...missed, found }, selection)];
    return linesText(none.map((sentence) => style.text(sentence)));
  }
  return linesText(apart(rows.map((row) => alikeLines(row, cwd, style))));
}

/** One of them, for `poc init` too. */
export function alikeLines(row: WholeRow, cwd: string, style: Style): readonly Safe[] {
  if (!("summary" in row)) return [];
  const { summary } = row;
  const facts = factsOf(summary).map(([label, text]) => ({
    cells: [cell(style.text(label), "faint")],
    tail: cell(style.text(text)),
  }));
  const head = line`${style.paint("strong", style.text(summary.title))}  ${style.text(relativeFolder(cwd, row.path))}`;
  return [head, ...table(facts, style, { indent: 2 })];
}

function factsOf(summary: PocSummary): readonly (readonly [label: string, text: string])[] {
  const { question, state, spend, decision, causes, figures } = summary;
  const says = (label: string, text: string | undefined) =>
    text === undefined || text === "" ? [] : [[label, text] as const];
  const stopped = state === "no-go" || state === "dead";
  return [
    ...says("asked", question),
    ...says("outcome", `${stateLabel(state)}, ${timeClause(summary)}; ${spendClause(spend)}`),
    ...says("because", decision?.why),
    ...(stopped ? says("died of", listLabel(causes.map((cause) => CAUSES_OF_DEATH[cause].title.toLowerCase()))) : []),
    ...says("figures", figures.join("; ")),
    ...says("learned", decision?.learned),
    ...says("again if", decision?.retryIf),
  ];
}
