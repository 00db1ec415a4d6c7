import { decimal, compareDecimals } from "../decimal.ts";
import { eitherOf } from "../number-readings.ts";
import { ok, problem, type Parsed } from "../parsed.ts";
import { parseQuantity, quantityText, type Quantity } from "../quantity.ts";
import { SAID_NUMBER } from "./said-words.ts";

/** How much worse than the baseline something may get. */
export interface Margin {
  /** Above zero; `%` is a part of the baseline, anything else is a difference to it. */
  readonly quantity: Quantity;
  /** Whether it has to stay below the margin, and may not reach it. */
  readonly strict: boolean;
  /** The good direction, where the words tell it: what may drop by 3 points should be high. */
  readonly better: "lower" | "higher" | undefined;
}

const AT_MOST = String.raw`(?:by )?(?:at most|no more than|not more than|max(?:imum)?\.?|up to|<=|≤)`;
const MAY = String.raw`(?:(?:it |we )?(?:may|can|could|should|must|does|do|to)(?: only| not)? )?`;
/** `than the baseline`, `compared with today`: what a margin is counted from is no question. */
const FROM = String.raw`(?: (?:than|of|from|to|as|against|versus|vs\.?|compared (?:to|with)|relative to) .{1,60})?`;
const TODAY = String.raw`(?:the |our |its )?(?:today|now|before|baseline|current|present|existing|old|large)\b.*`;
const DOWN = "lower|less|fewer|smaller|down|below";
const UP = "higher|more|greater|larger|longer|slower|up|above|dearer|costlier|more expensive";
const FALL = "lose|loses|drop|drops|fall|falls|decrease|decreases|decline|declines|go down|goes down|get lower";
const RISE = "rise|rises|increase|increases|grow|grows|go up|goes up|get higher";

interface Phrase {
  readonly pattern: RegExp;
  readonly strict?: boolean;
  readonly better?: Margin["better"];
  /** Whether a percentage may as well be one of points: `not worse than 3%`. */
  readonly doubtful?: boolean;
}

function phrase(pattern: string, more: Omit<Phrase, "pattern"> = {}): Phrase {
  return { pattern: new RegExp(`^(?:${pattern.replace("#", SAID_NUMBER)})$`, "i"), ...more };
}

/** In order: the first that fits the whole text counts. Few texts speak of a margin: none is made before one does. */
const phrases = (): readonly Phrase[] => [
  phrase(`${MAY}(?:not|no|never) (?:be |get )?(?:more than )?#(?: of)? worse${FROM}`),
  phrase(`${MAY}(?:be |get )?${AT_MOST} #(?: of)? worse${FROM}`),
  phrase(`# worse(?:,)? (?:at most|at the most|max(?:imum)?)${FROM}`),
  phrase(`${MAY}(?:be |get |gets |is )?worse ${AT_MOST} #${FROM}`),
  phrase(`(?:less than|under|below|<) # worse${FROM}`, { strict: true }),
  phrase(`${MAY}(?:not|no|never) (?:be |get )?worse (?:than|by)(?: more than| over)? #${FROM}`, { doubtful: true }),
  phrase(
    String.raw`non-?inferior(?:ity)?(?: to .{1,60}?)?[:,]?(?: (?:by|within|with|at|to|of|in|a|the|margin|is)\b)* #` +
      String.raw`(?: margin)?${FROM}`,
    { doubtful: true },
  ),
  phrase(`(?:within|inside) # (?:of|from|below|under) ${TODAY}`, { doubtful: true }),
  phrase(`${AT_MOST} # (?:${DOWN})(?: (?:than|the) .{1,60}| ${TODAY})?`, { better: "higher" }),
  phrase(`${AT_MOST} # (?:${UP})(?: (?:than|the) .{1,60}| ${TODAY})?`, { better: "lower" }),
  phrase(`${MAY}(?:${FALL}) ${AT_MOST} #${FROM}`, { better: "higher" }),
  phrase(`${MAY}(?:${RISE}) ${AT_MOST} #${FROM}`, { better: "lower" }),
];

const EXPECTED = "how much worse it may get, such as not worse than 3pp or not more than 10% worse";

/** Whether a text is about how much worse something may get, so that only a margin can be meant. */
function speaksOfWorse(said: string): boolean {
  return /\bworse\b|\bnon-?inferior/i.test(said);
}

/**
 * Reads `not worse than 3pp`, `at most 10% worse than the baseline`, `non-inferior by 3 points`, `may drop by at most
 * 2 points`; undefined where the text is not about a margin. Without a figure there is none, and a margin that may be
 * points or a part of the baseline is asked back with both.
 *
 * @param said as `saidWords` gives it
 */
export function parseMargin(said: string): Parsed<Margin> | undefined {
  for (const { pattern, strict = false, better, doubtful = false } of phrases()) {
    const number = pattern.exec(said)?.groups?.["number"];
    if (number === undefined) continue;
    const quantity = parseQuantity(number.trim());
    if (!quantity.ok) return quantity;
    return marginOf(quantity.value, strict, better, doubtful);
  }
  if (!speaksOfWorse(said)) return undefined;
  return problem("invalid-target", EXPECTED, {
    found: "it does not say how much worse it may get",
    hint: "write not worse than 3pp, or not more than 10% worse, with the loss that is acceptable",
  });
}

/** A margin with its number; refused where it is none, or may be points as well as a part of the baseline. */
export function marginOf(
  quantity: Quantity,
  strict: boolean,
  better: Margin["better"],
  doubtful: boolean,
): Parsed<Margin> {
  if (compareDecimals(quantity.amount, decimal(0)) <= 0)
    return problem("invalid-target", "a margin above zero", {
      found: `a margin of ${quantityText(quantity)} allows no loss`,
      hint:
        `write difference >= ${quantityText({ ...quantity, amount: decimal(0) })} where it has to be at least as ` +
        "good as today",
    });
  if (doubtful && quantity.unit === "%") {
    const points = marginText({ quantity: { ...quantity, unit: "pp" }, strict });
    const readings = [points, marginText({ quantity, strict })];
    return problem("invalid-target", EXPECTED, {
      found: `${quantityText(quantity)} may be points, or a part of what it is today`,
      hint: `did you mean ${eitherOf(readings)}?`,
      readings,
    });
  }
  return ok({ quantity, strict, better });
}

/** `not worse than 3pp`, `not more than 10% worse`; strict ones `less than 3pp worse`. */
export function marginText({ quantity, strict }: Pick<Margin, "quantity" | "strict">): string {
  const text = quantityText(quantity);
  if (strict) return `less than ${text} worse`;
  return quantity.unit === "%" ? `not more than ${text} worse` : `not worse than ${text}`;
}
