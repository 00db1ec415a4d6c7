import { openPocAsOf } from "./poc-as-of.ts";
import { judgeWithDisk } from "./judge-draft.ts";
import type { Context } from "../ports/ports.ts";
import type { Report } from "./report.ts";

export interface StandingRequest {
  readonly directory: string | undefined;
  readonly asOf: string | undefined;
}

/** What `poc status` and `poc check` answer from. */
export async function readStanding(context: Context, request: StandingRequest): Promise<Report> {
  const { poc, instant } = await openPocAsOf(context, request.directory, request.asOf);
  return judgeWithDisk(context, poc, instant);
}
