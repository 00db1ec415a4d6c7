import MiniSearch from "minisearch";
import type { PocSummary, WholeRow } from "../../domain/portfolio/poc-summary.ts";

/** A PoC that asked something alike, and how much of the question it shares: from above 0 to 1. */
export interface Alike {
  readonly path: string;
  readonly summary: PocSummary;
  readonly share: number;
}

/** Less than this of the words in common is a coincidence. */
const LEAST_SHARE = 0.4;
/** One word that a typo hides is found, and a short word has no room for one. */
const TYPOS = (term: string) => (term.length >= 5 ? 0.25 : false);
const PREFIX = (term: string) => term.length >= 5;

/**
 * The PoCs whose title, question, unknowns or metrics are like a text, the most alike first. Words may be in any order,
 * have other endings or a typo; words that say nothing in English or German do not count.
 */
export function alikePocs(text: string, rows: readonly WholeRow[]): readonly Alike[] {
  const known = rows.flatMap((row) => ("summary" in row ? [{ path: row.path, summary: row.summary }] : []));
  const asked = new Set(wordsOf(text));
  if (asked.size === 0 || known.length === 0) return [];
  const index = new MiniSearch<{ readonly id: number; readonly text: string }>({
    fields: ["text"],
    tokenize: (all) => [...wordsOf(all)],
    processTerm: (term) => term,
  });
  index.addAll(known.map(({ summary }, id) => ({ id, text: textOf(summary) })));
  const found = index.search(text, { fuzzy: TYPOS, prefix: PREFIX, combineWith: "OR" });
  return found
    .flatMap(({ id, queryTerms, score }) => {
      const one = known[Number(id)];
      const share = new Set(queryTerms).size / asked.size;
      return one === undefined || share < LEAST_SHARE || (asked.size > 1 && queryTerms.length < 2)
        ? []
        : [{ ...one, share, score }];
    })
    .sort((a, b) => b.share - a.share || b.score - a.score || (a.path < b.path ? -1 : 1))
    .map(({ path, summary, share }) => ({ path, summary, share }));
}

function textOf({ title, question = "", unknowns, metrics }: PocSummary): string {
  return [title, question, ...unknowns, ...metrics].join("\n");
}

/** Words that say something. */
function wordsOf(text: string): readonly string[] {
  return plainWords(text).filter((word) => !SAYING_NOTHING.has(word));
}

/** Words without marks on their letters: `für` and `fur` are one, and so are `prüfen` and `pruefen`. */
function plainWords(text: string): readonly string[] {
  const plain = text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll(/ae|oe|ue/g, (pair) => pair[0]!)
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "");
  return [...plain.matchAll(/[\p{L}\p{N}]{2,}/gu)].map(([word]) => word);
}

const SAYING_NOTHING: ReadonlySet<string> = new Set(
  plainWords(
    "the an and or of to in on for with by at from is are was be does do did can could will would it its this that " +
      "these those we our you your they their how what which who when where why than then more less good better " +
      "enough as if so no not any all new use using used make makes made has have had poc proof concept " +
      "der die das den dem des ein eine einen einem einer und oder von zu im in am an auf fur mit bei aus ist sind " +
      "war wird werden kann konnen ob wie was wer wann wo warum als mehr weniger gut genug nicht kein keine wir " +
      "unser unsere sich es sie er ihr ihre dies diese dieser",
  ),
);
