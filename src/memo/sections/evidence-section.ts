import { baselineText } from "../../domain/records/eval.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { casesToSettle } from "../../domain/planning/cases-to-settle.ts";
import { changesOf } from "../../domain/standing/first-terms.ts";
import { firstTargetClause, movedVerdictLabel } from "../../wording/moved-terms.ts";
import { judgedByText } from "../../wording/evidence/judge-words.ts";
import { settleClause } from "../../wording/plan.ts";
import { evalSentence, evalWording, neededLabel } from "../../wording/evals.ts";
import { countLabel } from "../../domain/scalars/labels.ts";

/** One metric: what was measured, and what was needed. */
export interface EvidenceRow {
  /** Id of the eval. */
  readonly id: string;
  readonly metric: string;
  readonly primary: boolean;
  /** What was counted, before any percentage: `22 of 200, against 41 of 200 before`. */
  readonly counts: string;
  /** `46.3% fewer`; "" where the counts say it all. */
  readonly result: string;
  /** `20.1% to 64.1% fewer`; "" where there is none. */
  readonly range: string;
  /** How sure the range is, two-sided: `90%`. */
  readonly level: string;
  readonly needed: string;
  /** What was needed at first, and the verdict on it: `agreed first: at least 50% fewer, not met`; "" if unchanged. */
  readonly agreed: string;
  /** `Met`, `Met, on moved terms`, `Not met`, `Unsettled, leaning met`, `Unmeasured`, `Invalid`. */
  readonly verdict: string;
  /** Why there is no verdict, or no better one. */
  readonly why: string;
  /**
   * How many more cases would settle it: `about 260 more cases would settle it if the rate holds`; "" where it is
   * settled.
   */
  readonly more: string;
  /** All of it in plain sentences. */
  readonly sentence: string;
  /** Whether it is a look before the planned number of cases. */
  readonly interim: boolean;
  /** The variant that is judged, where any eval names one; `not named` where this one does not. */
  readonly arm: string;
  readonly model: string;
  /** Where the raw run can be looked up. */
  readonly evidence: string;
  /** `3 results`. */
  readonly measured: string;
  /** The entry with the judged result. */
  readonly entries: readonly string[];
}

/** What was measured against what was needed. */
export interface EvidenceSection {
  readonly rows: readonly EvidenceRow[];
  /** What met, not met and unsettled mean, at the confidence of the charter. */
  readonly footnote: string;
  /** What no error bar covers. */
  readonly caveat: string;
  /** Where cases come from, who judged them, and whether they were tuned on; only of evals that say so. */
  readonly items: readonly {
    readonly id: string;
    readonly source: string;
    readonly judge: string;
    readonly tuned: boolean;
  }[];
  /** Targets with the reason that was given for them, such as the loss that one of them allows. */
  readonly reasons: readonly { readonly id: string; readonly needed: string; readonly why: string }[];
  /** Baselines that are taken as exact, since neither a count nor a spread is known for them. */
  readonly exactBaselines: readonly { readonly id: string; readonly baseline: string; readonly source: string }[];
}

/** Said under every table of evidence, in the same words. */
const CAVEAT =
  "A plausible range covers chance only. It does not cover cases unlike the real ones, wrong labels, an unreliable " +
  "judge, a drifting model, or prompts tuned on the test cases. In brackets: how sure the range is; after several " +
  "looks or arms it has to be surer, and is wider.";

export function evidenceSection(standing: Standing): EvidenceSection {
  const confidence = standing.definitions.charter?.confidence ?? 0.95;
  const armsNamed = standing.evals.some((item) => item.results.some(({ result }) => result.arm !== ""));
  return {
    rows: standing.evals.map((item) => evidenceRow(item, armsNamed, standing)),
    footnote: footnoteText(confidence),
    caveat: CAVEAT,
    items: standing.evals.flatMap((standing) => {
      const { id, itemsSource: source = "", judge: by, tunedOnTheseItems: tuned = false } = standing.eval;
      const judge = by === undefined ? "" : judgedByText(standing, confidence);
      return source === "" && judge === "" && !tuned ? [] : [{ id, source, judge, tuned }];
    }),
    reasons: standing.evals.flatMap(({ eval: item }) =>
      item.target === undefined || item.why === undefined
        ? []
        : [{ id: item.id, needed: neededLabel(item, item.target), why: item.why.replace(/\.$/, "") }],
    ),
    exactBaselines: standing.evals.flatMap(({ eval: item }) =>
      item.baseline?.kind === "fixed" && item.baseline.spread === undefined
        ? [{ id: item.id, baseline: baselineText(item.baseline), source: item.baseline.source ?? "" }]
        : [],
    ),
  };
}

function evidenceRow(standing: EvalStanding, armsNamed: boolean, { first, amendments }: Standing): EvidenceRow {
  const then = first.evals.find((item) => item.eval.id === standing.eval.id);
  const verdict = movedVerdictLabel(standing, then);
  const result = standing.judged?.result;
  return {
    id: standing.eval.id,
    primary: standing.eval.primary,
    ...evalWording(standing),
    verdict,
    agreed: then === undefined ? "" : firstTargetClause(then, standing, changesOf(`evals.${then.eval.id}`, amendments)),
    more: settleClause(standing, casesToSettle(standing)),
    sentence: evalSentence(standing, verdict),
    interim: standing.interim,
    arm: !armsNamed || result === undefined ? "" : result.arm === "" ? "not named" : result.arm,
    model: result?.model ?? "",
    evidence: result?.evidence ?? "",
    measured: countLabel(standing.results.length, "result"),
    entries: standing.judged === undefined ? [] : [standing.judged.entry.id],
  };
}

function footnoteText(confidence: number): string {
  const times = Math.round(1 / (1 - confidence));
  return (
    `Met: even the unfavourable end of the plausible range reaches the target; such a verdict is wrong at most 1 ` +
    `time in ${times}. ` +
    "Not met: even the favourable end misses it. Unsettled: the target lies inside the range, or there were too " +
    "few cases. " +
    "INTERIM: a look before the planned number of cases, at which only overwhelming evidence counts."
  );
}
