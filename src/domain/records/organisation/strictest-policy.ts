import { compareMoney, type Money } from "../../scalars/money.ts";
import { organisationPlace, type Organisation } from "./organisation.ts";
import { overriddenCosts } from "./shared-costs.ts";
import { POLICY_RULES, type Policy } from "./policy.ts";

/** One more file of an organisation, farther from the PoC. */
export type PolicyAbove = Pick<Organisation, "file" | "lines" | "policy" | "costs">;

/**
 * The organisation with the rules of all files from the root of the repository down, of each the strictest: a file
 * nearer to the PoC can ask for more, and switches nothing off. Rates, prices and defaults stay those of the nearest.
 *
 * @param above the nearest first
 */
export function withPoliciesAbove(nearest: Organisation, above: readonly PolicyAbove[]): Organisation {
  return above.reduce<Organisation>((organisation, file) => {
    const stricter = stricterRules(organisation.policy, file.policy);
    const says = new Map(organisation.says);
    for (const key of Object.keys(stricter)) says.set(`policy.${KEYS[key as keyof Policy]}`, file);
    const overridden = overriddenCosts(nearest.costs, file.costs).map((one) => ({
      ...one,
      by: organisationPlace(file, one.path.join(".")),
    }));
    return {
      ...organisation,
      policy: { ...organisation.policy, ...stricter },
      says,
      ...(overridden.length === 0 ? {} : { overridden: [...(organisation.overridden ?? []), ...overridden] }),
    };
  }, nearest);
}

/** The keys in the file. */
const KEYS: Readonly<Record<keyof Policy, string>> = {
  approver_is_not_author: "approver_is_not_author",
  sponsor_attests_commitment: "sponsor_attests_commitment",
  owner_or_sponsor_decides: "owner_or_sponsor_decides",
  sponsor_decides: "sponsor_decides",
  longestTimebox: "longest_timebox",
  largestCap: "largest_cap_without_board",
  requiredChecklists: "required_checklists",
  evidenceLinks: "evidence_links",
  leastConfidence: "least_confidence",
};

/** Both policies, with the stricter of each rule. */
export function strictestPolicy(known: Policy, other: Policy): Policy {
  return { ...known, ...stricterRules(known, other) };
}

/** The rules of `other` that ask for more than those of `known`. */
function stricterRules(known: Policy, other: Policy): Policy {
  const { longestTimebox, largestCap, leastConfidence, evidenceLinks, requiredChecklists = [] } = other;
  const lists = [...new Set([...(known.requiredChecklists ?? []), ...requiredChecklists])];
  return {
    ...Object.fromEntries(
      POLICY_RULES.filter((rule) => STRICT[other[rule] ?? "none"] > STRICT[known[rule] ?? "none"]).map((rule) => [
        rule,
        other[rule],
      ]),
    ),
    ...(longestTimebox !== undefined && longestTimebox < (known.longestTimebox ?? Infinity) ? { longestTimebox } : {}),
    ...(largestCap !== undefined && isLower(largestCap, known.largestCap) ? { largestCap } : {}),
    ...(leastConfidence !== undefined && leastConfidence > (known.leastConfidence ?? 0) ? { leastConfidence } : {}),
    ...(evidenceLinks !== undefined && known.evidenceLinks === undefined ? { evidenceLinks } : {}),
    ...(lists.length > (known.requiredChecklists?.length ?? 0) ? { requiredChecklists: lists } : {}),
  };
}

const STRICT = { none: 0, asked: 1, required: 2 } as const;

/** If amounts are in two currencies, that of the file nearer to the root holds: it is the organisation's. */
function isLower(amount: Money, known: Money | undefined): boolean {
  return known === undefined || known.currency !== amount.currency || compareMoney(amount, known) < 0;
}
