import { listLabel } from "../../domain/scalars/labels.ts";
import { conditionLabel } from "../../domain/standing/kill-standing.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { termMoves } from "../../domain/history/term-moves.ts";
import { approvedNote } from "../../wording/terms/term-moves.ts";
import { criterionName } from "../../wording/terms/condition-words.ts";
import { killVerdictLabel } from "../../wording/evals.ts";
import { killSection, type KillRow } from "../sections/kill-section.ts";
import { clipped } from "./words.ts";

/** A kill criterion that a reader has to see on page one. */
export interface KillLine {
  readonly statement: string;
  /** `TRIPPED`, `Pending`, `Overdue`, `Cleared, on moved terms`. */
  readonly verdict: string;
  readonly because: string;
  readonly entries: readonly string[];
}

/** How many criteria there is room for, and how many words of a text that a person wrote. */
interface KillRoom {
  readonly kill: number;
  readonly words: number;
}

/** How many are cleared, and which: the reader has to know what was ruled out. */
export function killLine(standing: Standing, room: KillRoom): string {
  const { kill } = standing;
  const all = kill.length;
  if (all === 0) return "OPEN: no kill criterion says what would end the work.";
  const cleared = kill.filter(({ verdict }) => verdict === "cleared");
  const tripped = kill.filter(({ verdict }) => verdict === "tripped").length;
  const names = clearedNames(standing, room);
  if (all === 1) {
    const state = tripped > 0 ? "tripped" : cleared.length > 0 ? "cleared" : "not cleared yet";
    return names === "" ? `The one kill criterion is ${state}.` : `The one kill criterion, ${names}, is ${state}.`;
  }
  const which = names === "" ? "" : `: ${names}`;
  const every = all === 2 ? "Both kill criteria are" : `All ${all} kill criteria are`;
  if (cleared.length === all) return `${every} cleared${which}.`;
  if (tripped === all) return `${every} tripped.`;
  const also = tripped === 0 ? "" : `${tripped} ${tripped > 1 ? "are" : "is"} tripped`;
  if (cleared.length === 0) {
    const none = all === 2 ? "Neither kill criterion is cleared" : `None of the ${all} kill criteria is cleared`;
    return also === "" ? `${none} yet.` : `${none}; ${also}.`;
  }
  const are = cleared.length > 1 ? "are" : "is";
  return `${cleared.length} of ${all} kill criteria ${are} cleared${which}${also === "" ? "" : `; ${also}`}.`;
}

/** With less room than this the names are left to the appendix. */
const LEAST_WORDS = 16;

/** `"Wrong answers > 18%" and "The money is gone"`; without those that have a line of their own. */
function clearedNames(standing: Standing, { kill: most, words }: KillRoom): string {
  if (words < LEAST_WORDS) return "";
  const listed = new Set(listedRows(standing).map(({ id }) => id));
  const names = standing.kill
    .filter(({ verdict, criterion: { id } }) => verdict === "cleared" && !listed.has(id))
    .map(({ criterion }) => `"${clipped(criterionName(criterion, standing.definitions.evals), Math.min(12, words))}"`);
  const rest = names.length - most;
  return listLabel(rest > 0 ? [...names.slice(0, most), `${rest} more`] : names);
}

export function killLines(standing: Standing): readonly KillLine[] {
  const names = new Map(
    [...standing.first.kill, ...standing.kill].map(({ criterion }) => [
      criterion.id,
      criterionName(criterion, standing.definitions.evals),
    ]),
  );
  return listedRows(standing).map(({ id, statement, verdict, tripped, because, entries }) => ({
    statement: names.get(id) ?? statement.replace(/\.$/, ""),
    verdict,
    // The answer says why one is tripped.
    because: [tripped ? "" : because, firstLimit(id, standing)].filter((text) => text !== "").join("; "),
    entries: entries.slice(-1),
  }));
}

/** Those that are not cleared, and those that are on moved terms only. */
function listedRows(standing: Standing): readonly KillRow[] {
  return killSection(standing).filter(({ cleared, agreed }) => !cleared || agreed !== "");
}

/** `now > 30%, agreed > 18%: tripped`: both limits without the id of their metric; "" if unchanged. */
function firstLimit(id: string, standing: Standing): string {
  const { first, kill } = standing;
  const then = first.kill.find(({ criterion }) => criterion.id === id);
  const now = kill.find(({ criterion }) => criterion.id === id);
  if (then?.criterion.when === undefined || now?.criterion.when === undefined) return "";
  const limit = (when: NonNullable<typeof now.criterion.when>) => conditionLabel(when).replace(/^\S+ /, "");
  const [current, agreed] = [limit(now.criterion.when), limit(then.criterion.when)];
  const verdict = killVerdictLabel(then.verdict).toLowerCase();
  const last = termMoves(standing).findLast(({ change }) => change.term === `kill-criteria.${id}.when`);
  const approved = last === undefined ? "" : `; change ${approvedNote(last)}`;
  if (current !== agreed) return `now ${current}, agreed ${agreed}: ${verdict}${approved}`;
  return now.verdict === then.verdict ? "" : `on the terms agreed first: ${verdict}`;
}
