import type { Amendment, TermChange } from "../../domain/records/entry.ts";
import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import { moneyText } from "../../domain/scalars/money.ts";
import { personText } from "../../domain/scalars/person.ts";
import type { DecimalText, MoneyText } from "./json-texts.ts";

export interface AmendmentJson {
  readonly reason: string;
  readonly approver: string;
  readonly changes: readonly TermChangeJson[];
}

export interface TermChangeJson {
  readonly term: string;
  /** Null where the term is new. */
  readonly from: string | null;
  /** Null where the term was removed. */
  readonly to: string | null;
  /** How many results for the criterion had been logged when it was changed. */
  readonly results_seen: number;
  /** How the term stood when it was changed; null where that was not recorded. */
  readonly met: TermMetJson | null;
}

export interface TermMetJson {
  readonly spent: MoneyText | null;
  readonly hours: DecimalText | null;
  readonly verdict: string | null;
}

export function amendmentJson({ reason, approver, changes }: Amendment): AmendmentJson {
  return { reason, approver: personText(approver), changes: changes.map(termChangeJson) };
}

function termChangeJson(change: TermChange): TermChangeJson {
  const { term, from, to, resultsSeen, met } = change;
  return {
    term,
    from: from ?? null,
    to: to ?? null,
    results_seen: resultsSeen,
    met:
      met === undefined
        ? null
        : {
            spent: met.spent === undefined ? null : moneyText(met.spent),
            hours: met.hours === undefined ? null : shortDecimalText(met.hours),
            verdict: met.verdict ?? null,
          },
  };
}
