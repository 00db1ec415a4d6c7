import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import { isFinal } from "../../domain/standing/decision.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { writtenMs } from "../../domain/records/seen.ts";
import { CLOCKS_DIFFER_MS, instantText } from "../../domain/scalars/instant.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { Check } from "../check.ts";
import { listLabel } from "../../domain/scalars/labels.ts";
import { workOf } from "../../domain/records/facts.ts";

/**
 * Entries at times when this PoC cannot have been at work: in the future, outside of the timebox, after the decision.
 */
export const entryTime: Check = {
  name: "entry-time",
  codes: ["entry-in-future", "entry-outside-timebox", "entry-after-decision"],
  run(standing) {
    const found = [...inFuture(standing)];
    const until = laterGateFrom(standing);
    for (const entry of standing.log.counted) {
      if (entry.at.epochMs > until) continue;
      const problem = afterDecision(entry, standing) ?? outsideTimebox(entry, standing);
      if (problem !== undefined) found.push(problem);
    }
    return found;
  },
};

/** Only against the clock: for another day than today, later entries are simply not there yet. */
function inFuture({ asOf, log }: Standing): readonly Diagnostic[] {
  if (!asOf.now) return [];
  return log.later
    .filter((entry) => writtenMs(entry) > asOf.epochMs + CLOCKS_DIFFER_MS && !log.withdrawn.has(entry.id))
    .map((entry) => ({
      code: "entry-in-future",
      message:
        `the entry is dated ${instantText(entry.logged ?? entry.at)}, expected no later than now, ` +
        `${instantText({ epochMs: asOf.epochMs, offset: entry.at.offset })}; it does not count yet`,
      place: valueAt(entry.file, entry.logged === undefined ? "at" : "logged"),
      hint: `set the clock right; if the entry is wrong: poc undo ${entry.id}`,
    }));
}

/**
 * What comes after a gate that was passed on the decision is work of the next gate, which has a time of its own: the
 * moment from which on, in milliseconds since 1970.
 */
function laterGateFrom({ decision: { current, superseded }, gates }: Standing): number {
  const first = [...superseded, ...(current === undefined ? [] : [current])].find(({ decision }) => isFinal(decision));
  if (first === undefined) return Infinity;
  const moments = gates.passages.map(({ entry: { at } }) => at.epochMs);
  return Math.min(...moments.filter((epochMs) => epochMs >= first.entry.at.epochMs));
}

function afterDecision(entry: Entry, { decision, phase }: Standing): Diagnostic | undefined {
  const { current } = decision;
  if (phase !== "decided" || current === undefined || entry === current.entry) return undefined;
  const work = entry.at.epochMs <= current.entry.at.epochMs ? [] : workOf(entry);
  if (work.length === 0) return undefined;
  return {
    code: "entry-after-decision",
    message:
      `${listLabel(work)} of ${dateLabel(entry.date)} came after the decision of ${dateLabel(current.entry.date)} ` +
      `(${current.decision.outcome}), expected no more work on this PoC`,
    place: valueAt(entry.file, "at"),
    related: [{ place: valueAt(current.entry.file, "decision", "outcome"), label: "decided here" }],
    hint:
      "log it where it belongs, such as the next gate; if it changes the picture, decide again: " +
      "poc decide --supersede",
  };
}

function outsideTimebox(entry: Entry, { timebox, started }: Standing): Diagnostic | undefined {
  if (timebox === undefined || started === undefined) return undefined;
  const early = entry.date < timebox.start;
  const work = !early && entry.date <= timebox.end ? [] : workOf(entry);
  if (work.length === 0) return undefined;
  return {
    code: "entry-outside-timebox",
    message:
      `${listLabel(work)} of ${dateLabel(entry.date)} ` +
      `${work.length === 1 && work[0] !== "results" && work[0] !== "tasks" ? "lies" : "lie"} ` +
      `${early ? "before" : "after"} the timebox, expected from ${dateLabel(timebox.start)} to ` +
      `${dateLabel(timebox.end)}`,
    place: valueAt(entry.file, "at"),
    related: [{ place: valueAt(DEFINITION_FILES.charter, "timebox"), label: "the timebox" }],
    hint: early
      ? "it counts, and the memo shows its date; correct the date if it is wrong"
      : 'poc amend --extend DAYS --reason "…" if more time was agreed; else stop and decide',
  };
}
