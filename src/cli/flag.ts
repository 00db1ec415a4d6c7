import type { UsageProblem } from "../app/ports/faults.ts";
import type { Parsed } from "../domain/scalars/parsed.ts";
import { readingsHint, wholeReadings } from "../domain/scalars/number-readings.ts";
import { parseWord } from "../domain/scalars/word.ts";

/**
 * What a flag or an argument is: declared once, in the command that takes it, under the name by which the code of the
 * command reads its value. The type of the value follows from the declaration.
 */

/** The value of a flag or argument, or what is wrong with what was typed. */
export type Reading<T> = { readonly value: T } | { readonly problem: UsageProblem };

export interface Flag<T> {
  readonly kind: "text" | "texts" | "truth" | "choice" | "count";
  readonly about: string;
  /** `e`, for `-e` beside `--eval`. */
  readonly short?: string;
  /** The placeholder for the value in the help: `<amount>`. Only a switch has none. */
  readonly value?: string;
  /** For a choice: the words that may be typed. */
  readonly words?: readonly string[];
  /** For a choice: the word that applies if none is typed. */
  readonly byDefault?: string;
  /** For a choice: a word that has a flag of its own, `--json` for `--format json`. */
  readonly shorthand?: string;
  /** @param given every value in the order in which it was typed; @param name `--spend` */
  readonly read: (given: readonly string[], name: string) => Reading<T>;
}

export interface Argument<T> {
  readonly kind: "required" | "optional" | "rest";
  readonly about: string;
  /** For one of a few words: those that may be typed. */
  readonly words?: readonly string[];
  readonly read: (given: readonly string[], name: string) => Reading<T>;
}

/** By the names that code reads them by: `asOf` is `--as-of`. */
export type Flags = Readonly<Record<string, Flag<unknown>>>;
export type Arguments = Readonly<Record<string, Argument<unknown>>>;

export type ValuesOf<F extends Flags | Arguments> = {
  readonly [K in keyof F]: F[K] extends Flag<infer T> | Argument<infer T> ? T : never;
};

interface Single {
  readonly short?: string;
  /** What to do instead of giving the flag twice. */
  readonly twice?: string;
}

export function text(value: string, about: string, { short, twice }: Single = {}): Flag<string | undefined> {
  return {
    kind: "text",
    about,
    value,
    ...(short === undefined ? {} : { short }),
    read: (given, name) => blankProblem(given, name, value) ?? once(given, name, twice, (typed) => ({ value: typed })),
  };
}

/** A flag that may be given several times. */
export function texts(value: string, about: string, { short }: Pick<Single, "short"> = {}): Flag<readonly string[]> {
  return {
    kind: "texts",
    about,
    value,
    ...(short === undefined ? {} : { short }),
    read: (given, name) => blankProblem(given, name, value) ?? { value: given },
  };
}

/** Nothing between the quotes says nothing, and is most likely a variable of the shell that is not set. */
function blankProblem(
  given: readonly string[],
  name: string,
  value: string,
): { readonly problem: UsageProblem } | undefined {
  if (!given.some((typed) => typed.trim() === "")) return undefined;
  return { problem: { message: `${name}: found nothing, expected ${value}`, hint: `leave ${name} out, or say what` } };
}

/** A flag without a value. Giving it twice says the same as giving it once. */
export function truth(about: string, { short }: Pick<Single, "short"> = {}): Flag<boolean> {
  return {
    kind: "truth",
    about,
    ...(short === undefined ? {} : { short }),
    read: (given) => ({ value: given.length > 0 }),
  };
}

/** A whole number of at least 1. */
export function count(value: string, about: string): Flag<number | undefined> {
  return {
    kind: "count",
    about,
    value,
    read: (given, name) =>
      once(given, name, undefined, (typed) =>
        /^[1-9]\d{0,8}$/.test(typed)
          ? { value: Number(typed) }
          : refused(name, typed, { expected: "a whole number of at least 1", ...wholeHint(typed) }),
      ),
  };
}

function wholeHint(typed: string): { readonly hint?: string } {
  const hint = readingsHint(wholeReadings(typed), typed);
  return hint === undefined ? {} : { hint };
}

interface ChoiceMore<T extends string> {
  readonly shorthand?: NoInfer<T>;
}

/** One of a few words. */
export function choice<const T extends string>(value: string, words: readonly T[], about: string): Flag<T | undefined>;
export function choice<const T extends string>(
  value: string,
  words: readonly T[],
  about: string,
  more: ChoiceMore<T> & { readonly byDefault: NoInfer<T> },
): Flag<T>;
export function choice<const T extends string>(
  value: string,
  words: readonly T[],
  about: string,
  more: ChoiceMore<T> & { readonly byDefault?: T } = {},
): Flag<T | undefined> {
  return {
    kind: "choice",
    about,
    value,
    words,
    ...more,
    read(given, name) {
      // A shorthand does not contradict the word it stands for.
      const one = given.every((typed) => typed === more.shorthand) ? given.slice(0, 1) : given;
      const reading = once(one, name, undefined, (typed) => readWord(typed, words, name));
      return "value" in reading ? { value: reading.value ?? more.byDefault } : reading;
    },
  };
}

/** Some of a few words, each by a flag of its own. */
export function choices<const T extends string>(value: string, words: readonly T[], about: string): Flag<readonly T[]> {
  return {
    kind: "texts",
    about,
    value,
    words,
    read(given, name) {
      const found: T[] = [];
      for (const typed of given) {
        const reading = readWord(typed, words, name);
        if ("problem" in reading) return reading;
        found.push(reading.value);
      }
      return { value: found };
    },
  };
}

/** A word and a file, `sarif=poc.sarif`; may be given several times, each file once. */
export interface WordFile<T extends string> {
  readonly word: T;
  readonly file: string;
}

/** Files to write, each in the format of its word. */
export function wordFiles<const T extends string>(
  value: string,
  words: readonly T[],
  about: string,
): Flag<readonly WordFile<T>[]> {
  return {
    kind: "texts",
    about,
    value,
    words,
    read(given, name) {
      const found: WordFile<T>[] = [];
      for (const typed of given) {
        const at = typed.indexOf("=");
        const [word, file] = at < 0 ? [typed, ""] : [typed.slice(0, at), typed.slice(at + 1)];
        const reading = readWord(word, words, name);
        if ("problem" in reading) return reading;
        if (file === "")
          return refused(name, typed, { expected: `${value}`, hint: `name the file: ${name} ${reading.value}=FILE` });
        if (file === "-")
          return refused(name, typed, {
            expected: "a file",
            hint: `--format ${reading.value} prints to standard output`,
          });
        if (found.some((one) => one.file === file))
          return refused(name, typed, { expected: "a file of its own for each report" });
        found.push({ word: reading.value, file });
      }
      return { value: found };
    },
  };
}

export function required(about: string): Argument<string> {
  // commander refuses a command line without it.
  return { kind: "required", about, read: ([typed = ""]) => ({ value: typed }) };
}

export function optional(about: string): Argument<string | undefined> {
  return { kind: "optional", about, read: ([typed]) => ({ value: typed }) };
}

/**
 * One of a few words, in capitals too.
 *
 * @param otherwise the hint where no word is near
 */
export function optionalWord<const T extends string>(
  about: string,
  words: readonly T[],
  otherwise?: (typed: string) => string,
): Argument<T | undefined> {
  return {
    kind: "optional",
    about,
    words,
    read([typed], name) {
      if (typed === undefined) return { value: undefined };
      const word = parseWord(typed.toLowerCase(), words);
      if (word.ok) return { value: word.value };
      const hint = word.problem.hint ?? otherwise?.(typed);
      return refused(name, typed, { ...word.problem, ...(hint === undefined ? {} : { hint }) });
    },
  };
}

/** One of a few words, without which there is nothing to do. */
export function requiredWord<const T extends string>(about: string, words: readonly T[]): Argument<T> {
  // commander refuses a command line without it.
  return { kind: "required", about, read: ([typed = ""], name) => readWord(typed.toLowerCase(), words, name) };
}

/** Everything that is left of the command line. */
export function rest(about: string): Argument<readonly string[]> {
  return { kind: "rest", about, read: (given) => ({ value: given }) };
}

function once<T>(
  given: readonly string[],
  name: string,
  twice: string | undefined,
  read: (typed: string) => Reading<T>,
): Reading<T | undefined> {
  const [typed, ...others] = given;
  if (typed === undefined) return { value: undefined };
  if (others.length === 0) return read(typed);
  const found = given.map((one) => `"${shortened(one)}"`).join(" and ");
  return {
    problem: { message: `${name}: found ${found}, expected one value`, hint: twice ?? `give ${name} once` },
  };
}

function readWord<T extends string>(typed: string, words: readonly T[], name: string): Reading<T> {
  const word: Parsed<T> = parseWord(typed, words);
  return word.ok ? { value: word.value } : refused(name, typed, word.problem);
}

function refused(
  name: string,
  typed: string,
  { expected, hint }: { readonly expected: string; readonly hint?: string },
): { readonly problem: UsageProblem } {
  const message = `${name}: found "${shortened(typed)}", expected ${expected}`;
  return { problem: { message, ...(hint === undefined ? {} : { hint }) } };
}

function shortened(typed: string): string {
  return typed.length > 60 ? `${typed.slice(0, 57)}…` : typed;
}
