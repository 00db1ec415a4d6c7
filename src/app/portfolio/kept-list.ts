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

/** Of a longer list nothing is kept, so that it takes no more memory: three thousand PoCs have as many. */
const MOST_BYTES = 5_000_000;

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
    if (!kept.startsWith(piece, at)) return undefined;
    at += piece.length;
  }
  const cut = kept.indexOf("\n", at);
  const exitCode = Number(kept.slice(at, cut));
  return Number.isInteger(exitCode) && cut > at ? { exitCode, text: kept.slice(cut + 1) } : undefined;
}

/** Keeps the answer for the next time. */
export function keepList(store: AnswerStore, found: FoundPocs, shown: string, { text, exitCode }: ListAnswer): void {
  if (found.bodies.bytes + text.length > MOST_BYTES) return;
  const key = [...piecesOf(found, store.build, shown)].join("");
  store.save(new TextEncoder().encode(`${key}${exitCode}\n${text}`));
}

/** Everything that the list is made of, each piece ending where no other one does. */
function* piecesOf({ pocs, bodies, closed, file, portfolio }: FoundPocs, build: string, shown: string) {
  yield `${JSON.stringify([build, shown, closed, file ?? "", keptForm(portfolio), pocs])}\n`;
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
  for (const some of bodies.together()) yield utf8.decode(some);
}
