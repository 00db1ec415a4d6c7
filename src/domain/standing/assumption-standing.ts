import type { Assumption, AssumptionAnswer } from "../records/assumption.ts";
import type { Entry } from "../records/entry.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import { saying } from "../records/log.ts";

/**
 * What became of an assumption, and on whose word. What a person found to fail stands until a person finds otherwise,
 * whatever evals show: which evals test it is written by hand and not agreed. Else the evals that test it go before a
 * person's word.
 */
export interface AssumptionStanding {
  readonly assumption: Assumption;
  readonly state: AssumptionAnswer;
  readonly basis: "evals" | "person" | "none";
  /** Whether a person contradicts the evals. */
  readonly contradicted: boolean;
  /** The entry in which a person answered last; undefined where no person did. */
  readonly said: Entry | undefined;
  readonly entries: readonly string[];
}

export function assumptionStanding(
  assumption: Assumption,
  evals: readonly EvalStanding[],
  counted: readonly Entry[],
): AssumptionStanding {
  const said = saying(counted, "assumptions").findLast((entry) => entry.assumptions.has(assumption.id));
  const answer = said?.assumptions.get(assumption.id);
  // An eval cannot test, and nobody can confirm, what is not written yet. What failed was written once.
  if (assumption.statement === undefined && answer !== "fails")
    return { assumption, state: "open", basis: "none", contradicted: false, said: undefined, entries: [] };
  const tests = evals.filter((standing) => assumption.testedBy.includes(standing.eval.id));
  const shown = shownBy(tests, assumption.testedBy.length);
  const contradicted = shown !== undefined && answer !== undefined && answer !== "open" && answer !== shown;
  if (shown !== undefined && !(contradicted && answer === "fails")) {
    const entries = tests.flatMap((test) => (test.judged === undefined ? [] : [test.judged.entry.id]));
    return { assumption, state: shown, basis: "evals", contradicted, said, entries };
  }
  return said === undefined || answer === undefined
    ? { assumption, state: "open", basis: "none", contradicted, said, entries: [] }
    : { assumption, state: answer, basis: "person", contradicted, said, entries: [said.id] };
}

/** All tests met: it holds. Any not met: it fails. Else the evals do not tell. */
function shownBy(tests: readonly EvalStanding[], expected: number): "holds" | "fails" | undefined {
  if (tests.some((test) => test.verdict === "not met" && !test.interim)) return "fails";
  return expected > 0 && tests.length === expected && tests.every((test) => test.verdict === "met")
    ? "holds"
    : undefined;
}
