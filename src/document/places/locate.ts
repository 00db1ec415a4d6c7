import { isMap, isScalar, isSeq, type LineCounter, type Node } from "yaml";
import type { Diagnostic, LocatedDiagnostic, Location, Span } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../diagnostics/place.ts";
import { nodeRange } from "../yaml/node-range.ts";
import type { Line, Sources } from "./sources.ts";
import { composeTree } from "../yaml/yaml-tree.ts";

type Range = readonly [start: number, end: number];

/** Resolves the places of a diagnostic to lines and columns. */
export function locate(sources: Sources, diagnostic: Diagnostic): LocatedDiagnostic {
  return {
    ...diagnostic,
    location: locatePlace(sources, diagnostic.place),
    relatedLocations: (diagnostic.related ?? []).map(({ place, label }) => ({ ...locatePlace(sources, place), label })),
  };
}

/**
 * Where a place is. What cannot be found exactly points at the nearest thing around it, in the end at the first line.
 */
export function locatePlace(sources: Sources, place: Place): Location {
  const text = sources.text(place.file) ?? "";
  const [start, end] = rangeOf(sources, place, text);
  const lines = sources.lines(place.file);
  const span = spanOf(lines, start, trimmedEnd(text, start, end));
  return { file: place.file, span, source: lineAt(text, lines, span.line) };
}

function rangeOf(sources: Sources, place: Place, text: string): Range {
  // The root of a file is never a scalar, so a part "within" it is a part of the text: what is no YAML has no paths.
  if (place.path.length === 0 && place.within !== undefined) return place.within;
  const line = sources.canonicalLine(place.file, place.path[0]);
  if (line !== undefined) return rangeInLine(place, line);
  const root = sources.tree(place.file);
  return root === undefined ? [0, 0] : rangeInTree(root, place, text);
}

/** An entry in the canonical form has a line for each key: the others need not be read to find a place in it. */
function rangeInLine(place: Place, { start, text }: Line): Range {
  const key = String(place.path[0]);
  if (place.path.length === 1 && place.within === undefined) {
    return place.part === "key" ? [start, start + key.length] : [start + key.length + 2, start + text.length];
  }
  const root = composeTree(text).root;
  const [from, to] = root === undefined ? [0, text.length] : rangeInTree(root, place, text);
  return [start + from, start + to];
}

function rangeInTree(root: Node, place: Place, text: string): Range {
  let found: Found = { value: root };
  for (const step of place.path) {
    const next = stepInto(found.value, step);
    if (next === undefined) return pointAt(found, "key");
    found = next;
  }
  if (place.within !== undefined && found.value !== null) return partOf(found.value, place.within, text);
  return pointAt(found, place.part);
}

/** A value in a tree, with the key that leads to it where it stands in a map. */
interface Found {
  readonly key?: Node;
  readonly value: Node | null;
}

/** The value that a step of a path leads to, where there is one: an item by its position or id, a value by its key. */
export function stepInto(node: Node | null, step: string | number): Found | undefined {
  if (isSeq(node)) {
    const items = node.items as readonly Node[];
    const item = typeof step === "number" ? items[step] : items.find((one) => idOf(one)?.value === step);
    return item === undefined ? undefined : { value: item };
  }
  if (!isMap(node)) return undefined;
  // A place names a key as text; in the file it may be a number.
  const pair = node.items.find(({ key }) => isScalar(key) && (key.value === step || key.source === String(step)));
  return pair === undefined ? undefined : { key: pair.key as Node, value: (pair.value ?? null) as Node | null };
}

/** The scalar that names an item of a list. */
export function idOf(item: Node) {
  if (!isMap(item)) return undefined;
  const id = item.items.find(({ key }) => isScalar(key) && key.value === "id")?.value;
  return isScalar(id) ? (id as Node & { value: unknown }) : undefined;
}

function pointAt({ key, value }: Found, part: Place["part"]): Range {
  if (part === "key" && key !== undefined) return nodeRange(key);
  if (part === "key" && value !== null) {
    // An item of a list has no key: its id names it, else its first key.
    const first = idOf(value) ?? (isMap(value) ? (value.items[0]?.key as Node | undefined) : undefined);
    return nodeRange(first ?? value);
  }
  // An empty value is nothing to point at, its key is.
  const range = value === null ? undefined : nodeRange(value);
  if (range !== undefined && range[0] < range[1]) return range;
  return key === undefined ? (range ?? [0, 0]) : nodeRange(key);
}

/** Part of a scalar, where its text stands in the file as it is read: else quotes and escapes would shift it. */
function partOf(node: Node, [from, to]: Range, text: string): Range {
  const whole = nodeRange(node);
  if (!isScalar(node)) return whole;
  const value = typeof node.value === "string" ? node.value : (node.source ?? "");
  const quotes = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE" ? 1 : 0;
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

function spanOf(lines: LineCounter, start: number, end: number): Span {
  const [from, to] = [lines.linePos(start), lines.linePos(end)];
  return { line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
}

function lineAt(text: string, { lineStarts }: LineCounter, line: number): string {
  const start = lineStarts[line - 1] ?? 0;
  const end = lineStarts[line] ?? text.length + 1;
  return text.slice(start, end - 1).replace(/\r$/, "");
}
