import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { valueAt, type Place } from "../diagnostics/place.ts";
import type { Money } from "../domain/money.ts";
import { DEFINITION_FILES } from "../domain/records.ts";
import { inCurrency } from "../domain/spend.ts";
import { countLabel, moneyLabel } from "../domain/wording.ts";
import type { Check } from "./check.ts";
import { couldBeRead } from "./could-be-read.ts";
import { unconvertedValue } from "./value-currency.ts";

const RATES: Place = valueAt(DEFINITION_FILES.costs, "exchange");

/** Two currencies without a rate have no sum, and nothing is guessed. One diagnostic for each currency and kind of line. */
export const exchangeRate: Check = {
  name: "exchange-rate",
  codes: ["exchange-rate-missing"],
  run(standing) {
    const { spend, definitions } = standing;
    if (!couldBeRead(standing, RATES)) return [];
    const spent = spend.unconverted.map((item) => ({ amount: item.amount, place: valueAt(item.entry.file, "spend", item.index, "amount") }));
    const planned = definitions.costs.planned
      .map((line, index) => ({ amount: line.amount, place: valueAt(DEFINITION_FILES.costs, "planned", index, "amount") }))
      .filter(({ amount }) => inCurrency(amount, spend.currency, definitions.costs) === undefined);
    return [...byCurrency(spent, "spent", spend.currency), ...byCurrency(planned, "planned", spend.currency), ...unconvertedValue(standing)];
  },
};

function byCurrency(lines: readonly { readonly amount: Money; readonly place: Place }[], what: string, into: string): readonly Diagnostic[] {
  const currencies = [...new Set(lines.map(({ amount }) => amount.currency))];
  return currencies.map((currency) => {
    const own = lines.filter(({ amount }) => amount.currency === currency);
    const [first] = own;
    const more = own.length === 1 ? "" : `, and ${countLabel(own.length - 1, "more line")} in ${currency}`;
    return {
      code: "exchange-rate-missing",
      message: `${moneyLabel(first!.amount)} ${what}${more} without a rate, expected one to reckon it in ${into}`,
      place: first!.place,
      related: [{ place: RATES, label: `no rate for ${currency} here` }],
      hint: `add ${currency}: {rate: …} under exchange: in costs.yaml, in ${into} for one ${currency}`,
    };
  });
}
