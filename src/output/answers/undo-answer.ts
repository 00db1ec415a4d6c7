import { dateLabel } from "../../domain/scalars/calendar.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { UndoResult } from "../../app/log/undo-entry.ts";
import { answerLine, leftFacts } from "./log-answer.ts";
import { briefFactText, entryFacts } from "../../wording/entry-facts.ts";
import { cell } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";

/** What the end of a correction leaves: its entry counts again, unless another correction withdraws it as well. */
function againLine({ id, undo }: Entry, { withdrawn }: Standing["log"], style: Style): Safe {
  const freed = style.text(undo?.entry ?? "");
  const other = undo === undefined ? undefined : withdrawn.get(undo.entry);
  if (other === undefined) return line`${style.text(id)} is withdrawn, so ${freed} counts again`;
  const left = style.text(other.id);
  return line`${style.text(id)} is withdrawn; ${freed} stays withdrawn by ${left}: poc undo ${left} makes it count`;
}

/** Which entry no longer counts, what that changed, and how to make it count again. */
export function undoAnswer(
  { entry, corrected, standing, before }: Pick<UndoResult, "entry" | "corrected" | "standing" | "before">,
  style: Style,
): string {
  const id = style.text(corrected.id);
  const again = corrected.undo === undefined ? line`${id} no longer counts` : againLine(corrected, standing.log, style);
  const facts = entryFacts(corrected).map((fact) => cell(style.text(briefFactText(fact))));
  const note = corrected.note === undefined ? [] : [cell(style.text(`"${corrected.note.split("\n")[0]!}"`), "faint")];
  return linesText([
    answerLine(
      line`Stored`,
      [
        cell(style.text(entry.id), "name"),
        cell(again),
        ...(entry.undo?.reason === undefined ? [] : [cell(style.text(entry.undo.reason))]),
      ],
      style,
    ),
    answerLine(
      line`Was`,
      [cell(style.text(`${dateLabel(corrected.date)}, ${corrected.by.name}`)), ...facts, ...note],
      style,
    ),
    answerLine(line`Left`, leftFacts({ standing, before }, style), style),
    answerLine(line`Undo`, [cell(line`poc undo ${style.text(entry.id)}`, "name")], style),
  ]);
}
