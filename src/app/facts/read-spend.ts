import { SPEND_CATEGORIES, type Costs, type SpendCategory } from "../../domain/costs.ts";
import type { SpendLine } from "../../domain/entry.ts";
import { parseMoney } from "../../domain/money.ts";
import { nearest } from "../../domain/nearest.ts";
import type { FlagProblems } from "./flag-problems.ts";

const FLAG = "--spend";

/**
 * Reads `12.40`, `12.40 EUR`, `14 USD:tokens` or `14 USD:tokens:embeddings of the corpus`. A bare number is in the
 * currency of the cap. A foreign amount keeps the rate of today, so that a later change of costs.yaml moves no total.
 */
export function readSpend(text: string, category: string | undefined, currency: string, costs: Costs, problems: FlagProblems): SpendLine | undefined {
  const [quantity = "", named, ...words] = text.split(":");
  const money = problems.take(FLAG, quantity, parseMoney(withCurrency(quantity.trim(), currency)));
  const known = readCategory((named ?? category ?? "other").trim(), problems);
  if (money === undefined || known === undefined) return undefined;
  const note = words.join(":").trim();
  const rate = money.currency === currency ? undefined : costs.exchange.find((exchange) => exchange.currency === money.currency)?.rate;
  return { amount: money, category: known, ...(note === "" ? {} : { note }), ...(rate === undefined ? {} : { rate }) };
}

/** `12.40` and `12.40EUR` are what people type; files hold `12.40 EUR`. */
function withCurrency(quantity: string, currency: string): string {
  if (/^-?[\d.,]+$/.test(quantity)) return `${quantity} ${currency}`;
  const joined = /^(-?[\d.,]+) ?([A-Za-z]{3})$/.exec(quantity);
  return joined === null ? quantity : `${joined[1]} ${joined[2]!.toUpperCase()}`;
}

function readCategory(text: string, problems: FlagProblems): SpendCategory | undefined {
  const known = SPEND_CATEGORIES.find((category) => category === text);
  if (known !== undefined) return known;
  const close = nearest(text, SPEND_CATEGORIES);
  return problems.add(FLAG, `no category is called "${text.slice(0, 60)}"`, close === undefined ? `there are ${SPEND_CATEGORIES.join(", ")}` : `did you mean ${close}?`);
}
