import { agreementOf, type Agreement } from "../history/agreement.ts";
import { valueStanding, type ValueStanding } from "../business-case/business-case.ts";
import type { CivilDate } from "../scalars/calendar.ts";
import type { BuiltInMetric } from "../scalars/condition.ts";
import { decisionStanding, isFinal, type DecisionStanding } from "./decision.ts";
import { decimalOf, roundDecimal, type Decimal } from "../scalars/decimal.ts";
import { effortStanding, type EffortStanding } from "../spend/effort.ts";
import type { Entry } from "../records/entry.ts";
import { seenIn } from "../records/seen.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import { evalStandings } from "../evidence/judged-evals.ts";
import { killStanding, type BuiltInFigures, type KillGrounds, type EvidencedKill } from "./kill-standing.ts";
import { saying, sayingAny, type EffectiveLog } from "../records/log.ts";
import { moneyDecimal, type Money } from "../scalars/money.ts";
import { comparableDecimal, type Rational } from "../scalars/rational.ts";
import { LOG_FOLDER, type Definitions, type Records } from "../records/records.ts";
import { isUnread } from "../records/unread.ts";
import type { Place } from "../../diagnostics/place.ts";
import { inCurrency, spendStanding, type SpendStanding } from "../spend/spend.ts";
import { timeboxPosition, type TimeboxPosition } from "../records/timebox.ts";
import { projectedCosts, unitEconomics, type UnitEconomics } from "../spend/unit-economics.ts";
import type { AsOf } from "./as-of.ts";

/**
 * What the records prove as of an instant, by the terms then in force: the part of a standing that is judged anew for
 * each day of a replay. What follows from it (checklists, recommendation, next steps) is in `Standing`.
 */
export interface Judgement extends Agreement {
  readonly timebox: TimeboxPosition | undefined;
  readonly decision: DecisionStanding;
  /** Whether a person ended the work. */
  readonly decided: boolean;
  /** Whether the timebox is over. */
  readonly over: boolean;
  readonly spend: SpendStanding;
  readonly effort: EffortStanding;
  /** What a task costs, and would cost in production. */
  readonly unit: UnitEconomics;
  readonly value: ValueStanding;
  readonly evals: readonly EvalStanding[];
  /** What of the records could not be read. */
  readonly unreadable: Records["unreadable"];
  /** By the evidence of this instant alone; what was tripped before is not in it (`kill-latch.ts`). */
  readonly kill: readonly EvidencedKill[];
}

/**
 * Judges the records as of an instant: the front door of the domain.
 *
 * Of the log it counts what was written until `asOf.epochMs` (milliseconds since 1970) and not withdrawn since. Once
 * the work has started, the frozen terms and their amendments replace what the files say by now; before that the files
 * count. Calendar questions, such as whether the timebox is over, are answered for `asOf.date`, a day in the time zone
 * of the charter.
 *
 * `seenMs` is that of the whole log, where `records` contains a part of it.
 *
 * It throws nothing: what the records leave open is undefined in the result, and a result that contradicts its eval is
 * an `invalid` one in `evals`. Money is in the currency of the spend cap, hours are hours.
 */
export function judgementOf(
  records: Records,
  asOf: Pick<AsOf, "epochMs" | "date">,
  seenMs = seenIn(records.log),
): Judgement {
  const agreement = agreementOf(records, asOf.epochMs, seenMs);
  const { log, amendments, definitions } = agreement;
  const { counted } = log;
  const { charter, costs } = definitions;
  const timebox = charter?.timebox && timeboxPosition(charter.timebox, asOf.date);
  const decision = decisionStanding(counted);
  const decided = decision.current !== undefined && isFinal(decision.current.decision);
  const over = timebox?.phase === "after";
  const withdrawn = withdrawnOf(log);
  const past = { withdrawn, seenMs };
  const spend = spendStanding(counted, charter?.spendCap, costs, charter?.timebox, timebox, past);
  const effort = effortStanding(counted, charter?.hoursCap, costs, spend.currency, charter?.timebox, timebox, past);
  const last = decided || (timebox !== undefined && asOf.date >= timebox.end);
  const look = {
    confidence: charter?.confidence ?? 0.95,
    last,
    end: timebox?.end,
    closings: closingsOf(counted),
    withdrawn,
    seenMs,
    unread: charter !== undefined && isUnread(charter, "confidence") ? ["confidence"] : [],
  };
  const evals = evalStandings(definitions.evals, counted, amendments, look);
  const unit = unitEconomics(counted, spend, evals, definitions);
  const value = valueStanding(definitions.value, costs, spend.currency, {
    counted: idsOf(counted),
    projected: projectedCosts(unit),
  });
  const judgement = {
    ...agreement,
    timebox,
    decision,
    decided,
    over,
    spend,
    effort,
    unit,
    value,
    evals,
    unreadable: records.unreadable,
  };
  const grounds = killGrounds(judgement, asOf.date);
  return { ...judgement, kill: definitions.killCriteria.map((criterion) => killStanding(criterion, grounds)) };
}

/** Entries that end a part of the work: passed gates, and decisions except extensions. */
function closingsOf(counted: readonly Entry[]): readonly Entry[] {
  return sayingAny(counted, ["gate", "decision"]).filter(
    ({ gate, decision }) => gate !== undefined || (decision !== undefined && isFinal(decision)),
  );
}

/** The ids of entries. The set is made when it is first asked, because most PoCs never do. */
function idsOf(entries: readonly Entry[]): Pick<ReadonlySet<string>, "has"> {
  let ids: ReadonlySet<string> | undefined;
  return { has: (id) => (ids ??= new Set(entries.map((entry) => entry.id))).has(id) };
}

function withdrawnOf({ entries, withdrawn }: EffectiveLog): readonly { readonly entry: Entry; readonly by: Entry }[] {
  if (withdrawn.size === 0) return [];
  return entries.flatMap((entry) => {
    const by = withdrawn.get(entry.id);
    return by === undefined ? [] : [{ entry, by }];
  });
}

/** What kill criteria are judged by on a day. */
export function killGrounds(judgement: Omit<Judgement, "kill">, today: CivilDate): KillGrounds {
  const { log, evals, spend, effort, value, definitions, over, decided, unreadable } = judgement;
  const figures = builtInFigures({ spend, effort, value, definitions }, unreadable);
  return { evals, figures, answers: latestAnswers(log.counted), today, closed: over || decided };
}

function latestAnswers(
  counted: readonly Entry[],
): ReadonlyMap<string, { readonly answer: "yes" | "no"; readonly entry: Entry }> {
  const latest = new Map<string, { readonly answer: "yes" | "no"; readonly entry: Entry }>();
  for (const entry of saying(counted, "answers"))
    for (const [id, answer] of entry.answers) latest.set(id, { answer, entry });
  return latest;
}

/** What the built-in figures are read from. */
interface FigureSources {
  readonly spend: SpendStanding;
  readonly effort: EffortStanding;
  readonly value: ValueStanding;
  readonly definitions: Definitions;
}

function builtInFigures(sources: FigureSources, unreadable: readonly Place[]): BuiltInFigures {
  const { spend, value, definitions } = sources;
  return {
    unread: (metric) =>
      metric === "payback.months" || metric === "impact.annual"
        ? value.unread
        : [...new Set(unreadable.filter((place) => feeds(place, metric, definitions)).map(({ file }) => file))],
    figure(metric, unit) {
      const amount = amountOf(metric, unit, sources);
      if (amount === undefined || amount === "never") return amount;
      const shown =
        metric === "payback.months"
          ? value.payback
          : metric === "impact.annual"
            ? moneyIn(value.impact, unit, definitions)
            : undefined;
      return {
        amount,
        entries: [...new Set(entriesBehind(metric, sources))],
        parts: metric.startsWith("spend") ? spend.byBasis : [],
        ...(shown === undefined || shown === "never" ? {} : { shown }),
      };
    },
  };
}

function amountOf(
  metric: BuiltInMetric,
  unit: string,
  { spend, effort, value, definitions }: FigureSources,
): Decimal | "never" | undefined {
  switch (metric) {
    case "spend.total":
      return unit === spend.currency ? spend.exact : moneyIn(spend.total, unit, definitions);
    case "spend.share": {
      const share =
        spend.share === undefined || unit !== "%" ? undefined : decimalOf(Number((spend.share * 100).toFixed(6)));
      return share?.ok ? roundDecimal(share.value, 2) : undefined;
    }
    case "hours.total":
      return unit === "h" ? effort.hours : undefined;
    case "effort.total":
      return moneyIn(effort.cost, unit, definitions);
    case "payback.months":
      return unit === "" || unit.startsWith("month")
        ? comparable(value.faults.length > 0 ? undefined : value.exact?.payback)
        : undefined;
    case "impact.annual":
      return value.faults.length > 0
        ? undefined
        : unit === value.currency && value.exact !== undefined
          ? comparable(value.exact.impact)
          : moneyIn(value.impact, unit, definitions);
  }
}

function moneyIn(amount: Money | undefined, unit: string, { costs }: Definitions): Decimal | undefined {
  const converted = amount && (amount.currency === unit ? amount : inCurrency(amount, unit, costs));
  return converted && moneyDecimal(converted);
}

function entriesBehind(metric: BuiltInMetric, { spend, effort }: FigureSources): readonly string[] {
  if (metric.startsWith("spend")) return spend.items.map((item) => item.entry.id);
  return metric.startsWith("hours") || metric.startsWith("effort") ? effort.entries : [];
}

/** Whether a place that cannot be read holds a part of a figure: an amount, hours, or what they are counted in. */
function feeds({ file, path }: Place, metric: BuiltInMetric, { charter, costs }: Definitions): boolean {
  const [key] = path;
  const [money, time] = [metric.startsWith("spend."), metric.startsWith("hours.") || metric.startsWith("effort.")];
  if (file.startsWith(`${LOG_FOLDER}/`))
    return (money && (key === undefined || key === "spend")) || (time && (key === undefined || key === "time"));
  // Without a cap and without a currency that can be read, amounts are in a currency that nobody stated.
  return money && charter?.spendCap === undefined && (isUnread(costs, "currency") || capUnread(charter));
}

function capUnread(charter: Definitions["charter"]): boolean {
  return charter !== undefined && isUnread(charter, "spend_cap");
}

/** Not rounded: a payback of a day over twelve months is over twelve months. */
function comparable(figure: Rational | "never" | undefined): Decimal | "never" | undefined {
  return figure === undefined || figure === "never" ? figure : comparableDecimal(figure);
}
