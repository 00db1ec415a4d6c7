import { longDateLabel } from "../../domain/scalars/calendar.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { Spending } from "../../domain/evidence/account/spending.ts";
import { numberLabel } from "../../domain/scalars/labels.ts";
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

/** Nobody reads more lines of one account: of more, the first and the last ones are shown, and a count between them. */
const [FIRST_ROWS, LAST_ROWS] = [20, 80];

/** The accounts in which there is more than one line: of a single run there is nothing to account for. */
export function accountSection({ evals }: Standing): readonly AccountSection[] {
  return evals
    .filter(({ account }) => account.spendings.length > 1 || account.sizeByFirstRun)
    .map(({ eval: item, account }) => ({
      metric: item.metric ?? item.id,
      balance: balanceClause(account),
      note: sizeNote(account),
      rows: accountRows(account.spendings),
    }));
}

function accountRows(spendings: readonly Spending[]): readonly AccountRow[] {
  const between = spendings.length - FIRST_ROWS - LAST_ROWS;
  if (between <= 0) return spendings.map(accountRow);
  return [
    ...spendings.slice(0, FIRST_ROWS).map(accountRow),
    { date: "…", what: `${numberLabel(between)} more, not listed here`, cost: "", left: "", entries: [] },
    ...spendings.slice(-LAST_ROWS).map(accountRow),
  ];
}

function accountRow(spending: Spending): AccountRow {
  return {
    date: longDateLabel(spending.entry.date),
    what: spendingClause(spending),
    // The column is called what it spent.
    cost: costClause(spending).replace(" spent", ""),
    left: chanceText(spending.left),
    entries: [spending.entry.id],
  };
}
