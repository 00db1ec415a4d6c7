import type { EvalStanding, EvalVerdict } from "../evidence/eval-standing.ts";
import type { AssumptionAnswer } from "../records/assumption.ts";
import type { Unknown } from "../records/charter.ts";
import type { AssumptionStanding } from "./assumption-standing.ts";
import type { KillStanding, KillVerdict } from "./kill-standing.ts";

/**
 * What one of the things that an unknown names says of it. `answer`: which way it came out; undefined while it is not
 * settled.
 */
export type UnknownEvidence =
  | {
      readonly kind: "eval";
      readonly id: string;
      readonly verdict: EvalVerdict;
      /** Judged before the planned end. */
      readonly interim: boolean;
      readonly answer: "yes" | "no" | undefined;
      readonly entries: readonly string[];
    }
  | {
      readonly kind: "kill-criterion";
      readonly id: string;
      readonly verdict: KillVerdict;
      readonly answer: "yes" | "no" | undefined;
      readonly entries: readonly string[];
    }
  | {
      readonly kind: "assumption";
      readonly id: string;
      readonly verdict: AssumptionAnswer;
      readonly answer: "yes" | "no" | undefined;
      readonly entries: readonly string[];
    }
  /** Nothing has that id any more. */
  | {
      readonly kind: "nothing";
      readonly id: string;
      readonly answer: undefined;
      readonly entries: readonly string[];
    };

/** An unknown of the charter, and whether the PoC has found it out. */
export type UnknownStanding = {
  readonly unknown: Unknown;
  /**
   * "yes": all that it names came out well (met, cleared, holds); "no": all is settled, and something came out badly
   * (missed, tripped, fails); "open": something is unmeasured or not settled, or it names nothing.
   */
  readonly state: "yes" | "no" | "open";
  readonly evidence: readonly UnknownEvidence[];
  /** Ids of the entries it rests on. */
  readonly entries: readonly string[];
};

/** What may answer an unknown. */
export interface UnknownGrounds {
  readonly evals: readonly EvalStanding[];
  readonly kill: readonly KillStanding[];
  readonly assumptions: readonly AssumptionStanding[];
}

/** One id stands for an eval before a kill criterion, and for that before an assumption. */
export function unknownStanding(unknown: Unknown, grounds: UnknownGrounds): UnknownStanding {
  const evidence = unknown.answeredBy.map((id) => evidenceOf(id, grounds));
  const settled = evidence.length > 0 && evidence.every(({ answer }) => answer !== undefined);
  const state = !settled ? "open" : evidence.some(({ answer }) => answer === "no") ? "no" : "yes";
  return { unknown, state, evidence, entries: [...new Set(evidence.flatMap(({ entries }) => entries))] };
}

function evidenceOf(id: string, { evals, kill, assumptions }: UnknownGrounds): UnknownEvidence {
  const measured = evals.find((item) => item.eval.id === id);
  if (measured !== undefined) {
    const { verdict, interim, judged } = measured;
    const answer = interim ? undefined : answerOf(verdict, "met", "not met");
    return { kind: "eval", id, verdict, interim, answer, entries: judged === undefined ? [] : [judged.entry.id] };
  }
  const criterion = kill.find((item) => item.criterion.id === id);
  if (criterion !== undefined) {
    const { verdict, entries } = criterion;
    return { kind: "kill-criterion", id, verdict, answer: answerOf(verdict, "cleared", "tripped"), entries };
  }
  const assumed = assumptions.find((item) => item.assumption.id === id);
  if (assumed !== undefined) {
    const { state, entries } = assumed;
    return { kind: "assumption", id, verdict: state, answer: answerOf(state, "holds", "fails"), entries };
  }
  return { kind: "nothing", id, answer: undefined, entries: [] };
}

function answerOf<T>(verdict: T, yes: T, no: T): "yes" | "no" | undefined {
  return verdict === yes ? "yes" : verdict === no ? "no" : undefined;
}
