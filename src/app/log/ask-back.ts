import type { Choice, Context, Prompter } from "../ports/ports.ts";
import { Cancelled } from "../ports/faults.ts";
import type { FlagProblems } from "./facts/flag-problems.ts";
import { unclearHours, unclearMeeting, unclearTogether, type UnclearTime } from "./facts/read-time.ts";
import { strayFacts, type FactFlag, type KnownNames, type StrayFact } from "./facts/stray-facts.ts";
import type { LogRequest } from "./log-request.ts";

/*
 * What most likely means something else than it says: minutes that would count as hours, and a fact whose flag was
 * forgotten. On a terminal the person is asked; elsewhere nothing is stored, and the message has the corrected text.
 */

/** The request as the person means it, with doubts that could not be settled in `problems`. */
export async function askBack(
  context: Context,
  request: LogRequest,
  known: KnownNames,
  problems: FlagProblems,
): Promise<LogRequest> {
  const { inIsTerminal, outIsTerminal } = context.terminal;
  const prompter = inIsTerminal && outIsTerminal ? context.prompter : undefined;
  return askTimes(prompter, await askText(prompter, request, known, problems), problems);
}

type Ask = (() => Promise<Prompter>) | undefined;

export const NOTHING_STORED = "cancelled; nothing was stored";

async function askText(ask: Ask, request: LogRequest, known: KnownNames, problems: FlagProblems): Promise<LogRequest> {
  if (request.text === undefined || request.asNote) return request;
  const strays = strayFacts(request.text, known);
  if (ask === undefined) {
    refuseText(
      request.text,
      strays.filter(({ unsure }) => unsure !== true),
      problems,
    );
    return request;
  }
  let asked = request;
  for (const { typed, because, fact, example } of strays) {
    const choices: readonly Choice<"fact" | "words" | "nothing">[] = [
      ...(fact === undefined ? [] : [{ value: "fact" as const, label: `Record it: ${flagText(fact)}` }]),
      { value: "words", label: "Keep it as words" },
      { value: "nothing", label: fact === undefined ? `Store nothing, and use ${example}` : "Store nothing" },
    ];
    const chosen = await (await ask()).choose(`"${shortened(typed)}": ${because}. What is meant?`, choices);
    if (chosen === "nothing") throw new Cancelled(NOTHING_STORED);
    if (chosen === "fact" && fact !== undefined) asked = moved(asked, typed, fact);
  }
  return asked;
}

/** Each fact is named; the corrected command, which has all of them, is said once. */
function refuseText(text: string, strays: readonly StrayFact[], problems: FlagProblems): void {
  const facts = strays.flatMap(({ fact }) => fact ?? []);
  const words = strays.reduce((left, { typed }) => without(left, typed), text);
  const rest = words === "" || words.length > 60 || words.includes("\n") ? [] : [quoted(words)];
  const unsaid = strays.find(({ fact }) => fact === undefined);
  const right =
    unsaid === undefined
      ? `write ${["poc log", ...rest, ...facts.map(flagText)].join(" ")}`
      : `log it with ${unsaid.example}`;
  for (const [index, { typed, because }] of strays.entries())
    problems.add(
      "text",
      `"${shortened(typed)}" would be stored as words, but ${because}`,
      index === strays.length - 1 ? `${right}, or add --note if the text is meant as words` : undefined,
    );
}

function flagText({ flag, value }: NonNullable<StrayFact["fact"]>): string {
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

function moved(request: LogRequest, typed: string, { flag, value }: NonNullable<StrayFact["fact"]>): LogRequest {
  const left = without(request.text ?? "", typed);
  const list = LIST_OF[flag];
  return { ...request, text: left === "" ? undefined : left, pieces: [], [list]: [...request[list], value] };
}

/** The text without the fact, and without the brackets and stops that stood around it. */
function without(text: string, typed: string): string {
  return text
    .replace(typed, " ")
    .replace(/([([{"'`])\s*([)\]}"'`])/g, "")
    .replace(/[ \t]+/g, " ")
    .replace(/ ?([,;.])(?: ?[,;.])*/g, "$1")
    .replace(/^[\s,;:.-]+|[\s,;:-]+$/g, "");
}

async function askTimes(ask: Ask, request: LogRequest, problems: FlagProblems): Promise<LogRequest> {
  if (request.yes) return request;
  const hours = await settledTimes(ask, request.hours, unclearHours, problems);
  const meetings = await settledTimes(ask, request.meetings, unclearMeeting, problems);
  const together = unclearTogether(hours);
  if (together !== undefined) {
    const doubt = `${together} h of one person in one entry are more than a day's work`;
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
        `found "${shortened(text)}", which is ${doubt.comesTo}; minutes are most likely meant`,
        `write ${doubt.flag} ${quoted(doubt.minutes)} for minutes${hours}`,
      );
    } else settled.push(await askTime(await ask(), doubt));
  }
  return settled;
}

async function askTime(prompter: Prompter, { typed, comesTo, minutes, hours }: UnclearTime): Promise<string> {
  const chosen = await prompter.choose(`"${shortened(typed)}" is ${comesTo}. What is meant?`, [
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
