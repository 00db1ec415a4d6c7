import { MEASURE_NAMES, parseBaseline } from "../../domain/records/eval.ts";
import { parseMeasuredBy } from "../../domain/records/evals/measured-by.ts";
import { parseSaidTarget, type TargetContext } from "../../domain/records/said-target.ts";
import { parsePaybackThreshold } from "../../domain/records/value-input-text.ts";
import { isBuiltInMetric, parseCondition } from "../../domain/scalars/condition.ts";
import { parseIdentifier } from "../../domain/scalars/identifier.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { dateIn } from "../../domain/scalars/instant.ts";
import { parseMoney } from "../../domain/scalars/money.ts";
import { nameHint } from "../../domain/scalars/nearest.ts";
import { parsePerson } from "../../domain/scalars/person.ts";
import { quantityText } from "../../domain/scalars/quantity.ts";
import { parseWholeWithin } from "../../domain/scalars/whole.ts";
import { parseWord } from "../../domain/scalars/word.ts";
import { FlagProblems } from "../log/facts/flag-problems.ts";
import type { Context } from "../ports/ports.ts";
import type { InitFlags } from "./init-flags.ts";
import { parseFirstDay } from "./first-day.ts";
import { parseKillDay } from "./kill-day.ts";
import { shortId } from "./short-id.ts";
import { strayInitFlags } from "./stray-init-flags.ts";

/** What the flags say about the metric when its target is read. */
export function targetContext({ higherIsBetter }: InitFlags): TargetContext {
  return higherIsBetter ? { better: "higher" } : {};
}

/** Id of the drafted eval; undefined where no metric is named. */
export function evalIdOf({ evalId, metric }: InitFlags): string | undefined {
  return metric === undefined ? undefined : (evalId ?? shortId(metric, "main-metric"));
}

/** What else decides whether the flags fit together. */
export interface FlagSetting {
  /** Whether a person will be asked for what the flags leave out. */
  readonly asks: boolean;
  /** Working days where no flag says how many. */
  readonly usualDays: number;
  /** Days on which nobody works, as the organisation says. */
  readonly holidays: readonly CivilDate[];
}

const MOST_DAYS = 200;

/**
 * Everything that is wrong with the flags, before anything is asked or written. What a person will be asked for may be
 * open.
 *
 * @throws UsageFault
 */
export function checkFlags(context: Context, flags: InitFlags, { asks, usualDays, holidays }: FlagSetting): void {
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
  check("--cap", flags.cap, (text) => parseMoney(text));
  check("--mvp-budget", flags.mvpBudget, (text) => parseMoney(text));
  check("--baseline", flags.baseline, parseBaseline);
  check("--target", flags.target, (text) => parseSaidTarget(text, targetContext(flags)));
  check("--measured-by", flags.measuredBy, parseMeasuredBy);
  check("--eval-id", flags.evalId, parseIdentifier);
  check("--kill-id", flags.killId, parseIdentifier);
  check("--measure", flags.measure, (text) => parseWord(text, MEASURE_NAMES));
  check("--kill-when", flags.killWhen, parseCondition);
  check("--payback", flags.payback, parsePaybackThreshold);
  const today = dateIn(context.zones.zone("UTC")!, context.clock.now());
  const days = Number(flags.days ?? usualDays);
  check("--kill-by", flags.killBy, (text) => parseKillDay(text, today, Number.isInteger(days) ? days : MOST_DAYS));
  check("--start", flags.start, (text) => parseFirstDay(text, today, holidays));
  wholeNumber("--days", flags.days, 1, MOST_DAYS, problems);
  wholeNumber("--min-n", flags.minN, 1, 10_000_000, problems);
  if (flags.timezone !== undefined && context.zones.zone(flags.timezone) === undefined)
    problems.add(
      "--timezone",
      `there is no time zone "${flags.timezone.slice(0, 60)}"`,
      "name one such as Europe/Berlin",
    );
  for (const problem of strayInitFlags(flags, asks)) problems.addProblem(problem);
  sayDirection(flags, asks, problems);
  strayKillMetric(flags, problems);
  problems.throwIfAny();
}

/** A margin or a difference may not show which way is better, and a wrong guess would reverse the verdict. */
function sayDirection(flags: InitFlags, asks: boolean, problems: FlagProblems): void {
  const said = flags.target === undefined ? undefined : parseSaidTarget(flags.target, targetContext(flags));
  if (said?.ok !== true) return;
  const { target, better } = said.value;
  const figure = quantityText(target.quantity);
  if (better === "lower" && flags.higherIsBetter)
    problems.add(
      "--higher-is-better",
      `"${flags.target}" is a target for what should be low`,
      "leave out one of the two",
    );
  if (better !== undefined || flags.higherIsBetter || asks) return;
  problems.add(
    "--target",
    `"${flags.target}" does not say which way is better`,
    target.form === "not-worse"
      ? `add --higher-is-better, or write "at most ${figure} higher" if lower is better`
      : `add --higher-is-better, or write "${figure} lower" if lower is better`,
  );
}

/** A criterion about a figure that the PoC does not measure could never be judged. */
function strayKillMetric(flags: InitFlags, problems: FlagProblems): void {
  const condition = flags.killWhen === undefined ? undefined : parseCondition(flags.killWhen);
  if (condition?.ok !== true || isBuiltInMetric(condition.value.metric)) return;
  const id = evalIdOf(flags);
  if (id === undefined || condition.value.metric === id) return;
  problems.add("--kill-when", `no eval is called "${condition.value.metric}"`, nameHint(condition.value.metric, [id]));
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
