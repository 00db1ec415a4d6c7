import type { Diagnostic, Related } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { dateLabel, daysBetween } from "../../domain/scalars/calendar.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { conditionLabel, type KillStanding } from "../../domain/standing/kill-standing.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { answeredByNoGo } from "../answered-by-no-go.ts";
import type { Check } from "../check.ts";
import { loggedClause, resultPlace } from "./result-place.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { killTrippedSince } from "../../domain/standing/verdict-since.ts";
import { takenBackTrips, type TakenBack } from "../../domain/standing/taken-back.ts";
import { takenBackClause } from "../../wording/outcome/taken-back.ts";
import { clearCommand, killClause } from "../../wording/kill-reasons.ts";
import { sinceClause } from "../../wording/since.ts";

const FILE = DEFINITION_FILES.killCriteria;

export const killVerdict: Check = {
  name: "kill-verdict",
  codes: ["kill-criterion-tripped", "kill-criterion-overdue", "kill-criterion-taken-back"],
  run(standing) {
    if (answeredByNoGo(standing)) return [];
    const verdicts = standing.kill.flatMap((item) => {
      if (item.verdict === "tripped") return [tripped(item, standing)];
      // Another check reports what cannot be judged at all, and a PoC that was never started is not late.
      const judgeable = item.criterion.when !== undefined || item.criterion.ask !== undefined;
      return item.verdict === "overdue" && judgeable && standing.phase !== "draft" ? [overdue(item, standing)] : [];
    });
    return [...verdicts, ...takenBackTrips(standing).map((item) => takenBack(item, standing))];
  },
};

function tripped(item: KillStanding, standing: Standing): Diagnostic {
  const { id, when, statement } = item.criterion;
  const since = killTrippedSince(standing.history, id);
  const said = [
    killClause(item.because),
    ...(statement === undefined ? [] : [statement]),
    ...(since === undefined ? [] : [sinceClause(since)]),
  ];
  return {
    code: "kill-criterion-tripped",
    message: `${id} is tripped${when === undefined ? "" : ` (${conditionLabel(when)})`}: ${said.join("; ")}`,
    place: valueAt(FILE, id, when === undefined ? "ask" : "when"),
    related: restsOn(item, standing),
    hint:
      "this ends the work: poc memo, then poc decide no-go" +
      (item.because.code === "stays-tripped" ? `; if that is no longer true, clear it: ${clearCommand(id)}` : ""),
  };
}

/** It was made unknown, and never cleared. That may be the correction of a slip; only its reason tells. */
function takenBack(item: TakenBack, { log }: Standing): Diagnostic {
  const { criterion, entries, by } = item;
  return {
    code: "kill-criterion-taken-back",
    message: `${criterion.id} ${takenBackClause(item)}`,
    place:
      by.undo !== undefined
        ? valueAt(by.file, "undo", "entry")
        : valueAt(by.file, criterion.when === undefined ? "answers" : "spend"),
    related: log.entries
      .filter(({ id }) => entries.includes(id))
      .map((entry) => ({ place: valueAt(entry.file, "at"), label: loggedClause(entry) })),
    hint: "no action is needed if it was a mistake: the memo shows it too; if it is true, log it again",
  };
}

function overdue(item: KillStanding, standing: Standing): Diagnostic {
  const { id, when, by } = item.criterion;
  const late = by === undefined ? 0 : daysBetween(by, standing.asOf.date);
  const since =
    by === undefined || late < 0
      ? "is open and the work is over"
      : late === 0
        ? "is due today"
        : `was due on ${dateLabel(by)}, ${countLabel(late, "day")} ago`;
  const settled = when === undefined ? "a yes or no" : `evidence that settles ${conditionLabel(when)}`;
  return {
    code: "kill-criterion-overdue",
    message: `${id} ${since}: ${killClause(item.because)}, expected ${settled}`,
    place: valueAt(FILE, id, by === undefined ? "id" : "by"),
    related: restsOn(item, standing),
    hint:
      when === undefined
        ? `poc log --answer ${id}=yes or =no`
        : `measure ${when.metric} until it is settled, or count it as tripped and decide`,
  };
}

/** The facts of the log that the verdict rests on. */
function restsOn(item: KillStanding, standing: Standing): readonly Related[] {
  const { id, when } = item.criterion;
  const subject = when && standing.evals.find((test) => test.eval.id === when.metric);
  const judged =
    item.because.code === "stays-tripped"
      ? subject?.results.find(({ entry }) => item.entries.includes(entry.id))
      : subject?.judged;
  if (judged !== undefined) return [{ place: resultPlace(judged), label: killClause(item.because) }];
  if (item.entries.length === 0) return [];
  const counted = new Map(standing.log.counted.map((entry) => [entry.id, entry]));
  const entries = item.entries.flatMap((entryId) => counted.get(entryId) ?? []);
  return entries.map((entry: Entry) => ({
    place:
      when === undefined
        ? valueAt(entry.file, "answers", id)
        : valueAt(entry.file, entry.spend.length > 0 ? "spend" : "time"),
    label: loggedClause(entry),
  }));
}
