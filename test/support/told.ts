import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { pathText } from "../../src/diagnostics/place.ts";

/** A diagnostic without its prose: `spend-cap-breached log/k7f3q2m.yaml spend[0].amount`. */
export function told({ code, place }: Diagnostic): string {
  return [code, place.file, pathText(place.path)].filter((part) => part !== "").join(" ");
}
