import { compareMoney, type Money } from "../../scalars/money.ts";
import { inCurrency } from "../../spend/spend.ts";
import type { Evidenced } from "../evidenced.ts";
import { workingDaysInAll } from "../working-days.ts";

/** A term that is beyond a limit of the organisation. */
export type PolicyBreach =
  /** Working days, extensions included. */
  | { readonly code: "timebox-longer"; readonly days: number; readonly most: number }
  /** `compared`: whether there is a rate to compare the two by. */
  | { readonly code: "cap-larger"; readonly cap: Money; readonly most: Money; readonly compared: boolean }
  /** Fractions. */
  | { readonly code: "confidence-lower"; readonly confidence: number; readonly least: number };

type Limited = Pick<Evidenced, "definitions" | "started" | "timebox">;

/** What of the terms in force the organisation does not allow. */
export function policyBreaches(standing: Limited): readonly PolicyBreach[] {
  const { charter, organisation } = standing.definitions;
  if (organisation === undefined || charter === undefined) return [];
  const { longestTimebox, leastConfidence } = organisation.policy;
  const days = workingDaysInAll(standing);
  return [
    ...(longestTimebox === undefined || days <= longestTimebox
      ? []
      : [{ code: "timebox-longer", days, most: longestTimebox } as const]),
    ...largerCap(standing, organisation.policy.largestCap),
    ...(leastConfidence === undefined || charter.confidence >= leastConfidence
      ? []
      : [{ code: "confidence-lower", confidence: charter.confidence, least: leastConfidence } as const]),
  ];
}

function largerCap({ definitions: { charter, costs } }: Limited, most: Money | undefined): readonly PolicyBreach[] {
  const cap = charter?.spendCap;
  if (most === undefined || cap === undefined || charter?.boardApproval !== undefined) return [];
  const limit = inCurrency(most, cap.currency, costs);
  if (limit !== undefined && compareMoney(cap, limit) <= 0) return [];
  return [{ code: "cap-larger", cap, most, compared: limit !== undefined }];
}
