import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { replay, type Replay } from "../../domain/standing/replay.ts";
import { asOf, judge, located } from "../poc/judge.ts";
import { openPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";
import type { StandingRequest } from "../poc/read-standing.ts";
import type { Report } from "../poc/report.ts";

export interface ReplayResult extends Report {
  readonly replay: Replay;
  /** Those of the diagnostics that say what could not be read: what is missing from the walk. */
  readonly ofRecords: readonly LocatedDiagnostic[];
}

/** @throws UsageFault, RecordsFault */
export function replayLog(context: Context, request: StandingRequest): ReplayResult {
  const poc = openPoc(context, request.directory);
  const instant = asOf(poc.records, context.clock, request.asOf);
  return { ...judge(poc, instant), replay: replay(poc.records, instant), ofRecords: located(poc, poc.diagnostics) };
}
