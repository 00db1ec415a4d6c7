import type { ProcedureCost } from "../../domain/planning/procedure-cost.ts";
import { MEASURES } from "../../domain/evidence/measures/measures.ts";
import { planReasonClause } from "../../wording/eval-reasons.ts";
import type { PlannedEval, PlanResult } from "../../app/agreement/plan-evals.ts";
import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import type { Count } from "../../domain/scalars/count.ts";
import { baselineText, type Eval } from "../../domain/records/eval.ts";
import { unitOf } from "../../domain/planning/planned-test.ts";
import { LEAST_CHANCE, WANTED_CHANCE, type EvalPlan } from "../../domain/planning/plan.ts";
import {
  assumedLabel,
  assumedRateLabel,
  casesLabel,
  chanceLabel,
  armsClause,
  leverSentence,
  looksClause,
  settleClause,
  sizeClause,
  undecidableSentence,
} from "../../wording/plan.ts";
import { evalWording, neededLabel } from "../../wording/evals.ts";
import { apart, cell, paragraph, table, type Row } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { numberLabel, ofLabel } from "../../domain/scalars/labels.ts";
import type { Role } from "../terminal/paint.ts";

/**
 * Per eval: what is needed, what is taken as true, what the planned cases can show, how many would do, what would help.
 */
export function planText(
  { plans, imagined, standing }: Pick<PlanResult, "plans" | "imagined" | "standing">,
  style: Style,
): string {
  const { charter } = standing.definitions;
  const head = [
    ...paragraph(style.text(charter?.title ?? "Untitled PoC"), style, 0, "strong"),
    ...(imagined
      ? paragraph(line`What if: the flags replace what the files say, and nothing was changed.`, style, 0, "warn")
      : []),
  ];
  if (plans.length === 0)
    return linesText(apart([head, [style.paint("warn", line`No eval is defined, so nothing can be planned.`)]]));
  return linesText(apart([head, ...plans.map((planned) => evalLines(planned, style)), footnote(plans, style)]));
}

function evalLines({ plan, levers, cost, standing, needed }: PlannedEval, style: Style): readonly Safe[] {
  const { eval: item } = plan;
  const title = table(
    [
      {
        cells: [cell(style.text(item.id), "name")],
        tail: item.metric === undefined ? undefined : cell(style.text(item.metric)),
      },
    ],
    style,
    { indent: 0 },
  );
  const helps = levers.map((lever, k): Row =>
    row(k === 0 ? "would help" : "", `${style.signs.bullet} ${leverSentence(lever, plan)}`, style),
  );
  const measured =
    standing?.judged === undefined ? [] : [row("so far", soFar(standing, settleClause(standing, needed)), style)];
  return [
    ...title,
    ...table([...facts(plan, style), ...costs(plan, cost, style), ...helps, ...measured], style, { indent: 2 }),
  ];
}

function row(word: string, text: string, style: Style, role?: Role): Row {
  return { cells: [cell(style.text(word), "faint")], tail: cell(style.text(text), role) };
}

function facts(plan: EvalPlan, style: Style): readonly Row[] {
  const { eval: item, undecidable, why } = plan;
  const rows = [row("needed", neededText(item), style, item.target === undefined ? "warn" : undefined)];
  if (undecidable !== undefined && undecidable.kind !== "too-few")
    return [...rows, row("decides", `nothing: ${undecidableSentence(item, undecidable)}`, style, "bad")];
  if (why !== undefined)
    return [...rows, row("chance", `cannot be calculated: ${planReasonClause(why)}${remedy(plan)}`, style, "warn")];
  rows.push(row("if true", assumedText(plan), style));
  rows.push(row("planned", plannedText(plan), style, roleOf(plan.chance)));
  if (plan.fewest !== undefined && (plan.n === undefined || plan.n < plan.fewest))
    rows.push(row("at least", `${casesLabel(item, plan.fewest)}, if none of them goes wrong`, style));
  rows.push(
    row(
      "for 80%",
      typeof plan.size === "number" ? casesLabel(item, plan.size) : sizeClause(plan),
      style,
      plan.size === null ? "warn" : undefined,
    ),
  );
  return plan.metByBaseline
    ? [...rows, row("mind", "today's baseline already meets this target", style, item.primary ? "warn" : undefined)]
    : rows;
}

/** What it costs to look early, and to choose among arms. */
function costs(plan: EvalPlan, cost: ProcedureCost | undefined, style: Style): readonly Row[] {
  if (cost === undefined) return [];
  const looks = looksClause(plan, cost);
  return [...(looks === "" ? [] : [row("looks", looks, style)]), row("arms", armsClause(cost), style)];
}

function neededText(item: Eval): string {
  const { target, baseline } = item;
  if (target === undefined) return "no target is set";
  if (baseline === undefined || MEASURES[item.measure].countsWithinLimit) return neededLabel(item, target);
  const before = baseline.kind === "counted" ? ofLabel(baseline.count.x, baseline.count.n) : baselineText(baseline);
  return `${neededLabel(item, target)}${target.form === "value" ? "; before it was" : " than"} ${before}`;
}

const BASES = {
  expected: "as expected",
  "half-allowed": "no expected in evals.yaml, so half the failures that the target allows",
  "as-today": "no expected in evals.yaml, so neither better nor worse",
  measured: "as measured so far",
} as const;

const RUNS_HALVED = "no expected share of runs, such as value 98%, so half the slow runs that the target allows";

function assumedText(plan: EvalPlan): string {
  const { eval: item, assumed } = plan;
  const rate = assumedRateLabel(plan);
  const basis =
    assumed === undefined
      ? ""
      : assumed.basis === "half-allowed" && MEASURES[item.measure].countsWithinLimit
        ? RUNS_HALVED
        : BASES[assumed.basis];
  return `${assumedLabel(plan)}${rate === "" ? "" : `, which is ${rate}`} (${basis})`;
}

function plannedText({ eval: item, n, chance, leastGood, undecidable }: EvalPlan): string {
  if (n === undefined || chance === undefined) return "no number is agreed: min_n in evals.yaml";
  const bar = leastGood === undefined ? "" : `; that needs ${barLabel(item, leastGood)}`;
  if (undecidable?.kind === "too-few") return `${casesLabel(item, n)}: not even a perfect result would be enough`;
  return `${casesLabel(item, n)}: ${chanceLabel(chance)} chance of meeting it${bar}`;
}

/** The least good count that is met: `36 of 400 or fewer`, `all 59`. */
function barLabel({ better, measure }: Eval, { x, n }: Count): string {
  const fewer = better === "lower" && !MEASURES[measure].countsWithinLimit;
  if (fewer ? x === 0 : x === n) return fewer ? `none of ${numberLabel(n)}` : `all ${numberLabel(n)}`;
  return `${ofLabel(x, n)} or ${fewer ? "fewer" : "more"}`;
}

function roleOf(chance: number | undefined): Role {
  return chance === undefined || chance < LEAST_CHANCE ? "bad" : chance < WANTED_CHANCE ? "warn" : "good";
}

/** How to say what is missing for a mean. */
function remedy({ eval: item, missing }: EvalPlan): string {
  if (missing === undefined) return "";
  if (missing === "expected") return "; write it under expected in evals.yaml, or try --expect";
  const { baseline } = item;
  const today = baseline?.kind === "fixed" ? baseline.spread?.sd : undefined;
  // What is built may scatter otherwise than what runs today, so a person has to assume it.
  return today !== undefined
    ? `; if the new values spread like today's: --sd ${shortDecimalText(today)}`
    : `; log a first run as "… ${unitOf(item) ?? ""} sd … n 30", or try --sd`;
}

function soFar(standing: NonNullable<PlannedEval["standing"]>, more: string): string {
  const { counts, verdict, why } = evalWording(standing);
  const used = standing.why?.code === "nothing-left" ? `; ${why}` : "";
  return `${counts}: ${verdict}${used}${more === "" ? "" : `; ${more}`}`;
}

function footnote(plans: readonly PlannedEval[], style: Style): readonly Safe[] {
  const [first] = plans;
  const sure = Math.round((first?.plan.confidence ?? 0.95) * 100);
  const inconclusive = plans.some(({ plan: { chance } }) => chance !== undefined && chance < LEAST_CHANCE);
  return paragraph(
    style.text(
      `Met: even the unfavourable end of the plausible range reaches the target, ${sure}% sure, judged once and at ` +
        "the end. Early looks and further arms use up part of the allowed chance of a false verdict: " +
        "poc status --account. A usual plan has an 80% chance." +
        `${inconclusive ? " Under 50% the eval will probably end inconclusive, however right the team is." : ""}`,
    ),
    style,
    0,
    "faint",
  );
}
