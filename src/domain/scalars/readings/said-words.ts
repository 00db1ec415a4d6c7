/** One blank between words, and the words of units as their signs: `3 percentage points` as `3pp`. */
export function saidWords(text: string): string {
  return text
    .trim()
    .replace(/[.!]+$/, "")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/(?<=\d) ?(?:percentage points?|percent points?|%-points?|pct points?|points?|pts?|pp)\b/gi, "pp")
    .replaceAll(/(?<=\d) ?(?:percent|per cent|pct)\b/gi, "%")
    .replaceAll(/(?<=\d) %/g, "%")
    .replaceAll(/(?<=\d) ?(?:milliseconds?|msecs?)\b/gi, " ms")
    .replaceAll(/(?<=\d) ?(?:seconds?|secs?)\b/gi, " s")
    .replaceAll(/(?<=\d) ?(?:minutes?|mins?)\b/gi, " min")
    .replaceAll(/(?<=\d),(?=\d{1,2}(?!\d))/g, ".")
    .replaceAll(/^(?:(?:it )?(?:should|must|has to|may|can) be |target:? )/gi, "");
}

/** A figure with its unit, as `saidWords` leaves it. */
export const SAID_NUMBER = String.raw`(?<number>\d[\d.,]*(?: ?(?:%|[a-z][a-z/_-]*))?)`;
