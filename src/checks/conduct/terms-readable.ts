import { termLabel } from "../../domain/records/terms.ts";
import type { Check } from "../check.ts";

/**
 * Frozen terms have to be readable: a term that is not would count as absent, and an absent target can never be missed.
 */
export const termsReadable: Check = {
  name: "terms-readable",
  codes: ["term-unreadable"],
  run: ({ unreadTerms }) =>
    unreadTerms.map(({ term, text, place, known }) => ({
      code: "term-unreadable",
      message: known
        ? `the ${termLabel(term)} was frozen as "${text.slice(0, 60)}", which cannot be read`
        : `found "${term.slice(0, 60)}" among the frozen terms, but no term has this name`,
      place,
      hint: "put the entry back as it was written: git log -p shows it",
    })),
};
