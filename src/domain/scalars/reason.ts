/** Fewer letters say nothing; a script that writes words with one or two signs needs fewer of them. */
const LEAST_LETTERS = 3;

/** Whether a text can be the reason of an act: `x`, `-` and `ok` are none. */
export function isReason(text: string): boolean {
  const signs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters + signs >= LEAST_LETTERS;
}
