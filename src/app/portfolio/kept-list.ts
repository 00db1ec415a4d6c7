// A list that is kept stands in for reading the summaries of a portfolio, comparing them and writing them out, which is
// half of what a list costs in which nothing has changed. It is used only where everything that it was made of is the
// same text: each PoC and what is kept of its summary, in their order, the day, the portfolio, what was typed, and the
// terminal. That the summaries are those of the records is proven before, PoC by PoC.

import { keptForm } from "../../document/reading/kept-form.ts";
import type { AnswerStore } from "../ports/ports.ts";
import type { FoundPocs } from "./found-pocs.ts";

/** What was printed, and the exit code. */
export interface ListAnswer {
  readonly text: string;
  readonly exitCode: number;
}

/** Of a longer list nothing is kept, so that it takes no more memory: a thousand PoCs have half as many letters. */
const MOST_LETTERS = 5_000_000;

/**
 * The answer that is kept of the same PoCs.
 *
 * @param shown how it is shown: what was typed, where, and on which terminal
 */
export function keptList(store: AnswerStore, found: FoundPocs, shown: string): ListAnswer | undefined {
  const bytes = store.load();
  if (bytes === undefined) return undefined;
  const kept = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  let at = 0;
  for (const piece of piecesOf(found, store.build, shown)) {
    if (kept.slice(at, at + piece.length) !== piece) return undefined;
    at += piece.length;
  }
  const cut = kept.indexOf("\n", at);
  const exitCode = Number(kept.slice(at, cut));
  return Number.isInteger(exitCode) && cut > at ? { exitCode, text: kept.slice(cut + 1) } : undefined;
}

/** Keeps the answer. One of which a PoC was only judged is not kept, for nothing would prove it the next time. */
export function keepList(store: AnswerStore, found: FoundPocs, shown: string, { text, exitCode }: ListAnswer): void {
  if (!found.pocs.every((poc) => "kept" in poc || "fault" in poc)) return;
  const key = [...piecesOf(found, store.build, shown)];
  const letters = key.reduce((sum, { length }) => sum + length, text.length);
  if (letters > MOST_LETTERS) return;
  store.save(new TextEncoder().encode(`${key.join("")}${exitCode}\n${text}`));
}

/** Everything that the list is made of, each piece ending where no other one does. */
function* piecesOf({ pocs, closed, file, portfolio }: FoundPocs, build: string, shown: string): Generator<string> {
  yield `${JSON.stringify([build, shown, closed, file ?? "", keptForm(portfolio), pocs.length])}\n`;
  for (const poc of pocs) {
    if (!("kept" in poc)) yield `${JSON.stringify(poc)}\n`;
    else yield `${JSON.stringify([poc.path, poc.kept.date])}\n${poc.kept.body}\n`;
  }
}
