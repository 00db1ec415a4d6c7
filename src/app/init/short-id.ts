import { parseIdentifier, slugText } from "../../domain/scalars/identifier.ts";

/** Words that name nothing: articles, small verbs, words of measuring, and what questions begin with. */
const EMPTY = wordSet(
  "to an a the this that these those our your their its it we you they there who what which how many much any all",
  "each is are was were be been being am does do did has have had having can could will would should may might must",
  "share number rate count percentage percent proportion amount level degree figure metric total average mean",
  "median still already ever only just more less than too very so if or and but also yet",
);

/** What follows one of these words is detail: `wrong answers on safety-critical intents`. */
const BEFORE_DETAIL = wordSet("on in at for with within by of from per when where while among across under");

/** Verbs of questions, which say less than what they are about: `Does the vendor store our data …?` */
const VERBS = wordSet(
  "store stores keep keeps kept need needs needed make makes use uses used take takes get gets",
  "give gives allow allows allowed require requires required leave leaves left lower lowers",
  "raise raises improve improves reduce reduces say says said come comes go goes let lets read reads",
);

function wordSet(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(" ")));
}

/** Words without which the name of a figure would say the opposite of it. */
const NEGATIONS = wordSet("not never");

/** The same in a question, where the side of a border or of a figure matters as well. */
const TURNING = wordSet(
  "not never without nobody nothing nor outside beyond against refuse refuses refused forbid forbids forbidden reject",
  "rejects rejected fail fails failed lack lacks below above over under less more fewer",
);

const LONGEST = 24;

/**
 * A short id by what a text is about, to be typed every day: `wrong-answers` for "Share of wrong answers on
 * safety-critical intents", `vendor-data-outside-eu` for "Does the vendor store our data outside the EU?".
 *
 * @param otherwise the id where nothing of the text can be one, as with other scripts than Latin
 */
export function shortId(text: string, otherwise: string): string {
  const question = /\?\s*$/.test(text);
  const turning = question ? TURNING : NEGATIONS;
  const words = slugText(spelledOut(text), 400).split("-");
  const about = question ? words : beforeDetail(words);
  const telling = about.filter(
    (word, index) =>
      turning.has(word) ||
      (!EMPTY.has(word) &&
        !BEFORE_DETAIL.has(word) &&
        // What is not done is as telling as the negation: "May we not use the data?"
        !(question && VERBS.has(word) && !NEGATIONS.has(about[index - 1] ?? ""))),
  );
  const id = fitting(telling, turning, question ? 3 : 2).join("-");
  return id.length > 1 && parseIdentifier(id).ok ? id : otherwise;
}

/** The first words besides those that turn the meaning, which stay when others have to go. */
function fitting(words: readonly string[], turning: ReadonlySet<string>, most: number): readonly string[] {
  let others = 0;
  let kept = words.filter((word) => turning.has(word) || ++others <= most);
  const isTooLong = () => kept.join("-").length > LONGEST && kept.length > 1;
  while (isTooLong()) {
    const last = kept.findLastIndex((word) => !turning.has(word));
    kept = kept.toSpliced(last < 0 ? -1 : last, 1);
  }
  return kept.join("-").length > LONGEST ? [] : kept;
}

/** Without the endings that a slug would make words of: `isn't` is `is not`. */
function spelledOut(text: string): string {
  return text
    .replaceAll(/\b(can|won)['’]t\b|\bcannot\b/gi, "not")
    .replaceAll(/n['’]t\b/gi, " not")
    .replaceAll(/['’]s\b/g, "");
}

/** The words up to the first that only adds detail; `of` at the beginning of a measure does not: `share of …`. */
function beforeDetail(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => !EMPTY.has(word) && !BEFORE_DETAIL.has(word));
  const rest = words.slice(Math.max(start, 0));
  const end = rest.findIndex((word) => BEFORE_DETAIL.has(word));
  return end < 0 ? rest : rest.slice(0, end);
}
