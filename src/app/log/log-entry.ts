import type { SpendLine } from "../../domain/records/entry.ts";
import type { Instant } from "../../domain/scalars/instant.ts";
import { COMMITMENT_ITEM } from "../../domain/records/checklist-items.ts";
import { SPEND_CATEGORIES } from "../../domain/records/costs.ts";
import { reckoningCurrency } from "../../domain/spend/spend.ts";
import type { Records } from "../../domain/records/records.ts";
import { isUnread } from "../../domain/records/unread.ts";
import { judgementOf } from "../../domain/standing/judgement.ts";
import { askedAuthor } from "../poc/author.ts";
import { evidenceFound } from "./facts/evidence-found.ts";
import { entryTime } from "../poc/entry-time.ts";
import { FlagProblems } from "./facts/flag-problems.ts";
import {
  attestedItem,
  EXIT_ITEMS,
  readAnswer,
  readAssumption,
  readAttestation,
  readRisk,
  type KnownItems,
} from "./facts/read-answers.ts";
import { isFromFile, readResult, type ResultContext } from "./facts/read-result.ts";
import { currencyApart, isBare, readBasis, readSpend } from "./facts/read-spend.ts";
import { readTasks } from "./facts/read-tasks.ts";
import { readHours, readMeeting } from "./facts/read-time.ts";
import { UsageFault } from "../ports/faults.ts";
import { asOf } from "../poc/judge.ts";
import { openPoc, type OpenPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";
import { recordEntry, type LogResult } from "./record-entry.ts";
import type { Facts } from "../../domain/records/facts.ts";
import { optional } from "../../domain/scalars/optional.ts";

/** What `poc log` was asked to record; each fact as it was typed. */
export interface LogRequest {
  readonly directory: string | undefined;
  /** Undefined: none was typed; `-`: it comes from standard input. */
  readonly text: string | undefined;
  /** The arguments that the text was joined from. */
  readonly pieces: readonly string[];
  readonly results: readonly string[];
  readonly arm: string | undefined;
  readonly model: string | undefined;
  readonly evidence: string | undefined;
  readonly dataset: string | undefined;
  readonly tasks: readonly string[];
  readonly latency: string | undefined;
  readonly review: string | undefined;
  readonly spend: readonly string[];
  readonly category: string | undefined;
  readonly tokens: readonly string[];
  /** How well the amounts are known. */
  readonly basis: string | undefined;
  /** Entries, or a category, whose place the amount takes. */
  readonly replaces: readonly string[];
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
  const items = request.attest.every((text) => EXIT_ITEMS.items.has(attestedItem(text)))
    ? EXIT_ITEMS
    : await (await import("../checklists/attestable-items.ts")).attestableItems(context, poc);
  const facts = await factsOf(
    records,
    at,
    request,
    items,
    evidenceFound(context, poc.folder),
    request.results.some(isFromFile) ? await fileValues(context, poc) : undefined,
  );
  const note = noteOf(context, request, Object.keys(facts).length > 0);
  const by = await askedAuthor(context, request.by, records);
  if (facts.attest?.some(({ item }) => item === COMMITMENT_ITEM))
    (await import("../agreement/policy-rules.ts")).requireSponsorsWord(context, records, by);
  const { allowSecret } = request;
  return recordEntry(context, poc, { ...facts, ...optional("note", note) }, { by, at, allowSecret });
}

/** What reads files of raw values is loaded for whoever names one. Limits are those of the agreed targets. */
async function fileValues(context: Context, poc: OpenPoc): Promise<ResultContext["values"]> {
  const [{ valuesReader }, sha256] = await Promise.all([import("./facts/read-values.ts"), context.sha256()]);
  const read = valuesReader(context, poc.folder, sha256);
  const agreed = judgementOf(poc.records, asOf(poc.records, context.clock, undefined)).definitions.evals;
  return (item, text, problems) => read(agreed.find(({ id }) => id === item.id) ?? item, text, problems);
}

async function factsOf(
  records: Records,
  at: Instant,
  request: LogRequest,
  items: KnownItems,
  found: (path: string) => boolean,
  values: ResultContext["values"],
): Promise<Facts> {
  const { definitions } = records;
  const problems = new FlagProblems();
  const known = [
    ...definitions.risks.map((risk) => risk.id),
    ...records.log.flatMap((entry) => entry.risks.map((risk) => risk.id)),
  ];
  const { arm, model, evidence, dataset, latency, review } = request;
  // Where nothing was measured, the evidence can only be of the risks.
  const ofRisks = request.results.length === 0 ? evidence : undefined;
  const facts = {
    results: all(request.results, (text) =>
      readResult(text, definitions.evals, { arm, model, evidence, dataset, values }, problems),
    ),
    tasks: all(request.tasks, (text) => readTasks(text, { arm, latency, review }, problems)),
    spend: await spendOf(records, at, request, problems),
    time: [
      ...all(request.hours, (text) => readHours(text, problems)),
      ...all(request.meetings, (text) => readMeeting(text, problems)),
    ],
    assumptions: new Map(all(request.assumptions, (text) => readAssumption(text, definitions, problems))),
    risks: all(request.risks, (text) => readRisk(text, known, ofRisks, problems)),
    answers: new Map(all(request.answers, (text) => readAnswer(text, definitions, problems))),
    attest: all(request.attest, (text) => readAttestation(text, items, found, problems)),
  };
  strayFlags(request, problems);
  problems.throwIfAny();
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => ("size" in fact ? fact.size : fact.length) > 0));
}

/** Flags that say more of a fact that was not given. */
function strayFlags(
  { results, tasks, risks, arm, model, dataset, evidence, latency, review }: LogRequest,
  problems: FlagProblems,
): void {
  const bare = results.length === 0;
  const stray = [
    bare && tasks.length === 0 && arm !== undefined && "--arm",
    bare && model !== undefined && "--model",
    bare && dataset !== undefined && "--dataset",
    bare && risks.length === 0 && evidence !== undefined && "--evidence",
  ].find(Boolean);
  if (stray) problems.add(stray, "belongs to a result", "add --eval, such as --eval wrong-rate=22/200");
  if (tasks.length > 0) return;
  const timed = latency !== undefined ? "--latency" : review !== undefined ? "--review" : undefined;
  if (timed !== undefined)
    problems.add(
      timed,
      "belongs to tasks, whose outputs took so long",
      "add --tasks, such as --tasks 262/300: succeeded of attempted",
    );
}

function all<T>(texts: readonly string[], read: (text: string) => T | undefined): T[] {
  return texts.map(read).filter((fact) => fact !== undefined);
}

/** What reads tokens and replacements is loaded for whoever names them. */
async function spendOf(
  { definitions: { charter, costs }, log }: Records,
  at: Instant,
  request: LogRequest,
  problems: FlagProblems,
): Promise<readonly SpendLine[]> {
  const { spend, tokens, category, replaces } = request;
  // A bare number is in the currency of the cap, and of a cap that cannot be read nobody knows it.
  const bare = spend.find((text) => isBare(text));
  if (bare !== undefined && charter?.spendCap === undefined && isUnread(charter ?? {}, "spend_cap"))
    problems.add(
      "--spend",
      `found "${bare.slice(0, 60)}", and the currency of the cap cannot be read`,
      'name the currency: --spend "12.40 EUR"',
    );
  const context = {
    costs,
    currency: reckoningCurrency(charter?.spendCap, costs),
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
  if (category !== undefined && spend.length === 0)
    problems.add("--category", "belongs to an amount", `add --spend; categories are ${SPEND_CATEGORIES.join(", ")}`);
  if (request.basis !== undefined && spend.length + tokens.length === 0)
    problems.add("--basis", "belongs to an amount", "add --spend or --tokens");
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
  const text =
    request.text === "-"
      ? context.terminal.readInput(LONGEST_NOTE)
      : (request.text ?? (hasFacts ? "" : written(context)));
  const note = text.replaceAll("\r\n", "\n").trim();
  if (note === "" && !hasFacts)
    throw new UsageFault(
      "there is nothing to log",
      'say what happened: poc log "Reranker on" --eval wrong-rate=22/200',
    );
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
