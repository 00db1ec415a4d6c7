import type { Entry } from "../../domain/records/entry.ts";

/** One way in which the PoC was not run or judged as planned. */
export interface ConductNote {
  readonly text: string;
  readonly entries: readonly string[];
}

export function conductNote(text: string, entries: readonly Entry[] = []): ConductNote {
  return { text, entries: [...new Set(entries.map((entry) => entry.id))] };
}

/** A statement of a person within a sentence of ours. */
export function quoted(statement: string | undefined, id: string): string {
  return statement === undefined ? id : `"${statement.replace(/\.$/, "")}"`;
}
