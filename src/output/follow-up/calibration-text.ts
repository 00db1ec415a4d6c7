import type { ForecastReport } from "../../app/follow-up/compare-forecasts.ts";
import type { GroupCalibration } from "../../domain/follow-up/calibration.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { ratioPlace, type FollowedFigure } from "../../domain/follow-up/calibration.ts";
import {
  answersSentence,
  CALIBRATION_NOTE,
  calibrationSentences,
  medianLabel,
  tooEarlySentence,
  withinLabel,
} from "../../wording/follow-up/calibration-words.ts";
import { forecastKindLabel } from "../../wording/follow-up/forecast-words.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { relativeFolder } from "../json/relative-folder.ts";
import { pad } from "../terminal/display-width.ts";
import { apart, cell, ends, paragraph, table } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, joinSafe, line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";

/** How far forecasts were off, over a portfolio: or that it is too early to say. */
export function calibrationText(report: ForecastReport, cwd: string, style: Style): string {
  const { calibration, title, asOf, notRead, pocs } = report;
  const early = tooEarlySentence(calibration);
  const head = [
    ...ends(
      cell(style.text(`Forecasts and actual figures${title === undefined ? "" : `: ${title}`}`), "strong"),
      cell(style.text(asOf === undefined ? "" : longDateLabel(asOf)), "faint"),
      style,
    ),
    ...paragraph(style.text(`${countLabel(pocs, "PoC")}. ${answersSentence(calibration)}`), style, 0),
  ];
  const missing = notRead.map(({ path, why }) =>
    style.paint("bad", style.text(`${relativeFolder(cwd, path)}: ${why}`)),
  );
  const figures =
    calibration.all === undefined || early !== undefined
      ? [paragraph(style.text(early ?? ""), style, 0, "warn")]
      : [
          calibrationSentences(calibration.all).flatMap((text) => paragraph(style.text(text), style, 0)),
          chart(report, style),
          groups("By kind", calibration.byKind, ({ kind }) => forecastKindLabel(kind), style),
          groups("By team, or owner", calibration.byTeam, ({ team }) => team, style),
          paragraph(style.text(CALIBRATION_NOTE), style, 0, "faint"),
        ];
  return linesText(apart([head, ...figures, ...(missing.length === 0 ? [] : [missing])]));
}

function groups<G extends GroupCalibration>(
  title: string,
  all: readonly G[],
  nameOf: (group: G) => string,
  style: Style,
): readonly Safe[] {
  const head = ["", "median", "figures", "worse"].map((text) => cell(style.text(text), "faint"));
  const rows = all.map((group) => ({
    cells: [
      cell(style.text(nameOf(group))),
      cell(style.text(medianLabel(group)), "strong"),
      cell(style.text(String(group.figures))),
      cell(style.text(String(group.worse))),
    ],
    tail: cell(style.text(withinLabel(group))),
  }));
  return [
    style.paint("strong", style.text(title)),
    ...table([{ cells: head, tail: cell(line`within the 80% range`, "faint") }, ...rows], style, {
      indent: 2,
      most: [24, 10, 8, 8],
    }),
  ];
}

const LABEL = 18;
const WIDEST = 61;

/** A line for each kind, on a scale of doublings: each figure a circle, two or more in one place a number. */
function chart({ calibration }: ForecastReport, style: Style): readonly Safe[] {
  const width = Math.min(WIDEST, style.columns - LABEL - 2);
  if (width < 21) return [];
  const odd = width % 2 === 0 ? width - 1 : width;
  const { byKind, outcomes } = calibration;
  const rows = byKind.map(({ kind, medianRatio }) => {
    const strip = stripOf(
      outcomes.filter(({ line: one }) => one.kind === kind),
      medianRatio,
      odd,
      style,
    );
    return line`  ${pad(style.text(forecastKindLabel(kind)), LABEL - 2)}${strip}`;
  });
  const middle = Math.floor(odd / 2);
  const marks = "¼×".padEnd(Math.round(middle / 2) - 1) + " ½×";
  const scale = `${marks.padEnd(middle)}1×`.padEnd(middle + Math.round(middle / 2)) + "2×";
  return [
    style.paint("strong", line`Actual figures, divided by the promised ones`),
    ...rows,
    line`  ${pad(EMPTY, LABEL - 2)}${style.paint("faint", style.text(`${scale.padEnd(odd - 2)}4×`))}`,
    style.paint("faint", line`  ${style.signs.baseline} a figure (or how many)  ${style.signs.estimate} the median`),
  ];
}

function stripOf(figures: readonly FollowedFigure[], median: number | undefined, width: number, style: Style): Safe {
  const counts = new Map<number, number>();
  for (const { ratio } of figures) {
    if (ratio === undefined) continue;
    const at = Math.round(ratioPlace(ratio) * (width - 1));
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  const { axis, baseline, estimate } = style.signs;
  const cells: Safe[] = Array.from({ length: width }, () => axis);
  for (const [at, count] of counts) cells[at] = count === 1 ? baseline : style.text(count > 9 ? "+" : String(count));
  if (median !== undefined) cells[Math.round(ratioPlace(median) * (width - 1))] = estimate;
  return joinSafe(cells, EMPTY);
}
