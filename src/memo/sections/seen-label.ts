import { countLabel } from "../../domain/scalars/labels.ts";
/** `after 3 results had been seen`: whether a term was changed by somebody who knew what it was measured against. */
export function seenLabel(resultsSeen: number): string {
  return resultsSeen === 0 ? "before any result was seen" : `after ${countLabel(resultsSeen, "result")} had been seen`;
}
