import { armsOf, rowsOf, type CaseTable } from "../../../domain/evidence/cases/case-table.ts";
import type { CaseSide } from "../../../domain/evidence/cases/case-pairs.ts";
import type { CaseFile } from "../../../domain/records/evals/result.ts";
import { isBaselineArm, type BaselineCases, type Eval } from "../../../domain/records/eval.ts";
import { effectiveLog } from "../../../domain/records/log.ts";
import { UTC } from "../../../domain/scalars/instant.ts";
import { caseLines } from "../../../imports/formats/case-lines.ts";
import { ImportFault } from "../../../imports/import-problem.ts";
import { decodedText } from "../../../imports/text/decode-text.ts";
import { FileFault } from "../../ports/faults.ts";
import type { OpenPoc } from "../../poc/open-poc.ts";
import type { Folder, Sha256 } from "../../ports/ports.ts";
import { shortHash } from "../import-drafts.ts";
import type { BaselineSide, KeptFault, LostBaseline } from "../cases/case-results.ts";

/** Larger than any file of cases that can come from a file we read. */
const LARGEST_CASES = 256 * 1024 * 1024;

/** The cases of today's system as they were imported last, by eval: what a candidate is paired with. */
export function loggedBaselines(
  { records, folder }: OpenPoc,
  evals: readonly Eval[],
  sha256: Sha256,
): readonly BaselineSide[] {
  const { counted } = effectiveLog(records.log, Infinity);
  return evals.flatMap((item) => {
    const results = counted.flatMap((entry) => entry.results);
    const today = results.findLast(
      (one) => one.eval === item.id && one.cases !== undefined && isBaselineArm(item, one.arm),
    );
    if (today?.cases === undefined) return [];
    const side = keptSide(folder, today.cases, today.arm, sha256);
    return side === undefined ? [] : [{ item, arm: today.arm, sha256: today.cases.sha256, side, read: today.cases }];
  });
}

/** The cases of the baselines that were agreed with their file. */
export function agreedBaselines({ folder }: OpenPoc, evals: readonly Eval[], sha256: Sha256): readonly BaselineSide[] {
  return evals.flatMap((item) => {
    const found = item.baseline?.cases && agreedCases(folder, item.baseline.cases, sha256);
    return found === undefined || typeof found === "string" ? [] : [{ item, arm: "the baseline", ...found }];
  });
}

/** The baselines that can no longer be compared case by case. */
export function lostBaselines({ folder }: OpenPoc, evals: readonly Eval[], sha256: Sha256): readonly LostBaseline[] {
  return evals.flatMap((item) => {
    const cases = item.baseline?.cases;
    const fault = cases && agreedCases(folder, cases, sha256);
    return cases !== undefined && typeof fault === "string" ? [{ item, file: cases.file, fault }] : [];
  });
}

/** The name of a kept file of cases ends with a hash of its text. */
const KEPT = /-([0-9a-z]{7})\.csv$/;

function agreedCases(
  folder: Folder,
  { file, column: name }: BaselineCases,
  sha256: Sha256,
): Pick<BaselineSide, "side" | "sha256"> | KeptFault {
  const table = readKept(folder, file, undefined, sha256);
  if (typeof table === "string") return table;
  const text = new TextDecoder().decode(folder.read(file, LARGEST_CASES));
  const [, named] = KEPT.exec(file) ?? [];
  const column = table.columns.find((one) => one.name === name);
  if (column === undefined || (named !== undefined && named !== shortHash(text, sha256))) return "changed";
  const rows = rowsOf(table, table.arms.at(0) ?? "").filter((row) => column.values[row] !== undefined);
  return { sha256: sha256(text), side: { table, column, rows } };
}

/** The rows of a result in its file of cases; undefined if the file is gone or was replaced. */
function keptSide(folder: Folder, cases: CaseFile, arm: string, sha256: Sha256): CaseSide | undefined {
  const side = keptCases(folder, cases, arm, sha256);
  return typeof side === "string" ? undefined : side;
}

/** The same, with the reason if there are none. */
export function keptCases(
  folder: Folder,
  { file, sha256: hash, column: name, arm: named }: CaseFile,
  arm: string,
  sha256: Sha256,
): CaseSide | KeptFault {
  const table = readKept(folder, file, hash, sha256);
  if (typeof table === "string") return table;
  const column = table.columns.find((one) => one.name === name);
  if (column === undefined) return "changed";
  const own = armsOf(table).length === 1 ? armsOf(table)[0]! : (named ?? arm);
  return { table, column, rows: rowsOf(table, own).filter((row) => column.values[row] !== undefined) };
}

/** What is kept of cases has no times in it. */
const NO_CLOCK = { zone: UTC, zoneOf: () => undefined, days: { first: undefined, last: undefined } } as const;

function readKept(folder: Folder, file: string, hash: string | undefined, sha256: Sha256): CaseTable | KeptFault {
  try {
    const bytes = folder.read(file, LARGEST_CASES);
    const text = [...decodedText([bytes])].join("");
    if (hash !== undefined && sha256(text) !== hash) return "changed";
    const { read, problems } = caseLines.read(
      { name: file, text: () => [text], whole: () => text, bytes: () => bytes },
      { columns: { case: "case" }, sha256, ...NO_CLOCK },
    );
    return problems.length === 0 && read.kind === "cases" ? read.table : "changed";
  } catch (error) {
    if (error instanceof FileFault) return error.kind === "missing" ? "gone" : "changed";
    if (error instanceof ImportFault) return "changed";
    throw error;
  }
}
