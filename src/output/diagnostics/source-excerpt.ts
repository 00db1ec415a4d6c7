import type { Span } from "../../diagnostics/diagnostic.ts";
import { addedWidths, displayWidth } from "../terminal/display-width.ts";
import { escapeOf } from "../../domain/scalars/visible-text.ts";
import { EMPTY, line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { asciiText } from "../terminal/ascii-text.ts";
import { spaces } from "../terminal/layout.ts";
import type { Role } from "../terminal/paint.ts";

/** Code units around a span that can matter: more never fits on a line, and a line may hold a megabyte. */
const REACH = 400;
const TAB = 4;

/** The source line of a span with carets under it: what cannot be seen made visible, long lines cut around the span. */
export function sourceExcerpt(source: string, span: Span, style: Style, role: Role): readonly Safe[] {
  const gutter = String(span.line).length;
  const room = Math.max(20, style.columns - gutter - 3);
  const { text, start, width } = window(shownLine(source, span, style), room, style);
  if (text.trim() === "") return [];
  const carets = style.paint(role, "^".repeat(width) as Safe);
  const bar = (label: string) => style.paint("faint", line`${label.padStart(gutter) as Safe} |`);
  return [line`${bar(String(span.line))} ${text}`, line`${bar("")} ${spaces(start)}${carets}`];
}

interface ShownLine {
  /** How each code point is shown. */
  readonly pieces: readonly Safe[];
  /** The first piece of the span, and the first after it. */
  readonly from: number;
  readonly to: number;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

function shownLine(source: string, span: Span, style: Style): ShownLine {
  const begin = span.column - 1;
  const end = span.endLine > span.line ? source.length : Math.min(source.length, span.endColumn - 1);
  const first = onCodePoint(source, Math.max(0, begin - REACH));
  const last = onCodePoint(source, Math.min(source.length, begin + REACH));
  const pieces: Safe[] = [];
  let [from, to, columns, before] = [-1, -1, 0, 0];
  for (let at = first; at < last;) {
    if (at >= begin && from < 0) from = pieces.length;
    if (at >= end && to < 0) to = pieces.length;
    const code = source.codePointAt(at)!;
    const size = code > 0xffff ? 2 : 1;
    const piece =
      code === 9 ? spaces(TAB - (columns % TAB)) : shownChar(code, before, source.codePointAt(at + size) ?? 0, style);
    columns += displayWidth(piece);
    pieces.push(piece);
    before = code;
    at += size;
  }
  const after = pieces.length;
  return {
    pieces,
    from: from < 0 ? after : from,
    to: to < 0 ? after : to,
    cutBefore: first > 0,
    cutAfter: last < source.length,
  };
}

function shownChar(code: number, before: number, after: number, style: Style): Safe {
  const shown = (escapeOf(code, before, after) ?? String.fromCodePoint(code)) as Safe;
  return style.unicode ? shown : (asciiText(shown) as Safe);
}

function onCodePoint(source: string, at: number): number {
  const code = source.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff && at > 0 ? at - 1 : at;
}

/** The part of a line that fits into `room`, the span within it; where its carets start, and how many there are. */
function window(
  shown: ShownLine,
  room: number,
  style: Style,
): { readonly text: Safe; readonly start: number; readonly width: number } {
  const { pieces, from, to } = shown;
  const widths = addedWidths(pieces);
  const sum = (first: number, last: number) => widths.slice(first, last).reduce((total, width) => total + width, 0);
  const mark = style.signs.ellipsis;
  const whole = !shown.cutBefore && !shown.cutAfter && sum(0, pieces.length) <= room;
  const inner = whole ? room : room - 2 * displayWidth(mark);
  let first = 0;
  if (!whole && sum(0, to) > inner) {
    // The span goes to the right third, unless it is itself longer than that.
    const ahead = Math.max(4, Math.min(Math.floor(inner / 2), inner - sum(from, to) - 8));
    first = from;
    while (first > 0 && sum(first - 1, from) <= ahead) first--;
  }
  let last = first;
  for (let width = 0; last < pieces.length && width + widths[last]! <= inner; last++) width += widths[last]!;
  const left = first > 0 || shown.cutBefore ? mark : EMPTY;
  const right = last < pieces.length || shown.cutAfter ? mark : EMPTY;
  return {
    text: line`${left}${pieces.slice(first, last).join("") as Safe}${right}`.trimEnd() as Safe,
    start: displayWidth(left) + sum(first, from),
    width: Math.max(1, sum(from, Math.min(to, last))),
  };
}
