import type { Entry } from "../records/entry.ts";
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
