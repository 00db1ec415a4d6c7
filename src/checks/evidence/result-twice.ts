import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { LoggedResult } from "../../domain/evidence/judged-result.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import type { Check } from "../check.ts";
import { resultPlace } from "./result-place.ts";

/**
 * Results of one eval and arm from the same file: two people logged one run, and the second is no fresh one. And two of
 * them in one entry, which no command writes: somebody could pick the better one.
 */
export const resultTwice: Check = {
  name: "result-twice",
  codes: ["results-twice", "results-in-one-entry"],
  run: ({ evals }) => evals.flatMap(({ results }) => [...twiceAmong(results), ...inOneEntry(results)]),
};

function inOneEntry(results: readonly LoggedResult[]): readonly Diagnostic[] {
  const known = new Map<string, LoggedResult>();
  return results.flatMap((logged): readonly Diagnostic[] => {
    const { arm, eval: id } = logged.result;
    const key = `${logged.entry.id}\n${arm}`;
    const first = known.get(key);
    if (first === undefined) {
      known.set(key, logged);
      return [];
    }
    return [
      {
        code: "results-in-one-entry",
        message:
          `${id} is given twice in ${logged.entry.id}${arm === "" ? "" : `, on ${arm}`}, expected one result of an ` +
          `eval and arm in an entry; each counts as a run`,
        place: resultPlace(logged, "eval"),
        related: [{ place: resultPlace(first, "eval"), label: "the first one" }],
        hint: `poc undo ${logged.entry.id}, and log each run in an entry of its own; or name the arms`,
      },
    ];
  });
}

function twiceAmong(results: readonly LoggedResult[]): readonly Diagnostic[] {
  const known = new Map<string, LoggedResult>();
  return results.flatMap((logged): readonly Diagnostic[] => {
    const { values, arm, eval: id } = logged.result;
    if (values === undefined) return [];
    const key = [values.sha256, values.column, values.counted, values.cluster, arm].join("\n");
    const first = known.get(key);
    if (first === undefined) {
      known.set(key, logged);
      return [];
    }
    return [
      {
        code: "results-twice",
        message:
          `${id}: the result of ${logged.entry.id} comes from the same file as that of ${first.entry.id}, by ` +
          `${first.entry.by.name} on ${dateLabel(first.entry.date)}; it is one run but counts as two looks`,
        place: resultPlace(logged, "values"),
        related: [{ place: resultPlace(first, "values"), label: "the same file" }],
        hint: `poc undo ${logged.entry.id}`,
      },
    ];
  });
}
