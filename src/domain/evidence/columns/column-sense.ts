import type { Eval } from "../../records/eval.ts";
import { nameWords } from "./name-words.ts";

/*
 * What the name of a column says about its cells: whether `true` in it is good or bad news. A table of raw results is
 * written by a harness, which does not know what the eval counts.
 */

const GOOD = wordSet(`
  accept acceptable accepted accurate answered approved complete completed compliant correct correctly exact faithful
  good grounded helpful hit hits match matched matches met ok okay pass passed passes passing relevant resolved right
  safe satisfied solved succeed succeeded success successes successful supported valid win wins won
`);

const BAD = wordSet(`
  bad broken crash crashed defect defective defects disapproved err error errored erroneous errors exception exceptions
  fail failed failing fails failure failures fault faults faulty hallucinated hallucination hallucinations harmful
  inaccurate incomplete incorrect incorrectly invalid irrelevant lose loses loss lost miss missed misses mismatch
  mistake mistakes noncompliant nok rejected refused timeout timeouts toxic unanswered ungrounded unhelpful unresolved
  unsafe unsolved unsuccessful unsupported violated violation violations wrong wrongly
`);

const NEGATIONS = wordSet("no non not without false in un never");

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Whether `true` in a column of that name is good or bad news; undefined where the name says neither, or both. */
export function columnSense(name: string): "good" | "bad" | undefined {
  const found = new Set(signed(lastWords(name)));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** The words after the last point: of `metrics.passed` the field itself. */
function lastWords(name: string): readonly string[] {
  const own = nameWords(name.slice(name.lastIndexOf(".") + 1));
  return own.map((word) => word.toLowerCase());
}

function signed(words: readonly string[]): readonly ("good" | "bad")[] {
  return words.flatMap((word, index): readonly ("good" | "bad")[] => {
    const plain = GOOD.has(word) ? "good" : BAD.has(word) ? "bad" : undefined;
    if (plain === undefined) return word === "false" && !isSigned(words[index + 1]) ? ["bad"] : [];
    const turned = NEGATIONS.has(words[index - 1] ?? "") || words[index + 1] === "free";
    return [turned ? (plain === "good" ? "bad" : "good") : plain];
  });
}

function isSigned(word: string | undefined): boolean {
  return word !== undefined && (GOOD.has(word) || BAD.has(word));
}

/** Words of an id that say how something is counted, and not what. */
const COUNTING = wordSet("count counts number of on in per percent percentage pct rate ratio share the total");

/**
 * Whether a column is named after what its eval counts, as `escalated` is of `escalations`: then `true` is just that.
 */
export function isNamedAfter({ id }: Eval, name: string): boolean {
  const content = (words: readonly string[]) => words.filter((word) => !COUNTING.has(word) && word !== "is");
  const [own, column] = [content(nameWords(id).map((word) => word.toLowerCase())), content(lastWords(name))];
  if (own.length === 0 || own.length !== column.length) return false;
  return own.every((word) => column.some((other) => isOneStem(word, other)));
}

/** Two words are the same if they share at least this many letters. */
const LEAST_STEM = 5;

function isOneStem(a: string, b: string): boolean {
  if (a === b) return true;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= LEAST_STEM && Math.max(a.length, b.length) - same <= 4;
}

const ERROR_CORE = wordSet("err errmsg error errored errormessage errormsg errors exception exceptions traceback");
const ERROR_MORE = wordSet(`
  body class code count description detail details flag had has info is kind message msg n name num of raised reason
  stack str string text trace type
`);

/** Whether a column says that a case broke before it could be scored: `error`, `exceptionType`, `has_error`. */
export function isErrorColumn(name: string): boolean {
  const words = lastWords(name);
  return (
    words.some((word) => ERROR_CORE.has(word)) && words.every((word) => ERROR_CORE.has(word) || ERROR_MORE.has(word))
  );
}

const NO_ERROR = new Set([
  "",
  "-",
  "0",
  "0.0",
  "[]",
  "{}",
  '""',
  "false",
  "n/a",
  "na",
  "nan",
  "nil",
  "no",
  "none",
  "null",
  "ok",
  "success",
  "undefined",
]);

/** Whether a cell of such a column holds an error. */
export function isErrorSet(text: string | undefined): boolean {
  return text !== undefined && !NO_ERROR.has(text.trim().toLowerCase());
}
