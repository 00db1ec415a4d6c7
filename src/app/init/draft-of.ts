import { parseDay, type CivilDate } from "../../domain/scalars/calendar.ts";
import { type Triage, MOST_UNKNOWNS } from "../../domain/records/charter.ts";
import { parseCondition } from "../../domain/scalars/condition.ts";
import { parseBaseline } from "../../domain/records/eval.ts";
import { parseIdentifier, slugText } from "../../domain/scalars/identifier.ts";
import { dateIn } from "../../domain/scalars/instant.ts";
import { parseMoney } from "../../domain/scalars/money.ts";
import { parsePerson } from "../../domain/scalars/person.ts";
import { parsePaybackThreshold } from "../../domain/records/value-input-text.ts";
import { parseTarget } from "../../domain/scalars/target.ts";
import { workingDates, SATURDAY_SUNDAY } from "../../domain/records/timebox.ts";
import { FlagProblems } from "../log/facts/flag-problems.ts";
import type { Context } from "../ports/ports.ts";
import type { ScaffoldDraft } from "../../memo/template/scaffold.ts";
import { askDraft, evalIdOf, parseKillDay } from "./wizard.ts";
import { optional } from "../../domain/scalars/optional.ts";
import type { InitFlags } from "./init-flags.ts";
import { parseWholeWithin } from "../../domain/scalars/whole.ts";
const WORKING_DAYS = 10;

/**
 * Flags, then the wizard for what they left out, then defaults: ten working days from today in the zone of the machine,
 * the owner from git's configuration. Whatever is still unknown becomes a placeholder.
 *
 * @throws UsageFault with everything that is wrong with the flags
 */
export async function draftOf(context: Context, flags: InitFlags, quiet: boolean): Promise<ScaffoldDraft> {
  checkFlags(context, flags);
  const defaults = { owner: flags.owner ?? context.identity.author(context.cwd) };
  const asks = !quiet && context.terminal.inIsTerminal && context.terminal.errIsTerminal;
  const given = asks
    ? await askDraft(context, flags, defaults)
    : { ...flags, ...(defaults.owner === undefined ? {} : { owner: defaults.owner }) };
  return withTriage(complete(context, given), given);
}

function complete(context: Context, flags: InitFlags): ScaffoldDraft {
  const timezone = flags.timezone ?? context.zones.local();
  const zone = context.zones.zone(timezone) ?? context.zones.zone("UTC")!;
  const today = dateIn(zone, context.clock.now());
  const start = flags.start === undefined ? today : startOf(flags.start, today);
  const workingDays = Number(flags.days ?? WORKING_DAYS);
  const dates = workingDates({ start, workingDays, timezone, weekend: SATURDAY_SUNDAY, holidays: [] });
  const evaluated = draftEval(flags);
  return {
    title: flags.title ?? "Untitled PoC",
    ...optional("question", flags.question),
    unknowns: flags.unknowns.map((text, index) => ({ question: text, answeredBy: answeredBy(flags, index) })),
    kind: flags.kind ?? "feasibility",
    motivations: flags.motivations,
    ...optional("owner", flags.owner),
    ...optional("sponsor", flags.sponsor),
    start: dates[0] ?? start,
    workingDays: String(workingDays),
    timezone,
    ...optional("spendCap", flags.cap),
    ...optional("mvpBudget", flags.mvpBudget),
    productionStack: flags.productionStack,
    pocStack: flags.stack,
    ...optional("eval", evaluated),
    ...optional("kill", draftKill(flags, killDay(flags, dates))),
    ...optional("payback", flags.payback),
  };
}

/** One unknown is answered by the eval that decides; with two, a person has to say which answers which. */
function answeredBy(flags: InitFlags, index: number): readonly string[] {
  const stated = flags.answeredBy[index] ?? "";
  const byDefault = flags.unknowns.length === 1 ? (draftEval(flags)?.id ?? "primary") : "";
  return (stated.trim() === "" ? byDefault : stated)
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");
}

function startOf(text: string, today: ReturnType<typeof dateIn>) {
  const day = parseDay(text, today);
  return day.ok ? day.value : today;
}

function draftEval(flags: InitFlags): NonNullable<ScaffoldDraft["eval"]> | undefined {
  if (flags.metric === undefined) return undefined;
  return {
    id: evalIdOf(flags.metric),
    metric: flags.metric,
    measure:
      flags.baseline?.includes("/") === true || flags.target?.includes("%") === true || flags.target === undefined
        ? "proportion"
        : "mean",
    better: flags.higherIsBetter ? "higher" : "lower",
    ...optional("baseline", flags.baseline),
    ...optional("target", flags.target),
    ...optional("minN", flags.minN),
  };
}

/**
 * Two thirds into the timebox is late enough to have evidence, early enough to save the rest; a person says yes to it.
 */
function killDay({ killBy }: InitFlags, dates: readonly CivilDate[]): CivilDate | undefined {
  if (killBy === undefined) return undefined;
  if (killBy === "") return dates[Math.ceil(dates.length * 0.7) - 1];
  const day = parseKillDay(killBy);
  return !day.ok ? undefined : typeof day.value === "number" ? dates[day.value - 1] : day.value;
}

/** A statement that nobody wrote stays open. */
function draftKill(flags: InitFlags, by: CivilDate | undefined): NonNullable<ScaffoldDraft["kill"]> | undefined {
  if (flags.killWhen !== undefined) return { id: "not-good-enough", when: flags.killWhen, ...optional("by", by) };
  if (flags.killAsk === undefined) return undefined;
  const slug = slugText(flags.killAsk, 24);
  const id = parseIdentifier(slug).ok ? slug : "stopper";
  return { id, statement: flags.killAsk, ask: flags.killAsk, ...optional("by", by) };
}

function withTriage(draft: ScaffoldDraft, flags: InitFlags): ScaffoldDraft {
  const advice = triage({
    unknowns: draft.unknowns.length,
    patternKnown: flags.patternKnown,
    valueObvious: flags.valueObvious,
    owner: draft.owner !== undefined,
    sponsor: draft.sponsor !== undefined,
    mvpBudget: draft.mvpBudget !== undefined,
  });
  return { ...draft, triage: advice };
}

/** Everything that is wrong with the flags, before anything is asked or written. */
function checkFlags(context: Context, flags: InitFlags): void {
  const problems = new FlagProblems();
  const check = <T>(
    flag: string,
    text: string | undefined,
    parse: (text: string) => Parameters<typeof problems.take<T>>[2],
  ) => {
    if (text !== undefined) problems.take(flag, text, parse(text));
  };
  check("--owner", flags.owner, parsePerson);
  check("--sponsor", flags.sponsor, parsePerson);
  check("--cap", flags.cap, parseMoney);
  check("--mvp-budget", flags.mvpBudget, parseMoney);
  check("--baseline", flags.baseline, parseBaseline);
  check("--target", flags.target, parseTarget);
  check("--kill-when", flags.killWhen, parseCondition);
  check("--payback", flags.payback, parsePaybackThreshold);
  check("--kill-by", flags.killBy, parseKillDay);
  check("--start", flags.start, (text) => parseDay(text, dateIn(context.zones.zone("UTC")!, context.clock.now())));
  wholeNumber("--days", flags.days, 1, 200, problems);
  wholeNumber("--min-n", flags.minN, 1, 10_000_000, problems);
  if (flags.timezone !== undefined && context.zones.zone(flags.timezone) === undefined)
    problems.add(
      "--timezone",
      `there is no time zone "${flags.timezone.slice(0, 60)}"`,
      "name one such as Europe/Berlin",
    );
  if ((flags.baseline ?? flags.target ?? flags.minN) !== undefined && flags.metric === undefined)
    problems.add(
      "--metric",
      "baseline, target and cases belong to a metric",
      'add --metric "Wrong answers on safety-critical intents"',
    );
  problems.throwIfAny();
}

function wholeNumber(
  flag: string,
  text: string | undefined,
  least: number,
  most: number,
  problems: FlagProblems,
): void {
  if (text === undefined) return;
  problems.take(flag, text, parseWholeWithin(text, least, most, `a whole number from ${least} to ${most}`));
}

/** What is known at kickoff. Absent: nobody said. */
export interface TriageAnswers {
  readonly unknowns: number;
  readonly patternKnown: boolean;
  readonly valueObvious: boolean;
  readonly owner: boolean;
  readonly sponsor: boolean;
  readonly mvpBudget: boolean;
}

/**
 * Is this a PoC at all? A known pattern with obvious value goes straight to an MVP; a PoC retires one or two unknowns
 * for somebody who will fund and adopt what comes after. The advice is recorded, and binds nobody.
 */
export function triage(answers: TriageAnswers): Triage {
  if (answers.patternKnown && answers.valueObvious)
    return { advice: "mvp", because: ["the pattern is known and the value obvious"] };
  const because = [
    answers.unknowns === 0 ? "no unknown is named" : "",
    answers.unknowns > MOST_UNKNOWNS ? "more than two unknowns make a mini-product" : "",
    answers.owner ? "" : "no owner",
    answers.sponsor ? "" : "no sponsor",
    answers.mvpBudget ? "" : "no MVP budget",
  ].filter((reason) => reason !== "");
  return { advice: because.length === 0 ? "poc" : "not-yet", because };
}
