import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import { isFinal } from "../../domain/standing/decision.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { CLOCKS_DIFFER_MS, instantText } from "../../domain/scalars/instant.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { Check } from "../check.ts";
import { listLabel } from "../../domain/scalars/labels.ts";
import { workOf } from "../../domain/records/facts.ts";

/** Entries that lie where no work of this PoC can lie: in the future, beside the timebox, after the decision. */
export const entryTime: Check = {
  name: "entry-time",
  codes: ["entry-in-future", "entry-outside-timebox", "entry-after-decision"],
  run(standing) {
    const own = standing.log.counted.filter((entry) => !isOfLaterGate(entry, standing));
    return [
      ...inFuture(standing),
      ...own.flatMap((entry) => afterDecision(entry, standing) ?? outsideTimebox(entry, standing) ?? []),
    ];
  },
};

/** Only against the clock: for another day than today, later entries are simply not there yet. */
function inFuture({ asOf, log }: Standing): readonly Diagnostic[] {
  if (!asOf.now) return [];
  return log.later
    .filter(({ id, at }) => at.epochMs > asOf.epochMs + CLOCKS_DIFFER_MS && !log.withdrawn.has(id))
    .map((entry) => ({
      code: "entry-in-future",
      message:
        `the entry is dated ${instantText(entry.at)}, expected no later than now, ` +
        `${instantText({ epochMs: asOf.epochMs, offset: entry.at.offset })}; it does not count yet`,
      place: valueAt(entry.file, "at"),
      hint: `set the clock right; if the entry is wrong: poc undo ${entry.id}`,
    }));
}

/** What comes after a gate that was passed on the decision is work of the next gate, which has a time of its own. */
function isOfLaterGate(entry: Entry, { decision: { current, superseded }, gates }: Standing): boolean {
  const first = [...superseded, ...(current === undefined ? [] : [current])].find(({ decision }) => isFinal(decision));
  if (first === undefined) return false;
  return gates.passages.some(
    ({ entry: { at } }) => at.epochMs >= first.entry.at.epochMs && entry.at.epochMs > at.epochMs,
  );
}

function afterDecision(entry: Entry, { decision, phase }: Standing): Diagnostic | undefined {
  const work = workOf(entry);
  const current = decision.current;
  if (
    phase !== "decided" ||
    current === undefined ||
    work.length === 0 ||
    entry === current.entry ||
    entry.at.epochMs <= current.entry.at.epochMs
  )
    return undefined;
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
  const work = workOf(entry);
  if (timebox === undefined || started === undefined || work.length === 0) return undefined;
  const early = entry.date < timebox.start;
  if (!early && entry.date <= timebox.end) return undefined;
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
