import { editField, UneditableField } from "../../document/editing/edit-field.ts";
import type { SourceFile } from "../../document/yaml/source-file.ts";
import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Place } from "../../diagnostics/place.ts";
import type { Amendment, Decision, Entry, TermChange } from "../../domain/records/entry.ts";
import { nameHint } from "../../domain/scalars/nearest.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { termPlace, termsOf, termSubject, termValue, type Drift } from "../../domain/records/terms.ts";
import { askedAuthor, askedPerson } from "../poc/author.ts";
import { requireOtherApprover } from "./policy-rules.ts";
import type { Records } from "../../domain/records/records.ts";
import { FileFault, RuleFault, UsageFault } from "../ports/faults.ts";
import { asOf, judge, located } from "../poc/judge.ts";
import { openPoc, readFolder, readPoc, type OpenPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";
import type { Report } from "../poc/report.ts";
import { recordEntry, type LogResult, type Recording } from "../log/record-entry.ts";
import type { Facts } from "../../domain/records/facts.ts";
import { optional } from "../../domain/scalars/optional.ts";

export interface AmendRequest {
  readonly directory: string | undefined;
  /** `spend_cap=2500 EUR`, `evals.wrong-rate.target=reduction >= 30%`; none: whatever was edited in the files. */
  readonly sets: readonly string[];
  /** Working days to add to the timebox. */
  readonly extend: number | undefined;
  readonly reason: string | undefined;
  readonly approver: string | undefined;
  readonly by: string | undefined;
  readonly allowSecret: boolean;
}

export interface AmendResult extends Report {
  /** Undefined where the change was refused. */
  readonly entry: Entry | undefined;
  readonly changes: readonly TermChange[];
  /** Definitions that were edited, by name. */
  readonly edited: readonly string[];
  /** What the changed files would have been faulted for. */
  readonly refusals: readonly LocatedDiagnostic[];
}

/** The definitions with new values for some terms, not yet on the disk. */
interface Edits {
  readonly poc: OpenPoc;
  readonly texts: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
}

/**
 * Records a change of frozen terms with its reason and approver. `--set` edits the definitions too, byte for byte
 * around the value. The files are edited first: should the process die before the entry is written, the edit shows up
 * as drift, and amending again records it.
 *
 * @throws UsageFault, RuleFault, FileFault
 */
export async function amendPoc(context: Context, request: AmendRequest): Promise<AmendResult> {
  const before = openPoc(context, request.directory);
  const instant = asOf(before.records, context.clock, undefined);
  const { standing } = judge(before, instant);
  requireStarted(standing);
  const sets = [...request.sets.map(termAndText), ...extension(standing, request.extend)];
  const edits = edited(context, before, sets);
  const report = judge(edits.poc, instant);
  const refusals = edits.poc.diagnostics.filter((diagnostic) => edits.texts.has(diagnostic.place.file));
  if (refusals.length > 0)
    return { ...report, entry: undefined, changes: [], edited: [], refusals: located(edits.poc, refusals) };
  const changed = report.standing.drift;
  if (changed.length === 0)
    throw new UsageFault(
      "no frozen term differs from the files",
      'edit a term and amend again, or say --set spend_cap="2500 EUR"',
    );
  const changes = changed.map((drift) => termChange(drift, standing));
  const amendment = await agreedBy(context, request, before.records, changes);
  const by = await askedAuthor(context, request.by, before.records);
  requireOtherApprover(context, before.records, "amendment", amendment.approver, by);
  const recorded = recordWithEdits(context, edits, { amend: amendment }, { by, allowSecret: request.allowSecret });
  return { ...recorded, changes, edited: [...edits.texts.keys()], refusals: [] };
}

function requireStarted(standing: Standing): void {
  if (standing.started === undefined)
    throw new RuleFault(
      "nothing is frozen yet, so there is nothing to amend",
      "edit the files as you like, then poc start",
    );
}

/** Files first, entry last. What was edited is put back where the rest fails, so that a fault changes nothing. */
function recordWithEdits(context: Context, { poc, texts }: Edits, facts: Facts, recording: Recording): LogResult {
  const together = (write: () => void) => {
    const replaced: [name: string, text: { readonly before: string; readonly after: string }][] = [];
    try {
      for (const [name, text] of texts) {
        poc.folder.replace(name, text.after, text.before);
        replaced.push([name, text]);
      }
      write();
    } catch (fault) {
      // Where the entry may be on the disk, the edit belongs to it.
      if (!(fault instanceof FileFault && fault.perhapsWritten))
        for (const [name, text] of replaced) poc.folder.replace(name, text.before, text.after);
      throw fault;
    }
  };
  return recordEntry(context, poc, facts, { by: recording.by, allowSecret: recording.allowSecret, together });
}

async function agreedBy(
  context: Context,
  request: AmendRequest,
  records: Records,
  changes: readonly TermChange[],
): Promise<Amendment> {
  const missing = [
    request.reason === undefined ? "--reason" : "",
    request.approver === undefined ? "--approver" : "",
  ].filter((flag) => flag !== "");
  const { inIsTerminal, errIsTerminal } = context.terminal;
  if (missing.length > 0 && !(inIsTerminal && errIsTerminal)) {
    throw new UsageFault(
      `an amendment needs ${missing.join(" and ")}`,
      'poc amend --reason "the vendor delivered late" --approver "Marta Weiss"',
    );
  }
  const prompter = missing.length > 0 ? await context.prompter() : undefined;
  const list = changes.map((change) => change.term).join(", ");
  const reason = request.reason ?? (await prompter!.ask({ message: `Why does ${list} change?`, refuse: neededAnswer }));
  const approver = request.approver ?? (await prompter!.ask({ message: "Who approved it?", refuse: neededAnswer }));
  return { changes, reason, approver: await askedPerson(context, "--approver", approver, records) };
}

function termAndText(set: string): readonly [string, string] {
  const at = set.indexOf("=");
  if (at <= 0)
    throw new UsageFault(
      `--set: found "${set.slice(0, 60)}", expected a term, = and its new value`,
      'write --set spend_cap="2500 EUR"',
    );
  return [set.slice(0, at).trim(), set.slice(at + 1).trim()];
}

function extension(standing: Standing, days: number | undefined): readonly (readonly [string, string])[] {
  if (days === undefined) return [];
  const now = standing.definitions.charter?.timebox?.workingDays;
  if (now === undefined) throw new RuleFault("the charter has no timebox to extend");
  return [["timebox.working_days", String(now + days)]];
}

/** The records as they would be with the terms set: nothing is written yet. */
function edited(context: Context, poc: OpenPoc, sets: readonly (readonly [string, string])[]): Edits {
  const terms = termsOf(poc.records.definitions);
  const texts = new Map<string, { before: string; after: string }>();
  const files = readFolder(poc.folder);
  for (const [term, value] of sets) {
    if (!terms.has(term)) refuseUnknownTerm(term, [...terms.keys()]);
    const place = termPlace(term);
    const text = texts.get(place.file) ?? sourceOf(files, place.file);
    texts.set(place.file, { before: text.before, after: edit(text.after, place, termValue(term, value)) });
  }
  const after = files.map((file): SourceFile => {
    const text = texts.get(file.name);
    return text === undefined ? file : { name: file.name, bytes: new TextEncoder().encode(text.after) };
  });
  return { poc: texts.size === 0 ? poc : readPoc(context, poc.folder, after), texts };
}

function edit(text: string, place: Place, value: ReturnType<typeof termValue>): string {
  try {
    return editField(text, place.path, value);
  } catch (fault) {
    if (!(fault instanceof UneditableField)) throw fault;
    throw new RuleFault(
      `${place.file} cannot be edited there: ${fault.message}`,
      `edit ${place.file} by hand, then poc amend without --set`,
    );
  }
}

function refuseUnknownTerm(term: string, terms: readonly string[]): never {
  throw new UsageFault(`--set: no frozen term is called "${term.slice(0, 60)}"`, nameHint(term, terms));
}

function sourceOf(files: readonly SourceFile[], name: string): { before: string; after: string } {
  const file = files.find((candidate) => candidate.name === name);
  if (file === undefined || !("bytes" in file))
    throw new RuleFault(`${name} cannot be read, so nothing in it can be amended`, "poc check");
  // The byte order mark is the user's too.
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes);
  return { before: text, after: text };
}

function termChange(drift: Drift, standing: Standing): TermChange {
  return {
    term: drift.term,
    ...optional("from", drift.frozen),
    ...optional("to", drift.current),
    resultsSeen: resultsSeen(drift.term, standing),
  };
}

/** How many results had been logged for the criterion of a term; for terms of the whole PoC, how many of any. */
function resultsSeen(term: string, standing: Standing): number {
  const results = (id: string) => standing.evals.find((item) => item.eval.id === id)?.results.length ?? 0;
  const subject = termSubject(term);
  if (subject?.family === "evals") return results(subject.id);
  if (subject?.family === "kill-criteria") {
    const criterion = standing.definitions.killCriteria.find((item) => item.id === subject.id);
    if (criterion?.when !== undefined) return results(criterion.when.metric);
    return standing.log.counted.filter((entry) => entry.answers.has(subject.id)).length;
  }
  return standing.evals.reduce((sum, item) => sum + item.results.length, 0);
}

/** Adds working days to the timebox together with the decision to extend it: one entry, one edit. */
export function extendTimebox(
  context: Context,
  poc: OpenPoc,
  standing: Standing,
  days: number,
  decision: Decision,
  recording: Recording,
): LogResult {
  const edits = edited(context, poc, extension(standing, days));
  const report = judge(edits.poc, standing.asOf);
  const changes = report.standing.drift.map((drift) => termChange(drift, standing));
  const amend = { changes, reason: decision.why, approver: decision.by };
  return recordWithEdits(context, edits, { decision, amend }, recording);
}

/** Refuses an empty answer to a question whose answer becomes part of the record. */
export function neededAnswer(text: string): string | undefined {
  return text.trim() === "" ? "this is part of the record and cannot be left out" : undefined;
}
