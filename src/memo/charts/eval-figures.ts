import { askedChange } from "../../domain/evidence/asked-change.ts";
import { baselineFigure } from "../../domain/evidence/baseline-figure.ts";
import { drawnEval } from "../../domain/evidence/drawn-eval.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import type { LoggedResult } from "../../domain/evidence/judged-result.ts";
import { MEASURES } from "../../domain/evidence/measures/measures.ts";
import { figureEvidence } from "../../domain/evidence/result-evidence.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import { decimalsFor, figureText, figureTexts, type FigureScale } from "../../domain/scalars/figure.ts";
import { numberLabel } from "../../domain/scalars/labels.ts";
import { quantityIn, quantityNumber } from "../../domain/scalars/quantity.ts";
import { decimalNumber } from "../../domain/scalars/decimal.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { evalSentence, evalWording, neededLabel } from "../../wording/evals.ts";
import { movedVerdictLabel } from "../../wording/moved-terms.ts";
import { badgeTone } from "../text/badge-tone.ts";
import { armsChart, type ArmFigures, type ArmRun } from "./arms-chart.ts";
import type { Chart } from "./chart.ts";
import { evalsChart, type EvalFigures } from "./evals-chart.ts";

/** Every eval with a result, primary ones first. */
export function evalsOf({ evals, first }: Standing): Chart | undefined {
  const measured = evals.filter((item) => item.judged !== undefined);
  if (measured.length === 0) return undefined;
  const verdictOf = (item: EvalStanding) => movedVerdictLabel(item, firstOf(item, first));
  return evalsChart(
    measured.map((item) => figuresOf(item, verdictOf(item))),
    measured.map((item) => evalSentence(item, verdictOf(item))).join(" "),
  );
}

/** The same eval on the terms of the start. */
function firstOf({ eval: { id } }: EvalStanding, first: Standing["first"]): EvalStanding | undefined {
  return first.evals.find((item) => item.eval.id === id);
}

/** Like the badge of the same verdict: a target met only on moved terms is a caution. */
function outcomeOf({ verdict }: EvalStanding, label: string): EvalFigures["outcome"] {
  if (verdict === "not met") return "missed";
  if (verdict !== "met") return "open";
  return badgeTone(label) === "caution" ? "moved" : "met";
}

function figuresOf(standing: EvalStanding, verdict: string): EvalFigures {
  const { metric: name, result, needed, range } = evalWording(standing);
  const drawn = drawnEval(standing);
  const outcome = outcomeOf(standing, verdict);
  const none = { name, verdict, outcome, range: undefined, needed: undefined, before: undefined } as const;
  if (drawn === undefined || !Number.isFinite(drawn.estimate)) return none;
  const { low, high, estimate, scale, threshold, comparator, baseline } = drawn;
  const [figure = "", earlier = ""] = figureTexts(
    [estimate, baseline ?? estimate],
    threshold,
    scale,
    decimalsFor(scale, standing.n, high - low),
  );
  const relative = scale.kind === "change" || scale.kind === "points";
  return {
    ...none,
    range: { low, high, estimate: { at: estimate, label: result === "" ? figure : result }, label: range },
    needed:
      threshold === undefined || !Number.isFinite(threshold)
        ? undefined
        : { at: threshold, label: needed, good: comparator.startsWith("<") ? "below" : "above" },
    before:
      baseline === undefined || !Number.isFinite(baseline)
        ? undefined
        : { at: baseline, label: relative ? "no change" : `${earlier} before` },
  };
}

/** A picture of more rows shows nothing, and a text of more says nothing. */
const MOST_RUNS = 100;

/** The runs of the first primary eval with several arms or several runs; if there are many, the latest. */
export function armsOf({ evals, first, log }: Standing): Chart | undefined {
  const item = evals.find(({ eval: { primary }, results }) => primary && results.length > 1);
  const scale = item?.figureScale;
  if (item === undefined || scale === undefined) return undefined;
  const withdrawn = log.entries.flatMap((entry) =>
    log.withdrawn.get(entry.id) === undefined
      ? []
      : entry.results
          .map((result, index): LoggedResult => ({ entry, index, result }))
          .filter(({ result }) => result.eval === item.eval.id),
  );
  const all = [...item.results, ...withdrawn].sort((a, b) => a.entry.at.epochMs - b.entry.at.epochMs);
  const shown = all.length > MOST_RUNS ? latestRuns(all, item) : all;
  const then = firstOf(item, first);
  const runs = shown.flatMap((one) => armRun(one, item, then, scale, withdrawn.includes(one)));
  if (runs.length < 2) return undefined;
  const before = beforeRun(item, scale);
  const figures: ArmFigures = {
    metric: item.eval.metric ?? item.eval.id,
    runs: [...before, ...runs],
    needed: neededOf(item, scale),
    tick: tickOf(scale),
    confirmed: item.confirmed,
  };
  return armsChart(figures, armsText(figures, all.length - shown.length));
}

/** The latest runs, and the one that is judged. */
function latestRuns(all: readonly LoggedResult[], { judged }: EvalStanding): readonly LoggedResult[] {
  const latest = all.slice(-MOST_RUNS);
  return judged === undefined || latest.includes(judged) ? latest : [judged, ...latest.slice(1)];
}

function tickOf(scale: FigureScale): (figure: number) => string {
  return (figure) => {
    const shown = scale.kind === "unit" ? figure : figure * 100;
    const text = String(Number(shown.toPrecision(6)));
    return scale.kind === "unit" ? text : `${text}%`;
  };
}

function armsText({ metric, runs, needed }: ArmFigures, earlier: number): string {
  const each = runs.map(({ name, label }) => `${name} ${label}`);
  const rest = earlier === 0 ? "" : ` ${numberLabel(earlier)} more runs are not shown.`;
  return `${metric}: ${each.join("; ")}.${rest}${needed === undefined ? "" : ` Needed: ${needed.label}.`}`;
}

function armRun(
  logged: LoggedResult,
  item: EvalStanding,
  then: EvalStanding | undefined,
  scale: FigureScale,
  withdrawn: boolean,
): readonly ArmRun[] {
  const evidence = figureEvidence(item.eval, logged.result, item.confidence);
  if (evidence.kind !== "interval" || !sameScale(evidence.scale, scale)) return [];
  const { low, high, estimate } = evidence.interval;
  if (![low, high, estimate].every(Number.isFinite)) return [];
  const judged = item.judged !== undefined && item.judged.entry === logged.entry && item.judged.index === logged.index;
  const { measured } = evalWording({ ...item, judged: logged });
  const date = dateLabel(logged.entry.date).replace(/^\S+ /, "");
  const role = withdrawn ? "withdrawn" : judged ? "judged" : "run";
  const outcome = judged ? { outcome: outcomeOf(item, movedVerdictLabel(item, then)) } : {};
  const decides = judged ? " · decides" : withdrawn ? " · withdrawn" : "";
  const name = logged.result.arm === "" ? "run" : logged.result.arm;
  return [{ name, label: `${measured} · ${date}${decides}`, low, high, estimate, role, ...outcome }];
}

function sameScale(a: FigureScale, b: FigureScale): boolean {
  return a.kind === b.kind && (a.kind !== "unit" || b.kind !== "unit" || a.unit === b.unit);
}

/** Today's system: with its range where it was counted. */
function beforeRun({ eval: item, confidence, before }: EvalStanding, scale: FigureScale): readonly ArmRun[] {
  const at = before?.share.estimate ?? (item.baseline && baselineFigure(item.baseline, scale));
  if (item.baseline === undefined || at === undefined || MEASURES[item.measure].countsWithinLimit) return [];
  const label =
    item.baseline.kind === "counted"
      ? `${item.baseline.count.x} of ${item.baseline.count.n}`
      : figureText(at, scale, 1);
  const counted =
    item.baseline.kind === "counted"
      ? figureEvidence(item, { eval: item.id, arm: "", count: item.baseline.count }, confidence)
      : undefined;
  const { low, high } = before?.share ?? (counted?.kind === "interval" ? counted.interval : { low: at, high: at });
  return [{ name: "today", label: `${label} · before`, low, high, estimate: at, role: "before" }];
}

/** The target as a figure, where the change it asks for is one from a known baseline. */
function neededOf({ eval: item, threshold, before }: EvalStanding, scale: FigureScale): ArmFigures["needed"] {
  const { target, baseline } = item;
  if (target === undefined) return undefined;
  const label = neededLabel(item, target);
  if (target.form === "value" || MEASURES[item.measure].countsWithinLimit) {
    const found = MEASURES[item.measure].threshold(item, target, scale);
    const at = found?.threshold ?? threshold;
    if (at === undefined || !Number.isFinite(at)) return undefined;
    return { at, label, good: (found?.comparator ?? target.comparator).startsWith("<") ? "below" : "above" };
  }
  const base = before?.share.estimate ?? (baseline && baselineFigure(baseline, scale));
  const { form, quantity } = askedChange(item, target);
  const by = amountOf(quantity, form, scale);
  if (base === undefined || by === undefined) return undefined;
  const down = form === "reduction" || (form === "difference" && item.better === "lower");
  const change = form === "difference" ? by : base * by;
  return { at: down ? base - change : base + change, label, good: down ? "below" : "above" };
}

function amountOf(
  quantity: NonNullable<EvalStanding["eval"]["target"]>["quantity"],
  form: string,
  scale: FigureScale,
): number | undefined {
  if (form !== "difference" || scale.kind === "share") return quantityNumber(quantity);
  const converted = scale.kind === "unit" ? quantityIn(quantity, scale.unit) : undefined;
  return converted && decimalNumber(converted.amount);
}
