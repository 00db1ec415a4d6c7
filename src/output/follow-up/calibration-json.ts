import type { ForecastReport } from "../../app/follow-up/compare-forecasts.ts";
import { LEAST_ANSWERS, LEAST_FIGURES, type GroupCalibration } from "../../domain/follow-up/calibration.ts";
import type { ForecastKind } from "../../domain/records/forecast/forecast.ts";
import { forecastLineJson } from "../json/acts-json.ts";
import type { DateText } from "../json/json-texts.ts";
import { relativeFolder } from "../json/relative-folder.ts";
import type { NotReadJson } from "../portfolio/list-json.ts";
import { outcomeJson } from "./follow-up-json.ts";

/** How far the forecasts of a portfolio were off. */
export interface CalibrationJson {
  /** The latest day that a PoC was judged for. */
  readonly as_of: DateText | null;
  readonly pocs: number;
  /** Go decisions that stored a forecast, or were answered without one. */
  readonly decisions: number;
  /** Follow-ups with figures. */
  readonly answered: number;
  /** Below so many follow-ups nothing is said of all, kinds and teams. */
  readonly least_answers: number;
  /** Below so many figures nothing is said of a group. */
  readonly least_figures: number;
  readonly too_early: boolean;
  readonly not_in_use: number;
  readonly overdue: number;
  /** Days with two answers that differ. */
  readonly disputed: number;
  /** Null while it is too early. */
  readonly all: GroupCalibrationJson | null;
  readonly by_kind: readonly KindCalibrationJson[];
  readonly by_team: readonly TeamCalibrationJson[];
  /** Each forecast that was answered, once, by its latest answer. */
  readonly figures: readonly FollowedFigureJson[];
  readonly not_read: readonly NotReadJson[];
}

export interface GroupCalibrationJson {
  readonly figures: number;
  /** What came true over what was promised; null where the figures are too few, or have no ratio. */
  readonly median_ratio: number | "never" | null;
  /** How many figures have a ratio. */
  readonly ratios: number;
  /** Figures within their 80% range, of those that have one. */
  readonly within: number;
  readonly within_of: number;
  /** The share with Wilson's 95% interval; null where the figures are too few. */
  readonly within_share: number | null;
  readonly within_low: number | null;
  readonly within_high: number | null;
  readonly worse: number;
}

export interface KindCalibrationJson extends GroupCalibrationJson {
  readonly kind: ForecastKind;
}

export interface TeamCalibrationJson extends GroupCalibrationJson {
  readonly team: string;
}

export interface FollowedFigureJson {
  readonly folder: string;
  readonly title: string;
  readonly team: string;
  readonly kind: ForecastKind;
  readonly name: string;
  readonly forecast: string;
  readonly low: string | null;
  readonly high: string | null;
  readonly actual: string;
  readonly ratio: number | null;
  readonly within: boolean | null;
  readonly worse: boolean;
  readonly due: DateText;
  readonly answered_on: DateText;
  /** Id of the entry with the answer. */
  readonly entry: string;
}

/** @param cwd absolute, as the paths of what could not be read */
export function calibrationJson({ asOf, pocs, calibration, notRead }: ForecastReport, cwd: string): CalibrationJson {
  const { all, byKind, byTeam, outcomes, decisions, answered, notInUse, overdue, disputed } = calibration;
  return {
    as_of: asOf ?? null,
    pocs,
    decisions,
    answered,
    least_answers: LEAST_ANSWERS,
    least_figures: LEAST_FIGURES,
    too_early: all === undefined,
    not_in_use: notInUse,
    overdue,
    disputed,
    all: all === undefined ? null : groupJson(all),
    by_kind: byKind.map((group) => ({ kind: group.kind, ...groupJson(group) })),
    by_team: byTeam.map((group) => ({ team: group.team, ...groupJson(group) })),
    figures: outcomes.map((one) => {
      const { kind, figure, low, high } = forecastLineJson(one.line);
      return {
        folder: one.place,
        title: one.title,
        team: one.team,
        kind,
        forecast: figure,
        low,
        high,
        ...outcomeJson(one),
        due: one.due,
        answered_on: one.answered,
        entry: one.entry,
      };
    }),
    not_read: notRead.map(({ path, why }) => ({ folder: relativeFolder(cwd, path), why })),
  };
}

function groupJson({ figures, medianRatio, ratios, within, worse }: GroupCalibration): GroupCalibrationJson {
  return {
    figures,
    median_ratio: medianRatio === undefined ? null : Number.isFinite(medianRatio) ? medianRatio : "never",
    ratios,
    within: within.count,
    within_of: within.of,
    within_share: within.share?.estimate ?? null,
    within_low: within.share?.low ?? null,
    within_high: within.share?.high ?? null,
    worse,
  };
}
