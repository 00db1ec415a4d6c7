import { moneyLabel, hoursLabel, listLabel } from "../domain/scalars/labels.ts";
import { longDateLabel } from "../domain/scalars/calendar.ts";
import { compositionSuffix } from "./spend.ts";
import type { Since, Turn } from "../domain/standing/since.ts";

/** `Kill criterion no-residency first held on day 6; 1,140.00 EUR and 38 h were spent after it.` */
export function sinceSentence(id: string, since: Since): string {
  return `Kill criterion ${id} ${sinceClause(since)}.`;
}

/**
 * `first held on day 6; 1,140.00 EUR and 38 h were spent after it`: since when, whether it still does, and at what
 * price.
 */
export function sinceClause(since: Since): string {
  return heldClause(since, "first held", "while it held");
}

/** `Eval wrong-rate first reached its target on day 3; 412.00 EUR was spent after it.` */
export function targetSinceSentence(id: string, verdict: "met" | "not met", since: Since): string {
  const clause =
    verdict === "met"
      ? heldClause(since, "first reached its target", "while it did")
      : heldClause(since, "first fell short of its target", "while it did");
  return `Eval ${id} ${clause}.`;
}

function heldClause(since: Since, first: string, meanwhile: string): string {
  const [stopped] = since.turns;
  const last = since.turns.at(-1);
  if (stopped === undefined || last === undefined)
    return `${first} on ${dayLabel(since)}; ${spentLabel(since)} spent after it`;
  const breaks = since.turns.length > 2 ? ", with breaks," : since.still ? `, not from ${dayLabel(stopped)} on,` : "";
  const present = since.still
    ? `again since ${dayLabel(last)}`
    : `no longer since ${dayLabel(last)}${causeLabel(last)}`;
  return `${first} on ${dayLabel(since)}${breaks} and ${present}; ${spentLabel(since)} spent ${meanwhile}`;
}

/** `1,140.00 EUR and 38 h were`, `nothing was`. What was only paid back was not spent. */
function spentLabel({ spentAfter, spentParts, unconvertedAfter, hoursAfter }: Since): string {
  const total = spentAfter.minor > 0n ? [moneyLabel(spentAfter) + compositionSuffix(spentParts)] : [];
  const money = [...total, ...unconvertedAfter.filter((amount) => amount.minor > 0n).map(moneyLabel)];
  const amounts = hoursAfter.digits > 0n ? [...money, hoursLabel(hoursAfter)] : money;
  return amounts.length === 0 ? "nothing was" : `${listLabel(amounts)} ${amounts.length === 1 ? "was" : "were"}`;
}

/** `day 6`; `Sat 28 Nov 2026` where it is no working day of the timebox. */
function dayLabel({ date, workingDay }: Turn): string {
  return workingDay === undefined ? longDateLabel(date) : `day ${workingDay}`;
}

function causeLabel({ entry }: Turn): string {
  if (entry === undefined) return "";
  if (entry.undo !== undefined) return " (a correction)";
  if (entry.amend !== undefined) return " (an amendment)";
  return entry.results.length > 0 ? " (a later run)" : entry.answers.size > 0 ? " (a later answer)" : "";
}
