import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { keyAt, valueAt } from "../../diagnostics/place.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { Check } from "../check.ts";
import { moneyLabel } from "../../domain/scalars/labels.ts";

const { costs: FILE, charter: CHARTER } = DEFINITION_FILES;

/**
 * Everything is calculated in the currency of the cap: another currency in costs.yaml is ignored, and must not
 * look as if it were.
 */
export const capCurrency: Check = {
  name: "cap-currency",
  codes: ["currency-conflict", "exchange-rate-of-itself"],
  run(standing) {
    return [...conflict(standing), ...ofItself(standing)];
  },
};

function conflict({ spend: { cap, currency }, definitions: { costs } }: Standing): readonly Diagnostic[] {
  if (cap === undefined || costs.currency === undefined || costs.currency === currency) return [];
  return [
    {
      code: "currency-conflict",
      message: `found ${costs.currency}, expected ${currency}: everything is calculated in the currency of the cap`,
      place: valueAt(FILE, "currency"),
      related: [{ place: valueAt(CHARTER, "spend_cap"), label: `the cap, ${moneyLabel(cap)}` }],
      hint: `write currency: ${currency}, or remove the line`,
    },
  ];
}

function ofItself({ spend: { currency }, definitions: { costs } }: Standing): readonly Diagnostic[] {
  if (!costs.exchange.some((rate) => rate.currency === currency)) return [];
  return [
    {
      code: "exchange-rate-of-itself",
      message:
        `found a rate for ${currency}, in which everything is calculated already, ` +
        "expected rates of other currencies",
      place: keyAt(FILE, "exchange", currency),
      hint: `name the foreign currency, with the value of one unit in ${currency}; or remove the line`,
    },
  ];
}
