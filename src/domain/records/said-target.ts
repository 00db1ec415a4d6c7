import { ok, problem, type Parsed } from "../scalars/parsed.ts";
import { parseQuantity, quantityText } from "../scalars/quantity.ts";
import { parseMargin, type Margin } from "../scalars/readings/parse-margin.ts";
import { SAID_NUMBER, saidWords } from "../scalars/readings/said-words.ts";
import { parseTarget, targetOfMargin, targetText, type Target } from "../scalars/target.ts";

/** A target as a person said it, with the good direction if the words imply it. */
export interface SaidTarget {
  readonly target: Target;
  readonly better: "lower" | "higher" | undefined;
}

/** What is already known about the metric. */
export interface TargetContext {
  readonly better?: "lower" | "higher" | undefined;
}

const NUMBER = SAID_NUMBER;

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

/** In order: the first that matches the whole text wins. `#` stands for the figure. */
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

/** Words around a change that add nothing to it. */
const CHANGE = new RegExp(
  `^(?:at least |by )?(?:(?:a |an )?(?:${VERB}) (?:it )?(?:by |of )?(?:at least )?)?` +
    `${NUMBER}(?: points)?(?: (?:${ADJECTIVE}))?(?: than (?:today|now|before))?$`,
  "i",
);

const EXPECTED =
  "the least that you would accept, such as at most 3%, at least 95%, 40% fewer, 5 points higher or not worse than " +
  "3 points";

/**
 * Reads a target as people say it: `at most 3%`, `<= 3%`, `40% fewer`, `halve it`, `at most 3 points worse`, and every
 * form that a file takes.
 */
export function parseSaidTarget(text: string, known: TargetContext = {}): Parsed<SaidTarget> {
  const said = saidWords(text);
  if (/^(?:value|difference|reduction|gain)\b *[<>=]/i.test(said))
    return canonical(parseTarget(said.replace(/^[a-z]+/i, (form) => form.toLowerCase())));
  const allowed = parseMargin(said);
  if (allowed !== undefined) return margin(allowed, known);
  if (/^(?:halve|half)(?: (?:it|of it|as many|as much|of today))?$/i.test(said))
    return made("reduction >= 50%", "lower");
  if (/^(?:at |for )?half (?:of )?(?:the |its |today's )?(?:cost|costs|price|spend|time|latency)$/i.test(said))
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

/** A margin, in the direction that the words imply, if they do. */
function margin(allowed: Parsed<Margin>, { better }: TargetContext): Parsed<SaidTarget> {
  if (!allowed.ok) return allowed;
  const target = targetOfMargin(allowed.value);
  const told = allowed.value.better;
  if (told !== undefined && better !== undefined && told !== better)
    return problem("invalid-target", EXPECTED, {
      found: `that would be an improvement, because ${better} is better`,
      hint: `write ${targetText(target)} if it may get that much worse`,
    });
  return ok({ target, better: told });
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
        : form === "difference" || form === "not-worse"
          ? undefined
          : comparator.startsWith("<")
            ? "lower"
            : "higher";
  return ok({ target: target.value, better });
}

/** Canonical text of what was said, as a file has it. */
export function saidTargetText({ target }: SaidTarget): string {
  return targetText(target);
}
