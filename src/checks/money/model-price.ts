import { valueAt } from "../../diagnostics/place.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { priceCurrencies, statedPrices } from "../../domain/records/tokens/token-prices.ts";
import type { Check } from "../check.ts";
import { listLabel } from "../../domain/scalars/labels.ts";

/** Prices of one model in several currencies cannot be added. Amounts that were logged with them stay as they are. */
export const modelPrice: Check = {
  name: "model-price",
  codes: ["model-prices-mixed"],
  run({ definitions }) {
    return definitions.costs.models.flatMap((price) => {
      const [currency, ...others] = priceCurrencies(price);
      if (currency === undefined || others.length === 0) return [];
      const place = (of: string) => {
        const stated = statedPrices(price).find((one) => one.price.currency === of);
        return valueAt(DEFINITION_FILES.costs, "models", price.model, ...(stated?.path ?? []));
      };
      return [
        {
          code: "model-prices-mixed",
          message: `the prices of ${price.model} are in ${listLabel([currency, ...others])}, expected one currency`,
          place: place(others[0]!),
          related: [{ place: place(currency), label: `this one is in ${currency}` }],
          hint: `state all of them in ${currency}; until then poc log --tokens ${price.model}=… is refused`,
        },
      ];
    });
  },
};
