import type { AssumptionStanding } from "../../domain/standing/assumption-standing.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { assumptionLabel } from "../../wording/evals.ts";
import { contradictedClause } from "../../wording/evidence/contradicted-assumption.ts";
import { listLabel } from "../../domain/scalars/labels.ts";

/** Something that must be true for the idea to work. */
export interface AssumptionRow {
  readonly id: string;
  readonly statement: string;
  /** The evals that test it: `wrong-rate and latency`. */
  readonly testedBy: string;
  /** `Holds`, `Fails` or `Open`. */
  readonly state: string;
  /** Who answered it: the evals, a person, or no one yet. */
  readonly basis: string;
  readonly entries: readonly string[];
}

/** What must be true for the idea to work, and what became of it. */
export function assumptionSection({ assumptions }: Standing): readonly AssumptionRow[] {
  return assumptions.map((standing) => ({
    id: standing.assumption.id,
    statement: standing.assumption.statement ?? standing.assumption.id,
    testedBy: standing.assumption.testedBy.length === 0 ? "no eval" : listLabel(standing.assumption.testedBy),
    state: assumptionLabel(standing.state),
    basis: basisText(standing),
    entries: [...new Set(standing.entries)],
  }));
}

function basisText(item: AssumptionStanding): string {
  const { assumption, basis, contradicted } = item;
  if (contradicted && basis === "person") return contradictedClause(item);
  if (assumption.statement === undefined && basis === "none") return "its statement is not written yet";
  if (basis === "none")
    return assumption.testedBy.length === 0
      ? "not answered yet"
      : `not settled by ${listLabel(assumption.testedBy)}, and not answered by a person`;
  if (basis === "person") return "on a person's word";
  return contradicted ? "shown by the evals, against what a person said" : "shown by the evals";
}
