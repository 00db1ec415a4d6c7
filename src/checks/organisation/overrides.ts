import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { organisationPlace } from "../../domain/records/organisation/organisation.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { overriddenCosts } from "../../domain/records/organisation/shared-costs.ts";
import type { Check } from "../check.ts";

/** Rates and prices in costs.yaml that differ from the organisation's. */
export const overrides: Check = {
  name: "overrides",
  codes: ["organisation-overridden"],
  run({ written: { organisation, ownCosts } }) {
    if (organisation === undefined || ownCosts === undefined) return [];
    return overriddenCosts(ownCosts, organisation.costs).map(({ path, own, shared }): Diagnostic => ({
      code: "organisation-overridden",
      message: `found ${own}, where the organisation says ${shared}`,
      place: valueAt(DEFINITION_FILES.costs, ...path),
      hint:
        `${organisationPlace(organisation, path.join("."))} says so for all PoCs; ` +
        `remove it from ${DEFINITION_FILES.costs} to follow, or leave it`,
    }));
  },
};
