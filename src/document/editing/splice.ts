// A field is edited by replacing its characters, because the yaml library writes a whole document anew: comments
// survive that, but alignment, quotes, blank lines and line ends do not, and a person would see them in the diff.

import { isMap, isScalar, isSeq, type Node, type Pair, type ParsedNode, type YAMLMap } from "yaml";
import { nodeRange } from "../yaml/node-range.ts";
import { canonicalJson } from "../canonical/canonical-json.ts";
import { readYamlText } from "../yaml/read-yaml.ts";
import { type Written, isWrittenMap } from "../yaml/written.ts";

/** A value to write; keys of a map in the order in which they are written. */
export type FieldValue = string | number | boolean | readonly FieldValue[] | ReadonlyMap<string, FieldValue>;

/** Text that replaces everything from `start` to `end`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Why a field cannot be edited, as the end of a sentence. */
export interface Refusal {
  readonly refused: string;
}

type MapNode = YAMLMap<ParsedNode, ParsedNode | null>;
type PairNode = Pair<ParsedNode, ParsedNode | null>;

/**
 * The splice that gives the value at `path` another text, or adds it where a map lacks it.
 *
 * @param whole whether a map may give way to the value
 */
export function spliceFor(
  text: string,
  root: ParsedNode,
  path: readonly (string | number)[],
  value: FieldValue,
  whole = false,
): Splice | Refusal {
  let node: ParsedNode = root;
  let indent = 0;
  for (const [depth, step] of path.entries()) {
    const rest = path.slice(depth);
    if (isSeq(node)) {
      const item = typeof step === "number" ? (node.items[step] as ParsedNode | undefined) : undefined;
      if (item === undefined) return { refused: `there is no item ${step}` };
      if (depth === path.length - 1) return replaceItem(text, item, value);
      node = item;
      continue;
    }
    if (!isMap(node)) return { refused: "the value there is not a map" };
    const map = node as MapNode;
    indent = columnOf(text, map);
    const pair = pairOf(map, step);
    if (pair === undefined) return addTo(text, map, rest.map(String), value, indent);
    if (depth === path.length - 1) return replaceValue(text, pair, value, layoutOf(map), whole);
    if (isEmptyValue(pair.value)) return fillPair(text, pair, rest.slice(1).map(String), value, layoutOf(map), indent);
    node = pair.value as ParsedNode;
  }
  return { refused: "the whole file is not a field" };
}

/** The splice that takes the key at `path` out of its map, with its value and a comment behind it. */
export function removalOf(text: string, root: ParsedNode, path: readonly (string | number)[]): Splice | Refusal {
  const steps = [...path];
  const key = steps.pop();
  let node: ParsedNode | null | undefined = root;
  for (const step of steps) {
    if (isSeq(node)) node = typeof step === "number" ? (node.items[step] as ParsedNode | undefined) : undefined;
    else node = isMap(node) ? pairOf(node as MapNode, step)?.value : undefined;
  }
  if (!isMap(node)) return { refused: "the value there is not a map" };
  const map = node as MapNode;
  const pair = key === undefined ? undefined : pairOf(map, key);
  if (pair === undefined) return { refused: "it does not exist" };
  if (map.items.length === 1) return { refused: "it is the only value there" };
  const [from] = nodeRange(pair.key);
  const index = map.items.indexOf(pair);
  if (map.flow === true) {
    const next = map.items[index + 1];
    if (next !== undefined) return { start: from, end: nodeRange(next.key)[0], text: "" };
    return { start: pairEnd(map.items[index - 1]!), end: pairEnd(pair), text: "" };
  }
  const lineStart = text.lastIndexOf("\n", from - 1) + 1;
  if (text.slice(lineStart, from).trim() !== "") return { refused: "it is on one line with what comes before it" };
  const end = pairEnd(pair);
  const lastLine = text[end - 1] === "\n" ? end : text.indexOf("\n", end) + 1;
  return { start: lineStart, end: lastLine === 0 ? text.length : lastLine, text: "" };
}

function pairOf(map: MapNode, step: string | number): PairNode | undefined {
  return map.items.find(({ key }) => isScalar(key) && (key.value === step || key.source === String(step)));
}

function replaceItem(text: string, item: ParsedNode, value: FieldValue): Splice | Refusal {
  if (!isScalar(item)) return { refused: "it contains a map or a list" };
  const [start, end] = nodeRange(item);
  return {
    start,
    end,
    text: valueText(value, quotesOf(item), text[end] === "," || text[end] === "]" ? "flow" : "block"),
  };
}

function replaceValue(
  text: string,
  pair: PairNode,
  value: FieldValue,
  layout: Layout,
  whole: boolean,
): Splice | Refusal {
  const { value: node } = pair;
  if (isEmptyValue(node)) return afterColon(text, pair, ` ${valueText(value, "", layout)}`);
  if (isScalar(node)) {
    const [start, end] = nodeRange(node);
    if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED") return replaceBlock(text, start, end, value);
    return { start, end, text: valueText(value, quotesOf(node), layout) };
  }
  const [start, end] = nodeRange(node as Node);
  if (!isSeq(node) && !(whole && isMap(node))) return { refused: "it contains a map" };
  if (text.slice(start, end).includes("#")) return { refused: "it contains comments" };
  if (node.flow === true) return { start, end, text: valueText(value, "", layout) };
  const from = colonAfter(text, pair);
  return from === undefined
    ? { refused: "its key is written in an unsupported way" }
    : { start: from, end, text: ` ${valueText(value, "", layout)}` };
}

/** A block scalar gives way to one line; a comment on its first line stays. */
function replaceBlock(text: string, start: number, end: number, value: FieldValue): Splice {
  const headEnd = lineEnd(text, start);
  const comment = text.slice(start, headEnd).search(/\s#/);
  const kept = comment < 0 ? "" : text.slice(start + comment, headEnd);
  const closing = text[end - 1] === "\n" ? eolOf(text) : "";
  return { start, end, text: valueText(value, "", "block") + kept + closing };
}

/** A new key after the last one of a map, in the map's own style. */
function addTo(
  text: string,
  map: MapNode,
  keys: readonly string[],
  value: FieldValue,
  indent: number,
): Splice | Refusal {
  const last = map.items.at(-1);
  if (map.flow === true) {
    const entry = flowEntry(keys, value);
    const at = last === undefined ? nodeRange(map as unknown as Node)[0] + 1 : pairEnd(last);
    return { start: at, end: at, text: last === undefined ? entry : `, ${entry}` };
  }
  if (last === undefined) return { refused: "the map is empty" };
  const lines = blockLines(keys, value, indent, eolOf(text));
  const end = pairEnd(last);
  // A block scalar ends with its line; any other scalar may be followed by a comment.
  if (text[end - 1] === "\n") return { start: end, end, text: lines + eolOf(text) };
  const at = lineEnd(text, end);
  return { start: at, end: at, text: eolOf(text) + lines };
}

/** Keys below a key that has no value yet. */
function fillPair(
  text: string,
  pair: PairNode,
  keys: readonly string[],
  value: FieldValue,
  layout: Layout,
  indent: number,
): Splice | Refusal {
  if (layout === "flow" || (pair.value !== null && nodeRange(pair.value)[0] < nodeRange(pair.value)[1])) {
    const entry = `{${flowEntry(keys, value)}}`;
    const [start, end] = pair.value === null ? [0, 0] : nodeRange(pair.value);
    return start < end ? { start, end, text: entry } : afterColon(text, pair, ` ${entry}`);
  }
  const at = lineEnd(text, pairEnd(pair));
  return { start: at, end: at, text: eolOf(text) + blockLines(keys, value, indent + 2, eolOf(text)) };
}

function flowEntry([key = "", ...rest]: readonly string[], value: FieldValue): string {
  return (
    `${scalarText(key, "", "flow")}: ` +
    `${rest.length === 0 ? valueText(value, "", "flow") : `{${flowEntry(rest, value)}}`}`
  );
}

function blockLines([key = "", ...rest]: readonly string[], value: FieldValue, indent: number, eol: string): string {
  const head = `${" ".repeat(indent)}${scalarText(key, "", "block")}:`;
  return rest.length === 0
    ? `${head} ${valueText(value, "", "block")}`
    : `${head}${eol}${blockLines(rest, value, indent + 2, eol)}`;
}

function valueText(value: FieldValue, quotes: Quotes, layout: Layout): string {
  return typeof value === "object" ? flowText(value) : scalarText(value, quotes, layout);
}

function afterColon(text: string, pair: PairNode, added: string): Splice | Refusal {
  const at = colonAfter(text, pair);
  return at === undefined
    ? { refused: "its key is written in an unsupported way" }
    : { start: at, end: at, text: added };
}

/** The offset after the colon of a pair. */
function colonAfter(text: string, pair: PairNode): number | undefined {
  const end = nodeRange(pair.key)[1];
  const blanks = /^[ \t]*:/.exec(text.slice(end, end + 80));
  return blanks === null ? undefined : end + blanks[0].length;
}

function isEmptyValue(node: ParsedNode | null): boolean {
  return node === null || (isScalar(node) && node.value === null && node.range[0] === node.range[1]);
}

function pairEnd({ key, value }: PairNode): number {
  return value === null || isEmptyValue(value) ? nodeRange(key)[1] : nodeRange(value)[1];
}

function quotesOf(node: Node): Quotes {
  if (!isScalar(node)) return "";
  return node.type === "QUOTE_SINGLE" ? "'" : node.type === "QUOTE_DOUBLE" ? '"' : "";
}

/** The column at which the keys of a block map stand. */
function columnOf(text: string, map: MapNode): number {
  const first = map.items[0];
  if (first === undefined) return 0;
  const [start] = nodeRange(first.key);
  return start - (text.lastIndexOf("\n", start - 1) + 1);
}

function eolOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** Where the line of `offset` ends, before its line end. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  if (end < 0) return text.length;
  return text[end - 1] === "\r" ? end - 1 : end;
}

/** How a map or a list is written: on lines of their own, or in braces and brackets. */
type Layout = "block" | "flow";

function layoutOf(map: MapNode): Layout {
  return map.flow === true ? "flow" : "block";
}

export type Quotes = "" | "'" | '"';

/** Words and figures that YAML 1.1, which other tools still read, does not take for text. */
const AMBIGUOUS = /^(?:y|n|yes|no|on|off|true|false|null|~|[-+.\d][\d_.:]*)$/i;

/** A scalar as it is written into a file: in the same quotes as before, or without any if none are needed. */
function scalarText(value: string | number | boolean, quotes: Quotes, layout: Layout): string {
  if (typeof value !== "string") return String(value);
  if (quotes === "" && isPlain(value, layout)) return value;
  // oxlint-disable-next-line no-control-regex -- single quotes know no escapes, so only printable text fits
  if (quotes === "'" && !/[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return canonicalJson(value);
}

/** In flow style: `[2026-12-08, 2026-12-09]`, `{ name: today, baseline: true }`. */
function flowText(value: Exclude<FieldValue, string | number | boolean>): string {
  if (!isFieldMap(value)) return `[${value.map((item) => valueText(item, "", "flow")).join(", ")}]`;
  const entries = [...value].map(([key, item]) => `${scalarText(key, "", "flow")}: ${valueText(item, "", "flow")}`);
  return `{ ${entries.join(", ")} }`;
}

export function isFieldMap(value: FieldValue): value is ReadonlyMap<string, FieldValue> {
  return value instanceof Map;
}

/** Whether the text reads as itself without quotes. The reader itself decides, because its rules are long. */
function isPlain(value: string, layout: Layout): boolean {
  if (value.trim() !== value || value === "" || /[\r\n]/.test(value) || AMBIGUOUS.test(value)) return false;
  const { written } = readYamlText(layout === "flow" ? `k: [${value}]\n` : `k: ${value}\n`, "");
  const read: Written = isWrittenMap(written) ? written["k"] : undefined;
  return layout === "flow" ? Array.isArray(read) && read.length === 1 && read[0] === value : read === value;
}
