import type { Assumption, AssumptionAnswer } from "../records/assumption.ts";
import type { Entry } from "../records/entry.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import { saying } from "../records/log.ts";

/** What became of an assumption, and on whose word. Evidence of the evals that test it goes before a person's word. */
export interface AssumptionStanding {
  readonly assumption: Assumption;
  readonly state: AssumptionAnswer;
  readonly basis: "evals" | "person" | "none";
  /** A person said otherwise than the evals. */
  readonly contradicted: boolean;
  readonly entries: readonly string[];
}

export function assumptionStanding(
  assumption: Assumption,
  evals: readonly EvalStanding[],
  counted: readonly Entry[],
): AssumptionStanding {
  // An eval cannot test, and nobody can answer, what is not written yet.
  if (assumption.statement === undefined)
    return { assumption, state: "open", basis: "none", contradicted: false, entries: [] };
  const said = saying(counted, "assumptions").findLast((entry) => entry.assumptions.has(assumption.id));
  const answer = said?.assumptions.get(assumption.id);
  const tests = evals.filter((standing) => assumption.testedBy.includes(standing.eval.id));
  const shown = shownBy(tests, assumption.testedBy.length);
  if (shown !== undefined) {
    const entries = tests.flatMap((test) => (test.judged === undefined ? [] : [test.judged.entry.id]));
    return {
      assumption,
      state: shown,
      basis: "evals",
      contradicted: answer !== undefined && answer !== "open" && answer !== shown,
      entries,
    };
  }
  if (said === undefined || answer === undefined)
    return { assumption, state: "open", basis: "none", contradicted: false, entries: [] };
  return { assumption, state: answer, basis: "person", contradicted: false, entries: [said.id] };
}

/** All tests met: it holds. Any not met: it fails. Else the evals do not tell. */
function shownBy(tests: readonly EvalStanding[], expected: number): "holds" | "fails" | undefined {
  if (tests.some((test) => test.verdict === "not met" && !test.interim)) return "fails";
  return expected > 0 && tests.length === expected && tests.every((test) => test.verdict === "met")
    ? "holds"
    : undefined;
}
