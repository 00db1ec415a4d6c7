import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { asOf, judge, located } from "./judge.ts";
import { openPoc } from "./open-poc.ts";
import type { Context } from "../ports/ports.ts";
import type { Report } from "./report.ts";

export interface StandingRequest {
  readonly directory: string | undefined;
  readonly asOf: string | undefined;
}

export interface StandingResult extends Report {
  /** Those of the diagnostics that say what could not be read. */
  readonly ofRecords: readonly LocatedDiagnostic[];
}

/** What `poc status` and `poc check` answer from. */
export function readStanding(context: Context, request: StandingRequest): StandingResult {
  const poc = openPoc(context, request.directory);
  return { ...judge(poc, asOf(poc.records, context.clock, request.asOf)), ofRecords: located(poc, poc.diagnostics) };
}
