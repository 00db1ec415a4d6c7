import type { Interval } from "../../statistics/interval.ts";
import type { FigureScale } from "../scalars/figure.ts";
import type { Contradiction, UnboundedReason } from "./eval-reason.ts";

/** What one result says: an interval that can be compared with a threshold, or the reason why there is none. */
export type Evidence = IntervalEvidence | UnboundedEvidence | ContradictionEvidence;

export interface IntervalEvidence {
  readonly kind: "interval";
  /** The bounds are one-sided, at the confidence that was asked for. Shares and changes are fractions. */
  readonly interval: Interval;
  readonly scale: FigureScale;
  /** The cases behind the interval; undefined if it does not depend on a number of cases. */
  readonly n: number | undefined;
  /** In how many groups the cases belong together; absent where they do not. */
  readonly groups?: number | undefined;
  /** Whether each group counts as one case, because the groups are too alike within; see `clustersAreUnits`. */
  readonly byGroup?: boolean;
  /** The interval before the correction for the judge, if there was one. */
  readonly raw?: Interval;
  /** The baseline that a change is counted from, where labels of people correct what a judge counted. */
  readonly before?: BaselineReading;
}

/** How a baseline is read if labels of people correct its judge. */
export interface BaselineReading {
  /** As people would have counted it, with its bounds. */
  readonly share: Interval;
  /**
   * `labelled`: its own cases were. `as-typed`: as if people had counted it. `corrected`: as if the judge had, by the
   * errors that it made on the candidate's cases. Where nobody knows, the less favourable of the two is taken.
   */
  readonly by: "labelled" | "as-typed" | "corrected";
  /** The change by the other reading, if that is possible: what the target would be judged by if that one were true. */
  readonly otherwise?: Interval;
}

/** The result contradicts nothing, but it has no bounds: it never meets a target. */
export interface UnboundedEvidence {
  readonly kind: "unbounded";
  readonly why: UnboundedReason;
  readonly estimate: number | undefined;
  readonly scale: FigureScale;
}

/** The result cannot be true, or does not belong to its eval. */
export interface ContradictionEvidence {
  readonly kind: "contradiction";
  readonly why: Contradiction;
}

export function contradiction(why: Contradiction): ContradictionEvidence {
  return { kind: "contradiction", why };
}

export function unbounded(
  why: UnboundedReason,
  scale: FigureScale,
  estimate: number | undefined = undefined,
): UnboundedEvidence {
  return { kind: "unbounded", why, estimate, scale };
}
