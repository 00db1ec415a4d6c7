/** About how many words a reader reads: where a script has no blanks, two of its letters are one. */
export function wordCount(text: string): number {
  if (WITH_BLANKS.test(text)) return blankedWords(text);
  const spaceless = text.match(SPACELESS)?.length ?? 0;
  return blankedWords(text.replace(SPACELESS, " ")) + Math.ceil(spaceless / 2);
}

function blankedWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

/** The scripts below are none of these: English texts need no tables of Unicode. */
const WITH_BLANKS = /^[\0-\u0dff\u0e80-\u2e7f]*$/;

const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/**
 * The beginning of a text, with `…` where it was longer: up to the end of a sentence where one ends in its second half,
 * else up to a word. All of it is in the appendix. A text that is hardly longer stays whole: to leave out two words and
 * to say where they are takes more room than they do.
 */
export function clipped(text: string, mostWords: number): string {
  if (wordCount(text) <= mostWords + Math.floor(mostWords / 4)) return text;
  let shown = "";
  for (const piece of text.split(/(?<=\s)|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u)) {
    if (wordCount(shown + piece) > mostWords) break;
    shown += piece;
  }
  const sentence = SENTENCES.exec(shown)?.[0] ?? "";
  if (wordCount(sentence) * 2 >= mostWords) return `${sentence.trimEnd()} …`;
  return `${shown.replace(/[\s,;:.…–-]+$/u, "")}…`;
}

/** Whole sentences, as many as there are. */
const SENTENCES = /^.*(?:[.!?؟][”"»)]*(?=\s)|[。！？])/su;

/** Whether a text of page one was cut. */
export function isCut(text: string): boolean {
  return text.includes("…");
}

/** A sentence with its full stop, whichever script ends it. */
export function sentenceOf(text: string): string {
  return text === "" || /[.!?…。！？؟]["”»)]?$/u.test(text) ? text : `${text}.`;
}
