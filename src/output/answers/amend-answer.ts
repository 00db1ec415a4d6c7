import { longDateLabel } from "../../domain/scalars/calendar.ts";
import type { Clearing, Entry, TermChange } from "../../domain/records/entry.ts";
import type { AmendResult } from "../../app/agreement/amend-poc.ts";
import { diagnosticsText, type DiagnosticPaths } from "../diagnostics/diagnostic-text.ts";
import { cell, paragraph, table, type Row } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { termLabel } from "../../domain/records/terms.ts";
import { namedAs } from "../../wording/people.ts";

type Amended = Pick<AmendResult, "entry" | "changes" | "edited" | "left" | "sha256" | "refusals">;

/** The hash of the terms as they are agreed now, which outsiders can be given. */
export function hashLines(sha256: string, style: Style): readonly Safe[] {
  return [line`  ${style.paint("faint", style.text(`hash  ${sha256}`))}`];
}

/** What was changed, from what to what, on whose word, and whether results had been seen; or why it was refused. */
export function amendAnswer(
  { entry, changes, edited, left, sha256, refusals }: Amended,
  style: Style,
  paths: DiagnosticPaths = { prefix: "" },
): string {
  if (entry?.clear !== undefined) return clearedAnswer(entry, entry.clear, style);
  if (entry?.amend === undefined) {
    return (
      `${diagnosticsText(refusals, style, paths)}\n` +
      `${linesText([line`${style.paint("bad", line`Not amended`)}. Nothing was written.`])}`
    );
  }
  const { approver, reason } = entry.amend;
  const agreed = style.text(`${longDateLabel(entry.date)}, approved by ${namedAs(approver, entry)}`);
  const rows = [
    ...changeRows(changes, style),
    { cells: [cell(line`reason`, "faint")], tail: cell(style.text(reason)) },
  ];
  const files = edited.length === 0 ? [] : [line`  ${style.paint("faint", style.text(`${listLabel(edited)} edited`))}`];
  return linesText([
    line`${style.paint("good", line`Amended`)} ${style.paint("name", style.text(entry.id))}, ${agreed}`,
    ...table(rows, style, { indent: 2, most: [Math.floor(style.columns * 0.45)] }),
    ...files,
    ...leftLines(left, style),
    ...(sha256 === undefined ? [] : hashLines(sha256, style)),
  ]);
}

/** What was edited as well but was not agreed: it must not look as if it were. */
function leftLines(left: readonly string[], style: Style): readonly Safe[] {
  if (left.length === 0) return [];
  const named = listLabel(left.slice(0, 3).map((term) => termLabel(term)));
  const more = left.length > 3 ? `, and ${left.length - 3} more` : "";
  return paragraph(style.text(`Not agreed, still drift: ${named}${more}.`), style, 2, "warn");
}

function clearedAnswer(entry: Entry, { criterion, reason, approver }: Clearing, style: Style): string {
  const { id, date } = entry;
  const agreed = style.text(`${criterion}, ${longDateLabel(date)}, approved by ${namedAs(approver, entry)}`);
  const row = { cells: [cell(line`reason`, "faint")], tail: cell(style.text(reason)) };
  return linesText([
    line`${style.paint("good", line`Cleared`)} ${style.paint("name", style.text(id))}, ${agreed}`,
    ...table([row], style, { indent: 2 }),
  ]);
}

/** `2000.00 EUR → 2600.00 EUR, AFTER 3 results`. */
function changeRows(changes: readonly TermChange[], style: Style): readonly Row[] {
  return changes.map((change) => {
    const seen = change.resultsSeen > 0;
    const when = style.text(seen ? `, AFTER ${countLabel(change.resultsSeen, "result")}` : ", before any result");
    return {
      cells: [cell(style.text(termLabel(change.term)))],
      tail: cell(line`${changeText(change, style)}${when}`, seen ? "warn" : undefined),
    };
  });
}

function changeText({ from, to }: TermChange, style: Style): Safe {
  const text = (value: string | undefined) => (value === undefined ? line`nothing` : style.text(value));
  return line`${text(from)} ${style.signs.arrow} ${text(to)}`;
}
