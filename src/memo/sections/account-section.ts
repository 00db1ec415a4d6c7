import { longDateLabel } from "../../domain/scalars/calendar.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { balanceClause, chanceText, costClause, sizeNote, spendingClause } from "../../wording/evidence/account.ts";

/** The account of error of one eval. */
export interface AccountSection {
  /** What was measured, in the words of the people. */
  readonly metric: string;
  /** What was promised and what is left: `at most 5% for a false "met", 0.04% left`. */
  readonly balance: string;
  /** That the first run set the size, where nobody had agreed on one; else "". */
  readonly note: string;
  /** Oldest first. */
  readonly rows: readonly AccountRow[];
}

/** A look, a run, or a change of the plan. */
export interface AccountRow {
  readonly date: string;
  readonly what: string;
  readonly cost: string;
  readonly left: string;
  readonly entries: readonly string[];
}

/** The accounts in which there is more than one line: of a single run there is nothing to account for. */
export function accountSection({ evals }: Standing): readonly AccountSection[] {
  return evals
    .filter(({ account }) => account.spendings.length > 1 || account.sizeByFirstRun)
    .map(({ eval: item, account }) => ({
      metric: item.metric ?? item.id,
      balance: balanceClause(account),
      note: sizeNote(account),
      rows: account.spendings.map((spending) => ({
        date: longDateLabel(spending.entry.date),
        what: spendingClause(spending),
        // The column is called what it spent.
        cost: costClause(spending).replace(" spent", ""),
        left: chanceText(spending.left),
        entries: [spending.entry.id],
      })),
    }));
}
