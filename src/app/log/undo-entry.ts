import type { Entry } from "../../domain/records/entry.ts";
import { authorOf } from "../poc/author.ts";
import { entryTime } from "../poc/entry-time.ts";
import { RuleFault } from "../ports/faults.ts";
import { findEntry } from "../poc/find-entry.ts";
import { asOf } from "../poc/judge.ts";
import { openPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";
import { effectiveLog } from "../../domain/records/log.ts";
import { newEntry, writeEntry } from "../poc/write-entry.ts";
import { answer, type LogResult } from "../poc/entry-answer.ts";

export interface UndoRequest {
  readonly directory: string | undefined;
  readonly id: string;
  readonly reason: string | undefined;
  readonly by: string | undefined;
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
  refuseFinal(corrected);
  const { withdrawn } = effectiveLog(poc.records.log, asOf(poc.records, context.clock, undefined).epochMs);
  const already = withdrawn.get(corrected.id);
  if (already !== undefined)
    throw new RuleFault(
      `${corrected.id} was withdrawn by ${already.id} on ${already.date}`,
      `to make it count again: poc undo ${already.id}`,
    );
  const at = entryTime(poc.records.zone, context.clock.now(), undefined, undefined);
  const undo = { entry: corrected.id, ...(request.reason === undefined ? {} : { reason: request.reason }) };
  const entry = newEntry(context, poc.records.zone, at, authorOf(context, request.by), { undo });
  writeEntry(poc.folder, entry, poc.records.zone);
  return { ...answer(context, poc, entry), corrected };
}

function refuseFinal(entry: Entry): void {
  if (entry.start !== undefined)
    throw new RuleFault(
      "the start froze the terms and cannot be undone",
      "to change a term, edit it and run poc amend",
    );
  if (entry.amend !== undefined)
    throw new RuleFault("an amendment is part of the agreement and cannot be undone", "amend the term again");
  if (entry.decision !== undefined)
    throw new RuleFault("a decision is final", "supersede it: poc decide … --supersede");
  if (entry.gate !== undefined)
    throw new RuleFault(
      `${entry.gate.approver.name} approved that ${entry.gate.title} was passed, and a gate that is passed stays so`,
      "what was wrong about it belongs into the log: poc log",
    );
}
