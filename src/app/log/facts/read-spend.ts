import {
  SPEND_BASES,
  SPEND_CATEGORIES,
  type Costs,
  type SpendBasis,
  type SpendCategory,
} from "../../../domain/records/costs.ts";
import { currencyExponent } from "../../../domain/scalars/currency.ts";
import type { Decimal } from "../../../domain/scalars/decimal.ts";
import type { SpendLine } from "../../../domain/records/entry.ts";
import { parseMoney } from "../../../domain/scalars/money.ts";
import { meantName } from "../../../domain/scalars/nearest.ts";
import { parseWord } from "../../../domain/scalars/word.ts";
import type { FlagProblems } from "./flag-problems.ts";

const FLAG = "--spend";

/** An amount without a currency. */
const BARE = /^[-+]?[\d.,'_ ]+[kKM]?$/;

export function isBare(text: string): boolean {
  return BARE.test(text.split(":", 1)[0]!.trim());
}

/** What the amounts of one entry have in common. */
export interface SpendContext {
  /** Of the cap. */
  readonly currency: string;
  readonly costs: Costs;
  /** Of every `--spend` that names none. */
  readonly category: string | undefined;
  readonly basis: SpendBasis | undefined;
}

/**
 * Reads `12.40`, `12.40 EUR`, `14 USD:tokens` or `14 USD:tokens:embeddings of the corpus`. A bare number is in the
 * currency of the cap. A foreign amount keeps the rate of today, so that a later change of costs.yaml moves no total.
 */
export function readSpend(text: string, context: SpendContext, problems: FlagProblems): SpendLine | undefined {
  const { category, currency, basis } = context;
  const [quantity = "", named, ...words] = text.split(":");
  const money = problems.take(FLAG, quantity, parseMoney(quantity.trim(), currency));
  const known = readCategory(FLAG, (named ?? category ?? "other").trim(), problems);
  if (money === undefined || known === undefined) return undefined;
  const note = words.join(":").trim();
  const rate = rateOfToday(money.currency, context);
  return {
    amount: money,
    category: known,
    ...(note === "" ? {} : { note }),
    ...(rate === undefined ? {} : { rate }),
    ...(basis === undefined || basis === "billed" ? {} : { basis }),
  };
}

/** The rate that an amount keeps; none where it is in the currency of the cap, or where costs.yaml states none. */
export function rateOfToday(
  foreign: string,
  { currency, costs }: Pick<SpendContext, "currency" | "costs">,
): Decimal | undefined {
  return foreign === currency ? undefined : costs.exchange.find((exchange) => exchange.currency === foreign)?.rate;
}

/** `--spend 1000 JPY` without quotes: the shell takes JPY for the text, and a thousand euros would be stored. */
export function currencyApart(spend: readonly string[], pieces: readonly string[], problems: FlagProblems): void {
  const bare = spend.find((text) => BARE.test(text.trim()));
  const apart = pieces.find((piece) => currencyExponent(piece.split(":", 1)[0]!) !== undefined);
  if (bare === undefined || apart === undefined) return;
  problems.add(
    FLAG,
    `found "${apart.slice(0, 60)}" separate from its amount, expected both in one pair of quotes`,
    `write --spend "${bare.trim()} ${apart.slice(0, 60)}"`,
  );
}

function readCategory(flag: string, text: string, problems: FlagProblems): SpendCategory | undefined {
  const meant = meantName(text, SPEND_CATEGORIES) ?? text;
  if (meant !== text) problems.readAs(text, meant);
  return problems.take(flag, text, parseWord(meant, SPEND_CATEGORIES));
}

export function readBasis(text: string | undefined, problems: FlagProblems): SpendBasis | undefined {
  return text === undefined ? undefined : problems.take("--basis", text, parseWord(text.trim(), SPEND_BASES));
}
