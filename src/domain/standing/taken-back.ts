import { isOtherArm, lastClearing, neverTripped } from "./kill-latch.ts";
import type { Judgement } from "./judgement.ts";
import { isGrowing, type EvidenceReason } from "./kill-standing.ts";
import { holds } from "../scalars/comparator.ts";
import { isBuiltInMetric } from "../scalars/condition.ts";
import { addDecimals, decimal, decimalNumber, type Decimal } from "../scalars/decimal.ts";
import { moneyDecimal } from "../scalars/money.ts";
import { quantityNumber } from "../scalars/quantity.ts";
import type { SpendStanding } from "../spend/spend.ts";
import { bySeen } from "../history/knowledge.ts";
import type { Entry } from "../records/entry.ts";
import type { KillCriterion } from "../records/kill-criterion.ts";
import type { Standing } from "./standing.ts";
import type { VerdictHistory } from "./verdict-history.ts";

/** A kill criterion that was tripped by what was known then, until an entry of the same day took that back. */
export interface TakenBack {
  readonly criterion: KillCriterion;
  /** What tripped it. */
  readonly was: EvidenceReason;
  /** Ids of the entries that it rested on. */
  readonly entries: readonly string[];
  /** What took it back: a correction, a refund, another answer, an amount that replaces a metered one. */
  readonly by: Entry;
}

/**
 * The counterpart of the latch. What was tripped at the end of a day stays tripped until a person clears it; what was
 * taken back before that trips nothing, and is named. Of each criterion that is not tripped now, the first time.
 *
 * It judges the records twice for each entry that takes something back, and not at all where there is none, or where
 * not enough was spent by then. An estimate that a bill replaces was never spent, so it takes nothing back.
 */
export function takenBackTrips({ history, kill }: Pick<Standing, "history" | "kill">): readonly TakenBack[] {
  const { now } = history;
  const open = now.kill.filter(
    (item) =>
      !neverTripped(item, now) &&
      kill.some(({ criterion, verdict }) => criterion.id === item.criterion.id && verdict !== "tripped"),
  );
  const takers = open.length === 0 ? [] : takersOf(history);
  const paid = takers.length === 0 ? new Map<string, Decimal>() : mostPaid(history);
  return open.flatMap(({ criterion }) => {
    const cleared = lastClearing(criterion.id, now.log.counted)?.at.epochMs ?? -Infinity;
    for (const taker of takers) {
      if (history.knownMs(taker.by) < cleared || !bearsOn(criterion, taker)) continue;
      if (!couldHavePaid(criterion, taker.by, paid.get(taker.by.id), now.spend)) continue;
      const [before, after] = [history.around(taker.by, "before"), history.around(taker.by, "after")];
      const [then, since] = [killOf(before, criterion), killOf(after, criterion)];
      if (since?.because.code !== "not-measured" && isOtherArm(criterion, before, after)) continue;
      if (then?.verdict === "tripped" && since?.verdict !== "tripped")
        return [{ criterion, was: then.because, entries: then.entries, by: taker.by }];
    }
    return [];
  });
}

function killOf({ kill }: Judgement, { id }: KillCriterion) {
  return kill.find(({ criterion }) => criterion.id === id);
}

/**
 * The most that can have been spent when an entry was written, by its id: what was withdrawn or replaced is in it, and
 * no refund that was withdrawn. Empty where not all of it is in the currency of the total, or terms were moved.
 */
function mostPaid(history: VerdictHistory): ReadonlyMap<string, Decimal> {
  const { log, spend, amendments } = history.now;
  const most = new Map<string, Decimal>();
  if (amendments.length > 0) return most;
  let sum = decimal(0);
  for (const entry of asKnown(log.entries, history)) {
    for (const { amount } of entry.spend) {
      if (amount.currency !== spend.currency) return new Map();
      if (amount.minor > 0n || !log.withdrawn.has(entry.id)) sum = addDecimals(sum, moneyDecimal(amount));
    }
    most.set(entry.id, sum);
  }
  return most;
}

/** Whether spend can have passed a threshold before an entry took something back; where nobody can tell, it can. */
function couldHavePaid(
  { when }: KillCriterion,
  by: Entry,
  most: Decimal | undefined,
  { cap, currency }: SpendStanding,
) {
  if (when === undefined || most === undefined || !isGrowing(when)) return true;
  const own = by.spend.reduce((sum, { amount: { minor } }) => (minor < 0n ? sum - minor : sum), 0n);
  const paid = decimalNumber(addDecimals(most, moneyDecimal({ minor: own, currency })));
  const { metric, comparator, quantity } = when;
  if (metric === "spend.total" && quantity.unit === currency) return holds(paid - quantityNumber(quantity), comparator);
  if (metric !== "spend.share" || quantity.unit !== "%" || cap?.currency !== currency) return true;
  // Shares are rounded to a hundredth of a percent before they are compared.
  return holds(paid / decimalNumber(moneyDecimal(cap)) + 0.0001 - quantityNumber(quantity), comparator);
}

interface Taker {
  readonly by: Entry;
  /** The entry that it withdrew; undefined where it takes back by what it says itself. */
  readonly withdrew: Entry | undefined;
  /** Whether it took money back, or put less in the place of money that had been counted. */
  readonly money: boolean;
}

/** Entries in the order in which they were written, whatever day they are dated to. */
function asKnown(entries: readonly Entry[], history: VerdictHistory): readonly Entry[] {
  return entries.toSorted(bySeen((entry) => history.seenMs(entry)));
}

/** Entries written since the start that can take back what was known, oldest first. */
function takersOf(history: VerdictHistory): readonly Taker[] {
  const { started, log, spend } = history.now;
  if (started === undefined) return [];
  const replacing = new Set(
    spend.replaced.replacements.flatMap(({ by, replaced }) =>
      replaced.some(({ basis }) => basis !== "estimated") ? [by.entry] : [],
    ),
  );
  const byId = new Map(log.withdrawn.size === 0 ? [] : log.entries.map((entry) => [entry.id, entry]));
  const withdrew = new Map([...log.withdrawn].map(([id, by]) => [by.id, byId.get(id)]));
  return asKnown(log.counted, history).flatMap((by): readonly Taker[] => {
    if (history.knownMs(by) < started.at.epochMs) return [];
    const gone = withdrew.get(by.id);
    const money = replacing.has(by) || by.spend.some(({ amount }) => amount.minor < 0n);
    return gone !== undefined || money || [...by.answers.values()].includes("no")
      ? [{ by, withdrew: gone, money }]
      : [];
  });
}

/** Whether what was taken back is what a criterion is judged by. */
function bearsOn({ id, when }: KillCriterion, { by, withdrew, money }: Taker): boolean {
  if (when === undefined) return by.answers.get(id) === "no" || withdrew?.answers.get(id) === "yes";
  const { metric } = when;
  if (metric.startsWith("spend.") && money) return true;
  if (withdrew === undefined) return false;
  const { spend, time, results, labels } = withdrew;
  if (metric.startsWith("spend.")) return spend.length > 0;
  if (metric.startsWith("hours.") || metric.startsWith("effort.")) return time.length > 0;
  if (isBuiltInMetric(metric)) return true;
  return results.some((result) => result.eval === metric) || labels?.some((one) => one.eval === metric) === true;
}
