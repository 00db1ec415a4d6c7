import { runPolicy } from "../../checks/registry.ts";
import { withRefusals } from "../../checks/start-checks.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { endOfUse, followUpStanding } from "../../domain/follow-up/follow-up-standing.ts";
import { nextActions } from "../../domain/next/next-actions.ts";
import { overdueDays, pocState } from "../../domain/portfolio/poc-state.ts";
import type {
  RowSummary,
  SpendDay,
  SummaryAct,
  SummaryDecision,
  SummaryDetails,
  SummaryFollowUp,
  SummarySpend,
  SummaryTimebox,
} from "../../domain/portfolio/poc-summary.ts";
import { workingDates } from "../../domain/records/timebox.ts";
import { daysBetween, type CivilDate } from "../../domain/scalars/calendar.ts";
import { addDecimals, decimal } from "../../domain/scalars/decimal.ts";
import { roundedMoney, type Money } from "../../domain/scalars/money.ts";
import type { AsOf } from "../../domain/standing/as-of.ts";
import { isFinal, lostSupport } from "../../domain/standing/decision.ts";
import { causeOf } from "../../domain/standing/risk-standing.ts";
import { RULES } from "../../domain/standing/recommendation.ts";
import { standingOf, type Standing } from "../../domain/standing/standing.ts";
import { actWords } from "../../wording/acts.ts";
import { rivalsClause } from "../../wording/disputes.ts";
import { evalSentence } from "../../wording/evals.ts";
import { lostSupportClause } from "../../wording/outcome/lost-support.ts";
import { alarmClause, recommendationClause } from "../../wording/recommendation.ts";
import { exitCodeOf } from "../poc/exit-code.ts";
import type { OpenPoc } from "../poc/open-poc.ts";

/** What a portfolio shows of a PoC as of an instant, with the standing that it was made of. */
export interface SummarisedPoc {
  readonly summary: RowSummary;
  readonly details: SummaryDetails;
  readonly standing: Standing;
}

/** It depends on the records and the day alone. */
export function summarisePoc({ records, diagnostics }: Pick<OpenPoc, "records" | "diagnostics">, at: AsOf) {
  const standing = withRefusals(standingOf(records, at), diagnostics);
  return { standing, summary: summaryOf(standing, diagnostics), details: detailsOf(standing) } satisfies SummarisedPoc;
}

function summaryOf(standing: Standing, diagnostics: readonly Diagnostic[]): RowSummary {
  const found = [...diagnostics, ...runPolicy(standing)];
  const { log, recommendation } = standing;
  const { charter } = standing.definitions;
  return {
    asOf: standing.asOf.date,
    title: charter?.title ?? "",
    question: charter?.question,
    owner: charter?.owner,
    sponsor: charter?.sponsor,
    team: charter?.team,
    state: pocState(standing),
    started: standing.started?.date,
    timebox: timeboxOf(standing),
    overdue: overdueDays(standing),
    spend: spendOf(standing),
    recommendation: {
      outcome: recommendation.outcome,
      rule: recommendation.rule,
      reason: reasonOf(standing),
    },
    decision: decisionOf(standing),
    followUp: followUpOf(standing),
    causes: standing.risks
      .filter(({ level }) => level === "high")
      .map(({ risk }) => causeOf(risk))
      .filter((cause) => cause !== undefined),
    memos: standing.memos.filter((name) => name.startsWith("decision")),
    next: nextOf(standing),
    exitCodes: {
      error: exitCodeOf(found, "error"),
      warning: exitCodeOf(found, "warning"),
      note: exitCodeOf(found, "note"),
    },
    entries: log.counted.length,
    lastEntry: log.counted.at(-1)?.date,
    unreadable: unreadableOf(standing, diagnostics),
  };
}

function detailsOf({ definitions, spend, evals }: Standing): SummaryDetails {
  return {
    unknowns: (definitions.charter?.unknowns ?? []).map(({ question }) => question),
    metrics: definitions.evals.map(({ metric, id }) => metric ?? id),
    spendDays: spendDays(spend),
    figures: evals.filter((one) => one.eval.primary && one.judged !== undefined).map((one) => evalSentence(one)),
  };
}

function timeboxOf({ definitions, timebox, firstWorkingDays }: Standing): SummaryTimebox | undefined {
  const agreed = definitions.charter?.timebox;
  if (timebox === undefined || agreed === undefined) return undefined;
  const { start, end, day, of } = timebox;
  const first =
    firstWorkingDays === undefined ? end : workingDates({ ...agreed, workingDays: firstWorkingDays }).at(-1);
  return { start, end, firstEnd: first ?? end, day, of };
}

function spendOf({ spend, loaded }: Standing): SummarySpend {
  return {
    total: spend.total,
    cap: spend.cap,
    share: spend.share,
    loaded: loaded.total,
    unconverted: [...new Set(spend.unconverted.map(({ amount }) => amount.currency))],
  };
}

function spendDays({ items, currency }: Standing["spend"]): readonly SpendDay[] {
  const days = new Map<CivilDate, Money>();
  let total = decimal(0);
  for (const { entry, exact } of items) {
    if (exact === undefined) continue;
    total = addDecimals(total, exact);
    days.set(entry.date, roundedMoney(total, currency));
  }
  return [...days].map(([date, sum]) => ({ date, total: sum }));
}

/** A limit that is passed is why somebody has to decide now; what else is open is not. */
function reasonOf({ recommendation: { outcome, reasons, alarms }, decision: { rivals } }: Standing): string {
  if (rivals.length > 0)
    return rivalsClause(rivals.map(({ decision }) => ({ outcome: decision.outcome, decider: decision.by })));
  const [alarm] = alarms;
  return outcome === "decide-now" && alarm !== undefined ? alarmClause(alarm) : recommendationClause(reasons[0]!);
}

function decisionOf(standing: Standing): SummaryDecision | undefined {
  const { timebox } = standing;
  const { current, superseded } = standing.decision;
  if (current === undefined) return undefined;
  const { entry, decision } = current;
  // An extension says when somebody will decide, and not what.
  if (decision.outcome === "extend") return undefined;
  const first = superseded.find((one) => isFinal(one.decision))?.entry ?? entry;
  return {
    outcome: decision.outcome,
    by: decision.by,
    date: entry.date,
    why: decision.why,
    learned: decision.learned,
    retryIf: decision.retryIf,
    recommended: decision.recommended,
    rule: RULES.find(({ name }) => name === decision.rule)?.name,
    firstDate: first.date,
    latency: timebox && daysBetween(timebox.end, first.date),
    notInUse: endOfUse(standing)?.followUp.notInUse,
    unsupported: lostSupport(standing) && lostSupportClause(standing),
    entry: entry.id,
  };
}

function followUpOf(standing: Standing): SummaryFollowUp | undefined {
  const promised = followUpStanding(standing);
  if (promised?.stored !== true) return undefined;
  const { pending, due } = promised;
  return { pending, answered: due.filter(({ state }) => state === "answered").length };
}

function nextOf(standing: Standing): SummaryAct | undefined {
  const [action] = nextActions(standing);
  if (action === undefined) return undefined;
  const { code, role, who, by, late } = action;
  return { code, text: actWords(action).text, role, who, by, late };
}

/** In the words of the first problem, for the reason of a recommendation says no more than the name of the file. */
function unreadableOf({ unreadable }: Standing, diagnostics: readonly Diagnostic[]): string | undefined {
  const [first] = unreadable;
  if (first === undefined) return undefined;
  const told = diagnostics.find(({ place }) => unreadable.some(({ file }) => file === place.file));
  return told === undefined ? `${first.file} cannot be read` : `${told.place.file}: ${told.message}`;
}
