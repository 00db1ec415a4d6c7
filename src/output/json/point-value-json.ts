import type { ValueStanding } from "../../domain/business-case/business-case.ts";
import { shortDecimalText, type Decimal } from "../../domain/scalars/decimal.ts";
import { LOGGED_COST_FACTOR, type LoggedCost } from "../../domain/business-case/logged-cost.ts";
import type { CaseVerdict } from "../../domain/business-case/log-contradictions.ts";
import { moneyText, type Money } from "../../domain/scalars/money.ts";
import type { DecimalText, MoneyText } from "./json-texts.ts";
import type { Grade } from "../../domain/records/value.ts";

/** The business case at its likely figures: nothing in it has to be simulated. */
export interface PointValueJson {
  readonly currency: string;
  readonly inputs: readonly ValueInputJson[];
  /** Names of inputs that are missing or have no exchange rate. */
  readonly missing: readonly string[];
  /** Those of them that stand in value.yaml and cannot be read; nothing is judged while there are any. */
  readonly unread: readonly string[];
  /** Annual net impact; null while inputs are missing. */
  readonly impact: MoneyText | null;
  /** One-time build and change costs. */
  readonly investment: MoneyText | null;
  /** Months; `never` where the annual impact is zero or negative. */
  readonly payback_months: DecimalText | "never" | null;
  readonly payback_threshold_months: DecimalText | null;
  readonly impact_threshold: MoneyText | null;
  /** Null where no threshold was set or the case cannot be judged. */
  readonly meets_thresholds: boolean | null;
  readonly model_cost: LoggedCostJson;
  readonly review_cost: LoggedCostJson;
  /** Where the log's figure for a cost turns the verdict; empty where it does not. */
  readonly contradicted_by_log: readonly LogContradictionJson[];
  readonly benefit_rests_on: BenefitGroundsJson | null;
}

export interface ValueInputJson {
  /** As in value.yaml: `minutes_saved`. */
  readonly name: string;
  /** The likely figure, with its range where it has one. */
  readonly text: string;
  /** The grade that value.yaml states. */
  readonly grade: Grade;
  /** The grade that it counts as; lower where nothing supports the stated one. */
  readonly stands_as: Grade;
  readonly source: string | null;
  readonly reason: string | null;
  readonly entries: readonly string[];
}

/** Costs whose figure in the log gives the case another verdict than the one that value.yaml states. */
export interface LogContradictionJson {
  /** One that is enough on its own, or all of them together. */
  readonly costs: readonly { readonly name: string; readonly stated: MoneyText; readonly projected: MoneyText }[];
  readonly stated: CaseVerdictJson;
  readonly logged: CaseVerdictJson;
}

export interface CaseVerdictJson {
  readonly impact: MoneyText;
  readonly payback_months: DecimalText | "never";
  readonly meets_thresholds: boolean;
}

/** A cost a year that the log measures as well: of models, or of people's review. */
export interface LoggedCostJson {
  /** As value.yaml states it. */
  readonly stated: MoneyText | null;
  /** As the log projects it. */
  readonly projected: MoneyText | null;
  /** The one that counts. */
  readonly used: MoneyText | null;
  /** Whether one is more than `factor` times the other. */
  readonly differ: boolean;
  readonly factor: number;
}

/** Fractions of the annual benefit. */
export interface BenefitGroundsJson {
  readonly measured: number;
  readonly estimated: number;
  readonly asserted: number;
}

export function pointValueJson(value: ValueStanding): PointValueJson {
  const { grounds } = value;
  return {
    currency: value.currency,
    inputs: value.inputs.map((input) => ({
      name: input.name,
      text: input.text,
      grade: input.grade,
      stands_as: input.standsAs,
      source: input.source ?? null,
      reason: input.reason ?? null,
      entries: input.entries,
    })),
    missing: value.missing,
    unread: value.unread,
    impact: money(value.impact),
    investment: money(value.investment),
    payback_months: value.payback === "never" ? "never" : decimalJson(value.payback),
    payback_threshold_months: decimalJson(value.paybackThreshold),
    impact_threshold: money(value.impactThreshold),
    meets_thresholds: value.meetsThresholds ?? null,
    model_cost: loggedCostJson(value.modelCost),
    review_cost: loggedCostJson(value.reviewCost),
    contradicted_by_log: value.contradictions.map(({ costs, stated, logged }) => ({
      costs: costs.map((cost) => ({
        name: cost.name,
        stated: moneyText(cost.stated),
        projected: moneyText(cost.projected),
      })),
      stated: verdictJson(stated),
      logged: verdictJson(logged),
    })),
    benefit_rests_on:
      grounds === undefined
        ? null
        : { measured: grounds.measured, estimated: grounds.estimated, asserted: grounds.asserted },
  };
}

function loggedCostJson({ stated, projected, used, differs }: LoggedCost): LoggedCostJson {
  return {
    stated: money(stated),
    projected: money(projected),
    used: money(used),
    differ: differs,
    factor: LOGGED_COST_FACTOR,
  };
}

function verdictJson({ impact, payback, meets }: CaseVerdict): CaseVerdictJson {
  return {
    impact: moneyText(impact),
    payback_months: payback === "never" ? "never" : shortDecimalText(payback),
    meets_thresholds: meets,
  };
}

function money(amount: Money | undefined): string | null {
  return amount === undefined ? null : moneyText(amount);
}

function decimalJson(value: Decimal | undefined): string | null {
  return value === undefined ? null : shortDecimalText(value);
}
