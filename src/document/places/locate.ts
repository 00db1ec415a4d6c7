import type { Diagnostic, LocatedDiagnostic, Location, Span } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../diagnostics/place.ts";
import { positionOf, type LineStarts } from "./lines.ts";
import type { Outline, Range, ScalarOutline } from "./outline.ts";
import type { Sources } from "./sources.ts";

/** Resolves the places of a diagnostic to lines and columns. */
export function locate(sources: Sources, diagnostic: Diagnostic): LocatedDiagnostic {
  return {
    ...diagnostic,
    location: locatePlace(sources, diagnostic.place),
    relatedLocations: (diagnostic.related ?? []).map(({ place, label }) => ({ ...locatePlace(sources, place), label })),
  };
}

/** Where a place is. If it cannot be found exactly, the nearest thing around it, and in the end the first line. */
export function locatePlace(sources: Sources, place: Place): Location {
  const text = sources.text(place.file) ?? "";
  const [start, end] = rangeOf(sources, place, text);
  const lines = sources.lines(place.file);
  const span = spanOf(lines, start, trimmedEnd(text, start, end));
  return { file: place.file, span, source: lineAt(text, lines, span.line) };
}

function rangeOf(sources: Sources, place: Place, text: string): Range {
  // The root of a file is never a scalar, so a part "within" it is a part of the text: what is not YAML has no paths.
  if (place.path.length === 0 && place.within !== undefined) return place.within;
  const root = sources.outline(place.file);
  return root === undefined ? [0, 0] : rangeInOutline(root, place, text);
}

function rangeInOutline(root: Outline, place: Place, text: string): Range {
  let found: Found = { value: root };
  for (const step of place.path) {
    const next = stepInto(found.value, step);
    if (next === undefined) return pointAt(found, "key");
    found = next;
  }
  if (place.within !== undefined && found.value !== null) return partOf(found.value, place.within, text);
  return pointAt(found, place.part);
}

/** A value in an outline, and its key if it is in a map. */
interface Found {
  readonly key?: Outline;
  readonly value: Outline | null;
}

/** The value that a step of a path leads to, where there is one: an item by its position or id, a value by its key. */
export function stepInto(outline: Outline | null, step: string | number): Found | undefined {
  if (outline?.kind === "list") {
    const item =
      typeof step === "number" ? outline.items[step] : outline.items.find((one) => idOf(one)?.value === step);
    return item === undefined ? undefined : { value: item };
  }
  if (outline?.kind !== "map") return undefined;
  // A place names a key as text; in the file it may be a number.
  return outline.pairs.find(({ key }) => key.kind === "scalar" && (key.value === step || key.source === String(step)));
}

/** The scalar that names an item of a list. */
export function idOf(item: Outline): ScalarOutline | undefined {
  if (item.kind !== "map") return undefined;
  const id = item.pairs.find(({ key }) => key.kind === "scalar" && key.value === "id")?.value;
  return id?.kind === "scalar" ? id : undefined;
}

function pointAt({ key, value }: Found, part: Place["part"]): Range {
  if (part === "key" && key !== undefined) return key.range;
  if (part === "key" && value !== null) {
    // An item of a list has no key, so its id or its first key points at it.
    const first = idOf(value) ?? (value.kind === "map" ? value.pairs[0]?.key : undefined);
    return (first ?? value).range;
  }
  // An empty value is nothing to point at, its key is.
  const range = value?.range;
  if (range !== undefined && range[0] < range[1]) return range;
  return key === undefined ? (range ?? [0, 0]) : key.range;
}

/** Part of a scalar, if the file has its text as it is read; otherwise quotes and escapes would shift it. */
function partOf(outline: Outline, [from, to]: Range, text: string): Range {
  const whole = outline.range;
  if (outline.kind !== "scalar") return whole;
  const { quotes } = outline;
  const value = typeof outline.value === "string" ? outline.value : (outline.source ?? "");
  const start = whole[0] + quotes;
  if (text.slice(start, whole[1] - quotes) !== value || from >= to || to > value.length) return whole;
  return [start + from, start + to];
}

/** Without the blanks and line ends that YAML counts to block scalars. */
function trimmedEnd(text: string, start: number, end: number): number {
  let last = Math.min(end, text.length);
  while (last > start && /\s/.test(text[last - 1] ?? "")) last--;
  return last;
}

function spanOf(lines: LineStarts, start: number, end: number): Span {
  const [from, to] = [positionOf(lines, start), positionOf(lines, end)];
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function lineAt(text: string, lines: LineStarts, line: number): string {
  const start = lines[line - 1] ?? 0;
  const end = lines[line] ?? text.length + 1;
  return text.slice(start, end - 1).replace(/\r$/, "");
}
