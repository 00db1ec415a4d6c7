import { openPocAsOf } from "./poc-as-of.ts";
import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { judge, located } from "./judge.ts";
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
export async function readStanding(context: Context, request: StandingRequest): Promise<StandingResult> {
  const { poc, instant } = await openPocAsOf(context, request.directory, request.asOf);
  return { ...judge(poc, instant), ofRecords: located(poc, poc.diagnostics) };
}
