import type { ChecklistItemStanding, ChecklistStanding } from "../domain/checklist.ts";
import { cell, ends, paragraph, table } from "./layout.ts";
import { EMPTY, line, linesText, type Safe } from "./safe.ts";
import type { Role, Style } from "./style.ts";

/** A checklist: every item with its box, what shows it or what is missing, and how to close it. */
export function checklistText({ checklist, items }: ChecklistStanding, style: Style): string {
  const met = items.filter((item) => item.state === "met").length;
  return linesText([
    ...ends(cell(style.text(checklist.title), "strong"), cell(line`${met} of ${items.length} closed`, met === items.length ? "good" : "strong"), style),
    ...paragraph(style.text(checklist.purpose), style, 0, "faint"),
    ...items.flatMap((item) => [EMPTY, ...itemLines(item, style)]),
  ]);
}

const INDENT = 4;

/** Only what is met is ticked; what the evidence speaks against says so. */
function itemLines(item: ChecklistItemStanding, style: Style): readonly Safe[] {
  const { state, basis, because, entries } = item;
  const role: Role | undefined = state === "met" ? "good" : state === "failed" ? "bad" : undefined;
  const word = state === "failed" ? line`FAILS: ` : state === "met" && basis === "person" ? line`on a person's word: ` : EMPTY;
  const ids = [...new Set(entries)];
  const from = ids.length === 0 ? EMPTY : line` (${style.text(ids.slice(0, MOST_ENTRIES).join(", ") + (ids.length > MOST_ENTRIES ? ", …" : ""))})`;
  return [
    ...table([{ cells: [cell(state === "met" ? line`[x]` : line`[ ]`, role)], tail: cell(style.text(item.item.text), "strong") }], style, { indent: 0 }),
    ...paragraph(line`${word}${style.text(because)}${from}`, style, INDENT + 1, role === "bad" ? "bad" : undefined),
    ...(state === "met" ? [] : closing(item, style)),
  ];
}

const MOST_ENTRIES = 5;

function closing({ item, id }: ChecklistItemStanding, style: Style): readonly Safe[] {
  const how = paragraph(line`to close it: ${style.text(item.closedBy)}`, style, INDENT + 1, "faint");
  return item.attestable ? [...how, ...paragraph(line`poc log --attest ${style.text(id)}=LINK`, style, INDENT + 1, "name")] : how;
}

/** Where the printable form lies. */
export function checklistWritten(path: string, style: Style): string {
  return linesText([EMPTY, line`${style.paint("faint", line`Printable:`)} ${style.paint("name", style.text(path))}`]);
}
