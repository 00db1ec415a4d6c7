import { moneyLabel, hoursLabel, listLabel } from "../domain/scalars/labels.ts";
import { longDateLabel } from "../domain/scalars/calendar.ts";
import { writtenOn } from "../domain/records/seen.ts";
import type { ChangedAnswer } from "../domain/history/changed-answers.ts";
import type { Since, Turn } from "../domain/standing/since.ts";
import { namedAs } from "./people.ts";

/** `Kill criterion no-residency was tripped on day 6; 1,140.00 EUR and 38 h were spent after that.` */
export function sinceSentence(id: string, since: Since): string {
  return `Kill criterion ${id} was ${sinceClause(since)}.`;
}

/** `tripped on day 6; 1,140.00 EUR and 38 h were spent after that`: when, until when, and at what price. */
export function sinceClause(since: Since): string {
  return spanClause(since, "tripped");
}

/** `Kill criterion no-residency was answered yes and then no on Tue 24 Nov 2026; the last answer counts.` */
export function changedAnswerSentence({ criterion, answers }: ChangedAnswer): string {
  const [first] = answers;
  const date = first && writtenOn(first.entry);
  const said = answers.map(({ answer }) => answer).join(" and then ");
  return `Kill criterion ${criterion} was answered ${said} on ${date && longDateLabel(date)}; the last answer counts.`;
}

/** `Eval wrong-rate met its target on day 3; 412.00 EUR was spent after that.` */
export function targetSinceSentence(id: string, verdict: "met" | "not met", since: Since): string {
  return `Eval ${id} ${spanClause(since, verdict === "met" ? "met its target" : "missed its target")}.`;
}

/** `tripped from day 2 to day 5, until a later run; 711.02 EUR and 22 h were spent in that time`. */
function spanClause(since: Since, verb: string): string {
  const [stopped] = since.turns;
  const last = since.turns.at(-1);
  if (stopped === undefined || last === undefined)
    return `${verb} on ${dayLabel(since)}; ${spentLabel(since)} spent after that`;
  const broken = since.turns.length > 2;
  const first = `from ${dayLabel(since)}`;
  const span = since.still
    ? `${first} ${broken ? "on, with breaks," : `until ${dayLabel(stopped)},`} and again since ${dayLabel(last)}`
    : `${first}${broken ? ", with breaks," : ""} to ${dayLabel(last)}${causeLabel(last)}`;
  return `${verb} ${span}; ${spentLabel(since)} spent in that time`;
}

/** `1,140.00 EUR and 38 h were`, `nothing was`. What was only paid back was not spent. */
function spentLabel({ spentAfter, unconvertedAfter, hoursAfter }: Since): string {
  const total = spentAfter.minor > 0n ? [moneyLabel(spentAfter)] : [];
  const money = [...total, ...unconvertedAfter.filter((amount) => amount.minor > 0n).map(moneyLabel)];
  const amounts = hoursAfter.digits > 0n ? [...money, hoursLabel(hoursAfter)] : money;
  return amounts.length === 0 ? "nothing was" : `${listLabel(amounts)} ${amounts.length === 1 ? "was" : "were"}`;
}

/** `day 6`; `Sat 28 Nov 2026` where it is not a working day of the timebox. */
function dayLabel({ date, workingDay }: Turn): string {
  return workingDay === undefined ? longDateLabel(date) : `day ${workingDay}`;
}

function causeLabel({ entry }: Turn): string {
  if (entry === undefined) return "";
  if (entry.undo !== undefined) return ", until a correction";
  if (entry.amend !== undefined) return ", until an amendment";
  if (entry.clear !== undefined) return `, until ${namedAs(entry.clear.approver, entry)} cleared it`;
  return entry.results.length > 0 ? ", until a later run" : entry.answers.size > 0 ? ", until a later answer" : "";
}
