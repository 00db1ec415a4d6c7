import type { ExportResult } from "../../app/export/export-pocs.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";

/** What was written, and where. */
export function exportAnswer({ to, exported, unchanged, files, written }: ExportResult, style: Style): string {
  const pocs = style.text(countLabel(exported, "PoC"));
  const news = written === files ? EMPTY : line`, ${written} of them new or changed`;
  const done = line`${pocs} in ${style.text(to)}: ${style.text(countLabel(files, "file"))}${news}`;
  return linesText(unchanged === 0 ? [done] : [done, left(unchanged, style)]);
}

function left(unchanged: number, style: Style): Safe {
  return unchanged === 1
    ? line`1 PoC is decided and has not changed since; its files were left`
    : line`${style.text(countLabel(unchanged, "PoC"))} are decided and have not changed since; their files were left`;
}

/** What could not be exported, or not in full. */
export function exportProblems({ failed, inPart }: ExportResult, style: Style): string {
  const lines = [
    ...failed.map(({ folder, why }) => line`error: ${style.text(folder)} was not exported: ${style.text(why)}`),
    ...inPart.map((folder) => {
      const shown = style.text(folder);
      return line`warning: ${shown} was exported as far as it could be read: see poc check -C ${shown}`;
    }),
  ];
  return lines.length === 0 ? "" : linesText(lines);
}
