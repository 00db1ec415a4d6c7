import type { AsOf } from "../../domain/standing/as-of.ts";
import { hasOwnLibrary } from "../library/own-library.ts";
import type { Context } from "../ports/ports.ts";
import { judge } from "./judge.ts";
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
  const report = judge(poc, instant);
  if (!hasOwnLibrary(context, poc.folder)) return report;
  const { libraryFaults } = await import("../library/library-faults.ts");
  const faults = await libraryFaults(context, poc, instant);
  return {
    ...report,
    diagnostics: [...report.diagnostics, ...faults],
    ofRecords: [...report.ofRecords, ...faults],
  };
}
