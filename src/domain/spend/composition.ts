import type { BasisSpend } from "./spend.ts";
import type { Money } from "../scalars/money.ts";
import { moneyLabel } from "../scalars/labels.ts";

/** `1,200.00 billed, 400.00 metered, 49.43 estimated`; `all estimated`; "" where all of it is billed. */
export function compositionLabel(byBasis: readonly BasisSpend[]): string {
  const [only] = byBasis;
  if (only === undefined || (byBasis.length === 1 && only.basis === "billed")) return "";
  if (byBasis.length === 1) return `all ${only.basis}`;
  return byBasis.map(({ basis, spent }) => `${bareLabel(spent)} ${basis}`).join(", ");
}

/** ` (1,200.00 billed, 400.00 metered)`: to follow a total; "" where all of it is billed. */
export function compositionSuffix(byBasis: readonly BasisSpend[]): string {
  const label = compositionLabel(byBasis);
  return label === "" ? "" : ` (${label})`;
}

/** `1,200.00`: where the currency stands beside it. */
export function bareLabel(amount: Money): string {
  return moneyLabel(amount).slice(0, -4);
}
