import { entryId } from "../../document/reading/entry-id.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { samePerson } from "../../domain/scalars/person.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import { clockLabel } from "../../domain/scalars/instant.ts";
import { briefFactText, entryFacts } from "../../wording/entry-facts.ts";
import { reasonProblems } from "../agreement/reasons.ts";
import { authorOf } from "../poc/author.ts";
import { Cancelled, RecordsFault, RuleFault, UsageFault } from "../ports/faults.ts";
import { findEntry } from "../poc/find-entry.ts";
import { asOf } from "../poc/judge.ts";
import { openPoc, type OpenPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";
import { effectiveLog, repeatedActs } from "../../domain/records/log.ts";
import { recordEntry, type LogResult } from "./record-entry.ts";
import { finalFact, type Fact, type FinalFact } from "../../domain/records/facts.ts";
import { optional } from "../../domain/scalars/optional.ts";

export interface UndoRequest {
  readonly directory: string | undefined;
  /** Undefined: the last entry of the person who types. */
  readonly id: string | undefined;
  /** Whether that entry is withdrawn without asking. */
  readonly yes: boolean;
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
 * @throws Cancelled where the person is asked and says no
 */
export async function undoEntry(context: Context, request: UndoRequest): Promise<UndoResult> {
  const problems = reasonProblems([["--reason", request.reason]]);
  if (problems.length > 0) throw new UsageFault(problems);
  const poc = await openPoc(context, request.directory);
  const corrected = request.id === undefined ? await ownLast(context, poc, request) : foundEntry(poc, request.id);
  const { withdrawn, entries } = effectiveLog(poc.records.log, asOf(poc.records, context.clock, undefined).epochMs);
  // If there are two starts, or two passages of one gate, a person settles the matter by withdrawing the later one.
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
  const author = authorOf(context, by, poc.records);
  return { ...recordEntry(context, poc, { undo }, { ...author, allowSecret }), corrected };
}

/** Where its file cannot be read, the entry is there all the same, and the name is not what is wrong. */
function foundEntry({ records }: OpenPoc, id: string): Entry {
  const unread = records.unreadable.find(({ file }) => file === id || entryId(file) === id)?.file;
  if (unread !== undefined)
    throw new RecordsFault(`${unread} cannot be read, so it is unclear what would be withdrawn`, "poc check");
  return findEntry(records.log, id);
}

/** The last entry of the person who types that still counts, corrections left aside; asks whether it is meant. */
async function ownLast(context: Context, poc: OpenPoc, { by, yes }: UndoRequest): Promise<Entry> {
  const { by: me } = authorOf(context, by, poc.records);
  const { epochMs } = asOf(poc.records, context.clock, undefined);
  const own = effectiveLog(poc.records.log, epochMs).counted.filter(
    (entry) => entry.undo === undefined && samePerson(entry.by, me),
  );
  const last = own.at(-1);
  if (last === undefined)
    throw new UsageFault(`${me.name} has no entry that could be withdrawn`, "poc show lists all entries and their ids");
  refuseFinal(last);
  if (yes) return last;
  const { inIsTerminal, outIsTerminal } = context.terminal;
  if (!inIsTerminal || !outIsTerminal)
    throw new UsageFault(
      `your last entry is ${last.id}: ${summary(last)}`,
      `to withdraw it: poc undo ${last.id}, or poc undo --yes`,
    );
  const asked = `Your last entry is ${last.id}: ${summary(last)}. Withdraw it?`;
  if (!(await (await context.prompter()).confirm(asked, true))) throw new Cancelled("cancelled; nothing was withdrawn");
  return last;
}

/** When it was and what it says, as far as one line has room. */
function summary(entry: Entry): string {
  const words = entry.note?.split("\n")[0];
  const said = [
    `${dateLabel(entry.date)} ${clockLabel(entry.at)}`,
    ...entryFacts(entry).slice(0, 2).map(briefFactText),
    ...(words === undefined ? [] : [`"${words.length > 60 ? `${words.slice(0, 57)}…` : words}"`]),
  ];
  return said.join(", ");
}

/** Why an entry with such a fact is not undone, and what to do instead. */
const REFUSALS: { readonly [K in FinalFact]: (fact: Fact<K>) => RuleFault } = {
  start: () =>
    new RuleFault("the start froze the terms and cannot be undone", "to change a term, edit it and run poc amend"),
  amend: () => new RuleFault("an amendment is part of the agreement and cannot be undone", "amend the term again"),
  clear: ({ criterion, approver }) =>
    new RuleFault(
      `${approver.name} approved the clearing of ${criterion}, and that stays in the record`,
      "a new result can trip it again: poc log",
    ),
  decision: () => new RuleFault("a decision is final", "supersede it: poc decide … --supersede"),
  gate: ({ approver, title }) =>
    new RuleFault(
      `${approver.name} approved the passage of ${title}, and a gate that is passed stays passed`,
      "log what was wrong with it: poc log",
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
