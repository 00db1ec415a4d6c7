import type { Interval } from "../../statistics/interval.ts";
import type { Eval } from "../records/eval.ts";
import type { FigureScale } from "../scalars/figure.ts";
import type { EvalReason } from "./eval-reason.ts";
import type { BaselineReading, IntervalEvidence, UnboundedEvidence } from "./evidence.ts";
import { judgedResult, type LoggedResult } from "./judged-result.ts";
import { accountOf, closingConfidence, confidenceOf, type Account } from "./account/account.ts";
import type { RunShare } from "./account/book.ts";
import { usualRules } from "./account/account-rules.ts";
import type { SpendingCode } from "./account/spending.ts";
import { sinceDecided, type Look } from "./looks.ts";
import { figureEvidence } from "./result-evidence.ts";
import { isAffirmed, targetState, targetVerdict } from "./target-verdict.ts";

export type EvalVerdict = "met" | "not met" | "unsettled" | "unmeasured" | "invalid";

/** An eval as of an instant: what was measured, how sure it is, and what that says of the target. */
export interface EvalStanding {
  readonly eval: Eval;
  readonly verdict: EvalVerdict;
  /**
   * A look that is not the last word: before the planned number of cases only overwhelming evidence gives a verdict,
   * and a target that is missed before the last day may still be met by a better run. Kill criteria end work early;
   * targets are judged at the end.
   */
  readonly interim: boolean;
  /** The arm had been judged before on a run of the planned size: that was the deciding look, and this is one more. */
  readonly repeated: boolean;
  /** For `unsettled`: which side the estimate is on. */
  readonly leaning: "met" | "not met" | undefined;
  /** The result that is judged, and undefined if there is none. */
  readonly judged: LoggedResult | undefined;
  /** The figure itself, e.g. the share of wrong answers. */
  readonly figure: Interval | undefined;
  readonly figureScale: FigureScale | undefined;
  /** The figure as its judge counted it, where `figure` is corrected for the judge by labels of people. */
  readonly raw: Interval | undefined;
  /** The baseline as the change is counted from it, where labels of people correct a judge. */
  readonly before: BaselineReading | undefined;
  /** The figure on the scale of the target: the change against the baseline where that is what was asked for. */
  readonly change: Interval | undefined;
  readonly changeScale: FigureScale | undefined;
  readonly threshold: number | undefined;
  readonly n: number | undefined;
  /** In how many groups the cases belong together; undefined where they do not. */
  readonly groups: number | undefined;
  /** Whether each group counts as one case, because the groups are too alike within. */
  readonly byGroup: boolean;
  /** One-sided confidence of the bounds, with the price of looks and of the choice among arms included. */
  readonly confidence: number;
  /**
   * The confidence for any other threshold, such as a kill criterion's. There a further run is one more look, even if
   * it only affirms the verdict on the target.
   */
  readonly confidenceElsewhere: number;
  /** Runs that were looked at for this question; those before a decision belong to that decision. */
  readonly looks: number;
  /** What was promised for this eval, what was spent of it, and what is left. */
  readonly account: Account;
  /** Results so far, every run of every arm except today's system, oldest first. */
  readonly results: readonly LoggedResult[];
  /** Results of today's system, on an arm that was declared as the baseline; they get no verdict. */
  readonly today: readonly LoggedResult[];
  /** Arms measured so far, when there are several; the judged one was picked among them. */
  readonly arms: readonly string[];
  /** The eval that picked the arm, if it is another one; see `evalStandings`. */
  readonly armPickedBy: string | undefined;
  /** Whether the judged result confirms an arm that had been picked before it was run. */
  readonly confirmed: boolean;
  /** Why there is no verdict, or no better one. */
  readonly why: EvalReason | undefined;
}

/**
 * Judges one eval on its results: the front door of the evidence.
 *
 * It takes every result of the eval, oldest first, withdrawn ones left out, and picks the one that the verdict rests on
 * (`judgedResult`). The verdict compares the bounds of that result, and not its estimate, with the target: `met` where
 * even the unfavourable bound meets it, `not met` where even the favourable one misses it, `unsettled` in between or
 * where there are too few cases. The confidence of the bounds is what the account of the eval has for the run
 * (`account/account.ts`; "How the chance of a false verdict is spent" in docs/statistics.md).
 *
 * Shares and changes are fractions, other figures are in the unit of the target. Nothing is thrown: a result that
 * contradicts itself or its eval comes back as `invalid`, an eval without results as `unmeasured`, each with its
 * reason.
 */
export function evalStanding(
  item: Eval,
  results: readonly LoggedResult[],
  look: Look,
  account: Account = accountOf(item, results, usualRules(item, results, look)),
): EvalStanding {
  const chosen = judgedResult(item, results);
  const arms = [...new Set(results.map(({ result }) => result.arm))];
  const blank = {
    eval: item,
    judged: chosen?.result,
    leaning: undefined,
    figure: undefined,
    figureScale: undefined,
    raw: undefined,
    before: undefined,
    change: undefined,
    changeScale: undefined,
    threshold: undefined,
    n: undefined,
    groups: undefined,
    byGroup: false,
    results,
    account,
    today: [],
    arms: arms.length > 1 ? arms : [],
    confirmed: chosen?.confirmed ?? false,
    armPickedBy: undefined,
  } as const;
  if (chosen === undefined)
    return {
      ...blank,
      verdict: "unmeasured",
      interim: false,
      repeated: false,
      confidence: look.confidence,
      confidenceElsewhere: look.confidence,
      looks: 0,
      why: { code: hasWay(item) ? "nothing-logged" : "no-way-to-measure" },
    };
  return overruling(item, results, chosen.result, look, blank) ?? standingOn(item, chosen, look, blank);
}

function hasWay({ measuredBy, run }: Eval): boolean {
  return measuredBy !== undefined || run !== undefined;
}

type Chosen = NonNullable<ReturnType<typeof judgedResult>>;
type Blank = Omit<
  EvalStanding,
  "verdict" | "interim" | "repeated" | "confidence" | "confidenceElsewhere" | "looks" | "why"
>;

/**
 * Bad news is not bought off: however much of the account was spent on looks and reruns, a run that shows a kill
 * criterion's state 999 times in 1,000 trips it. Each look adds at most a thousandth to the chance of a false alarm.
 */
const SUREST_ELSEWHERE = 0.999;

/** Only this many of the latest runs are searched. */
const MOST_RUNS = 20;

/**
 * A run of fewer cases after the planned one meets nothing and undoes nothing, but it may show beyond doubt that the
 * target is missed, or contradict itself. If several runs do, the last one counts.
 */
function overruling(
  item: Eval,
  results: readonly LoggedResult[],
  planned: LoggedResult,
  look: Look,
  blank: Blank,
): EvalStanding | undefined {
  const since = results.slice(results.indexOf(planned) + 1).filter(({ result }) => result.arm === planned.result.arm);
  for (const result of since.slice(-MOST_RUNS).reverse()) {
    const standing = standingOn(item, { result, confirmed: false }, look, {
      ...blank,
      judged: result,
      confirmed: false,
    });
    if (standing.verdict === "not met" || standing.verdict === "invalid") return standing;
  }
  return undefined;
}

function standingOn(item: Eval, chosen: Chosen, look: Look, blank: Blank): EvalStanding {
  const { results, arms, account } = blank;
  const { result } = chosen.result;
  const share = account.shares.get(chosen.result);
  const decides = share !== undefined && !UNDECIDING.includes(share.code);
  const interim = !look.last && !decides;
  const others = sinceDecided(results, chosen.result, look);
  const again = share?.code === "rerun";
  const first = again ? firstFull(account, chosen.result, others) : undefined;
  const usual = first && confidenceOf(account, first);
  const affirmed =
    first !== undefined && usual !== undefined && arms.length === 0 && isAffirmed(item, first.result, result, usual);
  const repeated = again && !affirmed;
  const own = look.last ? closingConfidence(account, chosen.result) : confidenceOf(account, chosen.result);
  const confidence = affirmed ? usual : own;
  const sure = {
    interim,
    repeated,
    confidence,
    confidenceElsewhere: Math.min(own, SUREST_ELSEWHERE),
    looks: others.length,
  };
  const figure = figureEvidence(item, result, confidence);
  if (figure.kind === "contradiction") return { ...blank, verdict: "invalid", ...sure, why: figure.why };
  const shown = { ...blank, ...sure, ...figureFields(figure) };
  if (item.target === undefined) return { ...shown, verdict: "unsettled", why: { code: "target-missing" } };
  const against = { ...shown, ...targetVerdict(item, item.target, result, shown, look.last) };
  return against.verdict === "met" && share !== undefined ? unlessEarly(against, chosen.result, share) : against;
}

/**
 * A result with fewer cases than were agreed meets the target only if its look has spent enough for that: what is
 * reserved for the run of the agreed size is not available, not even on the last day. A smaller run after that one
 * meets nothing.
 */
function unlessEarly(standing: EvalStanding, run: LoggedResult, { code, size }: RunShare): EvalStanding {
  const { eval: item, account, n = 0 } = standing;
  if (code !== "look" && code !== "smaller-run") return standing;
  if (code === "look" && targetState(item, run.result, confidenceOf(account, run)) === "holds")
    return { ...standing, interim: false };
  return { ...standing, verdict: "unsettled", leaning: "met", why: { code: "fewer-than-agreed", n, agreed: size } };
}

/** Looks that are not the last word on their arm. */
const UNDECIDING: readonly SpendingCode[] = ["look", "smaller-run", "extension-look"];

/** Whether an interim look had fewer cases than planned, and is not just a miss that a better run may still turn. */
export function isEarlyLook({ interim, judged, account }: EvalStanding): boolean {
  const share = judged && account.shares.get(judged);
  return interim && (share === undefined || UNDECIDING.includes(share.code));
}

/** The first run of the planned size on the same arm that counts. Results in the same entry were seen at once. */
function firstFull(
  { shares }: Account,
  judged: LoggedResult,
  results: readonly LoggedResult[],
): LoggedResult | undefined {
  const before = results.slice(0, results.indexOf(judged));
  return before.find(
    (run) =>
      run.entry !== judged.entry && run.result.arm === judged.result.arm && shares.get(run)?.code === "planned-run",
  );
}

function figureFields(figure: IntervalEvidence | UnboundedEvidence) {
  const interval =
    figure.kind === "interval"
      ? figure.interval
      : figure.estimate === undefined
        ? undefined
        : { estimate: figure.estimate, low: -Infinity, high: Infinity };
  const of = figure.kind === "interval" ? figure : undefined;
  return {
    figure: interval,
    figureScale: figure.scale,
    n: of?.n,
    groups: of?.groups,
    raw: of?.raw,
    byGroup: of?.byGroup ?? false,
  };
}
