import { compareDecimals, subtractDecimals, type Decimal } from "../scalars/decimal.ts";
import { parseMoney, subtractMoney, sumMoney, type Money } from "../scalars/money.ts";
import { parseDecimal } from "../scalars/decimal.ts";
import type { Entry, TermChange, TermMet } from "../records/entry.ts";
import { termSubject } from "../records/terms.ts";
import type { Standing } from "./standing.ts";

/** What a change of a term met that ought to have ended the work, or to have been decided on. */
export type Breach =
  | { readonly code: "spend-over"; readonly over: Money }
  | { readonly code: "hours-over"; readonly over: Decimal }
  | { readonly code: "time-over" }
  | { readonly code: "target-missed"; readonly eval: string }
  | { readonly code: "kill-tripped"; readonly criterion: string };

/** A term that was changed when it had been breached already. */
export interface MetBreach {
  readonly entry: Entry;
  readonly change: TermChange;
  readonly breach: Breach;
}

/** Every one of them, oldest first. It stays, however high the cap is by now. */
export function metBreaches(standing: Standing): readonly MetBreach[] {
  return standing.amendments.flatMap(({ entry, amendment }) =>
    amendment.changes.flatMap((change) => {
      const breach = breachOf(change, change.met ?? metAt(change, entry, standing));
      return breach === undefined ? [] : [{ entry, change, breach }];
    }),
  );
}

/** How a term stands, as an amendment of it records it: what was used of a cap, or the verdict. */
export function metBy(term: string, standing: Standing): TermMet | undefined {
  const { spend, effort, evals, kill, timebox, value } = standing;
  if (term === "spend_cap") return { spent: spend.total };
  if (term === "hours_cap") return { hours: effort.hours };
  if (term === "timebox.working_days") return timebox?.phase === "after" ? { verdict: "over" } : undefined;
  if (term.startsWith("value.thresholds."))
    return { verdict: value.missed.some((name) => term.endsWith(`.${name}`)) ? "not met" : "met" };
  const subject = termSubject(term);
  const verdict =
    subject?.family === "evals"
      ? evals.find((item) => item.eval.id === subject.id)?.verdict
      : kill.find(({ criterion }) => criterion.id === subject?.id)?.verdict;
  return verdict && { verdict };
}

/** The same for an entry that does not say it: a hand-made one, or one of before it was recorded. */
function metAt({ term }: TermChange, entry: Entry, { spend, history }: Standing): TermMet | undefined {
  const before = entry.at.epochMs - 1;
  if (term === "spend_cap") {
    const items = spend.items.filter((item) => item.entry.at.epochMs <= before);
    return {
      spent: sumMoney(
        items.flatMap(({ converted }) => converted ?? []),
        spend.currency,
      ),
    };
  }
  const subject = termSubject(term);
  if (subject === undefined) return undefined;
  const { evals, kill } = history.at({ epochMs: before, date: entry.date });
  const verdict =
    subject.family === "evals"
      ? evals.find((item) => item.eval.id === subject.id)?.verdict
      : kill.find(({ criterion }) => criterion.id === subject.id)?.verdict;
  return verdict && { verdict };
}

function breachOf({ term, from }: TermChange, met: TermMet | undefined): Breach | undefined {
  if (met?.spent !== undefined && from !== undefined) {
    const cap = parseMoney(from);
    const over = cap.ok && cap.value.currency === met.spent.currency ? subtractMoney(met.spent, cap.value) : undefined;
    return over !== undefined && over.minor > 0n ? { code: "spend-over", over } : undefined;
  }
  if (met?.hours !== undefined && from !== undefined) {
    const cap = parseDecimal(from.replace(/ h$/, ""));
    return cap.ok && compareDecimals(met.hours, cap.value) > 0
      ? { code: "hours-over", over: subtractDecimals(met.hours, cap.value) }
      : undefined;
  }
  if (met?.verdict === "over") return { code: "time-over" };
  const subject = termSubject(term);
  if (met?.verdict === "not met") return { code: "target-missed", eval: subject?.id ?? term };
  return met?.verdict === "tripped" && subject !== undefined
    ? { code: "kill-tripped", criterion: subject.id }
    : undefined;
}
