import { dateLabel } from "../domain/calendar.ts";
import { countLabel } from "../domain/wording.ts";
import type { StartResult } from "../app/start-poc.ts";
import { diagnosticsText, type DiagnosticPaths } from "./diagnostic-text.ts";
import { nextLine } from "./log-answer.ts";
import { paragraph } from "./layout.ts";
import { EMPTY, line, linesText } from "./safe.ts";
import type { Style } from "./style.ts";
import { termRows } from "./term-rows.ts";

/** The terms that are frozen from now on; or every reason why they are not. */
export function startAnswer({ entry, refusals, standing }: Pick<StartResult, "entry" | "refusals" | "standing">, style: Style, paths: DiagnosticPaths = { prefix: "" }): string {
  if (entry === undefined) {
    const reasons = style.text(countLabel(refusals.length, "reason"));
    return `${diagnosticsText(refusals, style, paths)}\n${linesText([line`${style.paint("bad", line`Not started`)}, for ${reasons}. Nothing was written.`])}`;
  }
  const terms = entry.start?.terms ?? new Map<string, string>();
  const count = style.text(countLabel(terms.size, "term"));
  const { timebox } = standing;
  const until = timebox === undefined ? EMPTY : style.text(`: ${countLabel(timebox.of, "working day")}, ${dateLabel(timebox.start)} to ${dateLabel(timebox.end)}`);
  return linesText([
    line`${style.paint("good", line`Started`)} ${style.paint("name", style.text(entry.id))}${until}`,
    EMPTY,
    style.paint("strong", line`${count} frozen`),
    ...termRows(terms, style),
    EMPTY,
    ...paragraph(line`An edit of these in the files moves no goalposts. It shows up as drift until poc amend records it.`, style, 0, "faint"),
    ...nextLine(standing, style),
  ]);
}
