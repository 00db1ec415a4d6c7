import { openPocAsOf } from "../poc/poc-as-of.ts";
import { replay, type Replay } from "../../domain/standing/replay.ts";
import { judge } from "../poc/judge.ts";
import type { Context } from "../ports/ports.ts";
import type { StandingRequest } from "../poc/read-standing.ts";
import type { Report } from "../poc/report.ts";

export interface ReplayResult extends Report {
  readonly replay: Replay;
}

/** @throws UsageFault, RecordsFault */
export async function replayLog(context: Context, request: StandingRequest): Promise<ReplayResult> {
  const { poc, instant } = await openPocAsOf(context, request.directory, request.asOf);
  return { ...judge(poc, instant), replay: replay(poc.records, instant) };
}
