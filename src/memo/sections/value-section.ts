import type { ValueInput, ValueStanding } from "../../domain/business-case/business-case.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { swingMeasure, type Swing } from "../../domain/business-case/value-swings.ts";
import {
  assertedClause,
  breakEvenLabel,
  chanceClause,
  drawsClause,
  gradeLabel,
  groundsClause,
  loggedCostClause,
  paybackClause,
  roughMoneySpan,
  roughMonthsSpan,
  swingEnds,
  thresholdLabels,
} from "../../wording/business-case.ts";
import { listLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import { contradictionClause, faultClause, missedClauses } from "../../wording/value-clauses.ts";
import { sunkCost } from "../../domain/spend/effort.ts";
import { openText } from "../text/one-line.ts";
import { breakEvensOf, simulationOf, swingsOf } from "../../domain/business-case/value-outlook.ts";
import type { InputBreakEven } from "../../domain/business-case/break-even.ts";
import { inputLabel } from "../../wording/input-words.ts";
import { upperFirst } from "../../wording/first-letter.ts";

/** The business case, at the likely figure of every input, and over the ranges of those that have one. */
export interface ValueSection {
  /** Annual net impact. */
  readonly impact: string;
  /** The range of 8 of 10 draws; "" where no input is a range. */
  readonly impactRange: string;
  readonly impactThreshold: string;
  /** One-time build and change costs. */
  readonly investment: string;
  readonly payback: string;
  readonly paybackRange: string;
  readonly paybackThreshold: string;
  /** Whether it meets the agreed threshold, in a sentence. */
  readonly verdict: string;
  /** Inputs that are missing, by their names in value.yaml; "" where none is. */
  readonly missing: string;
  readonly inputs: readonly ValueInputRow[];
  /** `4 of 9 inputs are only asserted: users and ….`; "" where there are no inputs. */
  readonly asserted: string;
  /** How much of the annual benefit was not measured, in a sentence; "" where there is none. */
  readonly grounds: string;
  /** `The chance of meeting the threshold is about 70%.`; "" where no input is a range. */
  readonly chance: string;
  /** How it was drawn, with the seed. */
  readonly draws: string;
  /** What moves the answer, the most first: `minutes_saved: 3.9 to 15.8 months, enough on its own to change it`. */
  readonly drivers: readonly string[];
  /** What the log and value.yaml say of models and of people's review, where they are far apart; else "". */
  readonly modelCost: string;
  /** Where the log's figure for one of these turns the verdict: both figures and both verdicts; else "". */
  readonly contradiction: string;
  /** What the PoC itself cost, which is not part of the figures; "" while it cost nothing. */
  readonly sunk: string;
  /** Whether break-evens could be told. */
  readonly hasBreakEvens: boolean;
  /** Whether nothing at all is known of the value. */
  readonly blank: boolean;
}

export interface ValueInputRow {
  readonly name: string;
  readonly figure: string;
  readonly grade: string;
  /** Source and reason; "" where neither is given. */
  readonly source: string;
  /** The value at which the threshold is just met, all others at their likely figure. */
  readonly breakEven: string;
  readonly entries: readonly string[];
}

export function valueSection(standing: Standing): ValueSection {
  const { value } = standing;
  const { inputs, missing, currency } = value;
  const [simulation, breakEvens, swings] = [simulationOf(value), breakEvensOf(value), swingsOf(value)];
  const thresholds = thresholdLabels(value);
  const incomplete = openText("the business case is incomplete");
  return {
    impact: value.impact === undefined ? incomplete : `${moneyLabel(value.impact)} a year`,
    impactRange: simulation === undefined ? "" : roughMoneySpan(simulation.impact.p10, simulation.impact.p90, currency),
    impactThreshold: thresholds.impact,
    investment: value.investment === undefined ? incomplete : moneyLabel(value.investment),
    payback: value.payback === undefined ? incomplete : paybackClause(value),
    paybackRange: simulation === undefined ? "" : roughMonthsSpan(simulation.payback.p10, simulation.payback.p90),
    paybackThreshold: thresholds.payback === "" ? openText("no payback threshold was set") : thresholds.payback,
    verdict: verdictText(value),
    missing: listLabel(missing),
    inputs: inputs.map((input) => inputRow(input, breakEvens, currency)),
    asserted: sentence(assertedClause(value)),
    grounds: sentence(groundsClause(value)),
    chance: simulation === undefined ? "" : sentence(chanceClause(simulation, value)),
    draws: simulation === undefined ? "" : sentence(drawsClause(simulation)),
    drivers: swings.map((swing) => driverText(swing, swingMeasure(swings), currency)),
    modelCost: sentence(loggedCostClause(value)),
    contradiction: value.contradictions.map((one) => sentence(contradictionClause(one))).join(" "),
    sunk: sunkText(standing),
    hasBreakEvens: breakEvens.length > 0,
    blank: inputs.length === 0,
  };
}

function inputRow(input: ValueInput, breakEvens: readonly InputBreakEven[], currency: string): ValueInputRow {
  const even = breakEvens.find(({ name }) => name === input.name);
  return {
    name: upperFirst(inputLabel(input.name)),
    figure: input.text,
    grade: gradeLabel(input),
    source: [input.source, input.reason].filter((text) => text !== undefined).join("; "),
    breakEven: even === undefined ? "" : breakEvenLabel(even, currency),
    entries: input.entries,
  };
}

function verdictText(value: ValueStanding): string {
  if (value.faults.length > 0)
    return `${openText(`the case cannot be judged: ${listLabel(value.faults.map(faultClause))}`)}.`;
  if (value.unread.length > 0)
    return `${openText(`the case cannot be judged, because ${listLabel(value.unread)} cannot be read`)}.`;
  if (value.missing.length > 0) return `${openText("the case cannot be calculated until all inputs are given")}.`;
  if (value.meetsThresholds === undefined) return `${openText("no threshold says what the idea must be worth")}.`;
  return value.meetsThresholds
    ? "It meets the agreed threshold."
    : `It misses the agreed threshold: ${missedClauses(value).join("; ")}.`;
}

function driverText(
  { name, atLow, atHigh, numbers, crosses }: Swing,
  measure: "payback" | "impact",
  currency: string,
): string {
  const ends =
    measure === "impact"
      ? `${roughMoneySpan(Math.min(...numbers.impact), Math.max(...numbers.impact), currency)} a year`
      : swingEnds(atLow.payback, atHigh.payback);
  return `${upperFirst(inputLabel(name))}: ${ends}${crosses ? ", enough on its own to change the answer" : ""}`;
}

function sunkText(standing: Standing): string {
  const { spend, loaded } = sunkCost(standing);
  if (spend.minor === 0n && (loaded === undefined || loaded.minor === 0n)) return "";
  const time =
    loaded === undefined || loaded.minor === spend.minor ? "" : ` (${moneyLabel(loaded)} including staff time)`;
  return `The ${moneyLabel(spend)} spent on the PoC${time} is already spent and not part of these figures.`;
}

function sentence(clause: string): string {
  return clause === "" ? "" : `${upperFirst(clause)}.`;
}
