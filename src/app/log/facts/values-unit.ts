import { currencyExponent } from "../../../domain/scalars/currency.ts";
import type { Eval } from "../../../domain/records/eval.ts";
import { quantityIn } from "../../../domain/scalars/quantity.ts";

const TIMES: ReadonlySet<string> = new Set(["ms", "s", "min", "h"]);

/**
 * What the numbers of a column are in: what was said; else what its name ends with, `latency_ms` or `cost (EUR)`, where
 * times or money are measured; else what the eval is agreed in. A unit that does not convert into that is refused.
 */
export function valuesUnit(
  item: Eval,
  column: string,
  said: string | undefined,
): string | { readonly refused: string } {
  const agreed = agreedUnit(item);
  const unit = said ?? namedUnit(column, agreed) ?? agreed ?? "";
  const converts = agreed === undefined || quantityIn({ amount: { digits: 1n, scale: 0 }, unit }, agreed) !== undefined;
  return converts
    ? unit
    : {
        refused: `found ${unit === "" ? "no unit" : unit}${said === undefined ? ` in the name of column ${column}` : ""}, expected ${agreed === "" ? "no unit" : agreed} as agreed for ${item.id}`,
      };
}

function agreedUnit({ target, baseline }: Eval): string | undefined {
  if (target?.form === "value") return target.quantity.unit;
  return baseline?.kind === "fixed" ? baseline.quantity.unit : undefined;
}

/** A name such as `score_all` ends with a currency too, so that only what the eval itself measures is looked for. */
function namedUnit(column: string, agreed: string | undefined): string | undefined {
  const word = /(?:^|[_\s([/-])([A-Za-z]{1,3})[\])]?$/.exec(column.trim())?.[1];
  if (word === undefined || agreed === undefined) return undefined;
  // Of `EUR/answer` the name of the column usually says the EUR.
  const base = agreed.split("/")[0]!;
  const unit = TIMES.has(base) ? word.toLowerCase() : word.toUpperCase();
  if (unit === base) return agreed;
  const isAnother = TIMES.has(base)
    ? TIMES.has(unit)
    : currencyExponent(base) !== undefined && currencyExponent(unit) !== undefined;
  return isAnother ? unit : undefined;
}
