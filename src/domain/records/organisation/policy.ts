import type { CivilDate } from "../../scalars/calendar.ts";
import type { Decimal } from "../../scalars/decimal.ts";
import type { Money } from "../../scalars/money.ts";
import type { Person } from "../../scalars/person.ts";

/**
 * What an organisation may require of its people, by the keys of its file. Without it, a check reports each of these.
 */
export const POLICY_RULES = [
  "approver_is_not_author",
  "sponsor_attests_commitment",
  "owner_or_sponsor_decides",
  "sponsor_decides",
] as const;
export type PolicyRule = (typeof POLICY_RULES)[number];

/** `required`: a violation is refused. `asked`: it is stored, and check and memo report it. */
export const POLICY_LEVELS = ["required", "asked"] as const;
export type PolicyLevel = (typeof POLICY_LEVELS)[number];

export type PeoplePolicy = { readonly [R in PolicyRule]?: PolicyLevel };

/** What an organisation requires of every PoC, besides what it requires of people. */
export interface PolicyLimits {
  /** Working days. */
  readonly longestTimebox?: number;
  /** The largest spend cap that needs no approval of the board. */
  readonly largestCap?: Money;
  /** Checklists that have to be closed before a go, by their names. */
  readonly requiredChecklists?: readonly string[];
  /** Requirements for evidence. */
  readonly evidenceLinks?: "https";
  /** The least confidence of verdicts, a fraction. */
  readonly leastConfidence?: number;
}

export type Policy = PeoplePolicy & PolicyLimits;

/** What every PoC of an organisation begins with, unless it says something else. */
export interface KickoffDefaults {
  readonly sponsor?: Person;
  readonly workingDays?: number;
  /** Days off, of this year and the next; a timebox takes those that lie within it. */
  readonly holidays?: readonly CivilDate[];
  readonly spendCap?: Money;
  /** The longest payback that is acceptable, in months. */
  readonly payback?: Decimal;
  readonly productionStack?: readonly string[];
  readonly pocStack?: readonly string[];
}
