import { currencyExponent } from "./currency.ts";
import { addDecimals, decimalText, multiplyDecimals, parseDecimal, roundDecimal, type Decimal } from "./decimal.ts";
import { eitherOf, numberReadings, shifted } from "./number-readings.ts";
import { ok, problem, type Parsed } from "./parsed.ts";
import { currencyOfMark, nearestCurrency, type MarkedCurrency } from "./readings/currency-marks.ts";
import { plainCharacters } from "./readings/plain-characters.ts";

/** `0.075 USD` taken apart: what amounts of money and prices per unit have in common. */
export interface WrittenAmount {
  readonly number: Decimal;
  readonly currency: string;
  /** Digits after the point that the currency has. */
  readonly exponent: number;
}

export interface AmountForm {
  /** What was expected, as a noun phrase. */
  readonly expected: string;
  /** Digits after the point that are right, by those of the currency. */
  readonly most: (exponent: number) => number;
  /**
   * Of amounts that name none; where a sign such as `$` may stand for several, it stands for this one if it is among
   * them.
   */
  readonly currency?: string | undefined;
}

const BY_LETTER = /^-?(?:0|[1-9]\d*)(?:\.\d+)? +[A-Z]{3}$/;
/** With no more digits after the point than leave one reading. */
const BARE_BY_LETTER = /^-?(?:0|[1-9]\d*)(?:\.\d{1,2})?$/;

/**
 * Reads a quantity, a space and an ISO 4217 code; and what people write for it that has one reading: `€12`, `US$ 5`,
 * `1.200,50 EUR`, `12k eur`. What has several readings is refused with all of them.
 */
export function parseWrittenAmount(text: string, form: AmountForm): Parsed<WrittenAmount> {
  const bare = form.currency !== undefined && BARE_BY_LETTER.test(text);
  if (bare || BY_LETTER.test(text)) {
    const [quantity = "", currency = form.currency ?? ""] = text.split(/ +/);
    const exponent = currencyExponent(currency);
    const number = parseDecimal(quantity);
    if (exponent !== undefined && number.ok && number.value.scale <= form.most(exponent))
      return ok({ number: number.value, currency, exponent });
  }
  return parsePeoplesAmount(text, form);
}

/** A sign, what stands before the number, the number, and what stands behind it. */
const SIGN = "[-+]?";
const DIGITS = "[.,]?\\d[\\d.,' _]*(?:[eE][+-]?\\d{1,2}(?!\\d))?";
const PARTS = new RegExp(
  `^(?<sign>${SIGN}) ?(?<before>[^\\d,+-]{0,16}?) ?(?<inner>${SIGN}) ?(?<number>${DIGITS})` +
    "(?:(?<=[.,])-{1,2})? ?(?<behind>\\D{0,24})$",
  "u",
);
const THOUSANDS =
  /^(?:(?<k>k|tsd|thousand)|(?<m>m|mn|mio|mill?ions?))(?:\.|(?=[A-Z]{3}$)|(?![\p{L}.])) ?(?<rest>.*)$/iu;
/** `12€40`, `12 EUR 40`: the cents behind the currency. */
const CENTS_BEHIND = /^(-?\d+) ?(\p{Sc}|[A-Za-z]{3,5}) ?(\d{2})$/u;

function parsePeoplesAmount(text: string, form: AmountForm): Parsed<WrittenAmount> {
  const said = plainCharacters(text).replace(/ +/g, " ");
  const cents = CENTS_BEHIND.exec(said);
  const parts = PARTS.exec(cents === null ? said : `${cents[1]}.${cents[3]} ${cents[2]}`)?.groups;
  if (parts === undefined) return refusedAmount(text, said, form);
  const { sign = "", before = "", inner = "", behind = "" } = parts;
  const more = THOUSANDS.exec(behind)?.groups;
  const marks = [before, more === undefined ? behind : more["rest"]!].map((mark) => mark.trim());
  const minus = sign + inner === "-" ? "-" : "";
  if (sign !== "" && inner !== "") return refusedAmount(text, said, form);
  const digits = parts["number"]!.replace(/[ '_]+$/, "");
  const readings = numbersOf(digits).map((number) =>
    shifted(minus + number, more?.["m"] !== undefined ? 6 : more?.["k"] !== undefined ? 3 : 0),
  );
  const marked = currenciesOf(marks.filter((mark) => mark !== ""));
  if (readings.length === 0 || marked === "several") return refusedAmount(text, said, form);
  if (typeof marked === "string") return unknownCurrency(text, marked, readings, form);
  return amountFrom(text, digits, readings, marked, form);
}

/** The plain numbers that the digits may mean; `1.200` means two. */
function numbersOf(digits: string): readonly string[] {
  const small = /^(.*)e-(\d{1,2})$/i.exec(digits);
  if (small !== null) return numbersOf(small[1]!).map((number) => shiftedBack(number, Number(small[2])));
  const readings = numberReadings(digits);
  return readings.length > 0 ? readings : parseDecimal(digits).ok ? [digits] : [];
}

/** What all marks agree on; the mark that is not known; or `several`, where they contradict each other. */
function currenciesOf(marks: readonly string[]): MarkedCurrency | string {
  let agreed: MarkedCurrency = { codes: [], coins: false };
  for (const mark of marks) {
    // `USD $` in one place names the same twice.
    const whole = currencyOfMark(mark);
    const each = whole === undefined ? mark.split(" ") : [mark];
    for (const one of each) {
      const known = currencyOfMark(one);
      if (known === undefined) return mark;
      const codes = agreed.codes.length === 0 ? known.codes : known.codes.filter((code) => agreed.codes.includes(code));
      if (codes.length === 0) return "several";
      agreed = { codes, coins: agreed.coins || known.coins };
    }
  }
  return agreed;
}

/** More than this many readings are not a question but a list. */
const MOST_READINGS = 4;

function amountFrom(
  text: string,
  digits: string,
  readings: readonly string[],
  { codes: marked, coins }: MarkedCurrency,
  form: AmountForm,
): Parsed<WrittenAmount> {
  const { currency, most, expected } = form;
  const codes =
    marked.length === 0
      ? currency === undefined
        ? []
        : [currency]
      : currency !== undefined && marked.includes(currency)
        ? [currency]
        : marked;
  if (codes.length === 0) {
    return problem("invalid-amount", expected, { hint: withCurrency(readings, most) });
  }
  const numbers = coins ? readings.map((number) => shiftedBack(number, 2)) : readings;
  const amounts = codes.flatMap((code) => {
    const exponent = currencyExponent(code) ?? 2;
    const candidates = numbers.map((number) => fitted(number, code, exponent, most(exponent)));
    // A comma before three digits separates thousands where the currency has no cents.
    return exponent === 0 && digits.includes(",") && candidates.some(({ exact }) => exact)
      ? candidates.filter(({ exact }) => exact)
      : candidates;
  });
  const [only, ...others] = amounts;
  if (only !== undefined && others.length === 0 && only.exact) {
    const { amount: number, code, exponent } = only;
    return ok({ number, currency: code, exponent }, isPlain(text) ? undefined : only.text);
  }
  const shown = [...new Set(amounts.map((one) => one.text))].slice(0, MOST_READINGS);
  return problem("invalid-amount", codes.length > 1 ? `${expected}, with its currency` : expected, {
    ...(only?.exact === false && others.length === 0 ? { found: tooFine(only) } : {}),
    ...(text.startsWith(digits) ? { within: [0, digits.length] as const } : {}),
    hint: shown.length === 1 ? `write ${shown[0]!}` : `did you mean ${eitherOf(shown)}?`,
    readings: shown,
  });
}

/** Figures alone, or with a code beside them, are taken as they stand: saying them back would only repeat them. */
function isPlain(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)? *(?:[A-Za-z]{3})?$/.test(text.trim());
}

interface Candidate {
  readonly amount: Decimal;
  readonly code: string;
  readonly exponent: number;
  readonly text: string;
  /** Whether nothing was rounded away. */
  readonly exact: boolean;
  readonly digits: number;
}

/** A number as an amount, with no more digits after the point than are right. */
function fitted(number: string, code: string, exponent: number, most: number): Candidate {
  const read = parseDecimal(number);
  const whole: Decimal = read.ok ? read.value : { digits: 0n, scale: 0 };
  const digits = number.split(".")[1]?.length ?? 0;
  if (digits <= most) return { amount: whole, code, exponent, text: `${number} ${code}`, exact: read.ok, digits };
  const amount = roundDecimal(whole, most);
  const exact = number.slice(number.length - digits + most).replace(/0+$/, "") === "";
  // What rounds to nothing is more than nothing.
  const shown = amount.digits === 0n && !exact ? { digits: 1n, scale: most } : amount;
  return { amount: shown, code, exponent, text: `${decimalText(shown)} ${code}`, exact, digits };
}

function tooFine({ digits, code, exponent }: Candidate): string {
  return `${digits} ${digits === 1 ? "digit" : "digits"} after the point, and ${code} has ${exponent}`;
}

/** The euro is the example: which currency is meant, nobody said. */
function withCurrency(numbers: readonly string[], most: AmountForm["most"]): string {
  return `add the currency: ${eitherOf(numbers.map((number) => fitted(number, "EUR", 2, most(2)).text))}`;
}

function shiftedBack(number: string, places: number): string {
  const read = parseDecimal(number);
  return read.ok ? decimalText({ digits: read.value.digits, scale: read.value.scale + places }) : number;
}

function unknownCurrency(
  text: string,
  mark: string,
  readings: readonly string[],
  form: AmountForm,
): Parsed<WrittenAmount> {
  const close = nearestCurrency(mark);
  if (!/^[A-Za-z]{3}$/.test(mark) && close === undefined) return refusedAmount(text, plainCharacters(text), form);
  const at = text.lastIndexOf(mark);
  return problem("unknown-currency", "an ISO 4217 currency code", {
    found: mark,
    ...(at < 0 ? {} : { within: [at, at + mark.length] as const }),
    ...(close === undefined
      ? {}
      : { hint: `did you mean ${close}? Write ${eitherOf(readings.map((number) => `${number} ${close}`))}` }),
  });
}

const FIGURE = /\d(?:[\d.,']*\d)?/g;
const SUM_OR_PRODUCT = /^\D{0,4}?(\d+(?:\.\d+)?) ?([x*+]) ?\D{0,4}?(\d+(?:\.\d+)?) ?\D{0,6}$/;
/** `12:40`, `12 40`: the cents behind a mark that is not a point. */
const CENTS_APART = /^(\d+)[ :;](\d{2})(?=\D*$)/;

/** What can be said of a text that is not an amount: the amounts that are in it, or that there is none. */
function refusedAmount(text: string, said: string, form: AmountForm): Parsed<never> {
  const { currency, expected, most } = form;
  const marks = said.match(/\p{Sc}|[A-Za-z]{2,}\$?/gu) ?? [];
  const codes = [...new Set(marks.flatMap((mark) => currencyOfMark(mark)?.codes[0] ?? []))];
  const units = codes.length > 0 ? codes : currency === undefined ? [] : [currency];
  const figures = figuresIn(said);
  const amounts = figures.flatMap((figure) =>
    numbersOf(figure).flatMap((number) =>
      units.map((code) => fitted(number, code, currencyExponent(code) ?? 2, most(currencyExponent(code) ?? 2)).text),
    ),
  );
  const shown = [...new Set(amounts)];
  if (text.length > 80 || shown.length > MOST_READINGS) return problem("invalid-amount", expected);
  if (!/\d/.test(said)) return problem("invalid-amount", `${expected}, in digits`);
  if (shown.length === 0) {
    const numbers = figures.flatMap(numbersOf);
    if (numbers.length === 1) return problem("invalid-amount", expected, { hint: withCurrency(numbers, most) });
    return problem("invalid-amount", expected, { found: "it is not a number that can be read" });
  }
  return problem("invalid-amount", shown.length > 1 ? `one amount: ${expected}` : expected, {
    hint: shown.length === 1 ? `write ${shown[0]!}` : `did you mean ${eitherOf(shown)}?`,
    readings: shown,
  });
}

/** The figures of a text; what a sum or product comes to. A percentage and a hexadecimal number are not amounts. */
function figuresIn(said: string): readonly string[] {
  if (/%|\b0x/i.test(said)) return [];
  const apart = CENTS_APART.exec(said);
  if (apart !== null) return [`${apart[1]}.${apart[2]}`];
  const [, a = "", sign, b = ""] = SUM_OR_PRODUCT.exec(said) ?? [];
  const [x, y] = [parseDecimal(a), parseDecimal(b)];
  if (!x.ok || !y.ok) return said.match(FIGURE) ?? [];
  return [decimalText(sign === "+" ? addDecimals(x.value, y.value) : multiplyDecimals(x.value, y.value))];
}
