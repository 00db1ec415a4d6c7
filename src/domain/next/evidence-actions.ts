import type { CivilDate } from "../scalars/calendar.ts";
import { isBuiltInMetric } from "../scalars/condition.ts";
import type { EvalStanding, EvalVerdict } from "../evidence/eval-standing.ts";
import type { KillStanding } from "../standing/kill-standing.ts";
import { logSilence } from "../standing/log-silence.ts";
import { isEnding, type Ask, type Situation } from "./next-action.ts";
import type { Standing } from "../standing/standing.ts";

export interface EvidenceActs {
  readonly "answer-kill-criterion": { readonly id: string; readonly ask: string };
  readonly "settle-kill-criterion": { readonly id: string; readonly why: KillStanding["because"] };
  /**
   * `cases` and `planned` after an early look: how many cases it had, and how many are planned. `kill`: the criteria
   * that need the figure.
   */
  readonly "measure-eval": {
    readonly id: string;
    readonly metric: string | undefined;
    readonly early: boolean;
    readonly cases: number | undefined;
    readonly planned: number | undefined;
    readonly kill: readonly string[];
  };
  readonly "settle-eval": {
    readonly id: string;
    readonly metric: string | undefined;
    readonly why: EvalStanding["why"];
    readonly kill: readonly string[];
  };
  readonly "fix-result": { readonly id: string; readonly why: EvalStanding["why"] };
  readonly "check-assumption": { readonly id: string; readonly statement: string | undefined };
  /** `days`: whole working days without an entry. */
  readonly "log-work": { readonly days: number; readonly since: CivilDate };
}

/** What has to be measured, answered and logged while the clock runs. */
export function evidenceActions({ standing }: Situation): readonly Ask<EvidenceActs>[] {
  if (standing.phase !== "running" && standing.phase !== "over") return [];
  // To measure on before a no-go would only cost. A word costs nothing, and may be all that was missing in time.
  if (isEnding(standing))
    return standing.recommendation.rule === "timebox-over-not-proven" ? standing.kill.flatMap(answerActions) : [];
  return [
    ...standing.kill.flatMap((item) => [...answerActions(item), ...settleActions(item, standing)]),
    ...standing.evals.flatMap((item) => evalActions(item, standing)),
    ...silenceActions(standing),
    ...assumptionActions(standing),
  ];
}

function isOpen({ verdict }: KillStanding): boolean {
  return verdict === "pending" || verdict === "overdue";
}

/** A question is the owner's to answer. */
function answerActions(item: KillStanding): readonly Ask<EvidenceActs>[] {
  const { id, ask, by } = item.criterion;
  if (ask === undefined || !isOpen(item)) return [];
  return [{ code: "answer-kill-criterion", role: "owner", data: { id, ask }, by, entries: item.entries }];
}

/** A figure is the engineers' to settle, once there is one. */
function settleActions(item: KillStanding, { evals }: Standing): readonly Ask<EvidenceActs>[] {
  const { id, when, by } = item.criterion;
  if (when === undefined || !isOpen(item)) return [];
  // A figure of the PoC itself is judged on its day without anybody doing anything.
  if (isBuiltInMetric(when.metric) && item.verdict === "pending") return [];
  // The action of the eval settles both, so it takes over the day.
  if (evals.some((one) => one.eval.id === when.metric && NO_VERDICT.includes(one.verdict))) return [];
  const why = item.because;
  return [{ code: "settle-kill-criterion", role: "engineer", data: { id, why }, by, entries: item.entries }];
}

const NO_VERDICT: readonly EvalVerdict[] = ["unmeasured", "unsettled", "invalid"];

/** Not measured yet, or only looked at before its planned run. */
function isToMeasure({ verdict, interim }: EvalStanding): boolean {
  return verdict === "unmeasured" || (verdict === "unsettled" && interim);
}

function evalActions(item: EvalStanding, standing: Standing): readonly Ask<EvidenceActs>[] {
  const { verdict, interim, why, judged, n } = item;
  if (!NO_VERDICT.includes(verdict)) return [];
  const { id, metric, minN } = item.eval;
  const ask = { role: "engineer", entries: judged === undefined ? [] : [judged.entry.id] } as const;
  if (verdict === "invalid") return [{ ...ask, code: "fix-result", data: { id, why }, by: standing.asOf.date }];
  const waiting = standing.kill.filter((one) => isOpen(one) && one.criterion.when?.metric === id);
  const kill = waiting.map(({ criterion }) => criterion.id);
  const by = earliest([standing.timebox?.end, ...waiting.map(({ criterion }) => criterion.by)]);
  return isToMeasure(item)
    ? [{ ...ask, code: "measure-eval", data: { id, metric, early: interim, cases: n, planned: minN, kill }, by }]
    : [{ ...ask, code: "settle-eval", role: settledBy(item, kill), data: { id, metric, why, kill }, by }];
}

/** What further runs hardly settle is the decider's; the figure may still be needed for a kill criterion. */
function settledBy({ why }: EvalStanding, kill: readonly string[]): "sponsor" | "engineer" {
  return why?.code === "nothing-left" && kill.length === 0 ? "sponsor" : "engineer";
}

function earliest(days: readonly (CivilDate | undefined)[]): CivilDate | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(0);
}

function silenceActions(standing: Standing): readonly Ask<EvidenceActs>[] {
  const silence = logSilence(standing);
  if (silence === undefined) return [];
  const { days, last } = silence;
  const data = { days, since: last.date };
  return [{ code: "log-work", role: "engineer", data, by: standing.asOf.date, entries: [last.id] }];
}

/** Assumptions that no eval tests are a person's to answer. */
function assumptionActions({ assumptions, timebox }: Standing): readonly Ask<EvidenceActs>[] {
  return assumptions
    .filter(({ assumption, state }) => state === "open" && assumption.testedBy.length === 0)
    .map(({ assumption: { id, statement }, entries }) => ({
      code: "check-assumption",
      role: "engineer",
      data: { id, statement },
      by: timebox?.end,
      entries,
    }));
}
