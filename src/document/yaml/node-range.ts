import { isMap, isScalar, isSeq, type Node } from "yaml";

/** Where a node begins and ends in its text, without the blanks and comments that follow it. */
export function nodeRange(node: Node): readonly [start: number, end: number] {
  const { range } = node;
  if (range === undefined || range === null) return [0, 0];
  const [start, valueEnd] = range;
  if (isScalar(node) || !(isMap(node) || isSeq(node)) || node.flow === true) return [start, valueEnd];
  // A block collection ends where its last value does; what yaml counts to it beyond that are line ends and comments.
  const last = node.items.at(-1);
  const deepest =
    last === undefined
      ? undefined
      : isPairLike(last)
        ? (rangedNode(last.value) ?? rangedNode(last.key))
        : rangedNode(last);
  return deepest === undefined ? [start, valueEnd] : [start, Math.max(start, nodeRange(deepest)[1])];
}

function isPairLike(item: unknown): item is { readonly key: unknown; readonly value: unknown } {
  return typeof item === "object" && item !== null && "key" in item && "value" in item;
}

function rangedNode(value: unknown): Node | undefined {
  return typeof value === "object" && value !== null && "range" in value ? (value as Node) : undefined;
}
