import { looksChance } from "../../statistics/looks/looks-chance.ts";
import type { Spread } from "./assumed-truth.ts";
import { chanceOfMet, type EvalPlan } from "./plan.ts";
import { plannedTest } from "./planned-test.ts";

/**
 * What the way in which an eval is measured costs in chance, beside `EvalPlan.chance`, which is that of one look at one
 * arm: by the account of error that the verdicts are taken from.
 */
export interface ProcedureCost {
  /** Looks at equal distances at one growing sample; undefined for what is not a plain count. */
  readonly looks: LooksCost | undefined;
  readonly arms: readonly ArmsCost[];
}

export interface LooksCost {
  readonly looks: number;
  readonly chance: number;
  /** After how many cases it is met, or the sample is complete, on average. */
  readonly meanSize: number;
}

/** Several arms, one of which is as good as assumed and leads. */
export interface ArmsCost {
  readonly arms: number;
  /** By its first run, which shares one half of the chance of a false verdict with the others. */
  readonly chance: number;
  /** By that run or by one that confirms it, which has the other half. */
  readonly confirmed: number;
}

/** As many looks as a timebox of two weeks has days. */
const LOOKS = 10;
const ARMS = [2, 3, 5] as const;

/** @param spread as it was given to the plan; undefined where the plan has no chance */
export function procedureCost(plan: EvalPlan, spread?: Spread): ProcedureCost | undefined {
  const { eval: item, n, chance, assumed, confidence } = plan;
  const test = plannedTest(item);
  if (n === undefined || chance === undefined || assumed === undefined || test.kind === "none") return undefined;
  const alpha = 1 - confidence;
  const at = (level: number): number => chanceOfMet(item, test, n, 1 - level, { figure: assumed.figure, spread }) ?? 0;
  const confirming = at(alpha / 2);
  const arms = ARMS.map((arms) => {
    const first = at(alpha / 2 / arms);
    return { arms, chance: first, confirmed: 1 - (1 - first) * (1 - confirming) };
  });
  return { looks: looksCost(plan), arms };
}

function looksCost({ eval: item, n, assumed, confidence }: EvalPlan): LooksCost | undefined {
  const test = plannedTest(item);
  if (n === undefined || assumed === undefined || test.kind !== "rate" || n > MOST_EXACT) return undefined;
  const [limit, rate] = test.side === "at-least" ? [test.limit, assumed.figure] : [1 - test.limit, 1 - assumed.figure];
  if (limit <= 0 || limit >= 1 || rate <= 0 || rate >= 1) return undefined;
  return { looks: LOOKS, ...looksChance({ limit, rate, size: n, alpha: 1 - confidence, looks: LOOKS }) };
}

/** Beyond this, to add up whole counts takes long. */
const MOST_EXACT = 20_000;
