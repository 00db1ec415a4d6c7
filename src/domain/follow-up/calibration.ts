import { wilson } from "../../statistics/rates/wilson.ts";
import type { Interval } from "../../statistics/interval.ts";
import { FORECAST_KINDS, type ForecastKind } from "../records/forecast/forecast.ts";
import type { CivilDate } from "../scalars/calendar.ts";
import { lineName } from "../records/forecast/forecast.ts";
import { outcomesOf, type ForecastOutcome } from "./compare-actual.ts";
import type { FollowUpStanding } from "./follow-up-standing.ts";

/** The number of answers that it takes before anything is said about forecasts in general. */
export const LEAST_ANSWERS = 10;
/** The number of figures that it takes before anything is said about a group of them. */
export const LEAST_FIGURES = 5;

/** For the interval around a share, on each side. */
const BOUND_CONFIDENCE = 0.975;

/** A PoC that was decided on, for the comparison of many. */
export interface FollowedPoc {
  /** Where it is, as it is shown. */
  readonly place: string;
  readonly title: string;
  /** The group in which forecasts are compared: the team of the charter, otherwise its owner. */
  readonly team: string;
  readonly standing: FollowUpStanding;
}

/** One forecast with what came true of it, by the latest answer that says so. */
export interface FollowedFigure extends ForecastOutcome {
  readonly place: string;
  readonly title: string;
  readonly team: string;
  readonly name: string;
  readonly due: CivilDate;
  readonly answered: CivilDate;
  /** Id of the entry with the answer. */
  readonly entry: string;
}

/** How far a group of forecasts was off. */
export interface GroupCalibration {
  /** Figures that came true, each forecast once. */
  readonly figures: number;
  /** Undefined where the group is too small, or nothing has a ratio. Above half that never came: `Infinity`. */
  readonly medianRatio: number | undefined;
  /** How many of the figures have a ratio. */
  readonly ratios: number;
  /** Of those with an 80% range: how many lie within, and what that says of the share; too few say nothing. */
  readonly within: { readonly count: number; readonly of: number; readonly share: Interval | undefined };
  /** How many came out worse than promised. */
  readonly worse: number;
}

/** How far the forecasts of a portfolio were off. */
export interface Calibration {
  /** Go decisions that stored a forecast, or were answered without one. */
  readonly decisions: number;
  /** Answers with figures. */
  readonly answered: number;
  /** PoCs whose result is no longer used: that is no figure, and what was said before stays one. */
  readonly notInUse: number;
  readonly overdue: number;
  /** Answers that contradict each other, by the day they are for. */
  readonly disputed: number;
  /** In the order in which they are shown. */
  readonly outcomes: readonly FollowedFigure[];
  /** Undefined below `LEAST_ANSWERS`: a median of a few is a story about them. */
  readonly all: GroupCalibration | undefined;
  readonly byKind: readonly (GroupCalibration & { readonly kind: ForecastKind })[];
  readonly byTeam: readonly (GroupCalibration & { readonly team: string })[];
}

/** The forecasts of many PoCs against what came true. Each forecast counts once, by its latest answer. */
export function calibrationOf(pocs: readonly FollowedPoc[]): Calibration {
  const answers = pocs.flatMap(({ standing: { due } }) => due.flatMap(({ answer }) => answer ?? []));
  const outcomes = pocs.flatMap(figuresOf);
  const answered = answers.filter(({ followUp }) => followUp.actuals.size > 0).length;
  const enough = answered >= LEAST_ANSWERS;
  const kinds = FORECAST_KINDS.filter((kind) => outcomes.some(({ line }) => line.kind === kind));
  const teams = [...new Set(outcomes.map(({ team }) => team))].sort();
  const states = pocs.flatMap(({ standing: { due } }) => due.map(({ state }) => state));
  return {
    decisions: pocs.filter(({ standing: { stored, due } }) => stored || due.some(({ answer }) => answer)).length,
    answered,
    notInUse: answers.filter(({ followUp }) => followUp.notInUse !== undefined).length,
    overdue: pocs.filter(({ standing }) => standing.overdue !== undefined).length,
    disputed: states.filter((state) => state === "disputed").length,
    outcomes,
    all: enough ? groupOf(outcomes) : undefined,
    byKind: enough
      ? kinds.map((kind) => ({ kind, ...groupOf(outcomes.filter(({ line }) => line.kind === kind)) }))
      : [],
    byTeam: enough ? teams.map((team) => ({ team, ...groupOf(outcomes.filter((one) => one.team === team)) })) : [],
  };
}

function figuresOf({ standing, place, title, team }: FollowedPoc): readonly FollowedFigure[] {
  const latest = new Map<string, FollowedFigure>();
  for (const { answers, date: due } of standing.due)
    for (const { entry, followUp } of answers)
      for (const outcome of outcomesOf(followUp.forecast ?? standing.lines, followUp)) {
        const name = lineName(outcome.line);
        latest.set(name, { ...outcome, place, title, team, name, due, answered: entry.date, entry: entry.id });
      }
  return [...latest.values()];
}

function groupOf(outcomes: readonly ForecastOutcome[]): GroupCalibration {
  const enough = outcomes.length >= LEAST_FIGURES;
  const ratios = outcomes.flatMap(({ ratio }) => ratio ?? []);
  const ranged = outcomes.flatMap(({ within }) => within ?? []);
  const count = ranged.filter((within) => within).length;
  return {
    figures: outcomes.length,
    medianRatio: enough && ratios.length > 0 ? medianOf(ratios) : undefined,
    ratios: ratios.length,
    within: {
      count,
      of: ranged.length,
      share: enough && ranged.length >= LEAST_FIGURES ? wilson(count, ranged.length, BOUND_CONFIDENCE) : undefined,
    },
    worse: outcomes.filter(({ worse }) => worse).length,
  };
}

/** For an even number of values, the mean of the two in the middle. */
function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** As many doublings to each side of "as promised" as charts show. */
const DOUBLINGS = 2;

/**
 * The position of a ratio on a chart of doublings, a quarter at 0 and four times at 1; ratios beyond are at the ends.
 */
export function ratioPlace(ratio: number): number {
  if (!(ratio > 0)) return 0;
  return Math.min(1, Math.max(0, (Math.log2(ratio) + DOUBLINGS) / (2 * DOUBLINGS)));
}
