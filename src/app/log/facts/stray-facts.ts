import { ASSUMPTION_ANSWERS } from "../../../domain/records/assumption.ts";
import type { Definitions } from "../../../domain/records/records.ts";
import { RISK_LEVELS } from "../../../domain/records/risk.ts";
import { parseCount } from "../../../domain/scalars/count.ts";
import { parseMoney } from "../../../domain/scalars/money.ts";
import { nearest } from "../../../domain/scalars/nearest.ts";
import { parseWorkHours } from "../../../domain/scalars/duration.ts";
import { parseMeasured } from "./read-result.ts";
import { shortBookings } from "./short-bookings.ts";
import type { FactFlag, StrayFact, TypedFact } from "./stray-fact.ts";

/** Everything that has a name which `=` may follow. */
export interface KnownNames {
  readonly definitions: Definitions;
  /** Risks that the log opened are among them. */
  readonly risks: readonly string[];
  /** Items of checklists and gates that a person's word may close. */
  readonly items: readonly string[];
  /** Names that flags of this very entry are about, and `spend` and `hours` where it has any. */
  readonly flagged: ReadonlySet<string>;
}

/** Flags that take a fact without a name of its own, by the word that people put before `=`. */
const BY_FLAG_NAME: ReadonlyMap<string, FactFlag> = new Map(
  (["spend", "hours", "meeting", "tasks", "eval", "tokens"] as const).map((name) => [name, name]),
);

interface Named {
  readonly flag: FactFlag;
  readonly what: string;
  /** Whether a value is of the kind that belongs to the name: what tells a near miss from words. */
  readonly fits: (value: string) => boolean;
}

const oneOf = (words: readonly string[]) => (value: string) => words.includes(value.toLowerCase().split(":")[0]!);

function namesOf({ definitions, risks, items }: KnownNames): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>();
  const all = (ids: readonly string[], named: Named) => {
    for (const id of ids) if (!names.has(id)) names.set(id, named);
  };
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  all(ids(definitions.evals), { flag: "eval", what: "an eval", fits: (value) => /^@|^-?\d/.test(value) });
  all(ids(definitions.killCriteria), { flag: "answer", what: "a kill criterion", fits: oneOf(["yes", "no"]) });
  all(ids(definitions.assumptions), { flag: "assume", what: "an assumption", fits: oneOf(ASSUMPTION_ANSWERS) });
  all(risks, { flag: "risk", what: "a risk", fits: oneOf(RISK_LEVELS) });
  all(items, { flag: "attest", what: "an item of a checklist or gate", fits: (value) => /[/.]/.test(value) });
  all(
    definitions.costs.models.map(({ model }) => model),
    { flag: "tokens", what: "a model in costs.yaml", fits: (value) => /^\d[^/]*\/\d/.test(value) },
  );
  return names;
}

const NAME = /(?:^|[\s,;("'`[{])-{0,2}([A-Za-z0-9][\w./-]*)[ \t]*=[ \t]*(?=[^=\s])/g;

/** Names before `=` in a text; what they may be is known only once the lists are read. */
export function namesBeforeEquals(text: string): readonly string[] {
  return [...text.matchAll(NAME)].map((match) => match[1]!);
}

/** Facts that stand in the text: every `id=value` of a known name, and a text that is nothing but a figure. */
export function strayFacts(text: string, known: KnownNames): readonly StrayFact[] {
  const names = namesOf(known);
  const found = [...text.matchAll(NAME)].flatMap((match) => {
    const start = match.index + match[0].indexOf(match[1]!);
    const after = match.index + match[0].length;
    const fact = named(match[1]!, text.slice(after).split("\n")[0]!, names, known);
    return fact === undefined ? [] : [{ ...fact, typed: text.slice(start, after) + fact.typed }];
  });
  const whole = text.trim();
  if (found.length === 0) {
    const alone = wholeFact(whole, known) ?? wholeNamed(whole, names, known);
    if (alone !== undefined) return [alone];
  }
  const all = [...found, ...figuresBehindNames(text, known, found)];
  if (all.length > 0) {
    const rest = wholeFact(withoutFacts(text, all), known);
    return rest === undefined ? all : [...all, rest];
  }
  const booked = bookedInWords(text, known);
  return booked.length > 0 ? booked : shortBookings(whole, known.flagged);
}

/** The text without its facts, and without the brackets and stops that stood around them. */
export function withoutFacts(text: string, facts: readonly Pick<StrayFact, "typed">[]): string {
  return facts.reduce((left, { typed }) => withoutFact(left, typed), text);
}

function withoutFact(text: string, typed: string): string {
  return text
    .replace(typed, " ")
    .replace(/([([{"'`])\s*([)\]}"'`])/g, "")
    .replace(/[ \t]+/g, " ")
    .replace(/ ?([,;.])(?: ?[,;.])*/g, "$1")
    .replace(/^[\s,;:.-]+|[\s,;:-]+$/g, "");
}

/** A figure that is more than a number, which may count anything: `30/400`, `12%`, `1.8 s`. */
const FIGURE = /^-?\d[\d.,]*\s*(?:\/|%|\p{Sc}|\p{L}{1,3}(?!\p{L}))|^\p{Sc}/u;

/** `measured wrong-answers 30/400 today`: the name of an eval as it is, and a figure behind it. */
function figuresBehindNames(
  text: string,
  { definitions, flagged }: KnownNames,
  found: readonly StrayFact[],
): readonly StrayFact[] {
  return definitions.evals.flatMap(({ id }) => {
    if (flagged.has(id) || found.some(({ facts }) => facts.some(({ value }) => value.startsWith(`${id}=`)))) return [];
    const at = new RegExp(`(?<![\\w./=-])${id}(?:[ \\t]*:[ \\t]*|[ \\t]+)(?=\\S)`).exec(text);
    if (at === null) return [];
    const figure = figureIn(text.slice(at.index + at[0].length).split("\n")[0]!);
    if (!FIGURE.test(figure) || !parseMeasured(figure).ok) return [];
    const facts = [{ flag: "eval", value: `${id}=${figure}` }] as const;
    return [{ typed: at[0] + figure, because: `${id} is an eval`, facts, unsure: "readable" as const }];
  });
}

function named(
  name: string,
  rest: string,
  names: ReadonlyMap<string, Named>,
  { definitions, flagged }: KnownNames,
): StrayFact | undefined {
  const word = withoutStops(rest.split(/\s/)[0]!);
  const exact = names.get(name);
  const flag = exact === undefined ? BY_FLAG_NAME.get(name.toLowerCase()) : undefined;
  if (flag !== undefined)
    return {
      typed: word,
      because: `${name} is a flag`,
      facts: [{ flag, value: word }],
    };
  const id = exact === undefined ? nearName(name, names) : name;
  const meant = id === undefined ? undefined : names.get(id);
  if (id === undefined || meant === undefined || flagged.has(id)) return undefined;
  if (exact === undefined && !meant.fits(word)) return undefined;
  const value = meant.flag === "eval" ? figureIn(rest) : word;
  const criterion = definitions.killCriteria.find((item) => meant.flag === "answer" && item.id === id);
  const because = exact === undefined ? `${id} is ${meant.what}` : `${name} is ${meant.what}`;
  if (criterion?.when !== undefined)
    return { typed: value, because, facts: [{ flag: "eval", value: `${criterion.when.metric}=${value}` }] };
  return { typed: value, because, facts: [{ flag: meant.flag, value: `${id}=${value}` }] };
}

/** A short word before `=` is a setting, such as k=8, and no name that was mistyped. */
const SHORTEST = 4;

function nearName(name: string, names: ReadonlyMap<string, Named>): string | undefined {
  return name.length < SHORTEST ? undefined : nearest(name, names.keys());
}

/** The longest beginning of a text that is a figure: `0.04 EUR sd 0.02 n 50`; its first word where none is. */
function figureIn(rest: string): string {
  const words = rest.trim().split(/\s+/).slice(0, 12);
  for (let count = words.length; count > 0; count--) {
    const text = withoutStops(words.slice(0, count).join(" "));
    if (parseMeasured(text).ok) return text;
  }
  return withoutStops(words[0] ?? "");
}

function withoutStops(text: string): string {
  return text.replace(/[.,;:!?)"'`\]}]+$/, "");
}

/** A sign, or one word beside the figures: `12k EUR`. In a sentence, "all 300" is not an amount of lek. */
function mayBeAmount(text: string): boolean {
  const words = text.replace(/(\d)[kKmM]\b/g, "$1").match(/\p{L}+/gu) ?? [];
  return words.length === 1 || (words.length === 0 && /\p{Sc}/u.test(text));
}

/** `12.40 EUR`, `2h`, `22/200`: nothing but a figure does not say what happened. */
function wholeFact(text: string, { definitions }: KnownNames): StrayFact | undefined {
  const stray = (because: string, flag: FactFlag, value: string) => fact(text, because, flag, value);
  const [quantity = "", ...category] = text.split(":");
  const amount = mayBeAmount(quantity) ? parseMoney(quantity) : undefined;
  if (amount?.ok === true || (amount?.problem.readings ?? []).length > 1)
    return stray(
      "it is an amount",
      "spend",
      [amount?.ok === true ? (amount.read ?? quantity.toUpperCase()) : quantity, ...category].join(":"),
    );
  if (/^-?\d[\d.,]*$/.test(text))
    return {
      typed: text,
      because: "it is a number",
      facts: [{ flag: "spend", value: text }, { flag: "hours", value: text }, ...asResults(text, definitions)],
    };
  const hours = parseWorkHours(text.split(/:(?!\d)/)[0]!);
  if (hours.ok) return stray("it is a time", "hours", text);
  if (/^[^:]*\d ?[x×*] ?\d/.test(text) && /^[\d.,:hminx×* ]+$/i.test(text))
    return stray("it is a meeting", "meeting", text);
  const meeting = /^([\d.,:]+ ?(?:h|m|min)? ?[x×*] ?\d{1,3}) +(\p{L}.*)$/iu.exec(text);
  if (meeting !== null) return stray("it is a meeting", "meeting", `${meeting[1]}: ${meeting[2]}`);
  const figure = parseCount(text).ok || /^-?\d[\d.,]* ?%( n \d+)?$/.test(text);
  return figure ? { typed: text, because: "it is a result", facts: asResults(text, definitions) } : undefined;
}

function asResults(figure: string, { evals }: Definitions): readonly TypedFact[] {
  return evals.map(({ id }) => ({ flag: "eval", value: `${id}=${figure}` }));
}

const NUMBER = "\\d[\\d.,']*(?: ?[kKM]\\b)?";
const AMOUNT = `(?:(?:\\p{Sc}|[A-Z]{3}) ?${NUMBER}|${NUMBER} ?(?:\\p{Sc}|\\p{L}+))`;
const TIME = "\\d[\\d.,]* ?(?:h|hrs?|hours?|m|mins?|minutes?)(?: ?\\d{1,2} ?m(?:in)?)?(?!\\p{L})";
/** What lies ahead or is only thought of: `would have paid 40 EUR`, `we never spent 40 EUR`. */
const NOT_YET = "(?<!\\b(?:would|will|could|may|might|should|to|not|never|n't|if)(?: have(?: been)?| be)? )";
/** A price is no purchase: `billed at 0.04 EUR a task`. */
const A_PRICE = "(?! ?/| (?:per|an?|each|every|of|cap)\\b)";
const PAID = new RegExp(
  `${NOT_YET}\\b(?:spent|paid|bought|billed|charged|invoiced)\\b(?: \\p{L}+){0,3}? (${AMOUNT})${A_PRICE}`,
  "iu",
);
const PAID_FIRST = new RegExp(
  `^(${AMOUNT})(?= (?:on|spent|paid)\\b| for (?:the )?(?:tokens|api|model|infra)\\b)`,
  "iu",
);
const WORKED = new RegExp(`${NOT_YET}\\b(?:spent|worked|booked)\\b(?: \\p{L}+){0,3}? (${TIME})${A_PRICE}`, "iu");

/** `spent 40 EUR on tokens`, `worked 3h on the harness`: money and time that a sentence says and no flag books. */
function bookedInWords(text: string, { flagged }: KnownNames): readonly StrayFact[] {
  const time = flagged.has("hours") ? undefined : WORKED.exec(text)?.[1];
  const hours = time === undefined || !parseWorkHours(time).ok ? [] : [fact(time, "it is a time", "hours", time)];
  const amount = flagged.has("spend") ? undefined : (PAID_FIRST.exec(text) ?? PAID.exec(text))?.[1];
  if (amount === undefined || !mayBeAmount(amount)) return hours;
  const money = parseMoney(amount);
  const values = money.ok ? [money.read ?? amount] : (money.problem.readings ?? []);
  if (values.length === 0) return hours;
  const facts = values.map((value) => ({ flag: "spend", value }) as const);
  return [{ typed: amount, because: "it is an amount", facts }, ...hours];
}

function fact(typed: string, because: string, flag: FactFlag, value: string): StrayFact {
  return { typed, because, facts: [{ flag, value }] };
}

/** `wrong-fields 12/100`, `wrong-fields: 12/100`: a name and its value, and no other word. */
function wholeNamed(text: string, names: ReadonlyMap<string, Named>, known: KnownNames): StrayFact | undefined {
  const match = /^([A-Za-z0-9][\w.-]*?)(?:\s*:\s*|\s+)(\S.*)$/.exec(text);
  const [name, value] = [match?.[1] ?? "", match?.[2] ?? ""];
  const id = names.has(name) ? name : nearName(name, names);
  const meant = id === undefined ? undefined : names.get(id);
  if (meant === undefined || meant.flag === "attest") return undefined;
  const fits = meant.flag === "eval" ? parseMeasured(value).ok : /^\S+$/.test(value) && meant.fits(value);
  const fact = fits ? named(name, value, names, known) : undefined;
  return fact === undefined ? undefined : { ...fact, typed: text };
}
