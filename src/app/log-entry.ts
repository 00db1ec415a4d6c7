import { entryText } from "../document/entry-text.ts";
import type { Entry } from "../domain/entry.ts";
import { byTime } from "../domain/log.ts";
import { SPEND_CATEGORIES } from "../domain/costs.ts";
import { reckoningCurrency } from "../domain/spend.ts";
import { findSecret } from "../domain/secret.ts";
import type { Records } from "../domain/records.ts";
import { runChecks } from "../checks/registry.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { judgementOf } from "../domain/judgement.ts";
import { standingOf, type Standing } from "../domain/standing.ts";
import { authorOf } from "./author.ts";
import { entryTime } from "./entry-time.ts";
import { FlagProblems } from "./facts/flag-problems.ts";
import { isOfChecklist, readAnswer, readAssumption, readAttestation, readRisk } from "./facts/read-answers.ts";
import { isFromFile, readResult, type ResultContext } from "./facts/read-result.ts";
import { readSpend } from "./facts/read-spend.ts";
import { readHours, readMeeting } from "./facts/read-time.ts";
import { RuleFault, UsageFault } from "./faults.ts";
import { asOf, located } from "./judge.ts";
import { openPoc, type OpenPoc } from "./open-poc.ts";
import type { Context } from "./ports.ts";
import type { Report } from "./report.ts";
import { newEntry, writeEntry, type Facts } from "./write-entry.ts";

/** What `poc log` was asked to record; each fact as it was typed. */
export interface LogRequest {
  readonly directory: string | undefined;
  /** Undefined: none was typed; `-`: it comes from standard input. */
  readonly text: string | undefined;
  readonly results: readonly string[];
  readonly arm: string | undefined;
  readonly model: string | undefined;
  readonly evidence: string | undefined;
  readonly dataset: string | undefined;
  readonly spend: readonly string[];
  readonly category: string | undefined;
  readonly hours: readonly string[];
  readonly meetings: readonly string[];
  readonly assumptions: readonly string[];
  readonly risks: readonly string[];
  readonly answers: readonly string[];
  readonly attest: readonly string[];
  readonly date: string | undefined;
  readonly time: string | undefined;
  readonly by: string | undefined;
  readonly allowSecret: boolean;
}

/** What `poc log` did: the entry is on the disk. The diagnostics are those of the records, and those of the policy that have to do with the entry. */
export interface LogResult extends Report {
  readonly entry: Entry;
  /** The standing without the new entry, so that the answer can say what it changed. */
  readonly before: Standing;
}

const LONGEST_NOTE = 64 * 1024;

/**
 * Records what happened. A typo in an id stores nothing; bad news is stored like good news.
 *
 * @throws UsageFault, FileFault, RecordsFault
 */
export async function logEntry(context: Context, request: LogRequest): Promise<LogResult> {
  const poc = openPoc(context, request.directory);
  const { records } = poc;
  const at = entryTime(records.zone, context.clock.now(), request.date, request.time);
  const values = request.results.some(isFromFile) ? await fileValues(context, poc) : undefined;
  const facts = factsOf(records, request, values, request.attest.every(isOfChecklist) ? new Map() : await gateItems(context, poc));
  const note = noteOf(context, request, Object.keys(facts).length > 0);
  const by = authorOf(context, request.by);
  const said = { ...facts, ...(note === undefined ? {} : { note }) };
  if (!request.allowSecret) refuseSecrets(said);
  const entry = newEntry(context, records.zone, at, by, said);
  writeEntry(poc.folder, entry, records.zone);
  return answer(context, poc, entry);
}

/** The report with the new entry, without reading the folder again. */
export function answer(context: Context, poc: OpenPoc, entry: Entry): LogResult {
  const instant = asOf(poc.records, context.clock, undefined);
  const before = standingOf(poc.records, instant);
  const standing = standingOf({ ...poc.records, log: [...poc.records.log, entry].sort(byTime) }, instant);
  const news = runChecks(standing).filter((diagnostic) => concerns(diagnostic, entry.file));
  const sources = poc.sources.with(entry.file, entryText(entry));
  return { folder: poc.folder.path, standing, diagnostics: located({ sources }, [...poc.diagnostics, ...news]), entry, before };
}

/** What reads files of raw values is loaded for whoever names one. Limits are those of the agreed targets. */
async function fileValues(context: Context, poc: OpenPoc): Promise<ResultContext["values"]> {
  const [{ valuesReader }, sha256] = await Promise.all([import("./facts/read-values.ts"), context.sha256()]);
  const read = valuesReader(context, poc.folder, sha256);
  const agreed = judgementOf(poc.records, asOf(poc.records, context.clock, undefined)).definitions.evals;
  return (item, text, problems) => read(agreed.find(({ id }) => id === item.id) ?? item, text, problems);
}

/** What can be attested of the gates. They are data of their own, read for whoever attests what no checklist has. */
async function gateItems(context: Context, poc: OpenPoc): Promise<ReadonlyMap<string, boolean>> {
  const { attestableItems } = await import("./gate-library.ts");
  return attestableItems(context, poc.folder);
}

/** Whether a problem lies in a file, or rests on what stands there: the spend that broke the cap, the result that tripped. */
function concerns({ place, related }: Diagnostic, file: string): boolean {
  return place.file === file || (related ?? []).some((other) => other.place.file === file);
}

function factsOf(records: Records, request: LogRequest, values: ResultContext["values"], ofGates: ReadonlyMap<string, boolean>): Facts {
  const { definitions } = records;
  const problems = new FlagProblems();
  const all = <T>(texts: readonly string[], read: (text: string) => T | undefined): T[] => texts.map(read).filter((fact) => fact !== undefined);
  const currency = reckoningCurrency(definitions.charter?.spendCap, definitions.costs);
  const known = [...definitions.risks.map((risk) => risk.id), ...records.log.flatMap((entry) => entry.risks.map((risk) => risk.id))];
  const { arm, model, evidence, dataset } = request;
  const facts = {
    results: all(request.results, (text) => readResult(text, definitions.evals, { arm, model, evidence, dataset, values }, problems)),
    spend: all(request.spend, (text) => readSpend(text, request.category, currency, definitions.costs, problems)),
    time: [...all(request.hours, (text) => readHours(text, problems)), ...all(request.meetings, (text) => readMeeting(text, problems))],
    assumptions: new Map(all(request.assumptions, (text) => readAssumption(text, definitions, problems))),
    risks: all(request.risks, (text) => readRisk(text, known, problems)),
    answers: new Map(all(request.answers, (text) => readAnswer(text, definitions, problems))),
    attest: all(request.attest, (text) => readAttestation(text, ofGates, problems)),
  };
  const stray = [arm && "--arm", model && "--model", dataset && "--dataset", evidence && "--evidence"].find(Boolean);
  if (stray && request.results.length === 0) problems.add(stray, "belongs to a result", "add --eval, such as --eval wrong-rate=22/200");
  if (request.category !== undefined && request.spend.length === 0) problems.add("--category", "belongs to an amount", `add --spend; categories are ${SPEND_CATEGORIES.join(", ")}`);
  problems.settle();
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => ("size" in fact ? fact.size : fact.length) > 0));
}

/** The words of the entry: typed, from standard input, or written in the editor where there is nothing else to store. */
function noteOf(context: Context, request: LogRequest, hasFacts: boolean): string | undefined {
  const text = request.text === "-" ? context.terminal.readInput(LONGEST_NOTE) : (request.text ?? (hasFacts ? "" : written(context)));
  const note = text.replaceAll("\r\n", "\n").trim();
  if (note === "" && !hasFacts) throw new UsageFault("there is nothing to log", 'say what happened: poc log "Reranker on" --eval wrong-rate=22/200');
  return note === "" ? undefined : note;
}

const EDITOR_HELP = "\n# What happened? Lines that begin with # are left out; an empty text logs nothing.\n";

function written(context: Context): string {
  if (!context.terminal.inIsTerminal || !context.terminal.outIsTerminal) return "";
  return context.editor
    .edit(EDITOR_HELP)
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .join("\n");
}

/** A key that was pasted into a note would be committed with it. The message never repeats it. */
function refuseSecrets(facts: Facts): void {
  const texts = [facts.note, ...(facts.results ?? []).flatMap((result) => [result.evidence, result.values?.file]), ...(facts.spend ?? []).map((line) => line.note), ...(facts.time ?? []).map((line) => line.what), ...(facts.risks ?? []).map((risk) => risk.note), ...(facts.attest ?? []).flatMap((item) => [item.evidence, item.note])];
  const kind = texts.map((text) => (text === undefined ? undefined : findSecret(text))).find((found) => found !== undefined);
  if (kind !== undefined) throw new RuleFault(`the entry seems to hold ${kind}; nothing was stored`, "take it out, or say --allow-secret where it is none");
}
