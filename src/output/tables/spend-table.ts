import type { SpendLine } from "../../domain/records/entry.ts";
import type { Money } from "../../domain/scalars/money.ts";
import { countedAmounts } from "../../domain/spend/counted-amounts.ts";
import { takerOf } from "../../domain/spend/replacement.ts";
import type { ExportedPoc } from "../../app/export/exported-poc.ts";
import { decimals, integer, money, table, text, truth } from "./table.ts";
import { linesOf, loggedColumns, type Logged } from "./logged.ts";

interface SpendRow extends Logged<SpendLine> {
  readonly counted: Money | undefined;
  readonly replacedBy: string | undefined;
}

export const SPEND_TABLE = table<SpendRow>({
  name: "spend",
  about: "Money: a row for each amount that was logged. The sum of `counted` is `spend` of the PoC, to the cent.",
  key: ["entry", "line"],
  rows: spendRows,
  columns: [
    ...loggedColumns<SpendLine>(),
    text("category", "What it went to.", ({ line }) => line.category),
    text("basis", "billed, metered or estimated.", ({ line }) => line.basis ?? "billed"),
    money("amount", "The amount as it was logged.", ({ line }) => line.amount),
    text("currency", "The currency of the amount.", ({ line }) => line.amount.currency),
    decimals("exact", "The amount with all its digits, if it has more than its currency.", ({ line }) => line.exact),
    decimals("rate", "The exchange rate that was logged with it.", ({ line }) => line.rate),
    money(
      "counted",
      "By how much it raises the total, in the currency of the PoC; empty where it does not count, or has no rate.",
      ({ counted }) => counted,
    ),
    text("replaced_by", "The entry whose amount took its place.", ({ replacedBy }) => replacedBy),
    text("model", "The model.", ({ line }) => line.tokens?.model ?? line.model),
    integer("tokens_input", "Input tokens, cached ones among them.", ({ line }) => line.tokens?.input),
    integer("tokens_cached", "Input tokens from the cache.", ({ line }) => line.tokens?.cached),
    integer("tokens_output", "Output tokens.", ({ line }) => line.tokens?.output),
    text("note", "What it was.", ({ line }) => line.note),
    integer("tokens_cache_write", "Input tokens written to the cache for minutes.", ({ line }) => line.tokens?.written),
    integer(
      "tokens_cache_write_1h",
      "Input tokens written to the cache for an hour.",
      ({ line }) => line.tokens?.writtenHour,
    ),
    integer(
      "tokens_above",
      "The length of a request in tokens above which they have prices of their own.",
      ({ line }) => line.tokens?.above,
    ),
    truth(
      "tokens_batch",
      "Whether they were sent as a batch.",
      ({ line }) => line.tokens && line.tokens.batch === true,
    ),
  ],
});

function spendRows(poc: ExportedPoc): readonly SpendRow[] {
  const { spend } = poc.standing;
  const amountOf = countedAmounts(spend);
  return linesOf(poc, (entry) => entry.spend).map((row) => ({
    ...row,
    counted: row.withdrawn ? undefined : amountOf(row.entry, row.nth - 1),
    replacedBy: row.withdrawn ? undefined : takerOf(spend.replaced, row.entry.id, row.nth - 1)?.entry.id,
  }));
}
