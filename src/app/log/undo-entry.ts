import type { Entry } from "../../domain/records/entry.ts";
import { RuleFault, UsageFault } from "../ports/faults.ts";
import { findEntry } from "../poc/find-entry.ts";
import { asOf } from "../poc/judge.ts";
import { openPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";
import { effectiveLog, repeatedActs } from "../../domain/records/log.ts";
import { recordEntry, type LogResult } from "./record-entry.ts";
import { finalFact, type Fact, type FinalFact } from "../../domain/records/facts.ts";
import { optional } from "../../domain/scalars/optional.ts";

export interface UndoRequest {
  readonly directory: string | undefined;
  readonly id: string;
  readonly reason: string | undefined;
  readonly by: string | undefined;
  readonly allowSecret: boolean;
}

export interface UndoResult extends LogResult {
  /** The entry that no longer counts, or counts again where a correction was undone. */
  readonly corrected: Entry;
}

/**
 * Adds a correction: the entry stays where it is and no longer counts.
 *
 * @throws UsageFault, RuleFault, FileFault
 */
export function undoEntry(context: Context, request: UndoRequest): UndoResult {
  const poc = openPoc(context, request.directory);
  const corrected = findEntry(poc.records.log, request.id);
  const { withdrawn, entries } = effectiveLog(poc.records.log, asOf(poc.records, context.clock, undefined).epochMs);
  // Of two starts, or two passages of one gate, a person settles which holds by withdrawing the later one.
  if (repeatedActs(entries).has(corrected)) requireReason(corrected, request.reason);
  else refuseFinal(corrected);
  const already = withdrawn.get(corrected.id);
  if (already !== undefined)
    throw new RuleFault(
      `${corrected.id} was withdrawn by ${already.id} on ${already.date}`,
      `to make it count again: poc undo ${already.id}`,
    );
  const undo = { entry: corrected.id, ...optional("reason", request.reason) };
  const { by, allowSecret } = request;
  return { ...recordEntry(context, poc, { undo }, { by, allowSecret }), corrected };
}

/** Why an entry with such a fact is not undone, and what to do instead. */
const REFUSALS: { readonly [K in FinalFact]: (fact: Fact<K>) => RuleFault } = {
  start: () =>
    new RuleFault("the start froze the terms and cannot be undone", "to change a term, edit it and run poc amend"),
  amend: () => new RuleFault("an amendment is part of the agreement and cannot be undone", "amend the term again"),
  clear: ({ criterion, approver }) =>
    new RuleFault(
      `${approver.name} approved that ${criterion} was cleared, and that stays in the record`,
      "what is measured from now on can trip it again: poc log",
    ),
  decision: () => new RuleFault("a decision is final", "supersede it: poc decide … --supersede"),
  gate: ({ approver, title }) =>
    new RuleFault(
      `${approver.name} approved that ${title} was passed, and a gate that is passed stays so`,
      "what was wrong about it belongs into the log: poc log",
    ),
};

function requireReason({ id }: Entry, reason: string | undefined): void {
  if (reason === undefined || reason.trim() === "")
    throw new UsageFault(
      `${id} was agreed by somebody, so withdrawing it needs a reason`,
      `poc undo ${id} --reason "both branches started; this start was the later one"`,
    );
}

function refuseFinal(entry: Entry): void {
  const name = finalFact(entry);
  if (name !== undefined) refuseFact(entry, name);
}

function refuseFact<K extends FinalFact>(entry: Entry, name: K): void {
  const fact: Entry[K] = entry[name];
  if (fact !== undefined && fact !== null) throw REFUSALS[name](fact);
}
