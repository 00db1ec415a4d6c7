import type { TextProblem } from "../../domain/scalars/parsed.ts";
import { shown } from "../yaml/shown.ts";

/** `found "2026-02-30" (there is no 2026-02-30), expected a date that exists` */
export function problemMessage(problem: TextProblem, written: unknown): string {
  if (written === undefined) return `found nothing, expected ${problem.expected}`;
  // A map has no short text of its own: where more can be said of it, that is all there is to say.
  if (problem.found !== undefined && typeof written === "object" && written !== null)
    return `found ${problem.found}, expected ${problem.expected}`;
  const more = problem.found === undefined ? "" : ` (${problem.found})`;
  return `found ${shown(written)}${more}, expected ${problem.expected}`;
}
