import { dateLabel, daysBetween, type CivilDate } from "../scalars/calendar.ts";
import type { ChecklistItem } from "../records/checklist-items.ts";
import { shortDecimalText } from "../scalars/decimal.ts";
import type { CommandRun, Entry } from "../records/entry.ts";
import { countLabel } from "../scalars/labels.ts";

/** A run of an item's command with the entry that logged it. */
export interface LoggedRun {
  readonly entry: Entry;
  readonly run: CommandRun;
}

/** So many days a pass speaks for the present. After that nobody knows, and the box is open again. */
const RUN_HOLDS_DAYS = 7;

/** What the runs of a command say of the item that names it. */
export interface RunVerdict {
  readonly state: "met" | "open" | "failed";
  readonly because: string;
  readonly logged: LoggedRun | undefined;
}

/**
 * The latest run wins, passed or not. It speaks for the command that was run and for no other: a list that names
 * another one by now has not been answered. A failure stands until the command passes; a pass grows old.
 */
export function runVerdict(id: string, item: ChecklistItem, counted: readonly Entry[], today: CivilDate): RunVerdict {
  const logged = lastRun(counted, id);
  if (logged === undefined) return { state: "open", because: `${item.check} has not been run`, logged };
  const { run, entry } = logged;
  const on = dateLabel(entry.date);
  if (run.command !== item.check || run.cwd !== item.cwd)
    return { state: "open", because: `the command was changed since it ran on ${on}; it was ${run.command}`, logged };
  if (run.exit !== 0)
    return {
      state: "failed",
      because: `${runText(run)}, on ${on}${run.tail === undefined ? "" : `: ${run.tail}`}`,
      logged,
    };
  const age = daysBetween(entry.date, today);
  if (age > RUN_HOLDS_DAYS)
    return {
      state: "open",
      because:
        `${run.command} passed on ${on}, ${countLabel(age, "day")} ago; ` +
        `a pass counts for ${countLabel(RUN_HOLDS_DAYS, "day")}`,
      logged,
    };
  return { state: "met", because: `${runText(run)}, on ${on}`, logged };
}

/** `npm test, exit 0`, `npm test, stopped after 600 s`. */
export function runText(run: Pick<CommandRun, "command" | "exit" | "stopped" | "seconds">): string {
  if (run.exit !== undefined) return `${run.command}, exit ${run.exit}`;
  return run.stopped === "time-limit"
    ? `${run.command}, stopped after ${shortDecimalText(run.seconds)} s`
    : `${run.command}, ended by a signal`;
}

function lastRun(counted: readonly Entry[], id: string): LoggedRun | undefined {
  for (const entry of counted.toReversed()) {
    const run = entry.runs.findLast((candidate) => candidate.item === id);
    if (run !== undefined) return { entry, run };
  }
  return undefined;
}
