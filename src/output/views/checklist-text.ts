import { dateLabel } from "../../domain/scalars/calendar.ts";
import type { ChecklistItemStanding, ChecklistStanding } from "../../domain/standing/checklist.ts";
import { cell, ends, paragraph, table } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { ASKED_LABELS } from "../../domain/records/checklist-items.ts";
import type { Role } from "../terminal/paint.ts";
import { itemClause } from "../../wording/item-reasons.ts";

/** A checklist: every item with its box, what shows it or what is missing, and how to close it. */
export function checklistText({ checklist, asked, items }: ChecklistStanding, style: Style): string {
  const met = items.filter((item) => item.state === "met").length;
  return linesText([
    ...ends(
      cell(style.text(checklist.title), "strong"),
      cell(line`${met} of ${items.length} closed`, met === items.length ? "good" : "strong"),
      style,
    ),
    ...(checklist.purpose === "" ? [] : paragraph(style.text(checklist.purpose), style, 0, "faint")),
    ...(asked
      ? []
      : paragraph(style.text(`Not asked yet: it is asked ${ASKED_LABELS[checklist.asked]}.`), style, 0, "warn")),
    ...items.flatMap((item) => [EMPTY, ...itemLines(item, style)]),
  ]);
}

const INDENT = 4;

/** Only what is met is ticked; what the evidence speaks against says so. */
function itemLines(item: ChecklistItemStanding, style: Style): readonly Safe[] {
  const { state, because, entries } = item;
  const role: Role | undefined = state === "met" ? "good" : state === "failed" ? "bad" : undefined;
  const ids = [...new Set(entries)];
  const from =
    ids.length === 0
      ? EMPTY
      : line` (${style.text(ids.slice(0, MOST_ENTRIES).join(", ") + (ids.length > MOST_ENTRIES ? ", …" : ""))})`;
  return [
    ...table(
      [
        {
          cells: [cell(state === "met" ? line`[x]` : line`[ ]`, role)],
          tail: cell(style.text(item.item.text), "strong"),
        },
      ],
      style,
      { indent: 0 },
    ),
    ...paragraph(
      line`${answeredBy(item, style)}${style.text(itemClause(because))}${from}`,
      style,
      INDENT + 1,
      role === "bad" ? "bad" : undefined,
    ),
    ...output(item, style),
    ...(state === "met" ? [] : closing(item, style)),
  ];
}

const MOST_ENTRIES = 5;

/** How it was answered, where that was not by the records. */
function answeredBy({ state, basis, on }: ChecklistItemStanding, style: Style): Safe {
  if (state === "failed") return line`FAILS: `;
  if (state !== "met" || on === undefined) return EMPTY;
  return basis === "command" ? line`by a command: ` : line`on a person's word, ${style.text(dateLabel(on))}: `;
}

function output({ output: file }: ChecklistItemStanding, style: Style): readonly Safe[] {
  return file === undefined ? [] : paragraph(line`output: ${style.text(file)}`, style, INDENT + 1, "faint");
}

function closing({ item, id }: ChecklistItemStanding, style: Style): readonly Safe[] {
  const who = [item.role, item.peopleOnly === true ? "a person only" : undefined]
    .filter((word) => word !== undefined)
    .join(", ");
  const how = paragraph(
    line`to close it${who === "" ? EMPTY : line` (${style.text(who)})`}: ${style.text(item.closedBy)}`,
    style,
    INDENT + 1,
    "faint",
  );
  return item.attestable
    ? [...how, ...paragraph(line`poc log --attest ${style.text(id)}=LINK`, style, INDENT + 1, "name")]
    : how;
}

/** Where the printable form lies. */
export function checklistWritten(path: string, style: Style): string {
  return linesText([EMPTY, line`${style.paint("faint", line`Printable:`)} ${style.paint("name", style.text(path))}`]);
}
