import type { ConductNote, NoteAbout } from "../sections/conduct-note.ts";

/** The kinds of what speaks against going on. */
export type AgainstCode = keyof typeof WEIGHTS;

/** Something that speaks against the answer; of a stop, against stopping. */
export type AgainstNote = ConductNote & NoteAbout & { readonly code?: AgainstCode };

export type WeighedNote = AgainstNote & { readonly code: AgainstCode };

/**
 * How much each kind speaks against it: there is room for three, and the heaviest are told. First what was shown and is
 * out of sight, then what moved, then what is not known.
 */
const WEIGHTS = {
  "advised-otherwise": 120,
  "kill-taken-back": 110,
  "assumption-failed": 100,
  "assumption-turned": 97,
  "result-withdrawn": 95,
  "whole-removed": 92,
  "term-relaxed": 90,
  "figures-uncounted": 80,
  "cases-broke": 75,
  "baseline-doubted": 72,
  "inputs-turned": 75,
  "rate-implausible": 85,
  "costs-higher": 70,
  "term-changed": 60,
  "guard-open": 50,
  "word-of-one": 40,
  "benefit-unmeasured": 55,
  "users-untested": 30,
  "benefit-unsourced": 25,
  "input-swings": 20,
  "assumptions-untested": 10,
} as const;

export function againstWeight(code: AgainstCode): number {
  return WEIGHTS[code];
}
