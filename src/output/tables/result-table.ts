import type { Result } from "../../domain/records/evals/result.ts";
import type { ExportedPoc } from "../../app/export/exported-poc.ts";
import { decimals, integer, table, text, truth } from "./table.ts";
import { linesOf, loggedColumns, type Logged } from "./logged.ts";

interface ResultRow extends Logged<Result> {
  readonly judged: boolean;
}

export const RESULT_TABLE = table<ResultRow>({
  name: "result",
  about: "Measured values: a row for each result of an eval.",
  key: ["entry", "line"],
  rows: resultRows,
  columns: [
    ...loggedColumns<Result>(),
    text("eval", "Id of the eval.", ({ line }) => line.eval),
    text("arm", "The variant it was measured on; empty if there is only one.", ({ line }) => line.arm),
    text("model", "The model.", ({ line }) => line.model),
    integer("counted", "x of a count x/n.", ({ line }) => line.count?.x),
    integer("n", "How many cases were scored.", ({ line }) => line.count?.n ?? line.n),
    decimals("value", "The value, if it is not a count.", ({ line }) => line.value?.amount),
    text("unit", "The unit of the value.", ({ line }) => line.value?.unit),
    decimals("sd", "Standard deviation of the value.", ({ line }) => line.sd),
    integer("errors", "Cases that broke before they could be scored.", ({ line }) => line.errors),
    integer("pairs_both", "Of pairs: counted in both arms.", ({ line }) => line.pairs?.both),
    integer("pairs_baseline", "Of pairs: counted in the baseline only.", ({ line }) => line.pairs?.baseline),
    integer("pairs_candidate", "Of pairs: counted in the candidate only.", ({ line }) => line.pairs?.candidate),
    integer("pairs_neither", "Of pairs: counted in neither.", ({ line }) => line.pairs?.neither),
    truth("judged", "Whether the verdict of today rests on it.", ({ judged }) => judged),
    text("evidence", "Where the run can be seen.", ({ line }) => line.evidence),
    text("dataset", "sha256 of the data set.", ({ line }) => line.dataset),
    text("cases", "The file with its cases.", ({ line }) => line.cases?.file),
  ],
});

function resultRows(poc: ExportedPoc): readonly ResultRow[] {
  const judged = new Set(poc.standing.evals.flatMap((item) => item.judged?.result ?? []));
  return linesOf(poc, ({ results }) => results).map((row) => ({ ...row, judged: judged.has(row.line) }));
}
