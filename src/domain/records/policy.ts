/** What an organisation may require of its people, by the keys of its file. Each is otherwise said by a check only. */
export const POLICY_RULES = [
  "approver_is_not_author",
  "sponsor_attests_commitment",
  "owner_or_sponsor_decides",
] as const;
export type PolicyRule = (typeof POLICY_RULES)[number];

/** `required`: what goes against it is refused. `asked`: it is stored, and check and memo say so. */
export const POLICY_LEVELS = ["required", "asked"] as const;
export type PolicyLevel = (typeof POLICY_LEVELS)[number];

export type Policy = { readonly [R in PolicyRule]?: PolicyLevel };
