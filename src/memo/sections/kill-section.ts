import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { conditionLabel, type KillStanding } from "../../domain/standing/kill-standing.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { TermChange } from "../../domain/records/entry.ts";
import { changesOf } from "../../domain/standing/first-terms.ts";
import { firstStateClause } from "../../wording/moved-terms.ts";
import { killVerdictLabel } from "../../wording/evals.ts";
import { openText } from "../text/one-line.ts";
import { conditionWords } from "../../wording/terms/condition-words.ts";
import { killClause } from "../../wording/kill-reasons.ts";

/** A state that ends the work. */
export interface KillRow {
  readonly id: string;
  readonly statement: string;
  /** The state that ends the work: `wrong-rate > 18%`, or the question a person answers. */
  readonly state: string;
  /** The same by the names that people gave: `Wrong answers > 18%`, `share of the cap spent > 100%`. */
  readonly says: string;
  /** `wrong-rate > 18%`; "" where a person answers a question instead. */
  readonly condition: string;
  /** The state at first and the verdict on it: `agreed first: wrong-rate > 20%, tripped`; "" where it stands. */
  readonly agreed: string;
  /** The day by which it must have been ruled out. */
  readonly by: string;
  /** `TRIPPED`, `Cleared`, `Pending` or `Overdue`; `Cleared, on moved terms`. */
  readonly verdict: string;
  /** What shows it, or what is missing. */
  readonly because: string;
  readonly tripped: boolean;
  readonly cleared: boolean;
  readonly entries: readonly string[];
}

/** The states that end the work; a go needs every one of them ruled out. Those that tripped come first. */
export function killSection(standing: Standing): readonly KillRow[] {
  const rows = standing.kill.map((item) => killRow(item, standing));
  return [...rows.filter((row) => row.tripped), ...rows.filter((row) => !row.tripped)];
}

function killRow(item: KillStanding, { first, amendments, definitions: { evals } }: Standing): KillRow {
  const { criterion, verdict, because, entries } = item;
  const { id, statement, when, ask, by } = criterion;
  const then = first.kill.find((item) => item.criterion.id === id);
  const asked = ask ?? openText("no state is named");
  const moved = verdict === "cleared" && then !== undefined && then.verdict !== "cleared" ? ", on moved terms" : "";
  return {
    id,
    statement: statement ?? id,
    state: when === undefined ? asked : conditionLabel(when),
    says: when === undefined ? asked : conditionWords(when, evals),
    condition: when === undefined ? "" : conditionLabel(when),
    agreed: then === undefined ? "" : agreedText(then, item, changesOf(`kill-criteria.${id}`, amendments)),
    by: by === undefined ? openText("no date") : longDateLabel(by),
    verdict: killVerdictLabel(verdict) + moved,
    because: killClause(because),
    tripped: verdict === "tripped",
    cleared: verdict === "cleared",
    entries: [...new Set(entries)],
  };
}

/** A term of its eval may have moved, and what is said of the criterion be the same. */
function agreedText(then: KillStanding, now: KillStanding, changes: readonly TermChange[]): string {
  const same = changes.length === 0 && firstStateClause(then, now, []) === firstStateClause(now, now, []);
  return same ? "" : firstStateClause(then, now, changes);
}
