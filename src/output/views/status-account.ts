import type { Report } from "../../app/poc/report.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { balanceClause, chanceText, costClause, sizeNote, spendingClause } from "../../wording/evidence/account.ts";
import { apart, cell, paragraph, table } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import type { Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";

/** The account of every eval: what was promised, what each look, arm, run and change has spent, and what is left. */
export function statusAccount({ standing }: Report, style: Style): string {
  if (standing.evals.length === 0)
    return linesText(paragraph(style.text("No eval is defined, so there is no account."), style, 0));
  return linesText(apart(standing.evals.map((item) => accountLines(item, style))));
}

function accountLines({ eval: item, account }: EvalStanding, style: Style): readonly Safe[] {
  const head = paragraph(style.text(`${item.id}: ${balanceClause(account)}`), style, 0, "strong");
  const note = sizeNote(account);
  const rows = account.spendings.map((spending) => ({
    cells: [cell(style.text(spending.entry.date), "faint"), cell(style.text(spending.entry.id), "faint")],
    tail: cell(
      style.text(`${spendingClause(spending)}: ${costClause(spending)}, ${chanceText(spending.left)} left`),
      spending.run?.withdrawn === undefined ? undefined : "warn",
    ),
  }));
  return [
    ...head,
    ...(note === "" ? [] : paragraph(style.text(note), style, 2)),
    ...(rows.length === 0
      ? paragraph(style.text("Nothing was looked at yet."), style, 2, "faint")
      : table(rows, style, { indent: 2 })),
  ];
}
