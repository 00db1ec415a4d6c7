import { parseIdentifier, slugText } from "../../domain/scalars/identifier.ts";
import { parseMoney } from "../../domain/scalars/money.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { parseWrittenDate } from "../../domain/scalars/readings/parse-day.ts";
import { ok, problem, type Parsed, type TextProblem } from "../../domain/scalars/parsed.ts";
import { parsePerson } from "../../domain/scalars/person.ts";
import { parseBaseline } from "../../domain/records/eval.ts";
import { parsePaybackThreshold } from "../../domain/records/value-input-text.ts";
import { parseTarget } from "../../domain/scalars/target.ts";
import { Cancelled } from "../ports/faults.ts";
import type { Context, Prompter } from "../ports/ports.ts";
import type { InitFlags } from "./init-flags.ts";
import { parseWholeWithin } from "../../domain/scalars/whole.ts";

/**
 * Asks for what the flags left out: the triage first, then the least that makes a PoC that can be judged. Every answer
 * but the title may be left blank and becomes a placeholder.
 *
 * @throws Cancelled where the person takes the advice not to start a PoC
 */
export async function askDraft(
  context: Context,
  flags: InitFlags,
  defaults: { readonly owner: string | undefined },
): Promise<InitFlags> {
  const prompter = await context.prompter();
  const title =
    flags.title ??
    (await prompter.ask({
      message: "What is the PoC called?",
      refuse: (text) => (text.trim() === "" ? "it needs a name" : undefined),
    }));
  const unknowns = await askUnknowns(prompter, flags.unknowns);
  const triaged = await askTriage(context, prompter, flags);
  const question = flags.question ?? (await optional(prompter, "Which question must it answer?", unknowns[0]));
  const owner =
    flags.owner ?? (await optional(prompter, "Who owns it, and will adopt the MVP?", defaults.owner, parsePerson));
  const sponsor =
    flags.sponsor ?? (await optional(prompter, "Who sponsors it, and reads the memo?", undefined, parsePerson));
  const days =
    flags.days ??
    (await prompter.ask({
      message: "How many working days?",
      default: "10",
      refuse: (text) => (/^([1-9]|1[0-5])$/.test(text.trim()) ? undefined : "two to three weeks: 1 to 15"),
    }));
  const cap = flags.cap ?? (await optional(prompter, "What may it spend? (such as 2000 EUR)", undefined, parseMoney));
  const mvpBudget =
    flags.mvpBudget ?? (await optional(prompter, "Which budget waits for the MVP?", undefined, parseMoney));
  const measured = await askEval(prompter, flags);
  const killAsk =
    flags.killWhen === undefined && flags.killAsk === undefined
      ? await optional(prompter, "Which answer would end the work at once? (a yes-or-no question)")
      : flags.killAsk;
  const killBy =
    flags.killBy ??
    ((killAsk ?? flags.killWhen) === undefined
      ? undefined
      : ((await optional(
          prompter,
          "By which day must that be ruled out? (such as day 7, or a date; blank: two thirds into the timebox)",
          undefined,
          parseKillDay,
        )) ?? ""));
  const payback =
    flags.payback ??
    (await optional(
      prompter,
      "What is the longest payback you would accept? (such as 12 months)",
      undefined,
      parsePaybackThreshold,
    ));
  const answeredBy = await askAnswers(prompter, flags, unknowns, measured.metric);
  return {
    ...flags,
    ...triaged,
    ...measured,
    title: title.trim(),
    unknowns,
    answeredBy,
    question,
    owner,
    sponsor,
    days: days.trim(),
    cap,
    mvpBudget,
    killAsk,
    killBy,
    payback,
  };
}

/** One or two, asked one by one; there is no question for a third. */
async function askUnknowns(prompter: Prompter, given: readonly string[]): Promise<readonly string[]> {
  if (given.length > 0) return given;
  const first = await optional(prompter, "What do you not know yet, and must find out?");
  if (first === undefined) return [];
  const second = await optional(
    prompter,
    "And a second unknown? (leave blank for none; three would be a mini-product)",
  );
  return second === undefined ? [first] : [first, second];
}

/** One unknown is answered by the figure that decides. Of two, a person says which; the other is left for later. */
async function askAnswers(
  prompter: Prompter,
  { answeredBy }: InitFlags,
  [first, second]: readonly string[],
  metric: string | undefined,
): Promise<readonly string[]> {
  if (answeredBy.length > 0 || first === undefined || second === undefined || metric === undefined) return answeredBy;
  const chosen = await prompter.choose(
    "Which unknown does that figure answer?",
    [
      { value: "first", label: first },
      { value: "second", label: second },
      { value: "both", label: "both" },
    ],
    "first",
  );
  const id = evalIdOf(metric);
  return [chosen === "second" ? "" : id, chosen === "first" ? "" : id];
}

/** `day 7` of the timebox, as its number, or a date: a day that lies ahead. */
export function parseKillDay(text: string): Parsed<CivilDate | number> {
  const day = /^day ([1-9]\d{0,2})$/i.exec(text.trim());
  if (day) return ok(Number(day[1]));
  const date = parseWrittenDate(text);
  return date.ok
    ? date
    : problem("invalid-date", "a working day such as day 7, or a date such as 2026-12-02", hintOf(date.problem));
}

function hintOf({ hint }: TextProblem): { readonly hint?: string } {
  return hint === undefined ? {} : { hint };
}

/** The id of the eval of a metric in words. */
export function evalIdOf(metric: string): string {
  const slug = slugText(metric, 24);
  return parseIdentifier(slug).ok ? slug : "primary";
}

/** A known pattern with obvious value needs no PoC. The person may go on; the charter keeps what was advised. */
async function askTriage(
  context: Context,
  prompter: Prompter,
  flags: InitFlags,
): Promise<Pick<InitFlags, "patternKnown" | "valueObvious">> {
  const patternKnown =
    flags.patternKnown ||
    (await prompter.confirm("Has this pattern been built before, so that you know it works?", false));
  const valueObvious =
    patternKnown && (flags.valueObvious || (await prompter.confirm("Is its value obvious without measuring?", false)));
  if (patternKnown && valueObvious) {
    context.terminal.err("A known pattern with obvious value needs no PoC: go straight to an MVP.\n");
    if (!(await prompter.confirm("Start a PoC all the same?", false)))
      throw new Cancelled("no PoC was set up; nothing was written");
  }
  return { patternKnown, valueObvious };
}

async function askEval(prompter: Prompter, flags: InitFlags): Promise<Partial<InitFlags>> {
  const metric =
    flags.metric ??
    (await optional(prompter, "Which figure decides? (such as: wrong answers on safety-critical intents)"));
  if (metric === undefined) return {};
  const better =
    flags.higherIsBetter || flags.target !== undefined
      ? flags.higherIsBetter
      : (await prompter.choose(
          "Which way is better?",
          [
            { value: "lower", label: "lower" },
            { value: "higher", label: "higher" },
          ],
          "lower",
        )) === "higher";
  const baseline =
    flags.baseline ??
    (await optional(
      prompter,
      "What is it today? (counted, such as 41/200, or a figure such as 20%)",
      undefined,
      parseBaseline,
    ));
  const target =
    flags.target ??
    (await optional(
      prompter,
      "What is the least you would accept? (such as reduction >= 40%, or value <= 12%)",
      undefined,
      parseTarget,
    ));
  const minN =
    flags.minN ?? (await optional(prompter, "How many cases will you measure it on?", undefined, parseCases));
  return { metric, higherIsBetter: better, baseline, target, minN };
}

function parseCases(text: string): Parsed<number> {
  return parseWholeWithin(text, 1, 10_000_000, "a whole number of cases");
}

/** Blank is an answer: it becomes a placeholder. Anything else must be readable. */
async function optional<T>(
  prompter: Prompter,
  message: string,
  byDefault?: string,
  parse?: (text: string) => Parsed<T>,
): Promise<string | undefined> {
  const refuse = (text: string): string | undefined => {
    const read = text.trim() === "" || parse === undefined ? undefined : parse(text.trim());
    if (read === undefined || read.ok) return undefined;
    const { expected, hint } = read.problem;
    return `expected ${expected}, or nothing${hint === undefined ? "" : `; ${hint}`}`;
  };
  const text = await prompter.ask({ message, refuse, ...(byDefault === undefined ? {} : { default: byDefault }) });
  return text.trim() === "" ? undefined : text.trim();
}
