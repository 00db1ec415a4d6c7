import { nearest } from "./nearest.ts";
import { ok, problem, type Parsed } from "./parsed.ts";

/**
 * One of a few words, in a file or in a flag. The hint of a problem names the word that was probably meant: the nearest
 * by spelling, the only one that begins so, or the same answer in other words.
 */
export function parseWord<const T extends string>(text: string, words: readonly T[]): Parsed<T> {
  const word = words.find((one) => one === text);
  if (word !== undefined) return ok(word);
  const meant = meantWord(text, words);
  return problem("value-not-allowed", wordsLabel(words), meant === undefined ? {} : { hint: `did you mean ${meant}?` });
}

/** `yes or no`, `one of low, medium, high` */
export function wordsLabel(words: readonly string[]): string {
  return words.length <= 2 ? words.join(" or ") : `one of ${words.join(", ")}`;
}

function meantWord(text: string, words: readonly string[]): string | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === "") return undefined;
  const close = nearest(typed, words);
  if (close !== undefined) return close;
  const begun = words.filter((word) => word.startsWith(typed));
  if (begun.length === 1) return begun[0];
  const answer = ANSWERS.find(([, others]) => others.includes(typed))?.[0];
  return answer !== undefined && words.includes(answer) ? answer : undefined;
}

/** Words for yes and no. */
const ANSWERS: readonly (readonly [string, readonly string[]])[] = [
  ["yes", ["true", "on", "1", "ja", "oui", "si", "sí"]],
  ["no", ["false", "off", "0", "nein"]],
];
