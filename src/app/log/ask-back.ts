import type { Choice, Context, Prompter } from "../ports/ports.ts";
import { Cancelled } from "../ports/faults.ts";
import type { FlagProblems } from "./facts/flag-problems.ts";
import { unclearHours, unclearMeeting, unclearTogether, type UnclearTime } from "./facts/read-time.ts";
import type { FactFlag, StrayFact, TypedFact } from "./facts/stray-fact.ts";
import { strayFacts, withoutFacts, type KnownNames } from "./facts/stray-facts.ts";
import type { LogRequest } from "./log-request.ts";

/*
 * What most likely means something else than it says: minutes that would count as hours, and a fact whose flag was
 * forgotten. On a terminal the person is asked; elsewhere nothing is stored, and the message has the corrected text.
 */

/**
 * The request as the person means it, with doubts that could not be settled in `problems`.
 *
 * @param reads decides which corrections are offered
 */
export async function askBack(
  context: Context,
  request: LogRequest,
  known: KnownNames,
  reads: Reads,
  problems: FlagProblems,
): Promise<LogRequest> {
  const { inIsTerminal, outIsTerminal } = context.terminal;
  const prompter = inIsTerminal && outIsTerminal ? context.prompter : undefined;
  return askTimes(prompter, await askText(prompter, request, known, reads, problems), problems);
}

type Ask = (() => Promise<Prompter>) | undefined;

export const NOTHING_STORED = "cancelled; nothing was stored";

/** Whether the flags of a request can be stored as they are. */
export type Reads = (request: LogRequest) => Promise<boolean>;

async function askText(
  ask: Ask,
  request: LogRequest,
  known: KnownNames,
  reads: Reads,
  problems: FlagProblems,
): Promise<LogRequest> {
  if (request.text === undefined || request.asNote) return request;
  const strays = await readable(strayFacts(request.text, known), request, reads);
  if (ask === undefined) {
    const sure = strays.filter(({ unsure }) => unsure !== "asked");
    refuseText(
      request.text,
      sure.map((stray) => ({ ...stray, facts: stray.facts.map(inMinutes) })),
      problems,
    );
    return request;
  }
  let asked = request;
  for (const { typed, because, facts } of strays) {
    const choices: readonly Choice[] = [
      ...facts
        .slice(0, MOST_CHOICES)
        .map((fact, index) => ({ value: choiceOf(index), label: `Record it: ${flagText(fact)}` })),
      { value: "words", label: "Keep it as words" },
      { value: "nothing", label: "Store nothing" },
    ];
    const chosen = await (await ask()).choose(`"${shortened(typed)}": ${because}. What did you mean?`, choices);
    if (chosen === "nothing") throw new Cancelled(NOTHING_STORED);
    const fact = facts.find((_, index) => choiceOf(index) === chosen);
    if (fact !== undefined) asked = moved(asked, typed, fact);
  }
  return asked;
}

const MOST_CHOICES = 6;

const choiceOf = (index: number) => (index === 0 ? "fact" : `fact-${index + 1}`);

/** The strays, with only the facts that a flag can take; the others remain words of the note. */
async function readable(
  strays: readonly StrayFact[],
  request: LogRequest,
  reads: Reads,
): Promise<readonly StrayFact[]> {
  const kept: StrayFact[] = [];
  for (const stray of strays) {
    const facts: TypedFact[] = [];
    for (const fact of stray.facts) if (await reads(moved(request, stray.typed, fact))) facts.push(fact);
    if (facts.length > 0 || stray.unsure !== "readable") kept.push({ ...stray, facts });
  }
  return kept;
}

/** Each fact is named; the corrected command, which has all of them, is said once, and works as it is printed. */
function refuseText(text: string, strays: readonly StrayFact[], problems: FlagProblems): void {
  const words = withoutFacts(text, strays);
  const rest = words === "" || words.includes("\n") ? [] : [quoted(words)];
  const [first, ...others] = strays;
  const ways =
    others.length === 0
      ? (first?.facts.slice(0, MOST_SAID).map((fact) => [fact]) ?? [])
      : strays.every(({ facts }) => facts.length > 0)
        ? [strays.flatMap(({ facts }) => facts.slice(0, 1))]
        : [];
  const commands = ways.map((facts) => ["poc log", ...rest, ...facts.map(flagText)].join(" "));
  const right = commands.length === 0 ? "" : `write ${commands.join(", or ")}, or `;
  for (const [index, { typed, because }] of strays.entries())
    problems.add(
      "text",
      `"${shortened(typed)}" would be stored as words, but ${because}`,
      index === strays.length - 1 ? `${right}add --note if the text is meant as words` : undefined,
    );
}

const MOST_SAID = 3;

/** A time whose unit would be asked back in minutes, which are most likely meant. */
function inMinutes(fact: TypedFact): TypedFact {
  const { flag, value } = fact;
  const doubt = flag === "hours" ? unclearHours(value) : flag === "meeting" ? unclearMeeting(value) : undefined;
  return doubt === undefined ? fact : { flag, value: doubt.minutes };
}

function flagText({ flag, value }: TypedFact): string {
  return `--${flag} ${quoted(value)}`;
}

/** Where the request keeps the facts of a flag. */
export const LIST_OF: { readonly [K in FactFlag]: keyof Lists } = {
  eval: "results",
  assume: "assumptions",
  risk: "risks",
  answer: "answers",
  attest: "attest",
  tokens: "tokens",
  tasks: "tasks",
  spend: "spend",
  hours: "hours",
  meeting: "meetings",
};

type Lists = Pick<
  LogRequest,
  "results" | "assumptions" | "risks" | "answers" | "attest" | "tokens" | "tasks" | "spend" | "hours" | "meetings"
>;

function moved(request: LogRequest, typed: string, { flag, value }: TypedFact): LogRequest {
  const left = withoutFacts(request.text ?? "", [{ typed }]);
  const list = LIST_OF[flag];
  return { ...request, text: left === "" ? undefined : left, pieces: [], [list]: [...request[list], value] };
}

async function askTimes(ask: Ask, request: LogRequest, problems: FlagProblems): Promise<LogRequest> {
  if (request.yes) return request;
  const hours = await settledTimes(ask, request.hours, unclearHours, problems);
  const meetings = await settledTimes(ask, request.meetings, unclearMeeting, problems);
  const together = unclearTogether(hours);
  if (together !== undefined) {
    const doubt = `${together} h for one person in one entry is more than a day's work`;
    if (ask === undefined) problems.add("--hours", doubt, "write minutes as 90m; or add --yes if it is right");
    else if (!(await (await ask()).confirm(`${doubt}. Store it?`, false))) throw new Cancelled(NOTHING_STORED);
  }
  return { ...request, hours, meetings };
}

async function settledTimes(
  ask: Ask,
  texts: readonly string[],
  unclear: (text: string) => UnclearTime | undefined,
  problems: FlagProblems,
): Promise<readonly string[]> {
  const settled: string[] = [];
  for (const text of texts) {
    const doubt = unclear(text);
    if (doubt === undefined) settled.push(text);
    else if (ask === undefined) {
      const hours = doubt.hours === undefined ? "" : `, or ${doubt.flag} ${quoted(doubt.hours)} or --yes for hours`;
      problems.add(
        doubt.flag,
        `found "${shortened(text)}", which is ${doubt.comesTo}; you probably mean minutes`,
        `write ${doubt.flag} ${quoted(doubt.minutes)} for minutes${hours}`,
      );
    } else settled.push(await askTime(await ask(), doubt));
  }
  return settled;
}

async function askTime(prompter: Prompter, { typed, comesTo, minutes, hours }: UnclearTime): Promise<string> {
  const chosen = await prompter.choose(`"${shortened(typed)}" is ${comesTo}. What did you mean?`, [
    { value: minutes, label: `${minutes}: minutes` },
    ...(hours === undefined ? [] : [{ value: hours, label: `${hours}: hours` }]),
    { value: "", label: "Store nothing" },
  ]);
  if (chosen === "") throw new Cancelled(NOTHING_STORED);
  return chosen;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** As a shell takes it for one word. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `"${text.replace(/["\\$`]/g, "\\$&")}"`;
}
