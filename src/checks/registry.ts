import type { Code } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Standing } from "../domain/standing/standing.ts";
import { overrides } from "./organisation/overrides.ts";
import { policy } from "./organisation/policy.ts";
import { amendedAfterBreach } from "./conduct/amended-after-breach.ts";
import { amendment } from "./conduct/amendment.ts";
import { assumption } from "./evidence/assumption.ts";
import { charterComplete } from "./charter/charter-complete.ts";
import type { Check } from "./check.ts";
import { commitment } from "./charter/commitment.ts";
import { samePlace } from "./could-be-read.ts";
import { decision } from "./conduct/decision.ts";
import { drift } from "./conduct/drift.ts";
import { entryTime } from "./conduct/entry-time.ts";
import { evidenceEmpty } from "./conduct/evidence-empty.ts";
import { evalDecidable } from "./evidence/eval-decidable.ts";
import { evalDefinition } from "./evidence/eval-definition.ts";
import { evalDeviation } from "./evidence/eval-deviation.ts";
import { evalSize } from "./evidence/eval-size.ts";
import { judgeLabelsCheck } from "./evidence/judge-labels.ts";
import { labelsChanged } from "./evidence/labels-changed.ts";
import { evalWay } from "./evidence/eval-way.ts";
import { evalEvidence } from "./evidence/eval-evidence.ts";
import { exchangeRate } from "./money/exchange-rate.ts";
import { followUp } from "./conduct/follow-up.ts";
import { gate } from "./conduct/gate.ts";
import { hoursCap } from "./money/hours-cap.ts";
import { hoursOfDay } from "./money/hours-of-day.ts";
import { killDecidable } from "./evidence/kill-decidable.ts";
import { killDefinition } from "./evidence/kill-definition.ts";
import { killReach } from "./evidence/kill-reach.ts";
import { killVerdict } from "./evidence/kill-verdict.ts";
import { logWithoutHours } from "./conduct/log-without-hours.ts";
import { resultModel } from "./evidence/result-model.ts";
import { logSilent } from "./conduct/log-silent.ts";
import { modelPrice } from "./money/model-price.ts";
import { motivation } from "./charter/motivation.ts";
import { notStarted } from "./conduct/not-started.ts";
import { people } from "./conduct/people.ts";
import { placeholder } from "./charter/placeholder.ts";
import { capCurrency } from "./money/cap-currency.ts";
import { replacement } from "./money/replacement.ts";
import { brokenCasesCheck } from "./evidence/broken-cases.ts";
import { measuredBaseline } from "./evidence/measured-baseline.ts";
import { resultWithoutCount } from "./evidence/result-without-count.ts";
import { resultValid } from "./evidence/result-valid.ts";
import { risk } from "./case/risk.ts";
import { secret } from "./conduct/secret.ts";
import { spendAmount } from "./money/spend-amount.ts";
import { spendCap } from "./money/spend-cap.ts";
import { stack } from "./charter/stack.ts";
import { resultTwice } from "./evidence/result-twice.ts";
import { actOrder } from "./conduct/act-order.ts";
import { disputes } from "./conduct/disputes.ts";
import { termsReadable } from "./conduct/terms-readable.ts";
import { withdrawnAct } from "./conduct/withdrawn-act.ts";
import { startLate } from "./charter/start-late.ts";
import { timeboxExtension } from "./charter/timebox-extension.ts";
import { timeboxLength } from "./charter/timebox-length.ts";
import { timeboxOver } from "./charter/timebox-over.ts";
import { undoRefused } from "./conduct/undo-refused.ts";
import { unknowns } from "./charter/unknowns.ts";
import { valueCase } from "./case/value-case.ts";
import { valueGrounds } from "./case/value-grounds.ts";

/** Every check of the policy, in the order of the files it looks at: charter, definitions, log, decision. */
export const CHECKS: readonly Check[] = [
  notStarted,
  startLate,
  charterComplete,
  commitment,
  unknowns,
  motivation,
  timeboxLength,
  timeboxExtension,
  timeboxOver,
  stack,
  spendCap,
  spendAmount,
  replacement,
  hoursCap,
  hoursOfDay,
  capCurrency,
  exchangeRate,
  modelPrice,
  evalDefinition,
  evalSize,
  evalDecidable,
  evalEvidence,
  evalWay,
  judgeLabelsCheck,
  labelsChanged,
  evalDeviation,
  resultValid,
  resultTwice,
  resultWithoutCount,
  brokenCasesCheck,
  measuredBaseline,
  resultModel,
  assumption,
  killDefinition,
  killDecidable,
  killReach,
  killVerdict,
  risk,
  valueCase,
  valueGrounds,
  drift,
  amendment,
  amendedAfterBreach,
  disputes,
  withdrawnAct,
  actOrder,
  termsReadable,
  undoRefused,
  logSilent,
  logWithoutHours,
  entryTime,
  secret,
  decision,
  followUp,
  people,
  evidenceEmpty,
  gate,
  policy,
  overrides,
  placeholder,
];

/** Everything that the policy finds in a standing, not just the first problem. */
export function runPolicy(standing: Standing): readonly Diagnostic[] {
  return withoutEchoes(CHECKS.flatMap((check) => check.run(standing)));
}

/** Codes that report something as missing, at the place where it should be. */
const GAPS: ReadonlySet<Code> = new Set<Code>([
  "charter-incomplete",
  "owner-missing",
  "sponsor-missing",
  "mvp-budget-missing",
  "stack-missing",
  "spend-cap-missing",
  "eval-target-missing",
  "margin-reason-missing",
  "kill-criterion-undated",
  "risk-unassessed",
  "risk-high-unowned",
  "value-incomplete",
  "payback-threshold-missing",
]);

/** If another check explains what a placeholder's absence means, the two are one problem. */
export function withoutEchoes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const gaps = diagnostics.filter(({ code }) => GAPS.has(code));
  return diagnostics.filter(
    (diagnostic) =>
      diagnostic.code !== "placeholder-left" || !gaps.some((gap) => samePlace(gap.place, diagnostic.place)),
  );
}
