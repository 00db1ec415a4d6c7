import type { Assumption, AssumptionAnswer } from "../records/assumption.ts";
import type { Entry } from "../records/entry.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import { saying } from "../records/log.ts";
import { answeredStatement, isReworded } from "../records/terms/stated.ts";
import { optional } from "../scalars/optional.ts";

/**
 * What became of an assumption, and on whose word. What a person found to fail stands until a person finds otherwise,
 * whatever evals show: which evals test it is written by hand and not agreed. Else the evals that test it go before a
 * person's word.
 */
export interface AssumptionStanding {
  /** With the statement that was answered, where a person's answer counts. */
  readonly assumption: Assumption;
  readonly state: AssumptionAnswer;
  readonly basis: "evals" | "person" | "none";
  /** Whether a person contradicts the evals. */
  readonly contradicted: boolean;
  /** The entry in which a person answered last; undefined where no person did. */
  readonly said: Entry | undefined;
  /** What became of the statement since a person answered it, where that answer counts. */
  readonly edited: "reworded" | "removed" | undefined;
  readonly entries: readonly string[];
}

export function assumptionStanding(
  assumption: Assumption,
  evals: readonly EvalStanding[],
  counted: readonly Entry[],
): AssumptionStanding {
  const { answered, ...standing } = judged(assumption, evals, counted);
  const { statement } = assumption;
  const isOther = answered !== undefined && (statement === undefined || isReworded(statement, answered));
  return isOther
    ? { ...standing, assumption: { ...assumption, statement: answered }, edited: "reworded" }
    : { ...standing, assumption, edited: undefined };
}

/**
 * Assumptions that are gone from the file although a person has answered them, as they were answered. The last answer
 * counts; what is open has no answer.
 */
export function removedAssumptions(
  there: readonly Assumption[],
  counted: readonly Entry[],
): readonly AssumptionStanding[] {
  const known = new Set(there.map(({ id }) => id));
  const last = new Map<string, Entry>();
  for (const entry of saying(counted, "assumptions"))
    for (const id of entry.assumptions.keys()) if (!known.has(id)) last.set(id, entry);
  return [...last].flatMap(([id, said]) => {
    const state = said.assumptions.get(id);
    if (state === undefined || state === "open") return [];
    const assumption = { id, ...optional("statement", answeredStatement(said, id)), testedBy: [] };
    return [
      { assumption, state, basis: "person", contradicted: false, said, edited: "removed", entries: [said.id] } as const,
    ];
  });
}

type Judged = Omit<AssumptionStanding, "assumption" | "edited"> & {
  /** The statement that the answer which counts was about. */
  readonly answered?: string | undefined;
};

function judged(assumption: Assumption, evals: readonly EvalStanding[], counted: readonly Entry[]): Judged {
  const said = saying(counted, "assumptions").findLast((entry) => entry.assumptions.has(assumption.id));
  const answer = said?.assumptions.get(assumption.id);
  // An eval cannot test, and nobody can confirm, what is not written yet. What failed was written once.
  const written = assumption.statement ?? (said && answeredStatement(said, assumption.id));
  if (written === undefined && answer !== "fails")
    return { state: "open", basis: "none", contradicted: false, said: undefined, entries: [] };
  const tests = evals.filter((standing) => assumption.testedBy.includes(standing.eval.id));
  const shown = shownBy(tests, assumption.testedBy.length);
  const contradicted = shown !== undefined && answer !== undefined && answer !== "open" && answer !== shown;
  if (shown !== undefined && !(contradicted && answer === "fails")) {
    const entries = tests.flatMap((test) => (test.judged === undefined ? [] : [test.judged.entry.id]));
    return { state: shown, basis: "evals", contradicted, said, entries };
  }
  return said === undefined || answer === undefined
    ? { state: "open", basis: "none", contradicted, said, entries: [] }
    : {
        state: answer,
        basis: "person",
        contradicted,
        said,
        answered: answer === "open" ? undefined : answeredStatement(said, assumption.id),
        entries: [said.id],
      };
}

/** All tests met: it holds. Any not met: it fails. Else the evals do not tell. */
function shownBy(tests: readonly EvalStanding[], expected: number): "holds" | "fails" | undefined {
  if (tests.some((test) => test.verdict === "not met" && !test.interim)) return "fails";
  return expected > 0 && tests.length === expected && tests.every((test) => test.verdict === "met")
    ? "holds"
    : undefined;
}
