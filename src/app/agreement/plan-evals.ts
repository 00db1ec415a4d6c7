import { procedureCost, type ProcedureCost } from "../../domain/planning/procedure-cost.ts";
import { openPocAsOf } from "../poc/poc-as-of.ts";
import { spreadOf, type Spread } from "../../domain/planning/assumed-truth.ts";
import { casesToSettle, type CasesToSettle } from "../../domain/planning/cases-to-settle.ts";
import { decimalNumber } from "../../domain/scalars/decimal.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { parseBaseline, type Eval } from "../../domain/records/eval.ts";
import { ok, problem, type Parsed } from "../../domain/scalars/parsed.ts";
import { evalPlan, type EvalPlan } from "../../domain/planning/plan.ts";
import { planLevers, type Lever } from "../../domain/planning/plan-levers.ts";
import { unitOf } from "../../domain/planning/planned-test.ts";
import { parseQuantity, quantityIn, type Quantity } from "../../domain/scalars/quantity.ts";
import { parseSaidTarget } from "../../domain/records/said-target.ts";
import { parseExpectation, type Expectation, type Target } from "../../domain/scalars/target.ts";
import { FlagProblems } from "../log/facts/flag-problems.ts";
import { judge } from "../poc/judge.ts";
import type { Context } from "../ports/ports.ts";
import type { Report } from "../poc/report.ts";
import { parseWholeWithin } from "../../domain/scalars/whole.ts";

/** What `poc plan` was asked. Terms that are tried out here change no file. */
export interface PlanRequest {
  readonly directory: string | undefined;
  readonly asOf: string | undefined;
  readonly eval: string | undefined;
  readonly n: string | undefined;
  readonly expect: string | undefined;
  readonly target: string | undefined;
  readonly baseline: string | undefined;
  readonly sd: string | undefined;
  readonly confidence: string | undefined;
}

export interface PlannedEval {
  readonly plan: EvalPlan;
  /** What would help, and does. */
  /** How much looks and arms lower the chance; undefined if no chance can be calculated. */
  readonly cost: ProcedureCost | undefined;
  readonly levers: readonly Lever[];
  readonly standing: EvalStanding | undefined;
  /** About what was measured so far, if it is unsettled. */
  readonly needed: CasesToSettle | undefined;
}

export interface PlanResult extends Report {
  readonly plans: readonly PlannedEval[];
  /** Whether flags replaced something in the files. */
  readonly imagined: boolean;
}

/**
 * What the evals can show with the cases that were agreed, by the terms in force.
 *
 * @throws UsageFault, RecordsFault
 */
export async function planEvals(context: Context, request: PlanRequest): Promise<PlanResult> {
  const { poc, instant } = await openPocAsOf(context, request.directory, request.asOf);
  const report = judge(poc, instant);
  const { definitions, evals } = report.standing;
  const problems = new FlagProblems();
  const chosen = chosenEvals(definitions.evals, request, problems);
  const changes = changesOf(request, chosen, problems);
  const agreed = definitions.charter?.confidence ?? 0.95;
  const confidence = given("--confidence", request.confidence, parseConfidence, problems) ?? agreed;
  problems.throwIfAny();
  const plans = chosen.map((item): PlannedEval => {
    const changed = { ...item, ...changes.terms };
    const spread = spreadFor(changed, changes.sd, evals, problems);
    const plan = evalPlan(changed, confidence, spread);
    const standing = evals.find(({ eval: { id } }) => id === item.id);
    const needed = standing && casesToSettle(standing);
    return { plan, levers: planLevers(plan, spread), cost: procedureCost(plan, spread), standing, needed };
  });
  problems.throwIfAny();
  const imagined = confidence !== agreed || changes.sd !== undefined || Object.keys(changes.terms).length > 0;
  return { ...report, plans, imagined };
}

/** The eval that was named, or all. Terms to try out belong to one eval, so they need its name. */
function chosenEvals(evals: readonly Eval[], request: PlanRequest, problems: FlagProblems): readonly Eval[] {
  const ids = evals.map(({ id }) => id);
  if (request.eval !== undefined) {
    const known = problems.known("--eval", request.eval, ids, "eval", "evals.yaml");
    return evals.filter(({ id }) => id === known);
  }
  const flags = ["n", "expect", "target", "baseline", "sd"] as const;
  const stray = flags.find((flag) => request[flag] !== undefined);
  if (stray !== undefined && evals.length !== 1)
    problems.add(
      `--${stray}`,
      "needs one eval",
      ids.length === 0 ? "evals.yaml defines none" : `say which: --eval ${ids[0]}`,
    );
  return evals;
}

interface Changes {
  readonly terms: Pick<Eval, "minN" | "expected" | "target" | "baseline">;
  readonly sd: Quantity | undefined;
}

function changesOf(request: PlanRequest, chosen: readonly Eval[], problems: FlagProblems): Changes {
  // With flags like these one eval was named.
  const better = chosen.length === 1 ? chosen[0]?.better : undefined;
  const minN = given("--n", request.n, parseCases, problems);
  const expected = given("--expect", request.expect, (text) => saidExpectation(text, better), problems);
  const target = given("--target", request.target, (text) => saidTarget(text, better), problems);
  const baseline = given("--baseline", request.baseline, parseBaseline, problems);
  const sd = given("--sd", request.sd, parseQuantity, problems);
  return {
    terms: {
      ...(minN === undefined ? {} : { minN }),
      ...(expected === undefined ? {} : { expected }),
      ...(target === undefined ? {} : { target }),
      ...(baseline === undefined ? {} : { baseline }),
    },
    sd,
  };
}

/** As people say it and as files have it; the words must not contradict the good direction. */
function saidTarget(text: string, better: Eval["better"] | undefined): Parsed<Target> {
  const said = parseSaidTarget(text, better === undefined ? {} : { better });
  if (!said.ok) return said;
  if (said.value.better !== undefined && better !== undefined && said.value.better !== better)
    return problem("invalid-target", "a target in the good direction of the eval", {
      found: `${better} is better, and the words ask for ${said.value.better === "lower" ? "less" : "more"}`,
    });
  return ok(said.value.target);
}

function saidExpectation(text: string, better: Eval["better"] | undefined): Parsed<Expectation> {
  const byLetter = parseExpectation(text);
  const said = byLetter.ok ? undefined : saidTarget(text, better);
  if (said?.ok !== true || said.value.form === "not-worse") return byLetter;
  return ok({ form: said.value.form, quantity: said.value.quantity });
}

function given<T>(
  flag: string,
  text: string | undefined,
  parse: (text: string) => Parsed<T>,
  problems: FlagProblems,
): T | undefined {
  return text === undefined ? undefined : problems.take(flag, text, parse(text));
}

function parseCases(text: string): Parsed<number> {
  return parseWholeWithin(text, 1, 10_000_000, "a whole number of cases, from 1 to 10000000");
}

function parseConfidence(text: string): Parsed<number> {
  const percent = /^(90|95|99) ?%?$/.exec(text.trim());
  return percent === null ? problem("value-not-allowed", "90%, 95% or 99%") : ok(Number(percent[1]) / 100);
}

/** The spread that was given, otherwise the measured one. If no mean was measured, `expected` stands in for it. */
function spreadFor(
  item: Eval,
  sd: Quantity | undefined,
  evals: readonly EvalStanding[],
  problems: FlagProblems,
): Spread | undefined {
  const measured = spreadOf(evals, item);
  if (sd === undefined) return measured;
  const unit = unitOf(item);
  const converted = unit === undefined ? undefined : quantityIn(sd.unit === "" ? { ...sd, unit } : sd, unit);
  const number = converted && decimalNumber(converted.amount);
  if (number === undefined || number <= 0)
    return problems.add(
      "--sd",
      unit === undefined ? `${item.id} is not a mean` : "found no spread above zero in the unit of the eval",
      unit === undefined
        ? "only a mean needs its spread; the spread of a rate follows from its count"
        : `write it as 0.02 ${unit}`.trimEnd(),
    );
  return { mean: measured?.mean, sd: number };
}
