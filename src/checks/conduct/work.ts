import type { Entry } from "../../domain/records/entry.ts";

/** What an entry holds of the work that the timebox bounds: results, tasks, money, time. Notes and acts are no work. */
export function workOf(entry: Entry): readonly string[] {
  return [
    entry.results.length > 0 ? "results" : "",
    entry.tasks.length > 0 ? "tasks" : "",
    entry.spend.length > 0 ? "spend" : "",
    entry.time.length > 0 ? "time" : "",
  ].filter((kind) => kind !== "");
}
