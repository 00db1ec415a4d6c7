import { type CivilDate } from "../../domain/scalars/calendar.ts";
import { parseDay } from "../../domain/scalars/readings/parse-day.ts";
import { type Triage, MOST_UNKNOWNS } from "../../domain/records/charter.ts";
import { parseMeasuredBy } from "../../domain/records/evals/measured-by.ts";
import { parseSaidTarget, saidTargetText } from "../../domain/records/said-target.ts";
import { lackingText } from "../../wording/start-needs.ts";
import { MEASURE_NAMES, parseBaseline, type Measure } from "../../domain/records/eval.ts";
import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import { kickoffOf, type Kickoff } from "../library/organisation-folder.ts";
import { dateIn } from "../../domain/scalars/instant.ts";
import { moneyText, parseMoney } from "../../domain/scalars/money.ts";
import type { Parsed } from "../../domain/scalars/parsed.ts";
import { quantityNumber } from "../../domain/scalars/quantity.ts";
import { parseTarget } from "../../domain/scalars/target.ts";
import { personText } from "../../domain/scalars/person.ts";
import { workingDates, SATURDAY_SUNDAY } from "../../domain/records/timebox.ts";
import type { Context } from "../ports/ports.ts";
import type { ScaffoldDraft } from "../../memo/template/scaffold.ts";
import { UsageFault } from "../ports/faults.ts";
import { checkFlags, evalIdOf, targetContext } from "./check-flags.ts";
import { parseKillDay } from "./kill-day.ts";
import { shortId } from "./short-id.ts";
import { usualSize } from "./usual-size.ts";
import { startNeeds } from "./start-needs-of.ts";
import { readKept, type KeptWalk } from "./wizard/kept-walk.ts";
import type { Known } from "./wizard/wizard.ts";
import { optional } from "../../domain/scalars/optional.ts";
import type { InitFlags } from "./init-flags.ts";
const WORKING_DAYS = 10;

/** What a draft is made from. */
export interface DraftRequest {
  readonly flags: InitFlags;
  /** The folder that was named, where one was. */
  readonly directory: string | undefined;
  /** Whether a person may be asked. */
  readonly asks: boolean;
  readonly resume: boolean;
  readonly allowSecret: boolean;
  /** Why there can be no PoC of that title here, or undefined. */
  readonly refuseTitle: (title: string) => string | undefined;
}

/**
 * Flags, then the wizard for what they left out, then what is known without asking: ten working days from the next one
 * in the zone of the machine, the owner from git's configuration. Whatever is still unknown becomes a placeholder.
 *
 * @throws UsageFault with everything that is wrong with the flags
 */
export async function draftOf(context: Context, request: DraftRequest): Promise<ScaffoldDraft> {
  const { flags, asks } = request;
  const kickoff = kickoffOf(context);
  const usualDays = usualDaysOf(kickoff);
  checkFlags(context, flags, { asks, usualDays, holidays: kickoff.defaults.holidays ?? [] });
  const known = knownOf(context, flags, kickoff);
  // What a person left open in the wizard stays open, whatever else is known.
  const said = asks ? await askedFlags(context, request, known, kickoff) : withKnown(flags, known);
  return draftFrom(context, said, kickoff);
}

async function askedFlags(
  context: Context,
  request: DraftRequest,
  known: readonly Known[],
  kickoff: Kickoff,
): Promise<InitFlags> {
  const { flags, directory, resume, refuseTitle, allowSecret } = request;
  const { askFlags } = await import("./wizard/wizard.ts");
  const resumed = resume ? await resumedWalk(context) : undefined;
  return askFlags(context, {
    flags,
    known,
    today: calendarOf(context, flags).today,
    refuseTitle,
    needed: (said) => startNeeds(context, draftFrom(context, said, kickoff)).map(lackingText),
    directory,
    resumed,
    allowSecret,
  });
}

/** @throws UsageFault where nothing was kept */
export async function resumedWalk(context: Context): Promise<KeptWalk> {
  const text = (await context.drafts()).load(context.cwd);
  const kept = text === undefined ? undefined : readKept(text);
  if (kept === undefined) throw new UsageFault("this folder has no answers to continue with", "begin with poc init");
  return kept;
}

function usualDaysOf({ defaults, limits }: Pick<Kickoff, "defaults" | "limits">): number {
  return defaults.workingDays ?? Math.min(WORKING_DAYS, limits.longestTimebox ?? WORKING_DAYS);
}

/** What git, the calendar and the organisation say. */
function knownOf(context: Context, flags: InitFlags, { defaults, limits }: Kickoff): readonly Known[] {
  const owner = context.identity.author(context.cwd);
  const { timezone, today } = calendarOf(context, flags);
  const { sponsor, spendCap, payback, holidays = [], pocStack, productionStack } = defaults;
  const workingDays = usualDaysOf({ defaults, limits });
  const box = { start: today, workingDays, timezone, weekend: SATURDAY_SUNDAY, holidays };
  const ofOrganisation = (name: Known["name"], answer: string | undefined): readonly Known[] =>
    answer === undefined ? [] : [{ name, answer, from: "organisation" }];
  return [
    ...(owner === undefined ? [] : [{ name: "owner", answer: owner, from: ownerSource(context) } as const]),
    ...ofOrganisation("sponsor", sponsor && personText(sponsor)),
    { name: "start", answer: workingDates(box)[0] ?? today, from: "calendar" },
    {
      name: "days",
      answer: String(workingDays),
      from: workingDays === WORKING_DAYS && defaults.workingDays === undefined ? "usual" : "organisation",
    },
    ...ofOrganisation("cap", spendCap && moneyText(spendCap).replace(/\.0+(?= )/, "")),
    ...ofOrganisation("stack", pocStack?.join(", ")),
    ...ofOrganisation("productionStack", productionStack?.join(", ")),
    ...ofOrganisation("payback", payback && `${shortDecimalText(payback)} months`),
  ];
}

/** The variable comes before git, see `Identity`. */
function ownerSource({ env }: Context): string {
  return (env["POC_AUTHOR"]?.trim() ?? "") === "" ? "git" : "POC_AUTHOR";
}

function withKnown(flags: InitFlags, known: readonly Known[]): InitFlags {
  const answer = (name: Known["name"]) => known.find((one) => one.name === name)?.answer;
  const list = (given: readonly string[], name: Known["name"]) =>
    given.length > 0 ? given : (answer(name)?.split(", ") ?? []);
  return {
    ...flags,
    owner: flags.owner ?? answer("owner"),
    sponsor: flags.sponsor ?? answer("sponsor"),
    start: flags.start ?? answer("start"),
    days: flags.days ?? answer("days"),
    cap: flags.cap ?? answer("cap"),
    stack: list(flags.stack, "stack"),
    productionStack: list(flags.productionStack, "productionStack"),
    payback: flags.payback ?? answer("payback"),
  };
}

/** The first day, and how many there are where somebody said so. @throws UsageFault where the flags are wrong */
export function plannedDays(
  context: Context,
  flags: InitFlags,
): { readonly start: CivilDate; readonly days: number | undefined } {
  checkFlags(context, flags, { asks: false, usualDays: WORKING_DAYS, holidays: [] });
  const { timezone, today } = calendarOf(context, flags);
  const from = flags.start === undefined ? today : startOf(flags.start, today);
  const box = { start: from, workingDays: 1, timezone, weekend: SATURDAY_SUNDAY, holidays: [] };
  return { start: workingDates(box)[0] ?? from, days: flags.days === undefined ? undefined : Number(flags.days) };
}

function calendarOf(context: Context, flags: InitFlags): { readonly timezone: string; readonly today: CivilDate } {
  const timezone = flags.timezone ?? context.zones.local();
  const zone = context.zones.zone(timezone) ?? context.zones.zone("UTC")!;
  return { timezone, today: dateIn(zone, context.clock.now()) };
}

function draftFrom(
  context: Context,
  flags: InitFlags,
  { defaults: { holidays = [] }, costsFile, limits }: Kickoff,
): ScaffoldDraft {
  const { timezone, today } = calendarOf(context, flags);
  const start = flags.start === undefined ? today : startOf(flags.start, today);
  const workingDays = Number(flags.days ?? WORKING_DAYS);
  const dates = workingDates({ start, workingDays, timezone, weekend: SATURDAY_SUNDAY, holidays });
  const evaluated = draftEval(flags);
  const draft: ScaffoldDraft = {
    title: flags.title ?? "Untitled PoC",
    ...optional("question", flags.question ?? flags.unknowns[0]),
    unknowns: flags.unknowns.map((text, index) => ({ question: text, answeredBy: answeredBy(flags, index) })),
    kind: flags.kind ?? "feasibility",
    motivations: flags.motivations,
    ...optional("owner", flags.owner),
    ...optional("sponsor", flags.sponsor),
    start: dates[0] ?? start,
    workingDays: String(workingDays),
    timezone,
    holidays: holidays.filter((day) => day >= start && day <= (dates.at(-1) ?? start)),
    ...optional("spendCap", asWritten(flags.cap, parseMoney)),
    ...optional("mvpBudget", asWritten(flags.mvpBudget, parseMoney)),
    productionStack: flags.productionStack,
    pocStack: flags.stack,
    ...optional("dataAccess", flags.dataAccess),
    ...optional("operations", flags.operations),
    ...optional("eval", evaluated),
    ...optional("kill", draftKill(flags, killDay(flags, dates, today))),
    ...optional("payback", flags.payback),
    ...optional("costsFile", costsFile),
    ...optional("confidence", limits.leastConfidence),
  };
  return withTriage(draft, flags);
}

/** A single unknown is answered by the eval that decides; with two, a person has to say which eval answers which. */
function answeredBy(flags: InitFlags, index: number): readonly string[] {
  const stated = flags.answeredBy[index] ?? "";
  const byDefault = flags.unknowns.length === 1 ? (draftEval(flags)?.id ?? "main-metric") : "";
  return (stated.trim() === "" ? byDefault : stated)
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");
}

/** As files have it: `1500 EUR` for `€1500`. */
function asWritten(text: string | undefined, parse: (text: string) => Parsed<unknown>): string | undefined {
  const value = text === undefined ? undefined : parse(text);
  return value?.ok === true ? (value.read ?? text) : text;
}

function startOf(text: string, today: ReturnType<typeof dateIn>) {
  const day = parseDay(text, today, "future");
  return day.ok ? day.value : today;
}

function draftEval(flags: InitFlags): NonNullable<ScaffoldDraft["eval"]> | undefined {
  const id = evalIdOf(flags);
  if (id === undefined || flags.metric === undefined) return undefined;
  const said = flags.target === undefined ? undefined : parseSaidTarget(flags.target, targetContext(flags));
  const target = said?.ok === true ? saidTargetText(said.value) : flags.target;
  const baseline = asWritten(flags.baseline, parseBaseline);
  const measure = MEASURE_NAMES.find((name) => name === flags.measure) ?? drawnMeasure(baseline, target);
  const higher = flags.higherIsBetter || (said?.ok === true && said.value.better === "higher");
  const better = higher ? "higher" : "lower";
  return {
    id,
    metric: flags.metric,
    measure,
    better,
    ...optional("baseline", baseline),
    ...optional("target", target),
    ...optional("why", flags.why),
    ...optional("minN", flags.minN ?? usualSize({ measure, better, target, baseline })),
    ...optional("judge", flags.judge),
    ...optional("measuredBy", asWritten(flags.measuredBy, parseMeasuredBy)),
  };
}

/** What the baseline is a figure of, and without one the target: a percentage of cases, or a mean in a unit. */
function drawnMeasure(baseline: string | undefined, target: string | undefined): Measure {
  const before = baseline === undefined ? undefined : parseBaseline(baseline);
  if (before?.ok === true) {
    if (before.value.kind === "counted") return "proportion";
    const { quantity, spread } = before.value;
    if (spread !== undefined) return "mean";
    if (quantity.unit !== "") return quantity.unit === "%" ? "proportion" : "mean";
    // A figure without a unit may be a part of one: then it is said how a share is written.
    if (quantityNumber(quantity) > 1) return "mean";
  }
  const asked = target === undefined ? undefined : parseTarget(target);
  return asked?.ok !== true || ["%", "pp"].includes(asked.value.quantity.unit) ? "proportion" : "mean";
}

/**
 * Two thirds into the timebox is late enough to have evidence, early enough to save the rest; a person says yes to it.
 */
function killDay({ killBy }: InitFlags, dates: readonly CivilDate[], today: CivilDate): CivilDate | undefined {
  if (killBy === undefined) return undefined;
  if (killBy === "") return dates[Math.ceil(dates.length * 0.7) - 1];
  const day = parseKillDay(killBy, today, dates.length);
  return !day.ok ? undefined : typeof day.value === "number" ? dates[day.value - 1] : day.value;
}

/** A statement that nobody has written stays open. */
function draftKill(flags: InitFlags, by: CivilDate | undefined): NonNullable<ScaffoldDraft["kill"]> | undefined {
  if (flags.killWhen !== undefined)
    return { id: flags.killId ?? "not-good-enough", when: flags.killWhen, ...optional("by", by) };
  if (flags.killAsk === undefined) return undefined;
  const id = flags.killId ?? shortId(flags.killAsk, "stopper");
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

/** What is known at kickoff. A field is absent if nobody has said it. */
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
    return { advice: "mvp", because: ["the pattern is known and the value is obvious"] };
  const because = [
    answers.unknowns === 0 ? "no unknown" : "",
    answers.unknowns > MOST_UNKNOWNS ? "more than two unknowns make a small product" : "",
    answers.owner ? "" : "no owner",
    answers.sponsor ? "" : "no sponsor",
    answers.mvpBudget ? "" : "no MVP budget",
  ].filter((reason) => reason !== "");
  return { advice: because.length === 0 ? "poc" : "not-yet", because };
}
