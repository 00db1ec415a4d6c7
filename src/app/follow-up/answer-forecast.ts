import {
  followUpStanding,
  opensOn,
  type DueStanding,
  type FollowUpStanding,
} from "../../domain/follow-up/follow-up-standing.ts";
import { expectedOf, parseActual } from "../../domain/follow-up/parse-actual.ts";
import { lineName, type Actual, type FollowUp, type ForecastLine } from "../../domain/records/forecast/forecast.ts";
import { longDateLabel, type CivilDate } from "../../domain/scalars/calendar.ts";
import { listLabel } from "../../domain/scalars/labels.ts";
import { optional } from "../../domain/scalars/optional.ts";
import { forecastQuestion } from "../../wording/follow-up/forecast-words.ts";
import { reasonProblems } from "../agreement/reasons.ts";
import { requireReadable } from "../agreement/require-readable.ts";
import { FlagProblems, pair, type ReadAs } from "../log/facts/flag-problems.ts";
import { recordEntry, type LogResult } from "../log/record-entry.ts";
import { askedAuthor } from "../poc/author.ts";
import { RuleFault, UsageFault } from "../ports/faults.ts";
import type { Context, Prompter } from "../ports/ports.ts";
import { readFollowUp, type FollowUpResult, type FollowUpView } from "./read-follow-up.ts";

export interface AnswerRequest {
  readonly directory: string | undefined;
  /** `accuracy=91%`, as they were typed. */
  readonly actuals: readonly string[];
  readonly notInUse: string | undefined;
  readonly source: string | undefined;
  readonly note: string | undefined;
  readonly by: string | undefined;
  readonly allowSecret: boolean;
}

export interface AnswerResult extends LogResult {
  readonly promised: FollowUpStanding;
  readonly lines: readonly ForecastLine[];
  readonly answered: FollowUp;
  /** What was not taken by the letter. */
  readonly readings: readonly ReadAs[];
}

/** With more questions in a row, people just press return. */
const MOST_QUESTIONS = 4;

/**
 * Records what came true of a go. Without a figure it asks on a terminal, four questions at most, and else only says
 * what was promised.
 *
 * @throws RuleFault where no go is in force, or where it is too early or answered already
 * @throws UsageFault with everything that is wrong with what was typed
 */
export async function followUp(context: Context, request: AnswerRequest): Promise<AnswerResult | FollowUpResult> {
  const view = await readFollowUp(context, request.directory, undefined);
  const { actuals, notInUse, source, note } = request;
  const typed = actuals.length > 0 || notInUse !== undefined;
  const { promised } = view.result;
  if (typed) return record(context, view, request);
  if (source !== undefined || note !== undefined)
    throw new UsageFault("the actual figure is missing", `add --actual ${exampleOf(view.result.lines)}`);
  const asks = context.terminal.inIsTerminal && context.terminal.errIsTerminal;
  if (!asks || promised.asked === undefined || view.result.lines.length === 0) return view.result;
  const answers = await askedActuals(await context.prompter(), view.result.lines);
  return answers.actuals.length === 0 ? view.result : record(context, view, { ...request, ...answers });
}

function exampleOf([line]: readonly ForecastLine[]): string {
  return line === undefined ? "NAME=FIGURE" : `${lineName(line)}=…`;
}

async function record(context: Context, { poc, result }: FollowUpView, request: AnswerRequest): Promise<AnswerResult> {
  const { promised, lines, standing } = result;
  requireReadable(standing, "it is unclear what was promised");
  const problems = new FlagProblems();
  const actuals = readActuals(request.actuals, lines, problems);
  problems.throwIfAny();
  const faults = reasonProblems([["--not-in-use", request.notInUse]]);
  if (faults.length > 0) throw new UsageFault(faults);
  const due = answeredDay(promised, [...actuals.keys()], request.notInUse !== undefined);
  const author = await askedAuthor(context, request.by, poc.records);
  const answered: FollowUp = {
    decision: promised.decision.entry.id,
    due,
    actuals,
    ...optional("notInUse", request.notInUse?.trim()),
    ...optional("source", request.source?.trim()),
    ...optional("forecast", promised.stored || actuals.size === 0 ? undefined : lines),
  };
  const facts = { ...optional("note", request.note), followup: answered };
  const recorded = recordEntry(context, poc, facts, { ...author, allowSecret: request.allowSecret });
  const after = followUpStanding(recorded.standing) ?? promised;
  return { ...recorded, promised: after, lines, answered, readings: problems.readings };
}

/** By the names of the lines, each once. */
function readActuals(
  typed: readonly string[],
  lines: readonly ForecastLine[],
  problems: FlagProblems,
): ReadonlyMap<string, Actual> {
  const actuals = new Map<string, Actual>();
  const names = lines.map(lineName);
  for (const text of typed) {
    const [typedName = "", figure = ""] = pair(text) ?? [];
    if (typedName === "" || figure === "") {
      problems.add("--actual", `found "${text.slice(0, 60)}", expected NAME=FIGURE`, `write ${exampleOf(lines)}`);
      continue;
    }
    const name = problems.known("--actual", typedName, names, "figure", "the forecast");
    const line = lines.find((one) => lineName(one) === name);
    if (name === undefined || line === undefined) continue;
    const actual = problems.take(`--actual ${name}`, figure, parseActual(line, figure));
    if (actual === undefined) continue;
    if (actuals.has(name)) problems.add(`--actual ${name}`, "given twice, expected one figure", `give ${name} once`);
    actuals.set(name, actual);
  }
  return actuals;
}

/**
 * The day that an answer is for: the latest that may be answered today, else the last that was answered, if the
 * figures were left open there. That something is no longer used may be said at any time, once.
 *
 * @throws RuleFault where there is none
 */
function answeredDay(promised: FollowUpStanding, names: readonly string[], stopped: boolean): CivilDate {
  const { asked, pending, due } = promised;
  const ended = due.flatMap(({ answers }) => answers).find(({ followUp }) => followUp.notInUse !== undefined);
  if (stopped && ended !== undefined)
    throw new RuleFault(
      `${ended.entry.by.name} has said that it is no longer used (${ended.entry.id}); nothing was stored`,
      `if that is wrong: poc undo ${ended.entry.id}`,
    );
  const isOpenOn = (day: CivilDate) => {
    const answered = due.find(({ date }) => date === day)?.answer?.followUp.actuals;
    return !names.some((name) => answered?.has(name));
  };
  const day = asked ?? (stopped ? (pending[0] ?? due.at(-1)?.date) : undefined);
  if (day !== undefined && isOpenOn(day)) return day;
  const disputed = due.find(({ state }) => state === "disputed");
  if (disputed !== undefined)
    throw new RuleFault(
      `two answers to the forecast for ${longDateLabel(disputed.date)} differ; nothing was stored`,
      `withdraw one of them first: ${listLabel(disputed.rivals.map(({ entry }) => `poc undo ${entry.id}`))}`,
    );
  const last = due.findLast(({ answer }) => answer !== undefined);
  if (last === undefined) throw tooEarly("it is too early: the forecast", "wait until then", pending);
  if (isOpenOn(last.date)) return last.date;
  throw answeredBefore(last, names, pending);
}

function answeredBefore(
  { date, answer, answers }: DueStanding,
  names: readonly string[],
  pending: readonly CivilDate[],
): RuleFault {
  const given = answers.filter(({ followUp }) => names.some((name) => followUp.actuals.has(name)));
  const known = names.filter((name) => answer?.followUp.actuals.has(name));
  const done =
    `${listLabel(known)} ${known.length === 1 ? "was" : "were"} answered for ${longDateLabel(date)} by ` +
    listLabel(given.map(({ entry }) => `${entry.by.name} (${entry.id})`));
  const again = `to correct it: ${listLabel(given.map(({ entry }) => `poc undo ${entry.id}`))}, then answer once more`;
  if (pending.length === 0) return new RuleFault(`${done}; nothing was stored`, again);
  return tooEarly(`${done}, and the next forecast`, again, pending);
}

function tooEarly(forecast: string, advice: string, [next]: readonly CivilDate[]): RuleFault {
  if (next === undefined) return new RuleFault("every forecast is answered; nothing was stored");
  return new RuleFault(
    `${forecast} is due on ${longDateLabel(next)} and can be answered from ${longDateLabel(opensOn(next))} on; ` +
      "nothing was stored",
    `${advice}; if it is no longer used: poc followup --not-in-use "…"`,
  );
}

/** As many of the lines as there may be questions, and where the figures come from. */
async function askedActuals(
  prompts: Prompter,
  lines: readonly ForecastLine[],
): Promise<{ readonly actuals: readonly string[]; readonly source: string | undefined }> {
  const actuals: string[] = [];
  for (const line of lines.slice(0, MOST_QUESTIONS - 1)) {
    const answer = await prompts.ask({
      message: forecastQuestion(line),
      example: expectedOf(line),
      default: "",
      refuse(text) {
        if (text.trim() === "") return undefined;
        const read = parseActual(line, text);
        return read.ok ? undefined : `expected ${read.problem.expected}`;
      },
    });
    if (answer.trim() !== "") actuals.push(`${lineName(line)}=${answer.trim()}`);
  }
  if (actuals.length === 0) return { actuals, source: undefined };
  const source = await prompts.ask({
    message: "Where do these figures come from? (return: not said)",
    example: "the invoices of March, and the report of the support team",
    default: "",
  });
  return { actuals, source: source.trim() === "" ? undefined : source };
}
