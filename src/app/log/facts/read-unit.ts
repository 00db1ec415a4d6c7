import type { Costs } from "../../../domain/records/costs.ts";
import type { RawValues } from "../../../domain/records/evals/result.ts";
import type { Eval } from "../../../domain/records/eval.ts";
import { namedUnits, saidUnit, type ColumnUnit } from "../../../domain/evidence/columns/column-unit.ts";
import { currencyExponent } from "../../../domain/scalars/currency.ts";
import { decimalNumber } from "../../../domain/scalars/decimal.ts";
import { quantityIn, quantityText, type Quantity } from "../../../domain/scalars/quantity.ts";

/** What the numbers of a column are in. */
export interface ReadUnit {
  /** As the eval is agreed in, or a unit that converts into that. */
  readonly unit: string;
  /** What each number has to be multiplied by to be in `unit`. */
  readonly factor: number;
  /** What of it is stored. */
  readonly reading: Pick<RawValues, "unit" | "assumed" | "rate">;
}

export interface RefusedUnit {
  readonly refused: string;
  readonly hint: string;
}

/** Numbers whose unit is in doubt, for a person to say what they are in. */
export interface UnitDoubt {
  readonly column: string;
  /** What they would be taken to be in, and why that looks wrong. */
  readonly unit: string;
  readonly why: string;
  readonly choices: readonly string[];
}

/** What is known besides the numbers. */
export interface UnitContext {
  /** The unit that was typed. */
  readonly said: string | undefined;
  readonly costs: Costs;
  /** The currency of the cap: the rates of costs.yaml convert to it. */
  readonly currency: string;
  /** Gives what a person said; undefined where nobody has said it yet. Absent where there is nobody to ask. */
  readonly ask: ((doubt: UnitDoubt) => string | undefined) | undefined;
}

const TIMES = ["ms", "s", "min", "h"];

/** A figure this many times larger or smaller than what was agreed is probably in the wrong unit. */
const FAR = 100;
/** From seconds to minutes it is only sixty times. */
const FAR_BY_NAME = 30;

/**
 * What the numbers of a column are in: what was said; else what the column is named after, `latencyMs` or `Cost ($)`;
 * else, as an assumption that is told, what the eval is agreed in. Another currency is converted at the rate of
 * costs.yaml; what does not convert is refused; and an assumption by which the numbers are a hundred times what was
 * agreed, or a hundredth, is asked about.
 */
export function columnUnitOf(
  item: Eval,
  column: string,
  numbers: readonly number[],
  context: UnitContext,
): ReadUnit | RefusedUnit {
  const { said, ask } = context;
  const agreed = agreedQuantity(item)?.unit;
  const found = said === undefined ? unitByName(column, agreed) : saidUnit(said);
  const read = found === undefined ? assumedUnit(agreed ?? "") : converted(item, column, found, agreed, context);
  if ("refused" in read) return read;
  const far = found === undefined ? FAR : found.doubtful ? FAR_BY_NAME : undefined;
  const choices = choicesFor(agreed ?? "");
  const why = far === undefined || choices.length < 2 ? undefined : farFrom(item, numbers, read, far);
  if (why === undefined) return read;
  const name = column === "" ? "the column" : column;
  if (ask === undefined)
    return {
      refused: `it is not certain that ${name} is in ${read.unit}: ${why}`,
      hint: `give the unit of the numbers: ${choices.map((unit) => `"@file#${column} in ${unit}"`).join(" or ")}`,
    };
  const answer = ask({ column: name, unit: read.unit, why, choices });
  return answer === undefined ? read : columnUnitOf(item, column, numbers, { ...context, said: answer });
}

/** The figure that the eval is compared with: its target, otherwise its baseline. */
function agreedQuantity({ target, baseline }: Eval): Quantity | undefined {
  if (target?.form === "value") return target.quantity;
  return baseline?.kind === "fixed" ? baseline.quantity : undefined;
}

function isCurrency(unit: string): boolean {
  return currencyExponent(unit) !== undefined;
}

/** A name may end with a word that looks like a unit: where the eval measures neither time nor money, none is read. */
function unitByName(column: string, agreed: string | undefined): ColumnUnit | undefined {
  const { time, money } = namedUnits(column);
  const base = agreed?.split("/")[0];
  if (base === undefined) return time ?? money;
  return TIMES.includes(base) ? (time ?? money) : isCurrency(base) ? (money ?? time) : undefined;
}

function assumedUnit(agreed: string): ReadUnit {
  return { unit: agreed, factor: 1, reading: agreed === "" ? {} : { unit: agreed, assumed: true } };
}

function converted(
  item: Eval,
  column: string,
  found: ColumnUnit,
  agreed: string | undefined,
  { said, costs, currency }: UnitContext,
): ReadUnit | RefusedUnit {
  const { kind, factor, label } = found;
  if (agreed === undefined) return { unit: found.unit, factor, reading: factor === 1 ? {} : { unit: label } };
  const base = agreed.split("/")[0]!;
  const reading = label === base || label === agreed ? {} : { unit: label };
  const unit = found.unit === "" ? base : found.unit;
  if (unit === base || unit === agreed) return { unit: agreed, factor, reading };
  const times = kind === "time" ? quantityIn({ amount: { digits: 1n, scale: 0 }, unit }, base) : undefined;
  if (times !== undefined)
    return base === agreed
      ? { unit, factor, reading }
      : { unit: agreed, factor: factor * decimalNumber(times.amount), reading };
  const rate =
    kind === "money" && base === currency
      ? costs.exchange.find((exchange) => exchange.currency === unit)?.rate
      : undefined;
  if (rate !== undefined) return { unit: agreed, factor: factor * decimalNumber(rate), reading: { unit: label, rate } };
  const missing = kind === "money" && isCurrency(base);
  return {
    refused:
      `found ${label === "" ? "no unit" : label}${said === undefined ? ` in the name of column ${column}` : ""}, ` +
      `expected ${agreed === "" ? "no unit" : agreed} as agreed for ${item.id}` +
      (missing ? `, and costs.yaml has no rate from ${unit} to ${base}` : ""),
    hint:
      missing && base === currency
        ? `add exchange: { ${unit}: { rate: … } } to costs.yaml; or, if they are in ${base}, write ` +
          `"@file#${column} in ${base}"`
        : `give the unit of the numbers: "@file#${column} in ${base === "" ? "…" : base}"`,
  };
}

/** Why a unit looks wrong: `their median is 425 times the target of 2 s`; undefined where it does not. */
function farFrom(item: Eval, numbers: readonly number[], read: ReadUnit, far: number): string | undefined {
  const agreed = agreedQuantity(item);
  const limit = agreed && quantityIn(agreed, read.unit);
  if (agreed === undefined || limit === undefined) return undefined;
  const reference = Math.abs(decimalNumber(limit.amount));
  const sizes = numbers.map((value) => Math.abs(value * read.factor)).toSorted((a, b) => a - b);
  const median = sizes[Math.floor((sizes.length - 1) / 2)] ?? 0;
  if (reference === 0 || median === 0) return undefined;
  const what = `${item.target?.form === "value" ? "target" : "baseline"} of ${quantityText(agreed)}`;
  if (read.unit === "%" && reference > 1 && sizes.at(-1)! <= 1)
    return `all of them are at most 1, like fractions, but the ${what}`;
  const ratio = median / reference;
  if (ratio >= far) return `their median is ${Math.round(ratio)} times the ${what}`;
  return ratio <= 1 / far ? `their median is 1/${Math.round(1 / ratio)} of the ${what}` : undefined;
}

function choicesFor(agreed: string): readonly string[] {
  const base = agreed.split("/")[0]!;
  if (TIMES.includes(base)) return TIMES;
  if (isCurrency(base)) return [base, "cents"];
  return agreed === "%" ? ["%", "fraction"] : [agreed];
}
