import { currencyExponent } from "../../scalars/currency.ts";
import { nameWords } from "./name-words.ts";

/** The unit of the numbers in a column, by its name or by what a person said. */
export interface ColumnUnit {
  readonly kind: "time" | "money" | "other";
  /** `ms`, `s`, `min`, `h`, a currency, or the word itself; "" for hundredths of a currency that is not named. */
  readonly unit: string;
  /** As people call it: `us`, `cents`. */
  readonly label: string;
  /** By how much a number of the column has to be multiplied to be in `unit`: 0.01 for cents. */
  readonly factor: number;
  /** Whether it may not be a unit at all: `latency_min` may be a minimum. */
  readonly doubtful: boolean;
}

const TIMES: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  ns: ["ms", 1e-6],
  nsec: ["ms", 1e-6],
  nanos: ["ms", 1e-6],
  nanosecond: ["ms", 1e-6],
  nanoseconds: ["ms", 1e-6],
  us: ["ms", 1e-3],
  µs: ["ms", 1e-3],
  usec: ["ms", 1e-3],
  micros: ["ms", 1e-3],
  microsecond: ["ms", 1e-3],
  microseconds: ["ms", 1e-3],
  ms: ["ms", 1],
  msec: ["ms", 1],
  msecs: ["ms", 1],
  millis: ["ms", 1],
  millisecond: ["ms", 1],
  milliseconds: ["ms", 1],
  s: ["s", 1],
  sec: ["s", 1],
  secs: ["s", 1],
  second: ["s", 1],
  seconds: ["s", 1],
  min: ["min", 1],
  mins: ["min", 1],
  minute: ["min", 1],
  minutes: ["min", 1],
  h: ["h", 1],
  hr: ["h", 1],
  hrs: ["h", 1],
  hour: ["h", 1],
  hours: ["h", 1],
  day: ["h", 24],
  days: ["h", 24],
};

/** These are units at the end of a name only, or in brackets: `latency_s`, `Time (h)`. */
const AT_THE_END = new Set(["s", "h", "us", "min", "day", "days"]);

const SIGNS: Readonly<Record<string, string>> = { $: "USD", "€": "EUR", "£": "GBP", "¥": "JPY" };
const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  dollar: "USD",
  dollars: "USD",
  euro: "EUR",
  euros: "EUR",
  pounds: "GBP",
  yen: "JPY",
};
/** Codes that are not words of English, so that they are read in small letters too. */
const PLAIN_CODES = new Set(
  (
    "aud brl cad chf cny czk dkk eur gbp hkd huf idr ils inr jpy krw mxn myr nok nzd php pln ron sek sgd thb twd " +
    "uah usd zar"
  ).split(" "),
);
const CENTS = new Set(["cent", "cents"]);

/** What a name says of the unit, by kind; the last word wins, and one in brackets before all others. */
export function namedUnits(name: string): Readonly<Partial<Record<"time" | "money", ColumnUnit>>> {
  const bracketed = /[([]([^()[\]]*)[)\]]\s*$/.exec(name)?.[1];
  return { ...unitsAmong(name), ...(bracketed === undefined ? {} : unitsAmong(bracketed)) };
}

function unitsAmong(name: string): Partial<Record<"time" | "money", ColumnUnit>> {
  const all = nameWords(name);
  // What follows "per" is what is counted: tokens per second are not a time.
  const per = all.findIndex((word) => word.toLowerCase() === "per");
  const words = per < 0 ? all : all.slice(0, per);
  const found: Partial<Record<"time" | "money", ColumnUnit>> = {};
  let cents = false;
  for (const [index, word] of words.entries()) {
    const [small, last] = [word.toLowerCase(), index === words.length - 1];
    const time = Object.hasOwn(TIMES, small) ? TIMES[small] : undefined;
    if (time !== undefined && (last || !AT_THE_END.has(small)))
      found.time = {
        kind: "time",
        unit: time[0],
        label: time[1] === 1 ? time[0] : small,
        factor: time[1],
        doubtful: small === "min" && words.length > 1,
      };
    const code = currencyOf(word, name);
    if (code !== undefined) found.money = { kind: "money", unit: code, label: code, factor: 1, doubtful: false };
    if (CENTS.has(small)) cents = true;
  }
  if (cents)
    found.money = { kind: "money", unit: found.money?.unit ?? "", label: "cents", factor: 0.01, doubtful: false };
  return found;
}

function currencyOf(word: string, name: string): string | undefined {
  const small = word.toLowerCase();
  const sign = Object.hasOwn(SIGNS, word) ? SIGNS[word] : undefined;
  const named = Object.hasOwn(CURRENCY_WORDS, small) ? CURRENCY_WORDS[small] : undefined;
  if (sign !== undefined || named !== undefined) return sign ?? named;
  if (PLAIN_CODES.has(small)) return small.toUpperCase();
  // In a name all of capitals, ALL and TRY are words like any other.
  const stands = /^[A-Z]{3}$/.test(word) && (name !== name.toUpperCase() || name.trim() === word);
  return stands && currencyExponent(word) !== undefined ? word : undefined;
}

/** The unit that a person said: `ms`, `USD`, `cents`, `fraction`, or any word of an eval's own. */
export function saidUnit(text: string): ColumnUnit {
  const { time, money } = namedUnits(text);
  const word = nameWords(text).length === 1;
  if (word && time !== undefined) return { ...time, doubtful: false };
  if (word && money !== undefined) return money;
  if (["fraction", "fractions"].includes(text.toLowerCase()))
    return { kind: "other", unit: "%", label: "fraction", factor: 100, doubtful: false };
  const code = /^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : "";
  if (currencyExponent(code) !== undefined)
    return { kind: "money", unit: code, label: code, factor: 1, doubtful: false };
  return { kind: "other", unit: text, label: text, factor: 1, doubtful: false };
}
