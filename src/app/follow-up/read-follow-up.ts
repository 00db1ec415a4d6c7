import { followUpStanding, type FollowUpStanding } from "../../domain/follow-up/follow-up-standing.ts";
import type { ForecastLine } from "../../domain/records/forecast/forecast.ts";
import { standingOf } from "../../domain/standing/standing.ts";
import { RuleFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";
import { judge } from "../poc/judge.ts";
import type { OpenPoc } from "../poc/open-poc.ts";
import { openPocAsOf } from "../poc/poc-as-of.ts";
import type { Report } from "../poc/report.ts";

/** What a go promised, what is to be answered, and what came true. */
export interface FollowUpResult extends Report {
  readonly promised: FollowUpStanding;
  /** The lines that can be answered: what the decision stored, else what the log gave on that day. */
  readonly lines: readonly ForecastLine[];
}

export interface FollowUpView {
  readonly poc: OpenPoc;
  readonly result: FollowUpResult;
}

/**
 * What a PoC promised when it was decided on.
 *
 * @throws RuleFault where no go is in force
 */
export async function readFollowUp(
  context: Context,
  directory: string | undefined,
  asOf: string | undefined,
): Promise<FollowUpView> {
  const { poc, instant } = await openPocAsOf(context, directory, asOf);
  const report = judge(poc, instant);
  const { standing } = report;
  const promised = followUpStanding(standing);
  if (promised !== undefined) return { poc, result: { ...report, promised, lines: await linesOf(poc, promised) } };
  const { current, rivals } = standing.decision;
  if (rivals.length > 0)
    throw new RuleFault("two decisions dispute each other, so it is unclear what was promised", "poc check");
  throw current === undefined
    ? new RuleFault("nothing was decided yet, so there is no forecast to follow up", "a go stores one: poc decide go")
    : new RuleFault(
        `${current.decision.by.name} decided ${current.decision.outcome}, and only a go stores a forecast`,
        "poc list shows which forecasts are due",
      );
}

/**
 * A decision that stored nothing is older than forecasts. The log still says what was measured and what a task cost by
 * then; value.yaml may have been edited since, and proves nothing of that day.
 */
async function linesOf({ records }: OpenPoc, promised: FollowUpStanding): Promise<readonly ForecastLine[]> {
  if (promised.lines.length > 0) return promised.lines;
  const { loggedForecastOf } = await import("../../domain/follow-up/forecast-of.ts");
  const { at, date } = promised.decision.entry;
  return loggedForecastOf(standingOf(records, { epochMs: at.epochMs, date, now: false }));
}
