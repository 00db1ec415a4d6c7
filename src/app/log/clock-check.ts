import { addDays, longDateLabel } from "../../domain/scalars/calendar.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { finalFact, type Facts } from "../../domain/records/facts.ts";
import { effectiveLog } from "../../domain/records/log.ts";
import type { Records } from "../../domain/records/records.ts";
import { CLOCKS_DIFFER_MS, dateIn, instantIn, instantText } from "../../domain/scalars/instant.ts";
import { timeboxPosition } from "../../domain/records/timebox.ts";
import { visibleText } from "../../domain/scalars/visible-text.ts";
import { RuleFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";

/** No PoC is logged to so long before its first day, or after everything that is known of it, without a word. */
const A_YEAR = 366;

/**
 * Looks at the clock before anything is stored. A clock that is years off is refused, and so is an act that was agreed
 * or decided by a clock behind the log: whether it came before or after a result would depend on the clock. Any other
 * entry is stored where the clock is behind, and standard error says so first.
 *
 * @param dated whether a person stated the day, and did not leave it to the clock
 * @throws RuleFault where nothing is to be stored
 */
export function checkClock(context: Context, records: Records, facts: Facts, dated: boolean): void {
  const { zone, definitions, log } = records;
  const nowMs = context.clock.now();
  const today = dateIn(zone, nowMs);
  const clock = `the clock of this machine says ${instantText(instantIn(zone, nowMs))}`;
  const timebox = definitions.charter?.timebox;
  if (timebox !== undefined && addDays(today, A_YEAR) < timebox.start)
    throw new RuleFault(
      `${clock}, and the timebox begins on ${longDateLabel(timebox.start)}, more than a year later; nothing was stored`,
      "correct the clock, or timebox.start in poc.yaml",
    );
  const newest = log.at(-1);
  const last = [
    ...(timebox === undefined ? [] : [timeboxPosition(timebox, today).end]),
    ...(newest === undefined ? [] : [newest.date]),
  ].sort();
  const known = last.at(-1);
  if (!dated && known !== undefined && addDays(known, A_YEAR) < today)
    throw new RuleFault(
      `${clock}, more than a year after the end of the timebox and the newest entry (${longDateLabel(known)}); ` +
        `nothing was stored`,
      `set the clock; if it is right, give the day once: poc log "…" --date ${today}`,
    );
  const ahead = newestAhead(log, nowMs + CLOCKS_DIFFER_MS);
  if (ahead === undefined) return;
  const behind = `${clock}, and the newest entry is of ${instantText(ahead.at)} (${ahead.id}, ${ahead.by.name})`;
  const hint = `correct the clock; if that entry is wrong: poc undo ${ahead.id}`;
  if (finalFact(facts) !== undefined || facts.waivers !== undefined)
    throw new RuleFault(`${behind}; an agreement or decision has to come after it, so nothing was stored`, hint);
  context.terminal.err(visibleText(`note: ${behind}; ${hint}\n`, { lines: true }));
}

/** What was withdrawn says nothing of the time, for that is how a wrong time is corrected. */
function newestAhead(log: readonly Entry[], limitMs: number): Entry | undefined {
  const newest = log.at(-1);
  if (newest === undefined || newest.at.epochMs <= limitMs) return undefined;
  const { withdrawn } = effectiveLog(log, Infinity);
  return log.findLast(({ id, at }) => at.epochMs > limitMs && !withdrawn.has(id));
}
