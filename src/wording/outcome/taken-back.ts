import { takeBackOf, type TakeBack } from "../../domain/history/take-back.ts";
import { dateLabel, type CivilDate } from "../../domain/scalars/calendar.ts";
import { listLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import type { TakenBack } from "../../domain/standing/taken-back.ts";
import { namedAs } from "../people.ts";
import { killClause } from "../kill-reasons.ts";

/**
 * `was tripped on Wed 25 Nov (answered yes), until Ann withdrew it on the same day without a reason`.
 *
 * @param shorten what a reader is shown of the words of a person
 */
export function takenBackClause({ was, by }: TakenBack, shorten?: (text: string) => string): string {
  const takeBack = takeBackOf(by);
  const until = takeBackClause(takeBack, takeBack.on, shorten);
  return `was tripped on ${dateLabel(takeBack.on)} (${killClause(was)}), until ${until}`;
}

/**
 * What took back what a limit was passed by: `Ann withdrew it on Thu 26 Nov because "one zero too many"`.
 *
 * @param since the day on which the limit was passed
 */
export function takeBackClause(
  { kind, on, reason, file, amounts, ...who }: TakeBack,
  since: CivilDate,
  shorten = (text: string) => text,
): string {
  const why = reason === undefined ? "without a reason" : `because "${shorten(reason)}"`;
  const day = on === since ? "on the same day" : `on ${dateLabel(on)}`;
  const name = namedAs(who.by, who);
  switch (kind) {
    case "withdrawn":
      return `${name} withdrew it ${day} ${why}`;
    case "refunded":
      return `a refund that ${name} logged ${day}`;
    case "imported":
      return `${file ?? name} was imported again ${day}`;
    case "replaced":
      return `${name} replaced it by ${listLabel(amounts.map((amount) => moneyLabel(amount)))} ${day}`;
    case "answered":
      return `${name} answered otherwise ${day}`;
  }
}
