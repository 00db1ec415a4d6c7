import { isOtherArm, lastClearing, neverTripped } from "./kill-latch.ts";
import type { Judgement } from "./judgement.ts";
import { isGrowing, type EvidenceReason } from "./kill-standing.ts";
import { holds } from "../scalars/comparator.ts";
import { isBuiltInMetric, parseCondition, type Condition } from "../scalars/condition.ts";
import { addDecimals, compareDecimals, decimalNumber } from "../scalars/decimal.ts";
import { moneyDecimal, parseMoney, zeroMoney, type Money } from "../scalars/money.ts";
import { mostKnown, type MostKnown } from "../spend/most-known.ts";
import { quantityNumber } from "../scalars/quantity.ts";
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
 * It judges the records twice for each entry that takes something back, unless a bound shows that no condition can have
 * held. An estimate that a bill replaces was never spent, so it takes nothing back.
 */
export function takenBackTrips({ history, kill }: Pick<Standing, "history" | "kill">): readonly TakenBack[] {
  const { now } = history;
  const open = now.kill.filter(
    (item) =>
      !neverTripped(item, now) &&
      kill.some(({ criterion, verdict }) => criterion.id === item.criterion.id && verdict !== "tripped"),
  );
  const takers = open.length === 0 ? [] : takersOf(history);
  if (takers.length === 0) return [];
  const most = mostKnown(now, (entry) => history.knownMs(entry));
  return open.flatMap(({ criterion }) => {
    const canHaveTripped = couldTrip(criterion, now, most);
    const cleared = lastClearing(criterion.id, now.log.counted)?.at.epochMs ?? -Infinity;
    for (const taker of takers) {
      if (history.knownMs(taker.by) < cleared || !bearsOn(criterion, taker)) continue;
      if (!canHaveTripped(taker.by)) continue;
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
 * Whether a criterion can have been tripped just before an entry took something back, by any condition that was agreed
 * for it so far. If there is no bound, it can.
 */
function couldTrip(criterion: KillCriterion, now: Judgement, most: MostKnown): (taker: Entry) => boolean {
  const conditions = agreedConditions(criterion, now);
  const tests = conditions?.map((condition) => couldHold(condition, now, most));
  return (taker) => tests?.every((test) => test !== undefined && !test(taker)) !== true;
}

/** Undefined where one of them cannot be read, or where a person answers. */
function agreedConditions({ id, when }: KillCriterion, { amendments }: Judgement): readonly Condition[] | undefined {
  if (when === undefined) return undefined;
  const changes = amendments.flatMap(({ amendment }) => amendment.changes);
  const texts = changes.filter(({ term }) => term === `kill-criteria.${id}.when`).flatMap(({ from, to }) => [from, to]);
  const read = texts.flatMap((text) => (text === undefined ? [] : [parseCondition(text)]));
  const before = read.flatMap((condition) => (condition.ok ? [condition.value] : []));
  return before.length === read.length ? [when, ...before] : undefined;
}

/** Whether what was known can have been so much; undefined where a condition is about something else. */
function couldHold(
  condition: Condition,
  { spend, amendments }: Judgement,
  { money, hours }: MostKnown,
): ((taker: Entry) => boolean) | undefined {
  const { metric, comparator, quantity } = condition;
  if (!isGrowing(condition)) return undefined;
  if (metric === "hours.total" && quantity.unit === "h")
    return (taker) => holds(compareDecimals(hours(taker), quantity.amount), comparator);
  if (money === undefined) return undefined;
  // The total is rounded to a minor unit.
  const minor = moneyDecimal({ minor: 1n, currency: spend.currency });
  if (metric === "spend.total" && quantity.unit === spend.currency)
    return (taker) => holds(compareDecimals(addDecimals(money(taker), minor), quantity.amount), comparator);
  if (metric !== "spend.share" || quantity.unit !== "%") return undefined;
  const cap = decimalNumber(moneyDecimal(leastCap(spend.cap ?? zeroMoney(spend.currency), amendments)));
  // Shares are rounded to a hundredth of a percent before they are compared.
  return (taker) =>
    holds(decimalNumber(addDecimals(money(taker), minor)) / cap + 0.0001 - quantityNumber(quantity), comparator);
}

/** Of the caps that were agreed so far, the one that is exceeded first. */
function leastCap(cap: Money, amendments: Judgement["amendments"]): Money {
  const changes = amendments.flatMap(({ amendment }) => amendment.changes);
  return changes
    .filter(({ term }) => term === "spend_cap")
    .flatMap(({ from, to }) => [from, to])
    .flatMap((text) => {
      const read = text === undefined ? undefined : parseMoney(text);
      return read?.ok === true ? [read.value] : [];
    })
    .reduce((least, one) => (one.minor < least.minor ? one : least), cap);
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
