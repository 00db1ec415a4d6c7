import type { Standing } from "../../domain/standing/standing.ts";
import type { Style } from "../terminal/style.ts";
import { type Cell, cell } from "../terminal/layout.ts";
import { line } from "../terminal/safe.ts";
import { bareMoneyLabel, countLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import { subtractMoney, compareMoney, type Money } from "../../domain/scalars/money.ts";
import { compositionSuffix } from "../../wording/spend.ts";

export function timeLeft({ timebox, phase }: Standing, style: Style): readonly Cell[] {
  if (phase === "draft") return [cell(line`the clock has not started`, "warn")];
  if (timebox === undefined) return [cell(line`no timebox`, "warn")];
  if (timebox.phase === "after") return [cell(line`the timebox is over`, phase === "decided" ? "faint" : "bad")];
  return [
    cell(
      style.text(timebox.left === 0 ? "the last day" : countLabel(timebox.left, "day")),
      timebox.left === 0 ? "warn" : undefined,
    ),
  ];
}

export function moneyLeft({ spend }: Standing, before: Pick<Standing, "spend">, style: Style): Cell {
  const { cap, total, remaining, unconverted } = spend;
  const changed = before.spend.currency === spend.currency ? signed(subtractMoney(total, before.spend.total)) : "";
  const open = unconverted.length > before.spend.unconverted.length ? ", not all converted" : "";
  if (cap === undefined || remaining === undefined)
    return cell(
      style.text(`${moneyLabel(total)} spent${compositionSuffix(spend.byBasis)}${changed}${open}, no cap`),
      "warn",
    );
  const over = compareMoney(total, cap) > 0;
  if (over) return cell(style.text(`OVER THE CAP by ${moneyLabel(subtractMoney(total, cap))}${changed}${open}`), "bad");
  return cell(style.text(`${amountOf(remaining, cap)}${changed}${open}`), open === "" ? undefined : "bad");
}

/** ` (−12.40)`: what an entry took off what was left; nothing where it changed nothing. */
function signed(spent: Money): string {
  if (spent.minor === 0n) return "";
  const size = bareMoneyLabel({ ...spent, minor: spent.minor < 0n ? -spent.minor : spent.minor });
  return ` (${spent.minor > 0n ? "−" : "+"}${size})`;
}

/** `1,385.07 of 2,000.00 EUR`: both are in the currency of the cap. */
export function amountOf(part: Money, whole: Money): string {
  return `${bareMoneyLabel(part)} of ${moneyLabel(whole)}`;
}
