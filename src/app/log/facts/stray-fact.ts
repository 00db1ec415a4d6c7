/** A fact in the words of an entry, where it would count for nothing: the flag in front of it was forgotten. */
export interface StrayFact {
  /** As it stands in the text. */
  readonly typed: string;
  /** What it looks like: `wrong-fields is an eval`. */
  readonly because: string;
  /** What may have been meant, the likeliest first; some of it may not be what the flag takes. */
  readonly facts: readonly TypedFact[];
  /**
   * Whether it may as well be words: `readable` where it is only a fact if its flag takes it, `asked` where a person
   * is asked and nothing is refused.
   */
  readonly unsure?: "readable" | "asked";
}

export interface TypedFact {
  readonly flag: FactFlag;
  readonly value: string;
}

export type FactFlag =
  | "eval"
  | "assume"
  | "risk"
  | "answer"
  | "attest"
  | "tokens"
  | "tasks"
  | "spend"
  | "hours"
  | "meeting";
