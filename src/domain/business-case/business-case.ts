import type { Costs } from "../records/costs.ts";
import type { Decimal } from "../scalars/decimal.ts";
import type { Money } from "../scalars/money.ts";
import { logContradictions, type LogContradiction } from "./log-contradictions.ts";
import { loggedCostOf, projectedEstimate, type LoggedCost, type Projections } from "./logged-cost.ts";
import type { Rational } from "../scalars/rational.ts";
import { shownImpact, shownMoney, shownMonths } from "./shown-figures.ts";
import {
  impactOf,
  investmentOf,
  likelyFigures,
  paybackOf,
  convertedInputs,
  type ConvertedInput,
} from "./value-figures.ts";
import { valueFaults, type ValueFault } from "./value-faults.ts";
import { benefitGrounds, standsAs, type BenefitGrounds, type Counted } from "./value-grounds.ts";
import { estimateOf, isMoney, VALUE_INPUTS } from "../records/value-inputs.ts";
import {
  hasThreshold,
  missedThresholds,
  valueThresholds,
  type ThresholdName,
  type ValueThresholds,
} from "./value-thresholds.ts";
import { isUnread } from "../records/unread.ts";
import type { BusinessCase, Estimate, Grade } from "../records/value.ts";
import { moneyLabel, numberLabel } from "../scalars/labels.ts";

/** One input as it is listed. */
export interface ValueInput {
  /** As in value.yaml: `minutes_saved`. */
  readonly name: string;
  /** The likely figure, with its range if it has one. */
  readonly text: string;
  readonly likely: string;
  /** `60 to 150`; "" where it is not a range. */
  readonly range: string;
  readonly grade: Grade;
  /** The grade that it counts as; lower than its own grade if nothing supports that. */
  readonly standsAs: Grade;
  readonly source?: string;
  readonly reason?: string;
  /** Entries of the log that it was measured in and that count. */
  readonly entries: readonly string[];
  /** Whether it is in a currency without a rate, and so not in the figures. */
  readonly unconverted: boolean;
}

/** Impact and payback before any rounding, in the currency of the PoC; what thresholds are compared with. */
export interface ExactValue {
  readonly impact: Rational;
  readonly investment: Rational;
  readonly payback: Rational | "never";
}

/** What the idea is worth, at the likely figure of every input. What was spent on the PoC is sunk, and not included. */
export interface ValueStanding {
  readonly currency: string;
  readonly inputs: readonly ValueInput[];
  /** The inputs of the calculation, exact and in the currency of the PoC. */
  readonly converted: readonly ConvertedInput[];
  /**
   * Inputs that are missing, cannot be read, are left open, or are in a currency without a rate, by their names in
   * value.yaml.
   */
  readonly missing: readonly string[];
  /** Those of the missing that stand in value.yaml and cannot be read. */
  readonly unread: readonly string[];
  /** Figures that cannot be true together. */
  readonly faults: readonly ValueFault[];
  /** Annual net impact; undefined while inputs are missing. */
  readonly impact: Money | undefined;
  /** One-time build and change costs. */
  readonly investment: Money | undefined;
  /** Months, with digits enough to tell it from its threshold; "never" where the net impact is zero or negative. */
  readonly payback: Decimal | "never" | undefined;
  /** Undefined while inputs are missing. */
  readonly exact: ExactValue | undefined;
  readonly paybackThreshold: Decimal | undefined;
  readonly impactThreshold: Money | undefined;
  /** Both exact and in the currency of the PoC; one in a currency without a rate is left out. */
  readonly thresholds: ValueThresholds;
  /** Whether every threshold is met; undefined if none was set or the case cannot be judged. */
  readonly meetsThresholds: boolean | undefined;
  /** The thresholds that are missed; empty where the case cannot be judged. */
  readonly missed: readonly ThresholdName[];
  /** The yearly cost of models, as stated and as the log projects it. */
  readonly modelCost: LoggedCost;
  /** The same of the time in which people look at answers. */
  readonly reviewCost: LoggedCost;
  /** Where the log's figure for one of these turns the verdict. */
  readonly contradictions: readonly LogContradiction[];
  /** On what the annual benefit rests; undefined if there is none, or it is not known. */
  readonly grounds: BenefitGrounds | undefined;
  /** How ranges are drawn, as far as value.yaml says; for the simulation in `value-outlook.ts`. */
  readonly simulated: BusinessCase["simulation"];
}

/** What is known besides value.yaml. */
export interface ValueContext {
  /** Ids of the log entries that count. */
  readonly counted?: Counted;
  /** The yearly cost of models and of people's review by the log; used where value.yaml states none. */
  readonly projected?: Projections;
}

/**
 * Impact (annual) = users × tasks a day × minutes saved ÷ 60 × hourly rate × working days a year + incremental revenue
 * − (platform + model + review + support) a year. Payback (months) = (build + change) ÷ (impact ÷ 12). Both are
 * calculated in exact fractions, so that a payback of exactly 12 months meets a threshold of 12.
 */
export function valueStanding(
  written: BusinessCase,
  costs: Costs,
  currency: string,
  context: ValueContext = {},
): ValueStanding {
  const counted = context.counted ?? new Set();
  const { projected = {} } = context;
  const modelCost = loggedCostOf("modelCost", written, projected, currency, costs);
  const reviewCost = loggedCostOf("reviewCost", written, projected, currency, costs);
  const value: BusinessCase = {
    ...written,
    ...(isSilent(written, modelCost) ? projectedEstimate(modelCost, projected) : {}),
    ...(isSilent(written, reviewCost) ? projectedEstimate(reviewCost, projected) : {}),
  };
  const converted = convertedInputs(value, costs, currency);
  const inputs = valueInputs(value, converted, counted);
  const thresholds = valueThresholds(value, costs, currency);
  const unread = unreadNames(value);
  const missing = missingOf(value, inputs, thresholds, unread);
  const faults = valueFaults(value);
  const figures = likelyFigures(converted);
  const impact = impactOf(figures);
  const investment = investmentOf(figures);
  const exact = missing.length === 0 ? { impact, investment, payback: paybackOf(impact, investment) } : undefined;
  const judged = exact !== undefined && faults.length === 0 && hasThreshold(thresholds);
  const missed = judged ? missedThresholds(thresholds, impact, exact.payback) : [];
  const grades = new Map(inputs.map((input) => [input.name, input.standsAs]));
  return {
    currency,
    inputs,
    converted,
    missing,
    unread,
    faults,
    impact: missing.some((name) => !OF_PAYBACK_ONLY.has(name))
      ? undefined
      : shownImpact(impact, value.impactThreshold, currency, costs),
    investment: exact && shownMoney(investment, currency),
    payback: exact && shownMonths(exact.payback, thresholds.payback),
    exact,
    paybackThreshold: value.paybackThreshold,
    impactThreshold: value.impactThreshold,
    thresholds,
    meetsThresholds: judged ? missed.length === 0 : undefined,
    missed,
    modelCost,
    reviewCost,
    contradictions: judged ? logContradictions([modelCost, reviewCost], figures, thresholds, value, costs) : [],
    grounds: missing.some((name) => !OF_PAYBACK_ONLY.has(name)) ? undefined : benefitGrounds(figures, grades),
    simulated: value.simulation,
  };
}

/** Whether the file says nothing about a cost: one that cannot be read was not left out. */
function isSilent(value: BusinessCase, { key, name }: LoggedCost): boolean {
  return value[key] === undefined && !isUnread(value, name);
}

/** Without these the annual impact is still known. */
const OF_PAYBACK_ONLY: ReadonlySet<string> = new Set(["build_cost", "change_cost", "thresholds.impact"]);

/** In the order of the file's own template; a threshold that cannot be compared is missing too. */
function missingOf(
  value: BusinessCase,
  inputs: readonly ValueInput[],
  thresholds: ValueThresholds,
  unread: readonly string[],
): readonly string[] {
  const open = new Set((value.leftOpen ?? []).map(([key]) => key));
  const lacking = VALUE_INPUTS.filter(
    (spec) => (spec.needed || open.has(spec.name)) && value[spec.key] === undefined,
  ).map(({ name }) => name);
  const unconverted = inputs.filter((input) => input.unconverted).map(({ name }) => name);
  const threshold = value.impactThreshold !== undefined && thresholds.impact === undefined ? ["thresholds.impact"] : [];
  return [
    ...VALUE_INPUTS.map(({ name }) => name as string).filter((name) =>
      [...lacking, ...unconverted, ...unread].includes(name),
    ),
    ...unread.filter((name) => !VALUE_INPUTS.some((spec) => spec.name === name)),
    ...threshold,
  ];
}

/** `platform_cost`, `thresholds.payback`: as a person would name them. A part of an input counts as the whole input. */
function unreadNames({ unread = [] }: BusinessCase): readonly string[] {
  const names = unread.map(([key, part]) =>
    part !== undefined && (key === "thresholds" || key === "simulation")
      ? `${key}.${part}`
      : String(key ?? "value.yaml"),
  );
  return [...new Set(names)];
}

function valueInputs(
  value: BusinessCase,
  converted: readonly ConvertedInput[],
  counted: Counted,
): readonly ValueInput[] {
  return VALUE_INPUTS.flatMap((spec): readonly ValueInput[] => {
    const estimate = estimateOf(value, spec);
    if (estimate === undefined) return [];
    const { grade, source, reason, entries = [] } = estimate;
    return [
      {
        name: spec.name,
        text: estimateText(estimate),
        ...labelsOf(estimate),
        grade,
        standsAs: standsAs(estimate, counted),
        ...(source === undefined ? {} : { source }),
        ...(reason === undefined ? {} : { reason }),
        entries: entries.filter((id) => counted.has(id)),
        unconverted: !converted.some((input) => input.spec === spec),
      },
    ];
  });
}

/** `4`, `4 (3 to 6)`, `50.00 EUR (40.00 EUR to 60.00 EUR)`. */
export function estimateText(estimate: Range): string {
  const { likely, range } = labelsOf(estimate);
  return range === "" ? likely : `${likely} (${range})`;
}

type Range = Pick<Estimate<Decimal | Money>, "low" | "likely" | "high">;

function labelsOf({ low, likely, high }: Range): { readonly likely: string; readonly range: string } {
  const [least = "", middle = "", most = ""] = [low, likely, high].map((figure) =>
    isMoney(figure) ? moneyLabel(figure) : numberLabel(figure),
  );
  return { likely: middle, range: least === most ? "" : `${least} to ${most}` };
}
