import { displayWidth, pad, truncate, wrap } from "./display-width.ts";
import { EMPTY, line, sliceSafe, trimEndSafe, trimStartSafe, type Safe } from "./safe.ts";
import type { LinkTarget } from "./hyperlinks.ts";
import type { Style } from "./style.ts";
import type { Role } from "./paint.ts";

/** A piece of a line: text still to be padded and cut, and the colour and the link it gets afterwards. */
export interface Cell {
  readonly text: Safe;
  readonly role?: Role | undefined;
  readonly link?: LinkTarget | undefined;
}

export function cell(text: Safe, role?: Role, link?: LinkTarget): Cell {
  return { text, role, link };
}

/** A part of a cell, once it has its width. */
function shownPart(style: Style, text: Safe, { role, link }: Omit<Cell, "text">): Safe {
  const shown = painted(style, text, role);
  return link === undefined ? shown : style.link(shown, link);
}

function painted(style: Style, text: Safe, role: Role | undefined): Safe {
  return role === undefined ? text : style.paint(role, text);
}

export function spaces(columns: number): Safe {
  return " ".repeat(Math.max(0, columns)) as Safe;
}

/** A row of a table: aligned cells, then a text that takes the rest of the line and wraps under itself. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly tail?: Cell | undefined;
}

export interface TableOptions {
  readonly indent: number;
  /** The most columns each cell may take where a line has not room for all; what is longer is cut then. */
  readonly most?: readonly (number | undefined)[];
  /** Lines that a tail may take before it is cut. */
  readonly tailLines?: number;
}

const GAP = 2;
/** A tail narrower than this is not a text to read: it goes under its row. */
const NARROW_TAIL = 24;

/** @param rows are gone through twice: of many, the cells need not all be there at once */
export function table(rows: Iterable<Row>, style: Style, options: TableOptions): readonly Safe[] {
  const { indent, most = [] } = options;
  const whole: number[] = [];
  let tails = false;
  for (const { cells, tail } of rows) {
    for (const [k, { text }] of cells.entries()) whole[k] = Math.max(whole[k] ?? 0, displayWidth(text));
    tails ||= tail !== undefined && tail.text !== "";
  }
  const room = style.columns - indent;
  const cut = shrunk(
    whole.map((width, k) => Math.min(most[k] ?? Infinity, width)),
    room,
  );
  // No cell is cut where the line has room for all of it, beside the tails or above them. A tail of few lines is cut
  // itself, and has the first right to the room.
  const above = !tails || room - total(cut) - GAP < NARROW_TAIL;
  const besideTails = options.tailLines === undefined ? GAP + NARROW_TAIL : Infinity;
  const widths = total(whole) + (above ? 0 : besideTails) <= room ? whole : cut;
  const before = indent + widths.reduce((sum, width) => sum + (width === 0 ? 0 : width + GAP), 0);
  const under = style.columns - before < NARROW_TAIL;
  const linesOf = (row: Row): readonly Safe[] => {
    const head = widths.flatMap((width, k) => {
      if (width === 0) return [];
      const { text, role, link } = row.cells[k] ?? cell(EMPTY);
      const cut = truncate(text, width, style.signs.ellipsis);
      // The spaces behind a link would be underlined with it.
      return [
        link === undefined ? painted(style, pad(cut, width), role) : pad(shownPart(style, cut, { role, link }), width),
      ];
    });
    const start = trimEndSafe(line`${spaces(indent)}${head.join(" ".repeat(GAP)) as Safe}`);
    const tail = row.tail === undefined || row.tail.text === "" ? undefined : row.tail;
    if (tail === undefined) return [start];
    const at = under || head.length === 0 ? indent + (head.length === 0 ? 0 : GAP) : before;
    const lines = wrapped(tail.text, style.columns - at, options.tailLines, style).map((text) =>
      shownPart(style, text, tail),
    );
    if (under && head.length > 0) return [start, ...lines.map((text) => line`${spaces(at)}${text}`)];
    return lines.map((text, k) =>
      k === 0 && head.length > 0 ? line`${pad(start, before)}${text}` : line`${spaces(at)}${text}`,
    );
  };
  const lines: Safe[] = [];
  for (const row of rows) lines.push(...linesOf(row));
  return lines;
}

/** Columns that cells of these widths take, with the gaps between them. */
function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + (width === 0 ? 0 : width + GAP), -GAP);
}

/** Widths that fit into `room` together: the widest give way first. */
function shrunk(wanted: readonly number[], room: number): readonly number[] {
  const widths = [...wanted];
  while (total(widths) > room && Math.max(...widths) > 1) widths[widths.indexOf(Math.max(...widths))]!--;
  return widths;
}

/** `text` in at most `most` lines of at most `columns`, the last of them marked where more was cut. */
export function wrapped(text: Safe, columns: number, most: number | undefined, style: Style): readonly Safe[] {
  const lines = wrap(text, columns);
  if (most === undefined || lines.length <= most) return lines;
  const { ellipsis } = style.signs;
  const last = truncate(lines[most - 1]!, columns - displayWidth(ellipsis), EMPTY);
  return [...lines.slice(0, most - 1), line`${trimEndSafe(last)}${ellipsis}`];
}

/** Short facts in a row, a separator between them, broken into lines only between facts where they are too many. */
export function flow(facts: readonly Cell[], style: Style, columns: number): readonly Safe[] {
  const { separator } = style.signs;
  const lines: { width: number; parts: Safe[] }[] = [];
  for (const fact of facts.filter(({ text }) => text !== "")) {
    for (const [k, piece] of wrap(fact.text, columns).entries()) {
      const width = displayWidth(piece);
      const last = lines.at(-1);
      const longer = (last?.width ?? 0) + displayWidth(separator) + width;
      if (last === undefined || k > 0 || longer > columns)
        lines.push({ width, parts: [shownPart(style, piece, fact)] });
      else {
        last.parts.push(shownPart(style, piece, fact));
        last.width = longer;
      }
    }
  }
  return lines.map(({ parts }) => parts.join(separator) as Safe);
}

/** A label, and lines beside it that keep their own margin. */
export function labelled(label: Cell, lines: readonly Safe[], style: Style, indent: number): readonly Safe[] {
  return lines.map((text, k) =>
    k === 0 ? line`${painted(style, pad(label.text, indent), label.role)}${text}` : line`${spaces(indent)}${text}`,
  );
}

/** A paragraph, wrapped and indented. */
export function paragraph(text: Safe, style: Style, indent: number, role?: Role): readonly Safe[] {
  return wrap(text, style.columns - indent).map((part) =>
    part === "" ? EMPTY : line`${spaces(indent)}${painted(style, part, role)}`,
  );
}

/** `text` after `lead` on its line, and what does not fit there on lines of its own, `indent` columns in. */
export function hanging(lead: Safe, text: Safe, style: Style, indent: number, role?: Role): readonly Safe[] {
  const beside = style.columns - displayWidth(lead);
  const [first = EMPTY] = beside < NARROW_TAIL && displayWidth(text) > beside ? [] : wrap(text, beside);
  const rest = trimStartSafe(sliceSafe(text, first.length));
  return [
    trimEndSafe(line`${lead}${first === "" ? first : painted(style, first, role)}`),
    ...(rest === "" ? [] : paragraph(rest, style, indent, role)),
  ];
}

/** `left` and `right` at the two ends of a line, or on two lines where they do not fit on one. */
export function ends(left: Cell, right: Cell, style: Style): readonly Safe[] {
  const room = style.columns - displayWidth(right.text) - GAP;
  if (displayWidth(left.text) <= room)
    return [
      line`${painted(style, pad(left.text, room), left.role)}${spaces(GAP)}${painted(style, right.text, right.role)}`,
    ];
  return [left, right].flatMap(({ text, role }) => wrap(text, style.columns).map((part) => painted(style, part, role)));
}

/** Blocks of lines with an empty line between them. */
export function apart(blocks: readonly (readonly Safe[])[]): readonly Safe[] {
  return blocks.flatMap((block, k) => (k === 0 ? block : [EMPTY].concat(block)));
}
