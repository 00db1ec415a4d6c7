import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import { moneyText } from "../../domain/scalars/money.ts";
import type { Replay } from "../../domain/standing/replay.ts";
import { sinceJson } from "./since-json.ts";
import type { JsonObject } from "./json-value.ts";
import { sinceSentence, targetSinceSentence } from "../../wording/since.ts";

/**
 * The log walked day by day, the `data` of `poc replay --format json`. Verdicts are those of the end of the day, by the
 * entries and terms of then; `changed` holds the ids of what had another verdict the day before.
 */
export function replayJson({ days, kill, evals }: Replay): JsonObject {
  return {
    days: days.map((day) => ({
      date: day.date,
      day: day.workingDay ?? null,
      spent: moneyText(day.spent),
      hours: shortDecimalText(day.hours),
      kill_criteria: Object.fromEntries(day.kill.map(({ criterion, verdict }) => [criterion.id, verdict])),
      evals: Object.fromEntries(
        day.evals.map((item) => [item.eval.id, { verdict: item.verdict, interim: item.interim }]),
      ),
      changed: [
        ...day.changedKill.map(({ criterion }) => criterion.id),
        ...day.changedEvals.map((item) => item.eval.id),
      ],
    })),
    kill_criteria: kill.map(({ standing: { criterion, verdict }, since }) => ({
      id: criterion.id,
      verdict,
      since: since === undefined ? null : sinceJson(since, sinceSentence(criterion.id, since)),
    })),
    evals: evals.map(({ standing: { eval: item, verdict, interim }, met, missed }) => ({
      id: item.id,
      verdict,
      interim,
      met: met === undefined ? null : sinceJson(met, targetSinceSentence(item.id, "met", met)),
      missed: missed === undefined ? null : sinceJson(missed, targetSinceSentence(item.id, "not met", missed)),
    })),
  };
}
