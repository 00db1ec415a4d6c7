import { type Money, moneyDecimal } from "./money.ts";
import { decimalText, type Decimal, shortDecimalText, roundDecimal } from "./decimal.ts";
import { figureTexts } from "./figure.ts";
import { type Quantity, quantityText } from "./quantity.ts";

/** Figures and verdicts in words for people. Status, check, memo and JSON read these, so that they say the same. */

/** `1,240.00 EUR`: thousands separated, as many decimals as the currency has. */
export function moneyLabel(money: Money): string {
  return `${bareMoneyLabel(money)} ${money.currency}`;
}

/** `1,240.00`: where the currency stands beside it. */
export function bareMoneyLabel(money: Money): string {
  return grouped(decimalText(moneyDecimal(money)));
}

/** `1,241`: in whole units, half a unit up. */
export function wholeLabel(money: Money): string {
  const { digits, scale } = moneyDecimal(money);
  const unit = 10n ** BigInt(scale);
  const size = digits < 0n ? -digits : digits;
  const whole = (2n * size + unit) / (2n * unit);
  return grouped(`${digits < 0n && whole !== 0n ? "-" : ""}${whole}`);
}

/** `1,240`, `12.5`: thousands separated, no trailing zeros. */
export function numberLabel(value: Decimal | number): string {
  return grouped(typeof value === "number" ? String(value) : shortDecimalText(value));
}

/** `38.5 h`: person-hours, to a quarter of an hour or better. */
export function hoursLabel(hours: Decimal): string {
  return `${numberLabel(roundDecimal(hours, 2))} h`;
}

/** `62%`; never a round 100% for what is still below it, nor for what is already over. */
export function shareLabel(share: number): string {
  return figureTexts([share], 1, { kind: "share" }, 0)[0]!;
}

/** `9.5 months`, `1 month`, `never`. */
export function monthsLabel(months: Decimal | "never"): string {
  if (months === "never") return "never";
  const text = numberLabel(months);
  return text === "1" ? "1 month" : `${text} months`;
}

/** `1 day`, `3 days`: the plural adds an s unless it is given. */
export function countLabel(count: number, one: string, many = `${one}s`): string {
  return `${numberLabel(count)} ${count === 1 ? one : many}`;
}

/** `22 of 200`. */
export function ofLabel(x: number, n: number): string {
  return `${numberLabel(x)} of ${numberLabel(n)}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listLabel(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)!}`;
}

export function grouped(number: string): string {
  const [whole = "", fraction] = number.split(".");
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}

/** `12%`, `5 pp`, `1.8 s`. */
export function quantityLabel(quantity: Quantity): string {
  return quantityText(quantity).replace(/(\d)pp$/, "$1 pp");
}
