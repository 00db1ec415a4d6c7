import type { Diagnostic, LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { effectiveLog, saying } from "../../domain/records/log.ts";
import { CASE_FOLDER } from "../../domain/records/records.ts";
import type { AsOf } from "../../domain/standing/as-of.ts";
import { IMPORTS_FILE } from "../import/recipes/recipe-files.ts";
import { hasOwnLibrary } from "../library/own-library.ts";
import { FileFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";
import { judge, located } from "./judge.ts";
import { openPocAsOf } from "./poc-as-of.ts";
import type { OpenPoc } from "./open-poc.ts";
import type { StandingRequest } from "./read-standing.ts";
import type { Report } from "./report.ts";

/** What `poc check` answers from: the standing, and whether what the PoC and its organisation brought can be read. */
export async function readChecked(context: Context, request: StandingRequest): Promise<Report> {
  const { poc, instant } = await openPocAsOf(context, request.directory, request.asOf);
  return judgeAll(context, poc, instant);
}

/** The same of a PoC that is open. */
export async function judgeAll(context: Context, poc: OpenPoc, instant: AsOf): Promise<Report> {
  const missing = casesMissing(poc);
  const judged = judge(missing.length === 0 ? poc : { ...poc, diagnostics: [...poc.diagnostics, ...missing] }, instant);
  const report = await withRequiredLists(context, poc, judged);
  const faults = [...(await faultsOfRecipes(context, poc)), ...(await faultsOfLibrary(context, poc, instant))];
  return faults.length === 0
    ? report
    : {
        ...report,
        diagnostics: [...report.diagnostics, ...faults],
        ofRecords: [...report.ofRecords, ...faults],
      };
}

/** They are looked at where there are any: who has none loads nothing for them. */
async function faultsOfRecipes(context: Context, poc: OpenPoc): Promise<readonly LocatedDiagnostic[]> {
  if (poc.folder.kind(IMPORTS_FILE) === undefined) return [];
  const { recipeFaults } = await import("../import/recipes/recipe-faults.ts");
  return recipeFaults(context, poc);
}

async function faultsOfLibrary(context: Context, poc: OpenPoc, instant: AsOf): Promise<readonly LocatedDiagnostic[]> {
  if (!hasOwnLibrary(context, poc.folder)) return [];
  const { libraryFaults } = await import("../library/library-faults.ts");
  return libraryFaults(context, poc, instant);
}

/** Lists of items are read only where an organisation requires some. */
async function withRequiredLists(context: Context, poc: OpenPoc, report: Report): Promise<Report> {
  const required = report.standing.definitions.organisation?.policy.requiredChecklists ?? [];
  if (required.length === 0) return report;
  const { requiredListProblems } = await import("../checklists/required-checklists.ts");
  const found = located(poc, await requiredListProblems(context, poc.folder, report.standing));
  return { ...report, diagnostics: [...report.diagnostics, ...found] };
}

/** The files of cases that results name but that do not exist. It only looks for them, and reads none. */
function casesMissing({ folder, records }: OpenPoc): readonly Diagnostic[] {
  if (!saying(records.log, "results").some(({ results }) => results.some(({ cases }) => cases !== undefined)))
    return [];
  const { counted } = effectiveLog(records.log, Infinity);
  const named = counted.flatMap(({ file, results }) =>
    results.flatMap(({ cases }, index) => (cases === undefined ? [] : [{ file, index, cases: cases.file }])),
  );
  if (named.length === 0) return [];
  const there = namesOfCases(folder);
  return named
    .filter(({ cases }) => !there.has(cases))
    .map(({ file, index, cases }) => ({
      code: "cases-missing",
      message: `found no ${cases}, expected the cases that the result was counted from`,
      place: valueAt(file, "results", index, "cases", "file"),
      hint: `git checkout HEAD -- ${cases}; or import the run again`,
    }));
}

function namesOfCases(folder: OpenPoc["folder"]): ReadonlySet<string> {
  try {
    return new Set(folder.list(CASE_FOLDER).map(({ name }) => name));
  } catch (fault) {
    // A folder that is a link, or closed to us, has no file that anybody could count.
    if (fault instanceof FileFault) return new Set();
    throw fault;
  }
}
