import type { Entry } from "../records/entry.ts";
import { canonicalTerms } from "./terms-text.ts";
import { amendedTerms } from "../records/terms.ts";
import type { TermValues } from "../records/term-values.ts";
import type { LoggedAmendment } from "./amendments.ts";

/** What was agreed with an entry: the start, or an amendment. */
export interface AgreedTerms {
  readonly entry: Entry;
  /** Those that it changed; undefined for the start. */
  readonly before: TermValues | undefined;
  readonly after: TermValues;
}

/** The terms as they were agreed first and after each amendment, oldest first. */
export function termsChain(started: Entry | undefined, amendments: readonly LoggedAmendment[]): readonly AgreedTerms[] {
  if (started?.start === undefined) return [];
  const chain: AgreedTerms[] = [{ entry: started, before: undefined, after: started.start.terms }];
  for (const { entry, amendment } of amendments) {
    const before = chain.at(-1)?.after ?? started.start.terms;
    chain.push({ entry, before, after: amendedTerms(before, [amendment]) });
  }
  return chain;
}

/**
 * Starts and amendments that keep a hash which does not fit the terms in the log, oldest first: a start that of its own
 * terms, an amendment that of those before it, or of earlier ones, where another branch had amended meanwhile.
 * `sha256`: hex, of a text in UTF-8.
 */
export function unfitTerms(chain: readonly AgreedTerms[], sha256: (text: string) => string): readonly Entry[] {
  const hashes = chain.map(({ after }) => sha256(canonicalTerms(after)));
  return chain
    .filter(({ entry: { start, amend } }, index) => {
      const [kept, fitting] =
        start === undefined
          ? [amend?.fromSha256, hashes.slice(0, index)]
          : [start.sha256, hashes.slice(index, index + 1)];
      return kept !== undefined && !fitting.includes(kept);
    })
    .map(({ entry }) => entry);
}
