import { parseMoney } from "../scalars/money.ts";
import { addDecimals, decimal, type Decimal } from "../scalars/decimal.ts";
import type { Entry } from "../records/entry.ts";
import { namedTerm } from "../records/term-table.ts";
import type { LoggedAmendment } from "../history/amendments.ts";
import type { EffectiveLog } from "../records/log.ts";
import type { Definitions } from "../records/records.ts";
import { personHours } from "./effort.ts";
import { spendItems, type SpendStanding } from "./spend.ts";

/**
 * Bounds on what was known as spent and as worked just before an entry took something back: never less than anybody
 * knew. They take one walk over the log, and a judgement of each moment would take a walk each.
 */
export interface MostKnown {
  /** In the currency of the total; undefined where amounts were converted at other rates at other times. */
  readonly money: ((taker: Entry) => Decimal) | undefined;
  /** Person-hours. */
  readonly hours: (taker: Entry) => Decimal;
}

/** What is known now. */
interface Known {
  readonly log: Pick<EffectiveLog, "entries" | "withdrawn">;
  readonly spend: Pick<SpendStanding, "currency" | "replaced">;
  readonly definitions: Pick<Definitions, "costs">;
  readonly amendments: readonly LoggedAmendment[];
}

/** @param knownAt the moment from which an entry was known, in milliseconds since 1970 */
export function mostKnown(now: Known, knownAt: (entry: Entry) => number): MostKnown {
  const { log, spend, definitions } = now;
  const [money, hours] = [new Bound(knownAt), new Bound(knownAt)];
  const corrections = correctionsOf(log.entries);
  for (const entry of log.entries) {
    const by = log.withdrawn.get(entry.id);
    // An entry that was withdrawn for a while only may have counted at any moment.
    const gone = by?.undo !== undefined && corrections.get(entry.id) === 1 && !corrections.has(by.id) ? by : undefined;
    for (const { exact } of spendItems([entry], spend.currency, definitions.costs)) {
      if (exact === undefined) continue;
      if (exact.digits >= 0n) money.add(entry, exact, gone);
      else if (!corrections.has(entry.id)) money.take(entry, entry, negated(exact));
    }
    for (const line of entry.time) hours.add(entry, personHours(line), gone);
  }
  for (const { by, replaced } of spend.replaced.replacements)
    for (const { entry, exact } of replaced)
      if (exact !== undefined && exact.digits > 0n && !corrections.has(by.entry.id)) money.take(by.entry, entry, exact);
  return {
    money: isConvertedAlike(now) ? (taker) => money.before(taker) : undefined,
    hours: (taker) => hours.before(taker),
  };
}

/** How many corrections each entry has, withdrawn ones among them. */
function correctionsOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const corrections = new Map<string, number>();
  for (const { undo } of entries)
    if (undo !== undefined) corrections.set(undo.entry, (corrections.get(undo.entry) ?? 0) + 1);
  return corrections;
}

/** Whether every rate, and the currency of the total, has been the same since the start. */
function isConvertedAlike({ amendments, spend }: Known): boolean {
  return amendments.every(({ amendment: { changes } }) =>
    changes.every(({ term, from, to }) => {
      if (namedTerm(term).group === "costs") return false;
      return term !== "spend_cap" || [from, to].every((text) => isIn(spend.currency, text));
    }),
  );
}

function isIn(currency: string, text: string | undefined): boolean {
  const money = text === undefined ? undefined : parseMoney(text);
  return money?.ok === true && money.value.currency === currency;
}

interface Step {
  readonly ms: number;
  readonly change: Decimal;
}

/** A sum over the log that is never less than what was known at a moment. */
class Bound {
  readonly #knownAt: (entry: Entry) => number;
  readonly #steps: Step[] = [];
  /** What each entry took back, by its id. */
  readonly #taken = new Map<string, Decimal>();
  #sums: readonly (readonly [ms: number, sum: Decimal])[] | undefined;

  constructor(knownAt: (entry: Entry) => number) {
    this.#knownAt = knownAt;
  }

  /** @param gone the correction that withdrew it for good */
  add(entry: Entry, amount: Decimal, gone: Entry | undefined): void {
    this.#steps.push({ ms: entry.at.epochMs, change: amount });
    if (gone !== undefined) this.take(gone, entry, amount);
  }

  /** Takes back an amount of `entry`: not before it was added, nor before anybody knew what took it back. */
  take(by: Entry, entry: Entry, amount: Decimal): void {
    this.#steps.push({ ms: Math.max(this.#knownAt(by), entry.at.epochMs), change: negated(amount) });
    this.#taken.set(by.id, addDecimals(this.#taken.get(by.id) ?? ZERO, amount));
  }

  /** The sum when the entry came to be known, without it. */
  before(taker: Entry): Decimal {
    const sums = (this.#sums ??= runningSums(this.#steps));
    const ms = this.#knownAt(taker);
    let [low, high] = [0, sums.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]![0] <= ms) low = middle + 1;
      else high = middle;
    }
    return addDecimals(sums[low - 1]?.[1] ?? ZERO, this.#taken.get(taker.id) ?? ZERO);
  }
}

const ZERO = decimal(0);

function negated({ digits, scale }: Decimal): Decimal {
  return { digits: -digits, scale };
}

function runningSums(steps: readonly Step[]): readonly (readonly [ms: number, sum: Decimal])[] {
  let sum = ZERO;
  return [...steps]
    .sort((a, b) => a.ms - b.ms)
    .map(({ ms, change }) => [ms, (sum = addDecimals(sum, change))] as const);
}
