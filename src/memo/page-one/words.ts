/** About how many words a reader reads: where a script has no blanks, two of its letters are one. */
export function wordCount(text: string): number {
  const spaceless = text.match(SPACELESS)?.length ?? 0;
  const others = text
    .replace(SPACELESS, " ")
    .split(/\s+/)
    .filter((word) => word !== "").length;
  return others + Math.ceil(spaceless / 2);
}

const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** The beginning of a text, with `…` where it was longer; all of it is in the appendix or the records. */
export function clipped(text: string, mostWords: number): string {
  if (wordCount(text) <= mostWords) return text;
  let shown = "";
  for (const piece of text.split(/(?<=\s)|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u)) {
    if (wordCount(shown + piece) > mostWords) break;
    shown += piece;
  }
  return `${shown.replace(/[\s,;:.…–-]+$/u, "")}…`;
}

/** A sentence with its full stop, whichever script ends it. */
export function sentenceOf(text: string): string {
  return text === "" || /[.!?…。！？؟]["”»)]?$/u.test(text) ? text : `${text}.`;
}
