import { valueAt } from "../../diagnostics/place.ts";
import type { Motivation } from "../../domain/records/charter.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Check } from "../check.ts";
import { listLabel } from "../../domain/scalars/labels.ts";

/** Reasons that start a PoC but lead none to a product. */
const PRESSURE: Partial<Record<Motivation, string>> = {
  "executive-pressure": "executive pressure",
  visibility: "visibility",
  "fear-of-missing-out": "fear of missing out",
};

export const motivation: Check = {
  name: "motivation",
  codes: ["motivation-alone"],
  run(standing) {
    const { charter } = standing.definitions;
    if (charter === undefined || charter.motivations.length === 0) return [];
    const pressure = charter.motivations.map((reason) => PRESSURE[reason]);
    const backed = charter.owner !== undefined || standing.value.impact !== undefined;
    if (backed || pressure.includes(undefined)) return [];
    return [
      {
        code: "motivation-alone",
        message:
          `the PoC is driven by ${listLabel(pressure as string[])} alone, expected a value in figures or an ` +
          `owner behind it`,
        place: valueAt(DEFINITION_FILES.charter, "motivation"),
        hint: "complete value.yaml and name an owner, or do not start",
      },
    ];
  },
};
