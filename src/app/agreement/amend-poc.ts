import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Amendment, Decision, Entry, TermChange } from "../../domain/records/entry.ts";
import { nameHint } from "../../domain/scalars/nearest.ts";
import { metBy } from "../../domain/standing/met-breach.ts";
import type { Person } from "../../domain/scalars/person.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { termSubject, type Drift } from "../../domain/records/terms.ts";
import { askedAuthor, askedPerson } from "../poc/author.ts";
import { requireOtherApprover } from "./policy-rules.ts";
import type { Approved } from "../../domain/standing/conduct-of-people.ts";
import { RuleFault, UsageFault } from "../ports/faults.ts";
import { asOf, judge, located } from "../poc/judge.ts";
import { openPoc, type OpenPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";
import type { Report } from "../poc/report.ts";
import { recordEntry, type LogResult, type Recording } from "../log/record-entry.ts";
import { editedTerms, recordWithEdits } from "./term-edits.ts";
import { optional } from "../../domain/scalars/optional.ts";
import { killClause } from "../../wording/kill-reasons.ts";

export interface AmendRequest {
  readonly directory: string | undefined;
  /** `spend_cap=2500 EUR`, `evals.wrong-rate.target=reduction >= 30%`; none: whatever was edited in the files. */
  readonly sets: readonly string[];
  /** Working days to add to the timebox. */
  readonly extend: number | undefined;
  /** The id of a kill criterion that was tripped and no longer ends the work. */
  readonly clear: string | undefined;
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

/**
 * Records a change of frozen terms with its reason and approver. `--set` edits the definitions too, byte for byte
 * around the value. The files are edited first: should the process die before the entry is written, the edit shows up
 * as drift, and amending again records it.
 *
 * @throws UsageFault, RuleFault, FileFault
 */
export async function amendPoc(context: Context, request: AmendRequest): Promise<AmendResult> {
  const before = openPoc(context, request.directory, "fresh");
  const instant = asOf(before.records, context.clock, undefined);
  const { standing } = judge(before, instant);
  requireStarted(standing);
  if (request.clear !== undefined) return clearCriterion(context, before, standing, request.clear, request);
  const sets = [...request.sets.map(termAndText), ...extension(standing, request.extend)];
  const edits = editedTerms(context, before, "--set", sets);
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
  const what = `does ${changes.map((change) => change.term).join(", ")} change`;
  const { by, ...agreed } = await agreedBy(context, request, before, "amendment", what);
  const amend = { changes, ...agreed };
  const recorded = recordWithEdits(context, edits, { amend }, { ...recordingOf(request), by });
  return { ...recorded, changes, edited: [...edits.texts.keys()], refusals: [] };
}

function recordingOf({ by, allowSecret }: AmendRequest): Recording {
  return { by, allowSecret };
}

function requireStarted(standing: Standing): void {
  if (standing.started === undefined)
    throw new RuleFault(
      "nothing is frozen yet, so there is nothing to amend",
      "edit the files as you like, then poc start",
    );
}

/**
 * Clears a criterion that was tripped on an earlier day. What the evidence trips as it stands, no word clears: then the
 * next run, the next answer or a change of its terms has to come first.
 */
async function clearCriterion(
  context: Context,
  poc: OpenPoc,
  standing: Standing,
  typed: string,
  request: AmendRequest,
): Promise<AmendResult> {
  if (request.sets.length > 0 || request.extend !== undefined)
    throw new UsageFault("--clear changes no term", "clear the criterion first, then amend the terms");
  const ids = standing.kill.map(({ criterion }) => criterion.id);
  const item = standing.kill.find(({ criterion }) => criterion.id === typed);
  if (item === undefined)
    throw new UsageFault(`--clear: no kill criterion is called "${typed.slice(0, 60)}"`, nameHint(typed, ids));
  if (item.verdict !== "tripped")
    throw new RuleFault(
      `${typed} is not tripped, so there is nothing to clear`,
      "poc status shows every kill criterion and its verdict",
    );
  if (item.because.code !== "stays-tripped")
    throw new RuleFault(
      `the evidence so far trips ${typed} (${killClause(item.because)}), so a person cannot clear it`,
      item.because.code === "answered"
        ? `if that is no longer true: poc log --answer ${typed}=no, then clear it`
        : "log a run that does not trip it, then clear it; or amend its terms",
    );
  const { by, ...agreed } = await agreedBy(context, request, poc, "clearing", `is ${typed} cleared`);
  const clear = { criterion: typed, ...agreed };
  return {
    ...recordEntry(context, poc, { clear }, { ...recordingOf(request), by }),
    changes: [],
    edited: [],
    refusals: [],
  };
}

/** @param what ends the question why: `does spend_cap change` */
async function agreedBy(
  context: Context,
  request: AmendRequest,
  { records }: OpenPoc,
  approved: Approved,
  what: string,
): Promise<Pick<Amendment, "reason" | "approver"> & { readonly by: Person }> {
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
  const reason = request.reason ?? (await prompter!.ask({ message: `Why ${what}?`, refuse: neededAnswer }));
  const named = request.approver ?? (await prompter!.ask({ message: "Who approved it?", refuse: neededAnswer }));
  const approver = await askedPerson(context, "--approver", named, records);
  const by = await askedAuthor(context, request.by, records);
  requireOtherApprover(context, records, approved, approver, by);
  return { reason, approver, by };
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

function termChange(drift: Drift, standing: Standing): TermChange {
  return {
    term: drift.term,
    ...optional("from", drift.frozen),
    ...optional("to", drift.current),
    resultsSeen: resultsSeen(drift.term, standing),
    ...optional("met", metBy(drift.term, standing)),
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
  const edits = editedTerms(context, poc, "--days", extension(standing, days));
  const report = judge(edits.poc, standing.asOf);
  const changes = report.standing.drift.map((drift) => termChange(drift, standing));
  const amend = { changes, reason: decision.why, approver: decision.by };
  return recordWithEdits(context, edits, { decision, amend }, recording);
}

/** Refuses an empty answer to a question whose answer becomes part of the record. */
export function neededAnswer(text: string): string | undefined {
  return text.trim() === "" ? "this is part of the record and cannot be left out" : undefined;
}
