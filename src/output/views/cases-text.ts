import type { CaseColumn } from "../../domain/evidence/cases/case-table.ts";
import type { ArmCases, CasesResult, ComparedArms } from "../../app/import/cases/list-cases.ts";
import { takesOutcomes } from "../../domain/evidence/raw-summary.ts";
import type { Eval } from "../../domain/records/eval.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { resultText } from "../../wording/entry-facts.ts";
import { columnClause, pairedClause, recountClause, unpairedClause } from "../../wording/imports/case-clauses.ts";
import { apart, cell, paragraph, table, type Cell, type Row } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";

/** More cases than a person reads; all of them are in the file, and in the JSON. */
const MOST_SHOWN = 60;

/** The results of the arms, what changed between them, and every case with its outcomes. */
export function casesText(result: CasesResult, style: Style): string {
  const { arms, compared, flippedOnly, eval: item } = result;
  const heads = arms.flatMap((arm) => headLines(arm, style));
  const changes = compared.map((one) => comparedLines(one, item, style));
  const nothing =
    flippedOnly && compared.length === 0
      ? [paragraph(line`Nothing to compare: there are cases of one arm only.`, style, 0)]
      : [];
  return linesText(
    apart(
      [heads, ...nothing, ...changes, ...(flippedOnly ? [] : [caseLines(result, style)])].filter(
        (block) => block.length > 0,
      ),
    ),
  );
}

function headLines({ entry, result, fault, figures }: ArmCases, style: Style): readonly Safe[] {
  const where = `${result.cases?.file ?? ""}${fault === undefined ? "" : `, ${recountClause(fault)}`}`;
  return table(
    [{ cells: [cell(style.text(entry), "name")], tail: cell(style.text(`${resultText(result)}, from ${where}`)) }],
    style,
    { indent: 0 },
  ).concat(
    table(
      figures.map((one): Row => ({ cells: [cell(style.text(one.name))], tail: cell(style.text(columnClause(one))) })),
      style,
      { indent: 2 },
    ),
  );
}

function comparedLines({ from, to, pairs }: ComparedArms, item: Eval, style: Style): readonly Safe[] {
  const named = (arm: string) => (arm === "" ? "the unnamed arm" : arm);
  if (typeof pairs === "string")
    return paragraph(style.text(`${named(to)}: ${unpairedClause({ arm: named(from), fault: pairs })}`), style, 0);
  const outcomes = takesOutcomes(item);
  const head = `${named(to)} ${pairedClause(named(from), pairs.cases.length, pairs.flipped.length, outcomes)}`;
  const better = (counted: boolean) => counted === (item.better === "higher");
  const sorted = [...pairs.flipped].sort((a, b) => Number(better(a.counted)) - Number(better(b.counted)));
  const rows = sorted.slice(0, MOST_SHOWN).map(({ id, counted }): Row => ({
    cells: [cell(style.text(better(counted) ? "better" : "worse"), better(counted) ? "good" : "bad")],
    tail: cell(style.text(id)),
  }));
  return [
    ...paragraph(style.text(head), style, 0, "strong"),
    ...table(rows, style, { indent: 2 }),
    ...more(sorted.length, style),
  ];
}

function caseLines({ arms }: CasesResult, style: Style): readonly Safe[] {
  const ids = [...new Set(arms.flatMap(({ side }) => side?.rows.map((row) => side.table.ids.at(row)!) ?? []))].sort();
  const byArm = arms.map((arm) => valuesById(arm));
  const heading: Row = {
    cells: [
      cell(style.text("case"), "faint"),
      ...arms.map(({ arm }) => cell(style.text(arm === "" ? "result" : arm), "faint")),
    ],
  };
  const rows = ids.slice(0, MOST_SHOWN).map((id): Row => ({
    cells: [cell(style.text(id)), ...byArm.map((values): Cell => cell(style.text(values.get(id) ?? "")))],
  }));
  return rows.length === 0
    ? []
    : [...table([heading, ...rows], style, { indent: 0, most: [40] }), ...more(ids.length, style)];
}

function more(count: number, style: Style): readonly Safe[] {
  return count > MOST_SHOWN
    ? [
        EMPTY,
        ...paragraph(
          style.text(`${countLabel(count - MOST_SHOWN, "more case", "more cases")}: --format json has all`),
          style,
          0,
          "faint",
        ),
      ]
    : [];
}

function valuesById({ side }: ArmCases): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (side === undefined) return found;
  const { table: cases, column, rows } = side;
  for (const row of rows) {
    const id = cases.ids.at(row)!;
    const text = valueText(column, row);
    const before = found.get(id);
    found.set(id, before === undefined ? text : `${before}, ${text}`);
  }
  return found;
}

function valueText({ cells, values }: CaseColumn, row: number): string {
  const value = values[row];
  if (value === undefined || Number.isNaN(value)) return "error";
  if (cells === "numbers") return String(value);
  return value === 1 ? "true" : "false";
}
