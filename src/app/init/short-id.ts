import { parseIdentifier, slugText } from "../../domain/scalars/identifier.ts";

/** Words that name nothing: articles, small verbs, words of measuring, and what questions begin with. */
const EMPTY = wordSet(
  "an a the this that these those our your their its it we you they there who what which how many much any all",
  "each is are was were be been being am does do did has have had having can could will would should may might must",
  "not share number rate count percentage percent proportion amount level degree figure metric total average mean",
  "median still already ever only just more less than too very so if or and but also yet",
);

/** What follows one of these words is detail: `wrong answers on safety-critical intents`. */
const BEFORE_DETAIL = wordSet("on in at for with within by of from per when where while among across under");

/** Verbs of questions, which say less than what they are about: `Does the vendor store our data …?` */
const VERBS = wordSet(
  "store stores keep keeps kept refuse refuses refused need needs needed make makes use uses used take takes get gets",
  "give gives allow allows allowed forbid forbids forbidden require requires required leave leaves left lower lowers",
  "raise raises improve improves reduce reduces say says said come comes go goes let lets read reads",
);

function wordSet(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(" ")));
}

const LONGEST = 24;

/**
 * A short id by what a text is about, to be typed every day: `wrong-answers` for "Share of wrong answers on
 * safety-critical intents", `vendor-data-eu` for "Does the vendor store our data outside the EU?".
 *
 * @param otherwise the id where nothing of the text can be one, as with other scripts than Latin
 */
export function shortId(text: string, otherwise: string): string {
  const question = /\?\s*$/.test(text);
  const words = slugText(text.replaceAll(/['’]s\b/g, ""), 400).split("-");
  const about = question ? words : beforeDetail(words);
  const telling = about.filter(
    (word) => !EMPTY.has(word) && !BEFORE_DETAIL.has(word) && !(question && (VERBS.has(word) || word === "outside")),
  );
  let id = "";
  for (const word of telling.slice(0, question ? 3 : 2)) {
    const longer = id === "" ? word : `${id}-${word}`;
    if (longer.length > LONGEST) break;
    id = longer;
  }
  return id.length > 1 && parseIdentifier(id).ok ? id : otherwise;
}

/** The words up to the first that only adds detail; `of` at the beginning of a measure does not: `share of …`. */
function beforeDetail(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => !EMPTY.has(word) && !BEFORE_DETAIL.has(word));
  const rest = words.slice(Math.max(start, 0));
  const end = rest.findIndex((word) => BEFORE_DETAIL.has(word));
  return end < 0 ? rest : rest.slice(0, end);
}
