import type { CivilDate } from "../scalars/calendar.ts";
import { effortStanding } from "../spend/effort.ts";
import type { Entry } from "../records/entry.ts";
import type { EvalVerdict } from "../evidence/eval-standing.ts";
import { neverTripped } from "./kill-latch.ts";
import type { Judgement } from "./judgement.ts";
import { sumMoney } from "../scalars/money.ts";
import { basisParts, type SpendStanding } from "../spend/spend.ts";
import { workingDayOf } from "../records/timebox.ts";
import type { Moment, VerdictHistory, Verdicts } from "./verdict-history.ts";
import type { SpendItem } from "../spend/spend-item.ts";
import type { Turn, Since } from "./since.ts";

/**
 * When a kill criterion was tripped at the end of a day, by the entries and terms of that day, and what was spent after
 * it; undefined where it never was. It walks the history, which takes about as long as the whole standing.
 */
export function killTrippedSince(history: VerdictHistory, id: string): Since | undefined {
  const now = history.now.kill.find(({ criterion }) => criterion.id === id);
  if (now !== undefined && neverTripped(now, history.now)) return undefined;
  return sinceOf(history, ({ kill }) => {
    const standing = kill.find(({ criterion }) => criterion.id === id);
    return standing?.verdict === "tripped" ? standing.entries : undefined;
  });
}

/** When the verdict on an eval was `verdict`. */
export function evalVerdictSince(history: VerdictHistory, id: string, verdict: EvalVerdict): Since | undefined {
  return sinceOf(history, ({ evals }) => {
    const standing = evals.find((item) => item.eval.id === id);
    if (standing?.verdict !== verdict) return undefined;
    return standing.judged === undefined ? [] : [standing.judged.entry.id];
  });
}

/** Ids of the entries that it rests on where it holds; undefined where it does not. */
type Holds = (verdicts: Verdicts) => readonly string[] | undefined;

interface TurnAt extends Turn {
  /** Entries later than this come after it. */
  readonly epochMs: number;
}

function sinceOf(history: VerdictHistory, holds: Holds): Since | undefined {
  const restsAt = (moment: Moment) => holds(history.at(moment));
  const turned: TurnAt[] = [];
  for (const date of history.dates()) {
    const still = turned.length % 2 === 1;
    if ((restsAt(history.endOf(date)) !== undefined) !== still) turned.push(turnOn(date, !still, history, restsAt));
  }
  const [first, ...turns] = turned;
  if (first === undefined) return undefined;
  const still = turned.length % 2 === 1;
  return { ...withoutMs(first), turns: turns.map(withoutMs), still, ...spentWhile(turned, history.now) };
}

function withoutMs({ entry, date, workingDay }: TurnAt): Turn {
  return { entry, date, workingDay };
}

interface Candidate extends Moment {
  readonly entries: readonly Entry[];
}

/**
 * What made it `holding` on a day at whose end it is, and at whose beginning it was not. Looked for backwards from the
 * end of the day in growing steps and then by halves, so that a day of a thousand runs costs a dozen looks.
 */
function turnOn(
  date: CivilDate,
  holding: boolean,
  history: VerdictHistory,
  restsAt: (moment: Moment) => readonly string[] | undefined,
): TurnAt {
  const candidates = candidatesOf(date, history);
  const turned = (index: number) => index >= 0 && (restsAt(candidates[index]!) !== undefined) === holding;
  let after = candidates.length - 1;
  let before = after - 1;
  for (let step = 2; turned(before); step *= 2) [after, before] = [before, Math.max(-1, before - step)];
  while (after - before > 1) {
    const middle = (after + before) >> 1;
    if (turned(middle)) after = middle;
    else before = middle;
  }
  const found = candidates[after];
  const rests = found === undefined ? undefined : restsAt(found);
  const entry = found?.entries.find(({ id }) => rests?.includes(id)) ?? found?.entries.at(-1);
  return {
    entry,
    date,
    workingDay: workingDayOf(date, history.now.definitions.charter?.timebox),
    epochMs: found?.epochMs ?? history.beginningOf(date).epochMs,
  };
}

/** The moments of a day at which a verdict may change: its beginning, and each moment at which something was logged. */
function candidatesOf(date: CivilDate, history: VerdictHistory): readonly Candidate[] {
  const beginning = history.beginningOf(date);
  const end = history.endOf(date).epochMs;
  const entries = history
    .entries()
    .map((entry) => ({ entry, knownMs: history.knownMs(entry) }))
    .filter(({ entry, knownMs }) => knownMs >= history.fromMs && knownMs <= end && history.knownOn(entry) === date)
    .sort((a, b) => a.knownMs - b.knownMs);
  const byMoment = new Map<number, Entry[]>();
  for (const { entry, knownMs } of entries) {
    const same = byMoment.get(knownMs);
    if (same === undefined) byMoment.set(knownMs, [entry]);
    else same.push(entry);
  }
  return [
    ...(beginning.epochMs < history.fromMs ? [] : [{ ...beginning, entries: [] }]),
    ...[...byMoment].map(([epochMs, logged]) => ({ epochMs, date, entries: logged })),
  ];
}

/** What was logged later than the first, third, … turn and up to the next. */
function spentWhile(turned: readonly TurnAt[], { log, spend, definitions }: Judgement) {
  const spans = turned.flatMap(({ epochMs }, k) =>
    k % 2 === 0 ? [{ from: epochMs, to: turned[k + 1]?.epochMs ?? Infinity }] : [],
  );
  const after = log.counted.filter(
    (entry) =>
      (entry.spend.length > 0 || entry.time.length > 0) &&
      spans.some(({ from, to }) => entry.at.epochMs > from && entry.at.epochMs <= to),
  );
  const entriesAfter = after.map(({ id }) => id);
  const ids = new Set(entriesAfter);
  const items = spend.items.filter(({ entry }) => ids.has(entry.id));
  const without = items.flatMap(({ amount, converted }) => (converted === undefined ? [amount] : []));
  const parts = basisParts(grownBy(ids, spend), spend.currency);
  const currencies = [...new Set(without.map(({ currency }) => currency))];
  return {
    spentAfter: sumMoney(
      parts.map(({ spent }) => spent),
      spend.currency,
    ),
    spentParts: parts,
    unconvertedAfter: currencies.map((currency) =>
      sumMoney(
        without.filter((amount) => amount.currency === currency),
        currency,
      ),
    ),
    hoursAfter: effortStanding(after, undefined, definitions.costs, spend.currency).hours,
    entriesAfter,
  };
}

/**
 * By which amounts the total grew with these entries: what they hold, less what bills among them took the place of. A
 * bill for what was estimated before a criterion was tripped was not spent after it.
 */
function grownBy(ids: ReadonlySet<string>, { items, replaced: { replacements } }: SpendStanding): readonly SpendItem[] {
  const taken = replacements.flatMap(({ replaced }) => replaced);
  const less = replacements.filter(({ by }) => ids.has(by.entry.id)).flatMap(({ replaced }) => replaced);
  const negative = ({ converted, exact, ...item }: SpendItem) => ({
    ...item,
    converted: converted && { ...converted, minor: -converted.minor },
    exact: exact && { ...exact, digits: -exact.digits },
  });
  return [...[...items, ...taken].filter(({ entry }) => ids.has(entry.id)), ...less.map(negative)].filter(
    ({ converted }) => converted !== undefined,
  );
}
