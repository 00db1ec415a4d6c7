import type { Entry, EntrySource } from "../../../src/domain/records/entry.ts";
import { MARTA, answers, entry, killOf, result, spent } from "../../support/records.ts";

/** Entries about the kill criterion `no-better`, each with an id that says what it does. */

export const MEASURED = killOf({ when: "wrong-rate > 28%", by: "2026-12-02" });
export const ASKED = killOf({ ask: "Is it?", by: "2026-12-02" });
export const PAID = killOf({ when: "spend.total > 250 EUR", by: "2026-12-04" });

export function bad(when: string, id = "bad"): Entry {
  return entry(when, { id, results: [result("wrong-rate", "120/200")] });
}

export function good(when: string, id = "good"): Entry {
  return entry(when, { id, results: [result("wrong-rate", "19/200")] });
}

export function pay(when: string, figure: string, id = "pay"): Entry {
  return entry(when, { id, spend: [spent(figure)] });
}

export function say(when: string, answer: "yes" | "no", id: string = answer): Entry {
  return entry(when, { ...answers("no-better", answer), id });
}

export function undo(when: string, of: string, id = "undo"): Entry {
  return entry(when, { id, undo: { entry: of } });
}

export function clear(when: string): Entry {
  return entry(when, { id: "clear", clear: { criterion: "no-better", reason: "an old index", approver: MARTA } });
}

/** A bill of one day, imported; `replaces`: again, because the source has changed. */
export function billOf(letter: string, replaces?: string): EntrySource {
  const of = { format: "openai-costs", key: "2026-11-24", sha256: letter.repeat(64) };
  return replaces === undefined ? of : { ...of, replaces };
}
