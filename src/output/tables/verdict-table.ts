import type { CivilDate } from "../../domain/scalars/calendar.ts";
import type { ReplayDay } from "../../domain/standing/replay.ts";
import { day, double, integer, table, text, truth } from "./table.ts";

interface VerdictRow {
  readonly day: CivilDate;
  readonly workingDay: number | undefined;
  readonly kind: "eval" | "kill criterion";
  readonly id: string;
  readonly verdict: string;
  readonly changed: boolean;
  readonly interim?: boolean;
  readonly estimate?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly n?: number | undefined;
}

export const VERDICT_TABLE = table<VerdictRow>({
  name: "verdict",
  about: "The verdicts at the end of each day since the start: a row for each eval and each kill criterion.",
  key: ["day", "kind", "id"],
  rows: ({ replayed }) => replayed.days.flatMap(verdictsOf),
  columns: [
    day("day", "The day, in the time zone of the PoC.", (row) => row.day),
    integer("working_day", "Which day of the timebox; empty on other days.", ({ workingDay }) => workingDay),
    text("kind", "eval or kill criterion.", ({ kind }) => kind),
    text("id", "Id of the eval or of the kill criterion.", ({ id }) => id),
    text(
      "verdict",
      "met, not met, unsettled, unmeasured, invalid; tripped, cleared, pending, overdue.",
      (row) => row.verdict,
    ),
    truth("changed", "Whether it differs from the day before.", ({ changed }) => changed),
    truth("interim", "Of an eval: a look that is not the last word.", ({ interim }) => interim),
    double("estimate", "Of an eval: the figure; a share is a fraction.", ({ estimate }) => estimate),
    double("low", "The lower end of its range; empty where it has none.", ({ low }) => low),
    double("high", "The upper end of its range; empty where it has none.", ({ high }) => high),
    integer("n", "The cases behind it.", ({ n }) => n),
  ],
});

function verdictsOf({ date, workingDay, evals, kill, changedEvals, changedKill }: ReplayDay): readonly VerdictRow[] {
  return [
    ...evals.map((item): VerdictRow => ({
      day: date,
      workingDay,
      kind: "eval",
      id: item.eval.id,
      verdict: item.verdict,
      changed: changedEvals.includes(item),
      interim: item.interim,
      estimate: item.figure?.estimate,
      low: item.figure?.low,
      high: item.figure?.high,
      n: item.n,
    })),
    ...kill.map((item): VerdictRow => ({
      day: date,
      workingDay,
      kind: "kill criterion",
      id: item.criterion.id,
      verdict: item.verdict,
      changed: changedKill.includes(item),
    })),
  ];
}
