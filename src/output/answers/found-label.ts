import type { ReadFile } from "../../app/import/read-import.ts";
import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import { countLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import { roundedMoney } from "../../domain/scalars/money.ts";

/** `promptfoo results, eval-1, 80 rows, 40 cases, 2 arms, 3 errors, 0.14 USD by list price` */
export function foundLabel({ read, format, found }: ReadFile): string {
  const { rows, cases, errors, arms, models, days, hours } = found;
  const priced = read.kind === "prices";
  const about = [
    format.title,
    read.kind === "cases" ? (read.run ?? "") : "",
    priced ? "" : countLabel(rows, "row"),
    cases === 0 || cases === rows ? "" : countLabel(cases, "case"),
    arms.length > 1 ? countLabel(arms.length, "arm") : "",
    models.length === 0 ? "" : countLabel(models.length, "model"),
    errors === 0 ? "" : countLabel(errors, "error"),
    days === 0 ? "" : countLabel(days, "day"),
    read.kind === "hours" ? `${shortDecimalText(hours)} h` : "",
    ...found.money.map((sum) => moneyText(sum, read.kind === "cases")),
  ];
  return about.filter((text) => text !== "").join(", ");
}

/** `12.40 USD billed`; an amount that has no place in whole cents with all its digits. */
function moneyText({ amount, currency, basis }: ReadFile["found"]["money"][number], isListed: boolean): string {
  const money = roundedMoney(amount, currency);
  const text = money.minor === 0n ? `${shortDecimalText(amount)} ${currency}` : moneyLabel(money);
  return `${text} ${isListed ? "by list price" : basis}`;
}
