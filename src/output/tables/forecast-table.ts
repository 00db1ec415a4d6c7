import type { ExportedPoc } from "../../app/export/exported-poc.ts";
import { outcomesOf, type ForecastOutcome } from "../../domain/follow-up/compare-actual.ts";
import { followUpStanding, type LoggedFollowUp } from "../../domain/follow-up/follow-up-standing.ts";
import { lineName, type ForecastLine } from "../../domain/records/forecast/forecast.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { day, decimals, double, table, text, truth } from "./table.ts";

interface ForecastRow {
  readonly decision: string;
  readonly line: ForecastLine;
  readonly due: CivilDate;
  readonly answer: LoggedFollowUp | undefined;
  readonly stopped: string | undefined;
  readonly outcome: ForecastOutcome | undefined;
}

export const FORECAST_TABLE = table<ForecastRow>({
  name: "forecast",
  about: "What a go in force promised, and what came true: a row for each figure and each day on which it is due.",
  key: ["decision", "name", "due"],
  rows: forecastRows,
  columns: [
    text("decision", "Id of the entry with the decision.", ({ decision }) => decision),
    text("name", "Id of the eval, else the kind.", ({ line }) => lineName(line)),
    day("due", "The day on which people are asked what came true.", ({ due }) => due),
    text("kind", "metric, unit-cost, value (of a year) or payback.", ({ line }) => line.kind),
    text("better", "Of a metric: the good direction, lower or higher.", ({ line }) => line.better),
    text(
      "unit",
      "The unit of the figures: %, a currency, months, or that of the eval.",
      ({ line }) => line.figure.unit,
    ),
    decimals("forecast", "What was promised.", ({ line }) => line.figure.amount),
    decimals("low", "Lower end of the 80% range; empty where there is none.", ({ line }) => line.low?.amount),
    decimals(
      "high",
      "Upper end of the 80% range; empty beside low where it may never pay back.",
      ({ line }) => line.high?.amount,
    ),
    day("answered_on", "The day of the answer that counts.", ({ answer }) => answer?.entry.date),
    text("answer", "Id of the entry with the answer.", ({ answer }) => answer?.entry.id),
    decimals("actual", "What came true; empty where nobody said, or where it never pays back.", ({ outcome }) =>
      outcome === undefined || outcome.actual === "never" ? undefined : outcome.actual.amount,
    ),
    truth("never", "Of an answer: whether it never pays back.", ({ outcome }) => outcome && outcome.actual === "never"),
    double(
      "ratio",
      "What came true over what was promised; empty where it never pays back, or zero or less was promised.",
      ({ outcome }) => outcome?.ratio,
    ),
    truth(
      "within",
      "Whether it lies within the 80% range; empty where there is none.",
      ({ outcome }) => outcome?.within,
    ),
    truth("worse", "Whether it came out worse than promised.", ({ outcome }) => outcome?.worse),
    text("not_in_use", "Why it is no longer used; empty where it is.", ({ stopped }) => stopped),
  ],
});

function forecastRows({ standing }: ExportedPoc): readonly ForecastRow[] {
  const promised = followUpStanding(standing);
  if (promised === undefined) return [];
  const decision = promised.decision.entry.id;
  return promised.due.flatMap(({ date, answer, answers }) =>
    promised.lines.map((line): ForecastRow => {
      const outcome = answer && outcomesOf([line], answer.followUp)[0];
      const told = answers.find(({ followUp }) => followUp.actuals.has(lineName(line)));
      return { decision, line, due: date, answer: told ?? answer, stopped: answer?.followUp.notInUse, outcome };
    }),
  );
}
