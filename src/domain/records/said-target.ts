import { addDecimals, compareDecimals, decimal, subtractDecimals } from "../scalars/decimal.ts";
import { ok, problem, type Parsed } from "../scalars/parsed.ts";
import { parseQuantity, quantityText, type Quantity } from "../scalars/quantity.ts";
import { parseTarget, targetText, type Target } from "../scalars/target.ts";

/** A target as a person said it, and the good direction where the words tell it. */
export interface SaidTarget {
  readonly target: Target;
  readonly better: "lower" | "higher" | undefined;
}

/** What is known of the metric already; it only makes hints more exact. */
export interface TargetContext {
  readonly baseline?: Quantity | undefined;
  readonly better?: "lower" | "higher" | undefined;
}

const NUMBER = String.raw`(?<number>\d[\d.,]*(?: ?(?:%|[a-z][a-z/_-]*))?)`;

interface Phrase {
  readonly pattern: RegExp;
  readonly target: string;
  readonly better?: SaidTarget["better"];
}

function phrase(pattern: string, target: string, better?: SaidTarget["better"]): Phrase {
  return { pattern: new RegExp(`^(?:${pattern})$`, "i"), target, better };
}

const LESS = "fewer|less|lower|smaller|shorter|faster|cheaper|reduction|drop|cut";
const MORE = "more|higher|greater|larger|gain|increase|improvement in";

/** In order: the first that fits the whole text counts. `#` stands for the figure. */
const PHRASES: readonly Phrase[] = [
  phrase(
    `(?:<=|=<|≤|at most|no more than|not more than|not over|max(?:imum)?\\.?|up to) ?${NUMBER}`,
    "value <= #",
    "lower",
  ),
  phrase(`${NUMBER} (?:or (?:less|fewer|lower|below)|at most|max(?:imum)?)`, "value <= #", "lower"),
  phrase(`(?:<|below|under|less than|fewer than|lower than|within) ?${NUMBER}`, "value < #", "lower"),
  phrase(
    `(?:>=|=>|≥|at least|no less than|not less than|no fewer than|min(?:imum)?\\.?) ?${NUMBER}`,
    "value >= #",
    "higher",
  ),
  phrase(`${NUMBER} (?:or (?:more|higher|above)|at least|min(?:imum)?)`, "value >= #", "higher"),
  phrase(`(?:>|above|over|more than|higher than|greater than) ?${NUMBER}`, "value > #", "higher"),
];

/** The same for a change against today: a share of it, or points. */
const CHANGES: readonly { readonly words: RegExp; readonly better: "lower" | "higher" }[] = [
  { words: new RegExp(`\\b(?:${LESS}|reduce[ds]?|fall(?:s|en)?|decrease[ds]?)\\b`, "i"), better: "lower" },
  { words: new RegExp(`\\b(?:${MORE}|gain(?:s|ed)?|rise[sn]?|increase[ds]?|raise[ds]?)\\b`, "i"), better: "higher" },
];

const VERB = `${LESS}|${MORE}|reduce|decrease|increase|raise|fall|rise|reduced|better|improve|improvement`;
const ADJECTIVE = `${LESS}|${MORE}|better|improvement`;

/** Words around a change that say nothing more than the change itself. */
const CHANGE = new RegExp(
  `^(?:at least |by )?(?:(?:a |an )?(?:${VERB}) (?:it )?(?:by |of )?(?:at least )?)?` +
    `${NUMBER}(?: points)?(?: (?:${ADJECTIVE}))?(?: than (?:today|now|before))?$`,
  "i",
);

const NOT_WORSE = new RegExp(
  `^(?:not|no|at most) (?:more than )?(?:worse (?:than|by) (?:more than |at most )?)?` +
    `${NUMBER}(?: worse)?(?: than .*)?$`,
  "i",
);

const EXPECTED = "the least that you would accept, such as at most 3%, at least 95%, 40% fewer or 5 points higher";

/**
 * Reads a target as people say it: `at most 3%`, `<= 3%`, `40% fewer`, `halve it`, and every form that a file takes.
 * How much worse a guard may get is a kind of target that no file takes yet: the hint says what to write instead.
 */
export function parseSaidTarget(text: string, known: TargetContext = {}): Parsed<SaidTarget> {
  const said = normal(text);
  if (/^(?:value|difference|reduction|gain)\b *[<>=]/i.test(said))
    return canonical(parseTarget(said.replace(/^[a-z]+/i, (form) => form.toLowerCase())));
  if (/\bworse\b|\bnon-?inferior/i.test(said)) return notWorse(said, known);
  if (/^(?:halve|half)(?: (?:it|of it|as many|as much|of today))?$/i.test(said))
    return made("reduction >= 50%", "lower");
  if (/^(?:double|twice)(?: (?:it|as many|as much))?$/i.test(said)) return made("gain >= 100%", "higher");
  for (const { pattern, target, better } of PHRASES) {
    const number = pattern.exec(said)?.groups?.["number"];
    if (number !== undefined) return made(target.replace("#", number), better);
  }
  return change(said, known);
}

function change(said: string, known: TargetContext): Parsed<SaidTarget> {
  const number = CHANGE.exec(said)?.groups?.["number"];
  const quantity = number === undefined ? undefined : parseQuantity(number);
  if (number === undefined || quantity === undefined) return problem("invalid-target", EXPECTED);
  if (!quantity.ok) return quantity;
  const figure = quantityText(quantity.value);
  const directions = CHANGES.filter(({ words }) => words.test(said)).map(({ better }) => better);
  const better = directions.length === 1 ? directions[0] : /\bbetter|improve/i.test(said) ? known.better : undefined;
  const isShare = quantity.value.unit === "%";
  if (better === undefined)
    return problem("invalid-target", EXPECTED, {
      hint: isShare
        ? `write at most ${figure}, at least ${figure}, ${figure} fewer or ${figure} more`
        : `write at most ${figure} or at least ${figure}`,
    });
  if (!isShare) return made(`difference >= ${figure}`, better);
  return made(`${better === "lower" ? "reduction" : "gain"} >= ${figure}`, better);
}

/** No file takes such a target yet, so the value itself is named where today's is known. */
function notWorse(said: string, { baseline, better }: TargetContext): Parsed<SaidTarget> {
  const number = NOT_WORSE.exec(said)?.groups?.["number"];
  const margin = number === undefined ? undefined : parseQuantity(number);
  const write = (examples: string) =>
    problem("invalid-target", "a value that can be met or missed", {
      found: "how much worse it may get is not a kind of target yet",
      hint: `write the value that is still acceptable: ${examples}`,
    });
  if (margin === undefined || !margin.ok || baseline === undefined)
    return write("at least 83%, or at most 12%, where today has 85% or 10%");
  const same = margin.value.unit === "pp" ? "%" : margin.value.unit;
  if (same !== baseline.unit) return write("at least 83%, or at most 12%, where today has 85% or 10%");
  const lowest = { amount: subtractDecimals(baseline.amount, margin.value.amount), unit: baseline.unit };
  const highest = { amount: addDecimals(baseline.amount, margin.value.amount), unit: baseline.unit };
  const floor = compareDecimals(lowest.amount, decimal(0)) < 0 ? undefined : `at least ${quantityText(lowest)}`;
  const ceiling = `at most ${quantityText(highest)}`;
  const values = better === "lower" ? [ceiling] : better === "higher" ? [floor] : [floor, ceiling];
  return write(values.filter((value) => value !== undefined).join(" or "));
}

function made(text: string, better: SaidTarget["better"]): Parsed<SaidTarget> {
  const target = parseTarget(text);
  return target.ok ? ok({ target: target.value, better }) : target;
}

function canonical(target: Parsed<Target>): Parsed<SaidTarget> {
  if (!target.ok) return target;
  const { form, comparator } = target.value;
  const better =
    form === "reduction"
      ? "lower"
      : form === "gain"
        ? "higher"
        : form === "difference"
          ? undefined
          : comparator.startsWith("<")
            ? "lower"
            : "higher";
  return ok({ target: target.value, better });
}

/** One blank between words, and the words of units as their signs. */
function normal(text: string): string {
  return text
    .trim()
    .replace(/[.!]+$/, "")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/(?<=\d) ?(?:percentage points?|percent points?|%-points?|pct points?|points?|pts?|pp)\b/gi, "pp")
    .replaceAll(/(?<=\d) ?(?:percent|per cent|pct)\b/gi, "%")
    .replaceAll(/(?<=\d) ?(?:milliseconds?|msecs?)\b/gi, " ms")
    .replaceAll(/(?<=\d) ?(?:seconds?|secs?)\b/gi, " s")
    .replaceAll(/(?<=\d) ?(?:minutes?|mins?)\b/gi, " min")
    .replaceAll(/(?<=\d),(?=\d{1,2}(?!\d))/g, ".")
    .replaceAll(/^(?:(?:it )?(?:should|must|has to|may) be |target:? )/gi, "");
}

/** Canonical text of what was said, as a file has it. */
export function saidTargetText({ target }: SaidTarget): string {
  return targetText(target);
}
