import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import type { Costs } from "../../domain/records/costs.ts";
import { organisationPlace, type Organisation } from "../../domain/records/organisation/organisation.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { overriddenCosts } from "../../domain/records/organisation/shared-costs.ts";
import type { Check } from "../check.ts";

/** Rates and prices that differ from the organisation's: in costs.yaml, and in the nearest of its files. */
export const overrides: Check = {
  name: "overrides",
  codes: ["organisation-overridden"],
  run({ written: { organisation, ownCosts } }) {
    if (organisation === undefined) return [];
    const nearer = (organisation.overridden ?? []).map(({ path, own, shared, by }): Diagnostic => ({
      code: "organisation-overridden",
      message: `found ${own}, where ${by} says ${shared}`,
      place: valueAt(organisation.source, ...path),
      hint: `the nearer file counts: remove it from ${organisation.file} to follow, or leave it`,
    }));
    return ownCosts === undefined ? nearer : [...nearer, ...overriddenBy(ownCosts, organisation)];
  },
};

function overriddenBy(ownCosts: Costs, organisation: Organisation): readonly Diagnostic[] {
  return overriddenCosts(ownCosts, organisation.costs).map(({ path, own, shared }): Diagnostic => ({
    code: "organisation-overridden",
    message: `found ${own}, where the organisation says ${shared}`,
    place: valueAt(DEFINITION_FILES.costs, ...path),
    hint:
      `${organisationPlace(organisation, path.join("."))} says so for all PoCs; ` +
      `remove it from ${DEFINITION_FILES.costs} to follow, or leave it`,
  }));
}
