import type { Costs } from "../../domain/records/costs.ts";
import type { KickoffDefaults, Policy } from "../../domain/records/organisation/policy.ts";
import { costFields, costsOf } from "./costs-schema.ts";
import { fields, mapped, once, optional, type Field } from "./field.ts";
import { kickoffDefaults, policy } from "./policy-schema.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** What an organisation says once for all of its PoCs. */
export interface OrganisationConfig {
  /** Currency, rates and prices; nothing is planned in them. */
  readonly costs: Costs;
  readonly policy?: Policy;
  /** What every PoC begins with, unless it says something else. */
  readonly defaults?: KickoffDefaults;
}

/** What poc-org.yaml, or organisation.yaml in the folder of an organisation, may say. */
export const organisationSchema = once((): Field<OrganisationConfig> =>
  mapped(
    fields({
      ...costFields(),
      policy: optional(policy(), "Policy", "The rules for PoCs and people.", {
        longest_timebox: 10,
        sponsor_decides: "required",
      }),
      defaults: optional(kickoffDefaults(), "Defaults", "The values that every PoC begins with.", {
        spend_cap: "2000 EUR",
      }),
    }),
    ({ policy: required, defaults, ...costs }): OrganisationConfig =>
      withoutUndefined({ costs: costsOf(costs), policy: required, defaults }),
  ),
);
