import {
  LEAST_ANSWERS,
  LEAST_FIGURES,
  type Calibration,
  type GroupCalibration,
} from "../../domain/follow-up/calibration.ts";
import { countLabel, shareLabel } from "../../domain/scalars/labels.ts";
import { ratioLabel } from "./forecast-words.ts";

/** `12 answers to 14 forecasts; 2 are overdue, and of 1 PoC the result is no longer used.` */
export function answersSentence({ answered, decisions, overdue, notInUse, disputed }: Calibration): string {
  const more = [
    overdue === 0 ? "" : `${countLabel(overdue, "PoC")} ${overdue === 1 ? "is" : "are"} overdue`,
    notInUse === 0 ? "" : `${countLabel(notInUse, "result")} ${notInUse === 1 ? "is" : "are"} no longer used`,
    disputed === 0 ? "" : `${countLabel(disputed, "pair")} of answers differ, and neither counts`,
  ].filter((part) => part !== "");
  const head = `${countLabel(answered, "follow-up")} with figures, of ${countLabel(decisions, "go decision")}`;
  return `${[head, ...more].join("; ")}.`;
}

/** Undefined where there are enough. */
export function tooEarlySentence({ answered, all }: Calibration): string | undefined {
  if (all !== undefined) return undefined;
  return (
    `It is too early to say how far forecasts are off: ${countLabel(answered, "follow-up")} with figures so far; a ` +
    `median needs at least ${LEAST_ANSWERS}.`
  );
}

/** `1.2×`; `too few` below five figures. */
export function medianLabel({ medianRatio, figures }: GroupCalibration): string {
  if (medianRatio !== undefined) return ratioLabel(medianRatio);
  return figures < LEAST_FIGURES ? "too few" : "no ratio";
}

/** `62% (8 of 13, 35% to 82%)`; `2 of 3` where that is too few for a share. */
export function withinLabel({ within: { count, of, share } }: GroupCalibration): string {
  if (of === 0) return "no ranges";
  if (share === undefined) return `${count} of ${of}`;
  return `${shareLabel(share.estimate)} (${count} of ${of}; ${shareLabel(share.low)} to ${shareLabel(share.high)})`;
}

/** What the figures of all forecasts say together. */
export function calibrationSentences(all: GroupCalibration): readonly string[] {
  const { medianRatio, ratios, within, worse, figures } = all;
  const median =
    medianRatio === undefined
      ? []
      : [
          Number.isFinite(medianRatio)
            ? `Half of ${countLabel(ratios, "figure")} came out at ${ratioLabel(medianRatio)} the promised value or ` +
              `below (the median).`
            : `More than half of ${countLabel(ratios, "figure")} were never reached.`,
        ];
  const { share } = within;
  const ranges =
    share === undefined
      ? []
      : [
          `${within.count} of ${within.of} lie within their 80% range: ${shareLabel(share.estimate)}, 95% interval ` +
            `${shareLabel(share.low)} to ${shareLabel(share.high)}` +
            (share.high < 0.8
              ? "; the ranges are too narrow."
              : share.low > 0.8
                ? "; the ranges are wider than they need to be."
                : "; 80% lies within that interval."),
        ];
  return [...median, ...ranges, `${worse} of ${countLabel(figures, "figure")} came out worse than promised.`];
}

/** What is compared with what, under every form of the report. */
export const CALIBRATION_NOTE =
  "Each forecast counts once, by its latest answer. A ratio is the actual figure divided by the promised one: 1 " +
  "means as promised. The interval around a share is Wilson's; figures of one PoC are not independent, so it is " +
  "rather narrow.";
