import type { SpendLine } from "../../domain/records/entry.ts";
import type { Labelling } from "../../domain/records/evals/result.ts";
import type { Eval } from "../../domain/records/eval.ts";
import { agreedEvals } from "./agreed-evals.ts";
import { dateIn, type Instant } from "../../domain/scalars/instant.ts";
import type { Parsed } from "../../domain/scalars/parsed.ts";
import { parseClock } from "../../domain/scalars/readings/parse-clock.ts";
import { parseDay } from "../../domain/scalars/readings/parse-day.ts";
import { COMMITMENT_ITEM } from "../../domain/records/checklist-items.ts";
import { SPEND_CATEGORIES } from "../../domain/records/costs.ts";
import { standingAnswers } from "../../domain/history/disputes.ts";
import { effectiveLog } from "../../domain/records/log.ts";
import { spendCurrency } from "../../domain/spend/spend.ts";
import { knownRisks, type Records } from "../../domain/records/records.ts";
import { isUnread } from "../../domain/records/unread.ts";
import { agreementOf } from "../../domain/history/agreement.ts";
import { askedAuthor } from "../poc/author.ts";
import { evidenceFound } from "./facts/evidence-found.ts";
import { entryTime } from "../poc/entry-time.ts";
import { FlagProblems, type ReadAs } from "./facts/flag-problems.ts";
import type { LogRequest } from "./log-request.ts";
import {
  attestedItem,
  EXIT_ITEMS,
  readAnswer,
  readAssumption,
  readAttestation,
  readRisk,
  type KnownItems,
} from "./facts/read-answers.ts";
import { strayFlags, twiceInOne } from "./facts/stray-flags.ts";
import { isFromFile, readResult, type ResultContext } from "./facts/read-result.ts";
import { currencyApart, isBare, readBasis, readSpend } from "./facts/read-spend.ts";
import { readTasks } from "./facts/read-tasks.ts";
import { readFocus } from "./facts/read-focus.ts";
import { readHours, readMeeting } from "./facts/read-time.ts";
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
  const items = await itemsFor(context, poc, request.attest.map(attestedItem));
  const units = new UnitQuestions(context);
  const values = request.results.some(isFromFile) ? await fileValues(context, poc, units, request.yes) : undefined;
  const evals = request.results.length === 0 ? [] : agreedEvals(context, poc);
  const found = evidenceFound(context, poc.folder);
  const labelled = request.labels.length === 0 ? undefined : await labelsRead(context, poc, request, problems);
  const asked = new FlagProblems(problems.readings);
  const read = { at, items, found, evals, values };
  const first = await factsOf(records, request, { ...read, problems });
  const doubtful = problems.onlyDoubts && isTerminal(context);
  if (doubtful) request = await (await import("./settle-doubts.ts")).settledDoubts(context, request, problems.doubts);
  else problems.throwIfAny();
  const again = (await units.ask()) || doubtful;
  const facts = again ? await factsOf(records, request, { ...read, problems: asked }) : first;
  if (again) asked.throwIfAny();
  const note = noteOf(context, request, Object.keys(facts).length > 0 || labelled !== undefined);
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
    { ...facts, ...optional("labels", labelled), ...optional("note", note) },
    {
      ...author,
      at,
      dated: typed.date !== undefined || typed.time !== undefined,
      supersedes: replacedAnswers(context, records, facts),
      allowSecret,
    },
  );
  return { ...stored, readings: again ? asked.readings : problems.readings };
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
  const { charter, costs } = poc.records.definitions;
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
  await factsOf(
    poc.records,
    { ...request, results: request.results.filter((text) => !isFromFile(text)) },
    {
      at,
      items: await itemsFor(context, poc, request.attest.map(attestedItem)),
      found: evidenceFound(context, poc.folder),
      evals: agreedEvals(context, poc),
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
  const { definitions } = agreementOf(poc.records, asOf(poc.records, context.clock, undefined).epochMs);
  const { charter, costs } = definitions;
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
  return all(labels, (text) => readLabels(context, text, read, problems));
}

/** What the flags of one entry are read with. */
interface Reading {
  readonly at: Instant;
  readonly items: KnownItems;
  /** Whether a path that is named as evidence is there. */
  readonly found: (path: string) => boolean;
  /** As they were agreed. */
  readonly evals: readonly Eval[];
  readonly values: ResultContext["values"];
  readonly problems: FlagProblems;
}

async function factsOf(
  records: Records,
  request: LogRequest,
  { at, items, found, evals, values, problems }: Reading,
): Promise<Facts> {
  const { definitions } = records;
  const hoursOfDay = definitions.charter?.hoursOfDay;
  const known = knownRisks(records);
  const { arm, model, evidence, dataset, latency, review } = request;
  // Where nothing was measured, the evidence can only be of the risks.
  const ofRisks = request.results.length === 0 ? evidence : undefined;
  const facts = {
    results: all(request.results, (text) =>
      readResult(text, evals, { arm, model, evidence, dataset, values }, problems),
    ),
    tasks: all(request.tasks, (text) => readTasks(text, { arm, latency, review }, problems)),
    spend: await spendOf(records, at, request, problems),
    time: [
      ...all(request.hours, (text) => readHours(text, hoursOfDay, problems)),
      ...all(request.meetings, (text) => readMeeting(text, hoursOfDay, problems)),
    ],
    assumptions: new Map(all(request.assumptions, (text) => readAssumption(text, definitions, problems))),
    risks: all(request.risks, (text) => readRisk(text, known, ofRisks, problems)),
    answers: new Map(all(request.answers, (text) => readAnswer(text, definitions, problems))),
    attest: all(request.attest, (text) => readAttestation(text, items, found, problems)),
  };
  const focus = request.focus === undefined ? undefined : readFocus(request.focus, problems);
  strayFlags(request, problems);
  twiceInOne(facts.results, problems);
  const said = Object.entries(facts).filter(([, fact]) => ("size" in fact ? fact.size : fact.length) > 0);
  return { ...Object.fromEntries(said), ...optional("focus", focus) };
}

function all<T>(texts: readonly string[], read: (text: string) => T | undefined): T[] {
  return texts.map(read).filter((fact) => fact !== undefined);
}

/** The reader of tokens and replacements is loaded only where they are named. */
async function spendOf(
  { definitions: { charter, costs }, log }: Records,
  at: Instant,
  request: LogRequest,
  problems: FlagProblems,
): Promise<readonly SpendLine[]> {
  const { spend, tokens, category, replaces } = request;
  // A bare number is in the currency of the cap, and of a cap that cannot be read it is not known.
  const bare = spend.find((text) => isBare(text));
  if (bare !== undefined && charter?.spendCap === undefined && isUnread(charter ?? {}, "spend_cap"))
    problems.add(
      "--spend",
      `found "${bare.slice(0, 60)}", and the currency of the cap cannot be read`,
      'name the currency: --spend "12.40 EUR"',
    );
  const context = {
    costs,
    currency: spendCurrency(charter?.spendCap, costs),
    category,
    basis: readBasis(request.basis, problems),
  };
  const lines = all(spend, (text) => readSpend(text, context, problems));
  currencyApart(spend, request.pieces, problems);
  if (tokens.length > 0) {
    const { cachedApart, readTokens } = await import("./facts/read-tokens.ts");
    cachedApart(tokens, request.pieces, problems);
    lines.push(...all(tokens, (text) => readTokens(text, context, problems)));
  }
  if (lines.some(({ amount }) => amount.minor < 0n)) {
    const { refundProblems } = await import("./facts/refund-problems.ts");
    refundProblems(lines, effectiveLog(log, Infinity).counted, problems);
  }
  if (category !== undefined && spend.length === 0)
    problems.add("--category", "needs an amount", `add --spend; categories are ${SPEND_CATEGORIES.join(", ")}`);
  if (request.basis !== undefined && spend.length + tokens.length === 0)
    problems.add("--basis", "needs an amount", "add --spend or --tokens");
  // An amount that could not be read has been reported; what it would replace is nothing to add.
  if (replaces.length === 0 || lines.length < spend.length + tokens.length) return lines;
  const { readReplaces } = await import("./facts/read-replaces.ts");
  const replaced = readReplaces(replaces, lines, { log, costs, at }, problems);
  return replaced === undefined ? lines : lines.map((line) => ({ ...line, replaces: replaced }));
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
