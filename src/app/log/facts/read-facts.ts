import { knownRisks, type Definitions, type Records } from "../../../domain/records/records.ts";
import type { SpendLine } from "../../../domain/records/entry.ts";
import type { Eval } from "../../../domain/records/eval.ts";
import { SPEND_CATEGORIES } from "../../../domain/records/costs.ts";
import type { Facts } from "../../../domain/records/facts.ts";
import { effectiveLog } from "../../../domain/records/log.ts";
import { isUnread } from "../../../domain/records/unread.ts";
import { dateIn, type Instant } from "../../../domain/scalars/instant.ts";
import { optional } from "../../../domain/scalars/optional.ts";
import { spendCurrency } from "../../../domain/spend/spend.ts";
import type { LogRequest } from "../log-request.ts";
import type { FlagProblems } from "./flag-problems.ts";
import { readAnswer, readAssumption, readAttestation, readRisk, type KnownItems } from "./read-answers.ts";
import { readFocus } from "./read-focus.ts";
import { figureApart, readResult, type ResultContext } from "./read-result.ts";
import { currencyApart, isBare, readBasis, readSpend } from "./read-spend.ts";
import { readTasks } from "./read-tasks.ts";
import { readHours, readMeeting } from "./read-time.ts";
import { strayFlags, twiceInOne } from "./stray-flags.ts";

/** What the flags of one entry are read with. */
export interface FactContext {
  readonly at: Instant;
  readonly items: KnownItems;
  /** Whether a path that is named as evidence is there. */
  readonly found: (path: string) => boolean;
  /** As they were agreed. */
  readonly evals: readonly Eval[];
  /** What was agreed by now. Asked only where money is named, because the whole log is read for it. */
  readonly agreed: () => Pick<Definitions, "charter" | "costs">;
  readonly values: ResultContext["values"];
  readonly problems: FlagProblems;
}

/** The facts that the flags state. What cannot be read, or probably means something else, becomes a problem. */
export async function readFacts(
  records: Records,
  request: LogRequest,
  { at, items, found, evals, agreed, values, problems }: FactContext,
): Promise<Facts> {
  const { definitions } = records;
  const hoursOfDay = definitions.charter?.hoursOfDay;
  const known = knownRisks(records);
  const { arm, model, evidence, dataset, latency, review } = request;
  // Where nothing was measured, the evidence can only be of the risks.
  const ofRisks = request.results.length === 0 ? evidence : undefined;
  const facts = {
    results: readAll(request.results, (text) =>
      readResult(text, evals, { arm, model, evidence, dataset, values }, problems),
    ),
    tasks: readAll(request.tasks, (text) => readTasks(text, { arm, latency, review }, problems)),
    spend: await spendOf(records, at, request, agreed, problems),
    time: [
      ...readAll(request.hours, (text) => readHours(text, hoursOfDay, problems)),
      ...readAll(request.meetings, (text) => readMeeting(text, hoursOfDay, problems)),
    ],
    assumptions: new Map(readAll(request.assumptions, (text) => readAssumption(text, definitions, problems))),
    risks: readAll(request.risks, (text) => readRisk(text, known, ofRisks, problems)),
    answers: new Map(readAll(request.answers, (text) => readAnswer(text, definitions, problems))),
    attest: readAll(request.attest, (text) => readAttestation(text, items, found, problems)),
  };
  const focus = request.focus === undefined ? undefined : readFocus(request.focus, problems);
  figureApart(request.results, request.pieces, problems);
  strayFlags(request, problems);
  twiceInOne(facts.results, problems);
  const said = Object.entries(facts).filter(([, fact]) => ("size" in fact ? fact.size : fact.length) > 0);
  return { ...Object.fromEntries(said), ...optional("focus", focus) };
}

/** Leaves out the texts that could not be read, because the reader has reported them. */
export function readAll<T>(texts: readonly string[], read: (text: string) => T | undefined): T[] {
  return texts.map(read).filter((fact) => fact !== undefined);
}

/** The reader of tokens and replacements is loaded only where they are named. */
async function spendOf(
  { log, zone }: Pick<Records, "log" | "zone">,
  at: Instant,
  request: LogRequest,
  agreed: FactContext["agreed"],
  problems: FlagProblems,
): Promise<readonly SpendLine[]> {
  const { spend, tokens, category, replaces } = request;
  if (request.basis !== undefined && spend.length + tokens.length === 0)
    problems.add("--basis", "needs an amount", "add --spend or --tokens");
  if (category !== undefined && spend.length === 0)
    problems.add("--category", "needs an amount", `add --spend; categories are ${SPEND_CATEGORIES.join(", ")}`);
  if (spend.length + tokens.length + replaces.length === 0 && request.basis === undefined) return [];
  const { charter, costs } = agreed();
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
  const lines = readAll(spend, (text) => readSpend(text, context, problems));
  currencyApart(spend, request.pieces, problems);
  if (tokens.length > 0) {
    const { cachedApart, readTokens } = await import("./read-tokens.ts");
    cachedApart(tokens, request.pieces, problems);
    lines.push(...readAll(tokens, (text) => readTokens(text, context, problems)));
  }
  if (lines.some(({ amount }) => amount.minor < 0n)) {
    const { refundProblems } = await import("./refund-problems.ts");
    const { epochMs } = at;
    refundProblems(lines, effectiveLog(log, Infinity).counted, { epochMs, date: dateIn(zone, epochMs) }, problems);
  }
  // An amount that could not be read has been reported; what it would replace is nothing to add.
  if (replaces.length === 0 || lines.length < spend.length + tokens.length) return lines;
  const { readReplaces } = await import("./read-replaces.ts");
  const replaced = readReplaces(replaces, lines, { log, costs, at }, problems);
  return replaced === undefined ? lines : lines.map((line) => ({ ...line, replaces: replaced }));
}
