import type { Memo } from "../../app/documents/documents.ts";
import { ENVELOPE_VERSION, jsonText } from "../json/envelope-json.ts";
import { apart, cell, paragraph, table } from "../terminal/layout.ts";
import { line, linesText } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";

/** The documents that can be rendered, by their gates. */
export function memoListText(memos: readonly Memo[], style: Style): string {
  const rows = memos.map(({ kind, gate, about }) => ({
    cells: [cell(style.text(`gate ${gate}`), "faint"), cell(style.text(kind), "name")],
    tail: cell(style.text(about)),
  }));
  return linesText(
    apart([
      table(rows, style, { indent: 0 }),
      paragraph(line`poc memo NAME renders one; what the records do not answer is left open in it.`, style, 0, "faint"),
    ]),
  );
}

export function memoListJson(memos: readonly Memo[]): string {
  const documents = memos.map(({ kind, gate, about }) => ({ name: kind, gate, about }));
  return jsonText({ version: ENVELOPE_VERSION, command: "memo --list", data: { documents } });
}
