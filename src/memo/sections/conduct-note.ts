import type { Entry } from "../../domain/records/entry.ts";
import type { ConductCode } from "./conduct-weights.ts";

/** Something to be known of the PoC, with the entries that show it. */
export interface ConductNote {
  readonly text: string;
  readonly entries: readonly string[];
}

/** One way in which the PoC was not run or judged as planned. */
export type CodedNote = ConductNote & NoteAbout & { readonly code: ConductCode };

/** What a note is about, beside what is shown of it. */
export type NoteAbout = {
  /** What else says the same, where its entries are not enough to tell: one entry may change several terms. */
  readonly about?: string;
  /** The end of the text, which stays where the text is cut short: who approved it. */
  readonly end?: string;
};

export function conductNote(code: ConductCode, text: string, entries: readonly Entry[] = []): CodedNote {
  return { code, text, entries: [...new Set(entries.map((entry) => entry.id))] };
}

/** The note as it is shown, without what orders it. */
export function shownNote({ text, entries }: ConductNote): ConductNote {
  return { text, entries };
}

/** A statement of a person within a sentence of ours. */
export function quoted(statement: string | undefined, id: string): string {
  return statement === undefined ? id : `"${statement.replace(/\.$/, "")}"`;
}
