import { daysBetween, type CivilDate } from "../scalars/calendar.ts";
import type { ChecklistItem } from "../records/checklist-items.ts";
import type { CommandRun, Entry } from "../records/entry.ts";
import type { ItemReason } from "./item-reason.ts";

/** A run of an item's command with the entry that logged it. */
export interface LoggedRun {
  readonly entry: Entry;
  readonly run: CommandRun;
}

/** The number of days for which a pass counts. After that nobody knows, and the item is open again. */
const RUN_COUNTS_FOR_DAYS = 7;

/** What the runs of a command say of the item that names it. */
export interface RunVerdict {
  readonly state: "met" | "open" | "failed";
  readonly because: ItemReason;
  readonly logged: LoggedRun | undefined;
}

/**
 * The latest run wins, passed or not. It speaks for the command that was run and for no other: a list that names
 * another one by now has not been answered. A failure stands until the command passes; a pass grows old.
 */
export function runVerdict(
  id: string,
  item: ChecklistItem & { readonly check: string },
  counted: readonly Entry[],
  today: CivilDate,
): RunVerdict {
  const logged = lastRun(counted, id);
  if (logged === undefined) return { state: "open", because: { code: "not-run", command: item.check }, logged };
  const { run, entry } = logged;
  const on = entry.date;
  if (run.command !== item.check || run.cwd !== item.cwd)
    return { state: "open", because: { code: "command-changed", ran: run.command, on }, logged };
  const { command, exit, stopped, seconds } = run;
  const outcome = {
    command,
    seconds,
    ...(exit === undefined ? {} : { exit }),
    ...(stopped === undefined ? {} : { stopped }),
  };
  if (exit !== 0) return { state: "failed", because: { code: "run-failed", run: outcome, on, tail: run.tail }, logged };
  const days = daysBetween(on, today);
  if (days > RUN_COUNTS_FOR_DAYS)
    return {
      state: "open",
      because: { code: "run-outdated", command, on, days, countsForDays: RUN_COUNTS_FOR_DAYS },
      logged,
    };
  return { state: "met", because: { code: "run-passed", run: outcome, on }, logged };
}

function lastRun(counted: readonly Entry[], id: string): LoggedRun | undefined {
  for (const entry of counted.toReversed()) {
    const run = entry.runs.findLast((candidate) => candidate.item === id);
    if (run !== undefined) return { entry, run };
  }
  return undefined;
}
