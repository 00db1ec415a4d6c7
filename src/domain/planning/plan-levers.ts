import { smallestWhole } from "../../statistics/distributions/bisection.ts";
import { pairedDifferenceSize, pairedRatioSize } from "../../statistics/planning/paired-plan.ts";
import { pairedShares, type PairedShares } from "../../statistics/planning/paired-shares.ts";
import { separateDifferenceSize } from "../../statistics/planning/separate-difference-plan.ts";
import { separateRatioSize } from "../../statistics/planning/separate-ratio-plan.ts";
import type { Spread } from "./assumed-truth.ts";
import { addDecimals, compareDecimals, decimal, subtractDecimals } from "../scalars/decimal.ts";
import { isMetByBaseline } from "./decidability.ts";
import type { Eval } from "../records/eval.ts";
import { chanceOfMet, sizeForChance, WANTED_CHANCE, type EvalPlan } from "./plan.ts";
import { MEASURES } from "../evidence/measures/measures.ts";
import type { TargetTest } from "../evidence/target-test.ts";
import { plannedTest, type CountTest } from "./planned-test.ts";
import type { Target } from "../scalars/target.ts";

/** What would make a plan likelier to come out, each with the number that an 80 % chance then takes. */
export type Lever =
  /** Baseline and candidate on the same `cases`, if that share of the worse cases of the one is shared by the other. */
  | { readonly kind: "same-cases"; readonly cases: number; readonly overlap: number }
  /** The baseline counted anew on as many cases as the candidate. */
  | { readonly kind: "baseline-too"; readonly perSide: number }
  /** A lower target that the agreed cases would show. */
  | { readonly kind: "lower-target"; readonly target: Target; readonly n: number; readonly chance: number }
  /** Verdicts that may be wrong more often. */
  | { readonly kind: "confidence"; readonly confidence: number; readonly cases: number }
  /** Cases chosen so that the baseline fails on that share of them; both sides are counted on them. */
  | { readonly kind: "hard-cases"; readonly baselineRate: number; readonly perSide: number };

/** The confidence to fall back on, the lowest that a charter may name. */
const LOWER_CONFIDENCE = 0.9;
/**
 * How much of the candidate's failures are failures of the baseline too, where nobody has seen both: on the low side.
 */
const USUAL_OVERLAP = 0.6;
/** Of cases on which the baseline is known to have trouble, it fails on half when they are tried again. */
const HARD_RATE = 0.5;

/** What would help, where the chance is below 80 % or not known, and only what does help. */
export function planLevers(plan: EvalPlan, spread?: Spread): readonly Lever[] {
  const { eval: item, assumed, chance, size, confidence } = plan;
  const test = plannedTest(item);
  if (plan.undecidable !== undefined && plan.undecidable.kind !== "too-few") return [];
  if (test.kind === "none" || assumed === undefined || size === undefined || (chance ?? 0) >= WANTED_CHANCE) return [];
  const helps = (cases: number | null | undefined): cases is number =>
    typeof cases === "number" && cases < (size ?? Infinity);
  const levers: Lever[] = [];
  if (test.kind === "ratio" || test.kind === "difference") {
    const before = test.baseline.x / test.baseline.n;
    const overlap = usualOverlap(test, before);
    const cases = sameCases(test, assumed.figure, before, overlap, confidence);
    if (helps(cases)) levers.push({ kind: "same-cases", cases, overlap });
    const perSide = bothSides(test, assumed.figure, before, confidence);
    if (helps(perSide)) levers.push({ kind: "baseline-too", perSide });
  }
  const lower = lowerTarget(item, test, assumed.figure, confidence, spread);
  if (lower !== undefined) levers.push(lower);
  if (confidence > LOWER_CONFIDENCE) {
    const cases = sizeForChance(item, test, LOWER_CONFIDENCE, { figure: assumed.figure, spread });
    if (helps(cases)) levers.push({ kind: "confidence", confidence: LOWER_CONFIDENCE, cases });
  }
  const perSide = hardCases(item, test, assumed.figure, confidence);
  if (helps(perSide)) levers.push({ kind: "hard-cases", baselineRate: HARD_RATE, perSide });
  return levers;
}

type ArmsTest = Exclude<CountTest, { readonly kind: "rate" }>;

/** At least what chance alone would make them share. */
function usualOverlap({ side }: ArmsTest, before: number): number {
  const failing = side === "at-most" ? before : 1 - before;
  return Math.max(USUAL_OVERLAP, Math.ceil(failing * 100) / 100);
}

function sameCases(test: ArmsTest, now: number, before: number, overlap: number, confidence: number): number | null {
  const shares = sharedFailures(test, now, before, overlap);
  if (shares === undefined || before === 0) return null;
  const goal = { shares, side: test.side, confidence, power: WANTED_CHANCE };
  if (test.kind === "difference") return pairedDifferenceSize({ ...goal, difference: test.limit });
  return test.limit > 0 ? pairedRatioSize({ ...goal, ratio: test.limit }) : null;
}

/** The overlap is one of failures; where successes are counted, the table is turned round. */
function sharedFailures({ side }: ArmsTest, now: number, before: number, overlap: number): PairedShares | undefined {
  const [first, second] = side === "at-most" ? [now, before] : [1 - now, 1 - before];
  // The baseline fails at least where both do.
  if (first * overlap > second) return undefined;
  const failing = pairedShares(first, second, overlap);
  if (side === "at-most") return failing;
  const { both, onlyFirst, onlySecond } = failing;
  return { both: Math.max(0, 1 - both - onlyFirst - onlySecond), onlyFirst: onlySecond, onlySecond: onlyFirst };
}

function bothSides(test: ArmsTest, now: number, before: number, confidence: number): number | null {
  const goal = { rate1: now, rate2: before, side: test.side, confidence, power: WANTED_CHANCE };
  if (test.kind === "difference")
    return Math.abs(test.limit) < 1 ? separateDifferenceSize({ ...goal, difference: test.limit }) : null;
  return test.limit > 0 ? separateRatioSize({ ...goal, ratio: test.limit }) : null;
}

/** The same relative reduction on cases where the baseline fails more often: a share of more is more to count. */
function hardCases(item: Eval, test: TargetTest, now: number, confidence: number): number | null {
  if (test.kind !== "ratio" || item.target?.form !== "reduction") return null;
  const before = test.baseline.x / test.baseline.n;
  return before < HARD_RATE ? bothSides(test, (now / before) * HARD_RATE, HARD_RATE, confidence) : null;
}

/** The next lower target, in whole steps of a percent or a point, that the agreed cases show with an 80 % chance. */
function lowerTarget(
  item: Eval,
  test: TargetTest,
  now: number,
  confidence: number,
  spread: Spread | undefined,
): Lever | undefined {
  const { target, minN: n } = item;
  // How much loss is acceptable does not follow from how many cases there are.
  if (target === undefined || target.form === "not-worse" || n === undefined) return undefined;
  if (MEASURES[item.measure].writtenIn === "unit") return undefined;
  const upwards = target.form === "value" && target.comparator.startsWith("<");
  const lowered = (steps: number): Eval & { readonly target: Target } => {
    const { amount, unit } = target.quantity;
    return {
      ...item,
      target: {
        ...target,
        quantity: {
          unit,
          amount: upwards ? addDecimals(amount, decimal(steps)) : subtractDecimals(amount, decimal(steps)),
        },
      },
    };
  };
  const chanceAt = (steps: number): number => {
    const eased = lowered(steps);
    const easedTest = plannedTest(eased);
    return easedTest.kind === "none" ? 0 : (chanceOfMet(eased, easedTest, n, confidence, { figure: now, spread }) ?? 0);
  };
  // A target that asks for nothing, or that the baseline already meets, is not a target.
  const asks = (steps: number): boolean => {
    const { amount } = lowered(steps).target.quantity;
    return (
      compareDecimals(amount, decimal(0)) > 0 &&
      compareDecimals(amount, decimal(100)) < 0 &&
      !isMetByBaseline(lowered(steps))
    );
  };
  const most = smallestWhole((steps) => !asks(steps), 1, 100) - 1;
  if (test.kind === "average" || most < 1 || chanceAt(most) < WANTED_CHANCE) return undefined;
  const steps = smallestWhole((k) => chanceAt(k) >= WANTED_CHANCE, 1, most);
  return { kind: "lower-target", target: lowered(steps).target, n, chance: chanceAt(steps) };
}
