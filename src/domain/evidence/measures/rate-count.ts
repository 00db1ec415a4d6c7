import type { Result } from "../../records/evals/result.ts";
import type { Count } from "../../scalars/count.ts";
import { decimal, multiplyDecimals } from "../../scalars/decimal.ts";
import type { Quantity } from "../../scalars/quantity.ts";

/** Rates with their number of cases, and the counts behind them: what proportions and percentiles have in common. */

const PERCENT: ReadonlySet<string> = new Set(["", "pp", "percent", "pct", "prozent"]);

/** `11%` of 200 is 22/200, and of 150 it is not a count: the counts below and above it, one where it is exact. */
function countsOfRate({ amount }: Quantity, n: number): readonly Count[] {
  const [cases, all] = [amount.digits * BigInt(n), 100n * 10n ** BigInt(amount.scale)];
  if (cases < 0n || cases > all * BigInt(n)) return [];
  const below = Number(cases / all);
  return cases % all === 0n ? [{ x: below, n }] : [below, below + 1].map((x) => ({ x, n }));
}

/** A rate with its number of cases as the count that it is; any other result as it is. */
export function rateCounted(result: Result): Result {
  const { value, n, sd, clusters, ...rest } = result;
  if (value?.unit !== "%" || n === undefined || sd !== undefined || clusters !== undefined) return result;
  const [count, ...others] = countsOfRate(value, n);
  return count === undefined || others.length > 0 ? result : { ...rest, count };
}

/** The rate that a figure was meant to be: its percent sign was forgotten, or it was written as a fraction of 1. */
export function rateMeant(result: Result): readonly Result[] {
  const { value, n, sd: _sd, ...rest } = result;
  if (value === undefined || (value.unit !== "%" && !PERCENT.has(value.unit.toLowerCase()))) return [];
  const { amount } = value;
  const one = 10n ** BigInt(amount.scale);
  const fraction = value.unit === "" && amount.digits <= one;
  // Nobody leaves the sign out of 0.12%: between nought and one, a bare number is a part of one.
  const percent = fraction && amount.digits > 0n && amount.digits < one ? [] : [amount];
  const rates = [...(fraction ? [multiplyDecimals(amount, decimal(100))] : []), ...percent].map((rate) => ({
    amount: rate,
    unit: "%",
  }));
  if (n === undefined) return rates.map((rate) => ({ ...rest, value: rate }));
  const counts = rates.map((rate) => countsOfRate(rate, n)).filter(({ length }) => length > 0);
  const whole = counts.filter(({ length }) => length === 1);
  // `11 n 200` may as well be 11 of 200.
  const plain = value.unit === "" && amount.scale === 0 && amount.digits >= 0n && amount.digits <= BigInt(n);
  const cases = plain ? [{ x: Number(amount.digits), n }] : [];
  return [...(whole.length > 0 ? whole : counts).flat(), ...cases].map((count) => ({ ...rest, count }));
}

/** A count like those that people log. */
export function exampleCount({ eval: id, arm, n }: Result, share: number): Result {
  const cases = n ?? 200;
  return { eval: id, arm, count: { x: Math.round(share * cases), n: cases } };
}
