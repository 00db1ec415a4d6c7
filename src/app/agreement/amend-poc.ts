import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Amendment, Authorship, Decision, Entry, TermChange } from "../../domain/records/entry.ts";
import { meantName, nameHint } from "../../domain/scalars/nearest.ts";
import { metBy } from "../../domain/standing/met-breach.ts";
import { personText } from "../../domain/scalars/person.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { namedTerm } from "../../domain/records/term-table.ts";
import { termLabel, termPlace, type Drift } from "../../domain/records/terms.ts";
import { canonicalTerms } from "../../domain/history/terms-text.ts";
import { resultsSeen } from "../../domain/history/amendments.ts";
import { SeenResults } from "../../domain/history/seen-results.ts";
import { listLabel } from "../../domain/scalars/labels.ts";
import { amendedData, otherData } from "./agreed-data.ts";
import { askedAuthor, askedPerson } from "../poc/author.ts";
import { requireOtherApprover } from "./policy-rules.ts";
import { namedPeople, type Approved } from "../../domain/standing/conduct-of-people.ts";
import { RuleFault, UsageFault } from "../ports/faults.ts";
import { asOf, judge, located } from "../poc/judge.ts";
import { openPoc, type OpenPoc } from "../poc/open-poc.ts";
import type { Context, Prompter, Question } from "../ports/ports.ts";
import type { Report } from "../poc/report.ts";
import { recordEntry, type LogResult, type Recording } from "../log/record-entry.ts";
import { confirmAct, type ActLine } from "./confirm-act.ts";
import { neededReason, reasonProblems } from "./reasons.ts";
import { requireWithinPolicy } from "./policy-limits.ts";
import { requireReadable } from "./require-readable.ts";
import { editedTerms, recordWithEdits, type TermEdit } from "./term-edits.ts";
import { optional } from "../../domain/scalars/optional.ts";
import { killClause } from "../../wording/kill-reasons.ts";

export interface AmendRequest {
  readonly directory: string | undefined;
  /** `spend_cap=2500 EUR`, `evals.wrong-rate.target=reduction >= 30%`; none: whatever was edited in the files. */
  readonly sets: readonly string[];
  /** Terms that are to go. */
  readonly unsets: readonly string[];
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
  /** Terms that differ in the files and were not amended. */
  readonly left: readonly string[];
  /** Hash of the terms as they are agreed now; undefined where no term was changed. */
  readonly sha256?: string;
  /** The problems that `poc start` would have reported in the changed files. */
  readonly refusals: readonly LocatedDiagnostic[];
}

/**
 * Records a change of frozen terms with its reason and approver. `--set`, `--unset` and `--extend` edit the definitions
 * too, byte for byte around the value, and record what they name and nothing else: whatever else was edited in the
 * files stays drift. Without them all of that is recorded. The files are edited first: should the process die before
 * the entry is written, the edit shows up as drift, and amending again records it.
 *
 * @throws UsageFault, RuleFault, FileFault
 */
export async function amendPoc(context: Context, request: AmendRequest): Promise<AmendResult> {
  const before = await openPoc(context, request.directory, "fresh");
  const instant = asOf(before.records, context.clock, undefined);
  const { standing } = judge(before, instant);
  requireReadable(standing, "it is unclear what was agreed and seen");
  requireStarted(standing);
  if (request.clear !== undefined) return clearCriterion(context, before, standing, request.clear, request);
  const sets = [
    ...request.sets.map(termAndText),
    ...request.unsets.map((term) => [term.trim(), undefined] as const),
    ...extension(standing, request.extend),
  ];
  const hash = await context.sha256();
  const data = amendedData(context, before, sets, standing.drift, hash);
  const flag = request.unsets.length > 0 ? "--unset" : "--set";
  const edits = await editedTerms(context, before, flag, data.sets, standing.terms, data.files);
  const report = judge(edits.poc, instant);
  const named = sets.length === 0 ? undefined : sets.map(([term]) => term);
  const refusals = [
    ...edits.poc.diagnostics.filter((diagnostic) => edits.texts.has(diagnostic.place.file)),
    ...otherData(context, edits.poc, hash, named),
  ];
  if (refusals.length > 0)
    return { ...report, entry: undefined, changes: [], edited: [], left: [], refusals: located(edits.poc, refusals) };
  const changes = namedChanges(sets, report.standing, standing) ?? editedChanges(report.standing, standing, before);
  requireWithinPolicy(report.standing, changes);
  const lines = changes.map(({ term, from = "nothing", to = "nothing" }): ActLine => [
    "Change",
    `${termLabel(term)}: from ${from} to ${to}`,
  ]);
  const changed = listLabel(changes.map(({ term }) => `the ${termLabel(term)}`));
  const what = `${changes.length === 1 ? "does" : "do"} ${changed} change`;
  const { author, ...agreed } = await agreedBy(
    context,
    request,
    { poc: before, standing, changes, lines },
    "amendment",
    what,
  );
  const amend = { changes, ...agreed, fromSha256: await termsHash(context, standing) };
  const recorded = recordWithEdits(context, edits, { amend }, { ...author, allowSecret: request.allowSecret });
  const left = recorded.standing.drift.map(({ term }) => term);
  const sha256 = await termsHash(context, recorded.standing);
  return { ...recorded, changes, edited: [...edits.texts.keys()], left, sha256, refusals: [] };
}

/** The changes of the terms that were named; undefined where none was. */
function namedChanges(
  sets: readonly TermEdit[],
  edited: Standing,
  standing: Standing,
): readonly TermChange[] | undefined {
  if (sets.length === 0) return undefined;
  const changes = [...new Map(sets)].flatMap(([term, text]): readonly TermChange[] => {
    const drift = edited.drift.find((one) => one.term === term) ?? disputed(term, standing);
    if (drift === undefined) return [];
    if (text !== undefined && drift.current === undefined)
      throw new UsageFault(
        `--set: "${text.slice(0, 60)}" leaves ${term} without a value`,
        `to remove the term: --unset ${term}`,
      );
    return [termChange(drift, standing)];
  });
  if (changes.length > 0) return changes;
  const [[term = ""] = []] = sets;
  if (standing.terms?.has(term) === false && namedTerm(term).always)
    throw new UsageFault(
      `the ${termLabel(term)} was not frozen at the start of this PoC, so no amendment is needed`,
      `edit it in ${termPlace(term).file}`,
    );
  throw new UsageFault(
    `${term} is ${standing.terms?.get(term) ?? "not there"} already, as agreed`,
    "no amendment is needed; poc status shows the agreed terms",
  );
}

/** A disputed term may be agreed again with the text it has now: that settles the dispute. */
function disputed(term: string, { disputes, terms }: Standing): Drift | undefined {
  if (!disputes.some(({ subject }) => subject.kind === "term" && subject.term === term)) return undefined;
  const text = terms?.get(term);
  return { term, place: termPlace(term), ...optional("frozen", text), ...optional("current", text) };
}

/** Everything that was edited in the files. A missing file does not remove its terms from the agreement. */
function editedChanges(edited: Standing, standing: Standing, { sources }: OpenPoc): readonly TermChange[] {
  const gone = [...new Set(edited.drift.map(({ place }) => place.file))].filter(
    (file) => sources.text(file) === undefined,
  );
  if (gone.length > 0)
    throw new RuleFault(
      `${listLabel(gone)} ${gone.length === 1 ? "is" : "are"} missing, and a missing file removes no term`,
      "put it back, or name each term to remove: --unset TERM",
    );
  if (edited.drift.length === 0)
    throw new UsageFault(
      "no frozen term differs from the files",
      'edit a term and amend again, or add --set spend_cap="2500 EUR"',
    );
  return edited.drift.map((drift) => termChange(drift, standing));
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
  clear: string,
  request: AmendRequest,
): Promise<AmendResult> {
  if (request.sets.length + request.unsets.length > 0 || request.extend !== undefined)
    throw new UsageFault("--clear changes no term", "clear the criterion first, then amend the terms");
  const ids = standing.kill.map(({ criterion }) => criterion.id);
  const typed = meantName(clear, ids);
  const item = standing.kill.find(({ criterion }) => criterion.id === typed);
  if (typed === undefined || item === undefined)
    throw new UsageFault(`--clear: no kill criterion is called "${clear.slice(0, 60)}"`, nameHint(clear, ids));
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
  const { author, ...agreed } = await agreedBy(
    context,
    request,
    { poc, standing, changes: [], lines: [["Cleared", typed]] },
    "clearing",
    `is ${typed} cleared`,
  );
  const cleared = { criterion: typed, ...agreed };
  return {
    ...recordEntry(context, poc, { clear: cleared }, { ...author, allowSecret: request.allowSecret }),
    changes: [],
    edited: [],
    left: [],
    refusals: [],
  };
}

/** What is approved, and the standing before it: by that it is said who may. */
interface Act {
  readonly poc: OpenPoc;
  readonly standing: Standing;
  readonly changes: readonly TermChange[];
  /** What is shown of it before it is confirmed. */
  readonly lines: readonly ActLine[];
}

/** @param what ends the question why: `does spend_cap change` */
async function agreedBy(
  context: Context,
  request: AmendRequest,
  { poc: { records }, standing, changes, lines }: Act,
  approved: Approved,
  what: string,
): Promise<Pick<Amendment, "reason" | "approver"> & { readonly author: Authorship }> {
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
  const problems = reasonProblems([["--reason", request.reason]]);
  if (problems.length > 0) throw new UsageFault(problems);
  let prompter: Promise<Prompter> | undefined;
  const ask = async (question: Question) => (await (prompter ??= context.prompter())).ask(question);
  const reason =
    request.reason ??
    (await ask({ message: `Why ${what}?`, example: "the vendor delivered late", refuse: neededReason }));
  const named =
    request.approver ?? (await ask({ message: "Who approved it?", example: "Marta Weiss", refuse: neededAnswer }));
  const approver = await askedPerson(context, "--approver", named, records);
  const author = await askedAuthor(context, request.by, records);
  requireOtherApprover(context, standing, approved, { approver, author, named: namedPeople(changes) });
  if (prompter !== undefined)
    await confirmAct(
      context,
      [...lines, ["Reason", reason], ["Approved by", personText(approver)]],
      `Record this ${approved}?`,
    );
  return { reason, approver, author };
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

function extension(standing: Standing, days: number | undefined): readonly TermEdit[] {
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
    resultsSeen: seenBy(drift, standing),
    ...optional("met", metBy(drift.term, standing)),
  };
}

/** Results dated ahead of the clock count as seen too. */
function seenBy({ term, frozen, current }: Drift, { terms = new Map(), log }: Standing): number {
  const change = { term, ...optional("from", frozen), ...optional("to", current) };
  return resultsSeen(change, terms, new SeenResults([...log.entries, ...log.later]), Infinity);
}

/** The hash of the terms in force: what an amendment changes from, and what it comes to. */
async function termsHash(context: Context, { terms = new Map() }: Standing): Promise<string> {
  const sha256 = await context.sha256();
  return sha256(canonicalTerms(terms));
}

/** Adds working days to the timebox together with the decision to extend it: one entry, one edit. */
export async function extendTimebox(
  context: Context,
  poc: OpenPoc,
  standing: Standing,
  days: number,
  decision: Decision,
  recording: Recording,
): Promise<LogResult> {
  const sets = extension(standing, days);
  const edits = await editedTerms(context, poc, "--days", sets, standing.terms);
  const { standing: edited } = judge(edits.poc, standing.asOf);
  const changes = namedChanges(sets, edited, standing) ?? [];
  requireWithinPolicy(edited, changes);
  const fromSha256 = await termsHash(context, standing);
  const amend = { changes, reason: decision.why, approver: decision.by, fromSha256 };
  return recordWithEdits(context, edits, { decision, amend }, recording);
}

/** Refuses an empty answer, because the answer becomes part of the record. */
function neededAnswer(text: string): string | undefined {
  return text.trim() === "" ? "this is part of the record and cannot be left out" : undefined;
}
