import { lineStarts, positionOf } from "./lines.ts";
import type { Outline } from "./outline.ts";

/** The line of each key of a file, by the keys that lead to it: `policy.longest_timebox`. */
export function linesOfKeys(root: Outline | undefined, text: string | undefined): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  if (root === undefined || text === undefined) return lines;
  const starts = lineStarts(text);
  const walk = (outline: Outline | null, above: string) => {
    if (outline?.kind !== "map") return;
    for (const { key, value } of outline.pairs) {
      if (key.kind !== "scalar") continue;
      const path = above === "" ? String(key.value) : `${above}.${String(key.value)}`;
      lines.set(path, positionOf(starts, key.range[0]).line);
      walk(value, path);
    }
  };
  walk(root, "");
  return lines;
}
