import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { Outline, ScalarOutline } from "../places/outline.ts";
import { nodeRange } from "./node-range.ts";
import { composeTree } from "./yaml-tree.ts";

/** The outline of a text, composed for it; undefined where the text is no YAML at all. */
export function composedOutline(text: string): Outline | undefined {
  const { root } = composeTree(text);
  return root === undefined ? undefined : outlineOf(root);
}

export function outlineOf(node: Node): Outline {
  const range = nodeRange(node);
  if (isMap(node)) {
    const pairs = node.items.map(({ key, value }) => ({
      key: outlineOf(key as Node),
      value: value === null ? null : outlineOf(value as Node),
    }));
    return { kind: "map", range, pairs };
  }
  if (isSeq(node)) return { kind: "list", range, items: node.items.map((item) => outlineOf(item as Node)) };
  if (!isScalar(node)) return { kind: "other", range };
  const value = node.value as ScalarOutline["value"];
  return {
    kind: "scalar",
    range,
    value,
    source: typeof value === "string" ? undefined : node.source,
    quotes: node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE" ? 1 : 0,
  };
}
