import { valueAt } from "../../diagnostics/place.ts";
import { MOST_UNKNOWNS } from "../../domain/records/charter.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Check } from "../check.ts";

export const unknowns: Check = {
  name: "unknowns",
  codes: ["too-many-unknowns"],
  run(standing) {
    const found = standing.definitions.charter?.unknowns.length ?? 0;
    if (found <= MOST_UNKNOWNS) return [];
    return [
      {
        code: "too-many-unknowns",
        message: `found ${found} unknowns, expected one or two`,
        // The first that is one too many.
        place: valueAt(DEFINITION_FILES.charter, "unknowns", MOST_UNKNOWNS),
        hint: "keep those whose answer decides, and leave the rest to a PoC of their own",
      },
    ];
  },
};
