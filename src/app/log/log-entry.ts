import type { Labelling } from "../../domain/records/evals/result.ts";
import { agreedEvals, agreedNow } from "./agreed-evals.ts";
import { dateIn, type Instant } from "../../domain/scalars/instant.ts";
import type { Parsed } from "../../domain/scalars/parsed.ts";
import { parseClock } from "../../domain/scalars/readings/parse-clock.ts";
import { parseDay } from "../../domain/scalars/readings/parse-day.ts";
import { COMMITMENT_ITEM } from "../../domain/records/checklist-items.ts";
import { standingAnswers } from "../../domain/history/disputes.ts";
import { effectiveLog } from "../../domain/records/log.ts";
import { spendCurrency } from "../../domain/spend/spend.ts";
import type { Records } from "../../domain/records/records.ts";
import { agreementOf } from "../../domain/history/agreement.ts";
import { askedAuthor } from "../poc/author.ts";
import { evidenceFound } from "./facts/evidence-found.ts";
import { entryTime } from "../poc/entry-time.ts";
import { FlagProblems, type ReadAs } from "./facts/flag-problems.ts";
import type { LogRequest } from "./log-request.ts";
import { attestedItem, EXIT_ITEMS, type KnownItems } from "./facts/read-answers.ts";
import { readAll, readFacts } from "./facts/read-facts.ts";
import { isFromFile, type ResultContext } from "./facts/read-result.ts";
import { UsageFault } from "../ports/faults.ts";
import { asOf } from "../poc/judge.ts";
import { openPoc, type OpenPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";
import { UnitQuestions } from "./facts/unit-questions.ts";
import { recordEntry, type LogResult } from "./record-entry.ts";
import type { Facts } from "../../domain/records/facts.ts";
import { optional } from "../../domain/scalars/optional.ts";

const LONGEST_NOTE = 64 * 1024;

/** What `poc log` stored, and what of it was not taken by the letter. */
export interface StoredEntry extends LogResult {
  readonly readings: readonly ReadAs[];
}

/**
 * Records what happened. A typo in an id stores nothing; bad news is stored like good news. What most likely means
 * something else than it says is asked about on a terminal, and refused elsewhere.
 *
 * @throws UsageFault, FileFault, RecordsFault
 * @throws Cancelled where the person was asked and wants nothing stored
 */
export async function logEntry(context: Context, given: LogRequest): Promise<StoredEntry> {
  const poc = await openPoc(context, given.directory);
  const typed = isBareRequest(given) && isTerminal(context) ? await askedEntry(context, poc, given) : given;
  const { records } = poc;
  const problems = new FlagProblems();
  const now = context.clock.now();
  const today = dateIn(records.zone, now);
  const day = await asSaid(context, "--date", typed.date, (said) => parseDay(said, today), problems);
  const time = await asSaid(context, "--at", typed.time, parseClock, problems);
  const at = entryTime(records.zone, now, day, time, records.log);
  const text = typed.text === "-" ? context.terminal.readInput(LONGEST_NOTE) : typed.text;
  let request = await asMeant(context, poc, { ...typed, text }, at, problems);
  if (request.dataset !== undefined) request = await withHash(context, poc, request, request.dataset, problems);
  const read = await factsAsked(context, poc, request, at, problems);
  const { facts, labels } = read;
  ({ request } = read);
  const note = noteOf(context, request, Object.keys(facts).length > 0 || labels !== undefined);
  const author = await askedAuthor(context, request.by, records);
  if (facts.attest?.some(({ item }) => item === COMMITMENT_ITEM))
    (await import("../agreement/policy-rules.ts")).requireSponsorsWord(
      context,
      agreementOf(records, asOf(records, context.clock, undefined).epochMs),
      author,
    );
  const { allowSecret } = request;
  const stored = recordEntry(
    context,
    poc,
    { ...facts, ...optional("labels", labels), ...optional("note", note) },
    {
      ...author,
      at,
      dated: typed.date !== undefined || typed.time !== undefined,
      supersedes: replacedAnswers(context, records, facts),
      allowSecret,
    },
  );
  return { ...stored, readings: read.readings };
}

interface AskedFacts {
  /** With the flags as the person meant them. */
  readonly request: LogRequest;
  readonly facts: Facts;
  readonly labels: readonly Labelling[] | undefined;
  readonly readings: readonly ReadAs[];
}

/**
 * The facts of a request. On a terminal a person is asked about doubtful flags and missing units, and then the flags
 * are read a second time with the answers.
 *
 * @throws UsageFault with every problem of the flags
 */
async function factsAsked(
  context: Context,
  poc: OpenPoc,
  request: LogRequest,
  at: Instant,
  problems: FlagProblems,
): Promise<AskedFacts> {
  const items = await itemsFor(context, poc, request.attest.map(attestedItem));
  const units = new UnitQuestions(context);
  const values = request.results.some(isFromFile) ? await fileValues(context, poc, units, request.yes) : undefined;
  const evals = request.results.length === 0 ? [] : agreedEvals(context, poc);
  const found = evidenceFound(context, poc.folder);
  const labels = request.labels.length === 0 ? undefined : await labelsRead(context, poc, request, problems);
  const asked = new FlagProblems(problems.readings);
  const read = { at, items, found, evals, values, agreed: () => agreedNow(context, poc.records) };
  const facts = await readFacts(poc.records, request, { ...read, problems });
  const doubtful = problems.onlyDoubts && isTerminal(context);
  const meant = doubtful
    ? await (await import("./settle-doubts.ts")).settledDoubts(context, request, problems.doubts)
    : request;
  if (!doubtful) problems.throwIfAny();
  const again = (await units.ask()) || doubtful;
  if (!again) return { request: meant, facts, labels, readings: problems.readings };
  const settled = await readFacts(poc.records, meant, { ...read, problems: asked });
  asked.throwIfAny();
  return { request: meant, facts: settled, labels, readings: asked.readings };
}

/** Whether nothing was typed that an entry could be made from. */
function isBareRequest({
  text,
  results,
  labels,
  tasks,
  spend,
  tokens,
  hours,
  meetings,
  focus,
  ...rest
}: LogRequest): boolean {
  const { assumptions, risks, answers, attest } = rest;
  const lists = [results, labels, tasks, spend, tokens, hours, meetings, assumptions, risks, answers, attest];
  return text === undefined && focus === undefined && lists.every(({ length }) => length === 0);
}

/** The code that asks is loaded only where there is nothing else to go by. */
async function askedEntry(context: Context, poc: OpenPoc, request: LogRequest): Promise<LogRequest> {
  const { askEntry } = await import("./ask-entry.ts");
  const { charter, costs } = agreedNow(context, poc.records);
  const currency = spendCurrency(charter?.spendCap, costs);
  return askEntry(context, request, { evals: agreedEvals(context, poc), costs, currency });
}

function isTerminal({ terminal }: Context): boolean {
  return terminal.inIsTerminal && terminal.outIsTerminal;
}

/** A day or time as the person means it: what has several readings is asked about where there is somebody to ask. */
async function asSaid<T>(
  context: Context,
  flag: string,
  text: string | undefined,
  parse: (text: string) => Parsed<T>,
  problems: FlagProblems,
): Promise<string | undefined> {
  if (text === undefined) return undefined;
  const said = parse(text);
  if (said.ok && said.read !== undefined) problems.readAs(text, said.read);
  const readings = said.ok ? [] : (said.problem.readings ?? []);
  if (readings.length < 2 || !isTerminal(context)) return text;
  const { askReading } = await import("./settle-doubts.ts");
  return askReading(await context.prompter(), { flag, typed: text, readings });
}

/** The answers that a new one replaces, where its author could know of them. */
function replacedAnswers(context: Context, records: Records, { answers }: Facts): readonly string[] {
  if (answers === undefined) return [];
  const { counted } = effectiveLog(records.log, asOf(records, context.clock, undefined).epochMs);
  const replaced = [...answers.keys()].flatMap((criterion) => standingAnswers(criterion, counted));
  return [...new Set(replaced.map(({ id }) => id))];
}

/** The code that asks back is loaded only for hours, or a text that may contain a fact. */
async function asMeant(
  context: Context,
  poc: OpenPoc,
  request: LogRequest,
  at: Instant,
  problems: FlagProblems,
): Promise<LogRequest> {
  const { text, hours, meetings } = request;
  if (hours.length + meetings.length === 0 && (text === undefined || !/[\d=:]/.test(text))) return request;
  const [{ askBack }, { knownNames }] = await Promise.all([import("./ask-back.ts"), import("./known-names.ts")]);
  const known = await knownNames(poc, request, (ids) => itemsFor(context, poc, ids));
  return askBack(context, request, known, (corrected) => isRead(context, poc, corrected, at), problems);
}

/** Whether every flag of a corrected request can be read. A file of raw values is read only when it is stored. */
async function isRead(context: Context, poc: OpenPoc, request: LogRequest, at: Instant): Promise<boolean> {
  const problems = new FlagProblems();
  await readFacts(
    poc.records,
    { ...request, results: request.results.filter((text) => !isFromFile(text)) },
    {
      at,
      items: await itemsFor(context, poc, request.attest.map(attestedItem)),
      found: evidenceFound(context, poc.folder),
      evals: agreedEvals(context, poc),
      agreed: () => agreedNow(context, poc.records),
      values: undefined,
      problems,
    },
  );
  return !problems.hasAny;
}

/** The exit criteria are known without reading a file; other lists are read only where one of their items is named. */
async function itemsFor(context: Context, poc: OpenPoc, ids: readonly string[]): Promise<KnownItems> {
  return ids.every((id) => EXIT_ITEMS.items.has(id))
    ? EXIT_ITEMS
    : (await import("../checklists/attestable-items.ts")).attestableItems(context, poc);
}

/** The request with the hash of its data set; what hashes files is loaded only where one is named. */
async function withHash(
  context: Context,
  poc: OpenPoc,
  request: LogRequest,
  dataset: string,
  problems: FlagProblems,
): Promise<LogRequest> {
  const [{ readDataset }, sha256] = await Promise.all([import("./facts/read-dataset.ts"), context.sha256()]);
  return { ...request, dataset: readDataset(context, poc.folder, dataset, sha256, problems) ?? dataset };
}

/** The reader of files of raw values is loaded only where one is named. Limits are those of the agreed targets. */
async function fileValues(
  context: Context,
  poc: OpenPoc,
  units: UnitQuestions,
  yes: boolean,
): Promise<ResultContext["values"]> {
  const [{ valuesReader }, sha256] = await Promise.all([import("./facts/read-values.ts"), context.sha256()]);
  const { charter, costs } = agreedNow(context, poc.records);
  const currency = spendCurrency(charter?.spendCap, costs);
  const read = valuesReader(context, { folder: poc.folder, sha256, costs, currency, ask: units.asker, yes });
  const agreed = agreedEvals(context, poc);
  return (item, text, problems) => read(agreed.find(({ id }) => id === item.id) ?? item, text, problems);
}

/** The reader of labels, which reads the cases behind a result as well, is loaded only where labels are named. */
async function labelsRead(
  context: Context,
  poc: OpenPoc,
  { labels, arm }: LogRequest,
  problems: FlagProblems,
): Promise<readonly Labelling[]> {
  const [{ readLabels }, sha256] = await Promise.all([import("./facts/read-labels.ts"), context.sha256()]);
  const read = { poc, evals: agreedEvals(context, poc), arm, sha256 };
  return readAll(labels, (text) => readLabels(context, text, read, problems));
}

/**
 * The words of the entry: typed, from standard input, or written in the editor where there is nothing else to store.
 */
function noteOf(context: Context, request: LogRequest, hasFacts: boolean): string | undefined {
  const text = request.text ?? (hasFacts ? "" : written(context));
  const note = text.replaceAll("\r\n", "\n").trim();
  if (note === "" && !hasFacts)
    throw new UsageFault(
      "there is nothing to log",
      'say what happened: poc log "Reranker on" --eval wrong-rate=22/200',
    );
  return note === "" ? undefined : note;
}

const EDITOR_HELP = "\n# What happened? Lines that begin with # are ignored; an empty text stores nothing.\n";

function written(context: Context): string {
  if (!context.terminal.inIsTerminal || !context.terminal.outIsTerminal) return "";
  return context.editor
    .edit(EDITOR_HELP)
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .join("\n");
}
