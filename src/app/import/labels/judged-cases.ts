import type { JudgedCase } from "../../../domain/evidence/judges/label-sample.ts";
import type { CaseFile, Result } from "../../../domain/records/evals/result.ts";
import { effectiveLog } from "../../../domain/records/log.ts";
import type { OpenPoc } from "../../poc/open-poc.ts";
import type { Sha256 } from "../../ports/ports.ts";
import { keptCases } from "../baselines/logged-baselines.ts";
import { asOutcomes } from "../../../domain/evidence/cases/case-table.ts";

/** The cases of a result with what the judge said of each. */
export interface JudgedCases {
  readonly arm: string;
  readonly file: CaseFile;
  /** Those that the judge gave a verdict on. */
  readonly cases: readonly JudgedCase[];
  /** Cases that broke, so there was nothing to judge. */
  readonly broken: ReadonlySet<string>;
}

/** Why the cases of a result cannot be labelled. */
export type JudgedCasesFault = "none" | "gone" | "changed" | "numbers" | "several-runs";

/** The arms of an eval whose results have a file of cases, the one that was measured last at the end. */
export function armsWithCases({ records }: OpenPoc, evalId: string): readonly string[] {
  const results = effectiveLog(records.log, Infinity).counted.flatMap((entry) => entry.results);
  const arms = results.flatMap((one) => (one.eval === evalId && one.cases !== undefined ? [one.arm] : []));
  return [...new Set(arms.toReversed())].toReversed();
}

/**
 * The cases behind the latest result of an eval that has a file of them; of one arm, or of one file, where it is named.
 */
export function judgedCases(
  { records, folder }: OpenPoc,
  evalId: string,
  sha256: Sha256,
  wanted: { readonly arm?: string | undefined; readonly file?: string | undefined },
): JudgedCases | JudgedCasesFault {
  const results = effectiveLog(records.log, Infinity).counted.flatMap((entry) => entry.results);
  const result = results.findLast(
    (one): one is Result & { readonly cases: CaseFile } =>
      one.eval === evalId &&
      one.cases !== undefined &&
      (wanted.arm === undefined || one.arm === wanted.arm) &&
      (wanted.file === undefined || one.cases.sha256.startsWith(wanted.file)),
  );
  if (result === undefined) return "none";
  const kept = keptCases(folder, result.cases, result.arm, sha256);
  if (typeof kept === "string") return kept;
  const { table, rows } = kept;
  const column = asOutcomes(kept.column);
  if (column.cells !== "outcomes") return "numbers";
  const whenTrue = result.cases.counted !== "false";
  const cases: JudgedCase[] = [];
  const broken = new Set<string>();
  const seen = new Set<string>();
  for (const row of rows) {
    const [id, value] = [table.ids.at(row)!, column.values[row]];
    if (seen.has(id)) return "several-runs";
    seen.add(id);
    if (value === undefined || Number.isNaN(value)) broken.add(id);
    else cases.push({ id, counted: (value === 1) === whenTrue });
  }
  return { arm: result.arm, file: result.cases, cases, broken };
}

/** What to do about it, in words. */
export function judgedCasesProblem(fault: JudgedCasesFault, id: string): readonly [message: string, hint: string] {
  switch (fault) {
    case "none":
      return [
        `no result of ${id} has a file of cases`,
        `poc import FILE --eval ${id} keeps the cases; a typed count has none`,
      ];
    case "gone":
      return ["the file of cases is gone", "restore it from git"];
    case "changed":
      return ["the file of cases is not the one that was imported", "restore it from git, or import it again"];
    case "numbers":
      return [
        `the cases of ${id} have numbers, not verdicts`,
        "labels are for evals whose cases count or do not count",
      ];
    case "several-runs":
      return [
        "a case was run more than once, but a label is for one answer",
        "import one run of each case as an arm of its own, and sample that",
      ];
  }
}
