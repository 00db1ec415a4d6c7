import type { CivilDate } from "../scalars/calendar.ts";
import { followUpStanding } from "../follow-up/follow-up-standing.ts";
import type { DecisionOutcome } from "../records/entry.ts";
import { lineName } from "../records/forecast/forecast.ts";
import type { Ask, Situation } from "./next-action.ts";

export interface FollowUpActs {
  /** `names`: the lines of the forecast; `decided`: the day of the decision. */
  readonly "follow-up": {
    readonly outcome: DecisionOutcome;
    readonly decided: CivilDate;
    readonly names: readonly string[];
  };
}

/** What came true of a go, from two weeks before its day on, until somebody has said it. */
export function followUpActions({ standing }: Situation): readonly Ask<FollowUpActs>[] {
  const promised = followUpStanding(standing);
  if (promised?.asked === undefined || !promised.stored) return [];
  const { entry, decision } = promised.decision;
  const names = promised.lines.map(lineName);
  const data = { outcome: decision.outcome, decided: entry.date, names };
  // Late since the first day that nobody answered, whatever day is asked for by now.
  return [{ code: "follow-up", role: "owner", data, by: promised.pending[0], entries: [entry.id] }];
}
