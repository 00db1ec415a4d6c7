import { caseFilePieces } from "../../../document/raw/case-file-text.ts";
import { armsOf, rowsOf, type CaseTable } from "../../../domain/evidence/cases/case-table.ts";
import { pickedTexts } from "../../../domain/evidence/cases/packed-texts.ts";
import type { Result } from "../../../domain/records/evals/result.ts";
import { isBaselineArm, type Eval } from "../../../domain/records/eval.ts";
import { CASE_FOLDER } from "../../../domain/records/records.ts";
import { instantIn, type Instant, type Zone } from "../../../domain/scalars/instant.ts";
import type { ReadCases } from "../../../imports/format.ts";
import type { Sha256 } from "../../ports/ports.ts";
import { caseResults, type BaselineSide, type CaseContext, type CaseResult, type KeptCases } from "./case-results.ts";
import { shortOf, type ImportDraft } from "../import-drafts.ts";
import type { ImportProblems } from "../import-problems.ts";
import { mapMetrics, type MetricMap } from "../map-metrics.ts";
import { casesInOrder } from "../found/cases-in-order.ts";
import type { ImportWish } from "../import-request.ts";
import type { ReadFile } from "../read-import.ts";

/** A run of an eval that was read, with its arms named, its figures mapped, and its file of cases made. */
export interface ReadRun {
  readonly file: ReadFile;
  readonly read: ReadCases;
  readonly kept: KeptCases;
  readonly maps: readonly MetricMap[];
}

/** Everything about a file of results that needs no other file. */
export function readRun(
  file: ReadFile,
  read: ReadCases,
  evals: readonly Eval[],
  wish: ImportWish,
  sha256: Sha256,
  problems: ImportProblems,
): ReadRun | undefined {
  if (read.table.ids.length === 0) return problems.add(`${file.path}: found no case that was run`);
  const { arms } = wish;
  const named = arms.length === 0 ? read : casesInOrder(namedArms(file.path, read, arms, problems));
  const maps = mapMetrics(file.path, named, evals, wish, problems);
  const hash = sha256(caseFilePieces(named.table));
  // Named by its content, so that one run exported in two formats of a tool is one file.
  const name = `${CASE_FOLDER}/${file.format.name}-${shortOf(hash)}.csv`;
  const kept = { file: name, sha256: hash, table: named.table };
  return { file, read: named, kept, maps };
}

/**
 * `--arm reranker` names the only arm, or takes one of several; `--arm gpt-4.1=today` calls one something else. What is
 * not named keeps its name.
 */
function namedArms(path: string, read: ReadCases, arms: readonly string[], problems: ImportProblems): ReadCases {
  const { table, models } = read;
  const there = armsOf(table);
  const names = new Map<string, string>();
  const taken: string[] = [];
  for (const arm of arms) {
    const at = arm.lastIndexOf("=");
    const [from, to] = at < 0 ? [undefined, arm.trim()] : [arm.slice(0, at).trim(), arm.slice(at + 1).trim()];
    if (to === "") problems.add(`--arm: found "${arm.slice(0, 60)}", expected a name`, "write --arm gpt-4.1=today");
    else if (from !== undefined) {
      const known = problems.known("--arm", from, there, "arm of the file");
      if (known !== undefined) names.set(known, to);
    } else if (there.includes(to)) taken.push(to);
    else if (there.length === 1) names.set(there[0]!, to);
    else
      problems.add(
        `${path}: it has ${there.length} arms, ${there.slice(0, 6).join(", ")}, ` +
          `and none is called "${to.slice(0, 60)}"`,
        `name one of them: --arm "${there[0]}=${to}"`,
      );
  }
  const called = (arm: string) => names.get(arm) ?? arm;
  const both = new Set(there.map(called));
  if (both.size < there.length) problems.add(`${path}: --arm gives two arms one name`, "give them different names");
  const all = { ...table, arms: Array.from(table.arms, called) };
  return {
    ...read,
    table:
      taken.length === 0
        ? all
        : onlyRows(
            all,
            taken.flatMap((arm) => rowsOf(all, called(arm))),
          ),
    models: new Map([...models].map(([arm, model]) => [called(arm), model])),
  };
}

function onlyRows(table: CaseTable, rows: readonly number[]): CaseTable {
  return {
    ids: pickedTexts(table.ids, rows),
    runs: pickedTexts(table.runs, rows),
    arms: pickedTexts(table.arms, rows),
    ...(table.groups === undefined ? {} : { groups: pickedTexts(table.groups, rows) }),
    columns: table.columns.map((column) => ({ ...column, values: rows.map((row) => column.values[row]) })),
  };
}

/** Today's system in a run, by eval: the sides that other arms are compared with. */
export function baselinesIn({ kept, maps }: ReadRun): readonly BaselineSide[] {
  return maps.flatMap(({ item, column }) =>
    armsOf(kept.table)
      .filter((arm) => isBaselineArm(item, arm))
      .map((arm) => ({
        item,
        arm,
        sha256: kept.sha256,
        side: {
          table: kept.table,
          column,
          rows: rowsOf(kept.table, arm, column),
        },
      })),
  );
}

/** One eval of a run as it would be logged. */
export interface CaseDraft {
  readonly draft: ImportDraft;
  readonly results: readonly CaseResult[];
  readonly run: ReadRun;
}

export interface DraftContext extends Omit<CaseContext, "path" | "read"> {
  readonly zone: Zone;
  /** The moment for results without a date of their own. */
  readonly undated: Instant;
}

/** An entry for each eval of the run, with the results of all its arms: they were seen at once. */
export function caseDrafts(
  run: ReadRun,
  baselines: readonly BaselineSide[],
  context: DraftContext,
  problems: ImportProblems,
): readonly CaseDraft[] {
  const { file, read, kept } = run;
  const { epochMs } = read;
  const at = epochMs === undefined ? context.undated : instantIn(context.zone, epochMs);
  const name = read.run ?? `sha256 ${kept.sha256.slice(0, 16)}`;
  return run.maps.flatMap((map): readonly CaseDraft[] => {
    const results = caseResults(map, kept, baselines, { ...context, path: file.path, read }, problems);
    if (results.length === 0) return [];
    const facts = { results: results.map(({ result }): Result => result) };
    const draft: ImportDraft = {
      format: file.format.name,
      key: `${name} ${map.item.id}`,
      file: file.name,
      facts,
      at,
      dated: epochMs !== undefined,
      by: { name: file.format.name },
    };
    return [{ draft, results, run }];
  });
}
