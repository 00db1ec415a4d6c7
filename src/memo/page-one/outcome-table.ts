import { baselineFigure } from "../../domain/evidence/baseline-figure.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import type { Baseline } from "../../domain/records/eval.ts";
import { MEASURES } from "../../domain/evidence/measures/measures.ts";
import { decimalsFor, figureTexts, type FigureScale } from "../../domain/scalars/figure.ts";
import { countLabel, quantityLabel } from "../../domain/scalars/labels.ts";
import { termMoves } from "../../domain/history/term-moves.ts";
import { changesOf } from "../../domain/standing/first-terms.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { evalWording } from "../../wording/evals.ts";
import { movedVerdictLabel } from "../../wording/moved-terms.ts";
import { approvedNote } from "../../wording/terms/term-moves.ts";
import { howSure } from "./how-sure.ts";

/** One outcome as a layman reads it. */
export interface OutcomeRow {
  readonly metric: string;
  /** Whether it decides. */
  readonly primary: boolean;
  /** `31 of 100`, `0.09 EUR`, `45 of 100 (agreed: 50 of 100)`; "" where it is not known. */
  readonly today: string;
  /** `12 of 100 (9 to 16)`; "" where nothing was measured. */
  readonly after: string;
  readonly needed: string;
  /** What was agreed first, where it is another by now: `agreed: at least 50% fewer`; "" where it stands. */
  readonly agreed: string;
  /** `High`, `Moderate`, `Low`, with the numbers of its footnotes: `Moderate ¹`. */
  readonly sure: string;
  /** `Met`, `Not met`, `Met, on moved terms`. */
  readonly verdict: string;
  readonly entries: readonly string[];
}

/** What was measured, after Cochrane's summary of findings. */
export interface OutcomeTable {
  readonly rows: readonly OutcomeRow[];
  /** `2 more are met; the appendix has them.`; "" where all are shown. */
  readonly more: string;
  /** `¹ The best of several variants, without a fresh run.` */
  readonly notes: readonly string[];
}

/**
 * The primary evals first, then what is not met; `most` rows, the rest in a sentence. `mostNotes`: what has no room for
 * its note has no mark either.
 */
export function outcomeTable(standing: Standing, most: number, mostNotes: number, sure = false): OutcomeTable {
  const ranked = [...standing.evals].sort((a, b) => rank(a) - rank(b));
  const shown = ranked.slice(0, most);
  const notes: string[] = [];
  const rows = shown.map((item) => outcomeRow(item, standing, notes, mostNotes, sure));
  return {
    rows,
    more: moreText(ranked.slice(most)),
    notes: notes.map((note, index) => `${mark(index)} ${note}`),
  };
}

function rank({ eval: item, verdict }: EvalStanding): number {
  return (item.primary ? 0 : 2) + (verdict === "met" ? 1 : 0);
}

function moreText(rest: readonly EvalStanding[]): string {
  if (rest.length === 0) return "";
  const met = rest.filter(({ verdict }) => verdict === "met").length;
  const verdict =
    rest.length === 1
      ? `, ${met === 1 ? "met" : "not met"}`
      : met === rest.length
        ? ", all met"
        : `, ${met === 0 ? "none" : met} of them met`;
  return `${countLabel(rest.length, "more metric", "more metrics")}${verdict}, in the appendix.`;
}

function outcomeRow(
  item: EvalStanding,
  standing: Standing,
  notes: string[],
  mostNotes: number,
  sure: boolean,
): OutcomeRow {
  const then = standing.first.evals.find((one) => one.eval.id === item.eval.id);
  const { level, because } = howSure(item, standing);
  for (const reason of because) if (!notes.includes(reason) && notes.length < mostNotes) notes.push(reason);
  const marks = because
    .filter((reason) => notes.includes(reason))
    .map((reason) => mark(notes.indexOf(reason)))
    .join(" ");
  const { today, after } = figures(item);
  const was = then !== undefined && isBaselineMoved(item, standing) ? figures(then).today : "";
  return {
    metric: item.eval.metric ?? item.eval.id,
    primary: item.eval.primary,
    today: was !== "" && was !== today ? `${today} (agreed: ${was})` : today,
    after,
    needed: shownNeed(item) + (sure && item.eval.primary ? confidenceText(item, standing) : ""),
    agreed:
      then === undefined || shownNeed(then) === shownNeed(item)
        ? ""
        : `agreed: ${shownNeed(then).replace("OPEN: ", "")}${approvedText(item, standing, sure)}`,
    sure: marks === "" ? level : `${level} ${marks}`,
    verdict: movedVerdictLabel(item, then),
    entries: item.judged === undefined ? [] : [item.judged.entry.id],
  };
}

function shownNeed(standing: EvalStanding): string {
  const { needed } = evalWording(standing);
  return needed === "" ? "OPEN: no target" : needed;
}

/** Where the charter says nothing. */
const USUAL = 0.95;

/** `, with 95% confidence`: how sure a verdict had to be. */
function confidenceText({ eval: item }: EvalStanding, { definitions: { charter } }: Standing): string {
  if (item.target === undefined) return "";
  return `, with ${Math.round((charter?.confidence ?? USUAL) * 100)}% confidence`;
}

/** `; change approved by Bob, neither sponsor nor owner`: of the last change of the target. */
function approvedText({ eval: { id } }: EvalStanding, standing: Standing, roomy: boolean): string {
  const last = termMoves(standing).findLast(({ change }) => change.term === `evals.${id}.target`);
  // Where there is little room, an approval as it is due is left to the note on the change.
  return last === undefined || (!roomy && last.approvedAs !== "nobody") ? "" : `; change ${approvedNote(last)}`;
}

function isBaselineMoved({ eval: { id } }: EvalStanding, { amendments }: Standing): boolean {
  return changesOf(`evals.${id}`, amendments).some(({ term }) => term === `evals.${id}.baseline`);
}

const MARKS = "¹²³⁴⁵⁶⁷⁸⁹";

function mark(index: number): string {
  return MARKS[index] ?? "*";
}

/** The figure itself, before and after, whatever the target is a change of: of 100 where things are counted. */
function figures(item: EvalStanding): Pick<OutcomeRow, "today" | "after"> {
  const { figure, figureScale: scale, eval: definition, n } = item;
  const before = definition.baseline;
  if (figure === undefined || scale === undefined || !Number.isFinite(figure.estimate))
    return { today: before === undefined ? "" : baselineAlone(before), after: evalWording(item).measured };
  const threshold = definition.target?.form === "value" ? item.threshold : undefined;
  const ends = [figure.low, figure.high].filter((end) => Number.isFinite(end));
  const base = before && (item.before?.share.estimate ?? baselineFigure(before, scale));
  const decimals = scale.kind === "share" ? 0 : decimalsFor(scale, n, figure.high - figure.low);
  const [estimate = "", ...range] = figureTexts([figure.estimate, ...ends], threshold, scale, decimals).map(
    bare(scale),
  );
  const [today = ""] = base === undefined ? [] : figureTexts([base], threshold, scale, decimals).map(bare(scale));
  const shown = range.length === 2 && range[0] !== range[1] ? ` (${range.map(unitless(scale)).join("–")})` : "";
  const limit =
    MEASURES[definition.measure].countsWithinLimit && definition.target !== undefined && scale.kind === "share"
      ? ` runs within ${quantityLabel(definition.target.quantity)}`
      : "";
  return { today: today === "" ? "" : of(today, scale), after: `${of(estimate, scale)}${limit}${shown}` };
}

/** A share is a number of 100. */
function bare({ kind }: FigureScale): (text: string) => string {
  return (text) => (kind === "share" ? text.replace("%", "") : text);
}

/** The unit comes before it. */
function unitless(scale: FigureScale): (text: string) => string {
  return (text) => (scale.kind === "unit" && scale.unit !== "" ? text.replace(` ${scale.unit}`, "") : text);
}

function of(figure: string, { kind }: FigureScale): string {
  return kind === "share" ? `${figure} of 100` : figure;
}

function baselineAlone(before: Baseline): string {
  if (before.kind === "fixed") return quantityLabel(before.quantity);
  const [share = ""] = figureTexts([before.count.x / before.count.n], undefined, SHARE, 0).map(bare(SHARE));
  return of(share, SHARE);
}

const SHARE: FigureScale = { kind: "share" };
