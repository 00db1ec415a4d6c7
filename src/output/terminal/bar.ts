import { line, type Safe } from "./safe.ts";
import type { Signs } from "./signs.ts";

/**
 * `██████░░░░`. Anything above zero shows at least one block, and nothing below the whole shows all of them: a bar
 * never looks emptier or fuller than it is.
 */
export function bar(share: number, width: number, signs: Signs): Safe {
  const exact = Number.isFinite(share) ? Math.max(0, share) * width : 0;
  const full = exact >= width ? width : exact > 0 ? Math.min(width - 1, Math.max(1, Math.round(exact))) : 0;
  return line`${signs.full.repeat(full) as Safe}${signs.empty.repeat(width - full) as Safe}`;
}
