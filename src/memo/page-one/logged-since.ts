import { writtenMs } from "../../domain/records/seen.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { CLOCKS_DIFFER_MS } from "../../domain/scalars/instant.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { isFinal } from "../../domain/standing/decision.ts";
import type { Standing } from "../../domain/standing/standing.ts";

/**
 * What a reader of an earlier day has to hear of today: `As of Fri 20 Nov 2026; 3 entries were logged since, among
 * them: a kill criterion was tripped.` `now`: the same records, judged now. "" where nothing was logged since, and of
 * the memo of the decision in force, which what came later does not change.
 */
export function sinceText(then: Standing, now: Standing): string {
  if (then.asOf.now) return aheadText(then);
  const later = now.log.entries.filter((entry) => writtenMs(entry) > then.asOf.epochMs);
  if (later.length === 0 || isDecidedBy(then, now)) return "";
  const were = `${countLabel(later.length, "entry was", "entries were")} logged since`;
  const turned = turnsOf(then, now);
  const among = turned.length === 0 ? "" : `, among them: ${listLabel(turned)}`;
  return `As of ${longDateLabel(then.asOf.date)}; ${were}${among}.`;
}

/** A clock behind the log hides what may be bad news, although an earlier day was never asked for. */
function aheadText({ asOf, log }: Standing): string {
  const ahead = log.later.filter(
    ({ id, at }) => at.epochMs > asOf.epochMs + CLOCKS_DIFFER_MS && !log.withdrawn.has(id),
  );
  const newest = ahead.at(-1);
  if (newest === undefined) return "";
  const [are, count] = ahead.length === 1 ? ["1 entry is", "it does"] : [`${ahead.length} entries are`, "they do"];
  const clock = `the clock of this machine (${longDateLabel(asOf.date)})`;
  const day = longDateLabel(newest.date);
  return `${are} dated after ${clock}: the newest is of ${day}. In this memo ${count} not count.`;
}

function isDecidedBy({ asOf }: Standing, { decision: { current } }: Standing): boolean {
  return current !== undefined && isFinal(current.decision) && current.entry.at.epochMs <= asOf.epochMs;
}

function turnsOf(then: Standing, now: Standing): readonly string[] {
  const tripped = now.kill.filter(
    ({ criterion: { id }, verdict }) =>
      verdict === "tripped" && then.kill.find((one) => one.criterion.id === id)?.verdict !== "tripped",
  ).length;
  const turned = now.evals.filter(
    ({ eval: { id }, verdict }) => then.evals.find((one) => one.eval.id === id)?.verdict !== verdict,
  ).length;
  const amended = now.amendments.length > then.amendments.length;
  const decided = now.decision.current !== undefined && now.decision.current.entry !== then.decision.current?.entry;
  return [
    ...(tripped === 0
      ? []
      : [tripped === 1 ? "a kill criterion was tripped" : `${tripped} kill criteria were tripped`]),
    ...(turned === 0 ? [] : [turned === 1 ? "a verdict turned" : `${turned} verdicts turned`]),
    ...(amended ? ["a term was changed"] : []),
    ...(decided ? ["a decision was taken"] : []),
  ];
}
