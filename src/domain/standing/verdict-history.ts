import { addDays, type CivilDate } from "../scalars/calendar.ts";
import type { Entry } from "../records/entry.ts";
import { knowledgeIn, seenIn, type SeenMs } from "../records/seen.ts";
import { mayJudge } from "../records/facts.ts";
import { dateIn, endOfDay } from "../scalars/instant.ts";
import { judgementOf, type Judgement } from "./judgement.ts";
import { latchedKill, type PastMoment } from "./kill-latch.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import type { KillStanding } from "./kill-standing.ts";
import type { Definitions, Records } from "../records/records.ts";
import { agreedDefinitions } from "../records/terms.ts";
import { termsChain } from "../history/terms-chain.ts";
import { workingDates } from "../records/timebox.ts";
import type { AsOf } from "./as-of.ts";

/** An instant, and the day that it is judged as. */
export type Moment = Pick<AsOf, "epochMs" | "date">;

/** The verdicts of a moment, with what was tripped before it. */
export interface Verdicts {
  readonly evals: readonly EvalStanding[];
  readonly kill: readonly KillStanding[];
}

/** What of the log is not taken. */
interface LeftOut {
  /** Ids of the entries that count; the others are left out. */
  readonly counted?: ReadonlySet<string>;
  /** The id of an entry. */
  readonly without?: string;
  /** What was seen later, within the millisecond of the moment. */
  readonly seenMs?: number;
}

/** What a history is walked by: made when somebody first asks, since `poc log` never does. */
interface Walk {
  readonly dates: readonly CivilDate[];
  readonly entries: readonly Entry[];
  /** The records without what no verdict depends on. */
  readonly narrow: Records;
  /** Of the whole log, when each entry came to be seen. */
  readonly seenMs: SeenMs;
  /** The same in whole milliseconds, from which on it is part of the log. */
  readonly knownMs: SeenMs;
}

/**
 * The verdicts as they were: at each instant by the entries and the terms of that instant. To make one costs nothing;
 * to ask it takes about as long as the whole standing, and what was judged once is kept.
 */
export class VerdictHistory {
  readonly #records: Records;
  readonly #asOf: Moment;
  readonly #judged = new Map<string, Judgement>();
  readonly #known = new Map<string, Verdicts>();
  #walk: Walk | undefined;
  /** As of when it is told. */
  readonly now: Judgement;
  /**
   * Before this nothing had been agreed, and nothing was tripped: the start of the PoC; -Infinity while there is none.
   */
  readonly fromMs: number;

  /** @param now the judgement as of `asOf` */
  constructor(records: Records, now: Judgement, asOf: Moment) {
    this.#records = records;
    this.#asOf = asOf;
    this.now = now;
    this.fromMs = now.started?.at.epochMs ?? -Infinity;
  }

  /** Days on which a verdict may have changed, in order: nothing changes between the end of one and the next. */
  dates(): readonly CivilDate[] {
    return this.#walked().dates;
  }

  /** Entries that may have changed a verdict, oldest first, withdrawn ones among them. */
  entries(): readonly Entry[] {
    return this.#walked().entries;
  }

  /** The last moment of a day; on the day of the history itself, its instant. */
  endOf(date: CivilDate): Moment {
    return date < this.#asOf.date ? { epochMs: endOfDay(this.#records.zone, date), date } : this.#asOf;
  }

  /** The moment before anything of that day was logged. */
  beginningOf(date: CivilDate): Moment {
    return { epochMs: endOfDay(this.#records.zone, addDays(date, -1)), date };
  }

  /** The day on which an entry could be known, which is later than its own where it is back-dated. */
  knownOn(entry: Entry): CivilDate {
    return dateIn(this.#records.zone, this.knownMs(entry));
  }

  /** The moment from which on an entry could be known, in milliseconds since 1970. */
  knownMs(entry: Entry): number {
    return this.#walked().knownMs(entry);
  }

  /** The same, exact enough to tell which of two entries was written first. */
  seenMs(entry: Entry): number {
    return this.#walked().seenMs(entry);
  }

  /** The kill criteria now, with what was tripped before. The history is walked only where that can be. */
  killNow(): readonly KillStanding[] {
    return latchedKill(this.now, this.#asOf.date, (fromMs) => this.#momentsBefore(this.#asOf, this.now, fromMs));
  }

  /** Evals and kill criteria as of then. Judged once a moment. */
  at(moment: Moment): Verdicts {
    const key = `${moment.epochMs} ${moment.date}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const judgement = this.#judgedAt(moment);
    const { evals } = judgement;
    const standing = {
      evals,
      kill: latchedKill(judgement, moment.date, (fromMs) => this.#momentsBefore(moment, judgement, fromMs)),
    };
    this.#known.set(key, standing);
    return standing;
  }

  /**
   * What was known when an entry was logged, without it or with it, by the terms of that moment. An entry that is dated
   * back is taken at the moment at which it came to be known. Nothing is latched.
   */
  around(entry: Entry, which: "before" | "after"): Judgement {
    const epochMs = this.knownMs(entry);
    const moment = { epochMs, date: dateIn(this.#records.zone, epochMs) };
    return this.#judgedAt(moment, which === "before" ? { without: entry.id } : {});
  }

  /** The moments from one on and before another at which something may have been tripped, in order. */
  *#momentsBefore(moment: Moment, { log }: Judgement, fromMs: number): Iterable<PastMoment> {
    const counted = new Set(log.counted.map(({ id }) => id));
    for (const date of this.dates()) {
      if (date > moment.date) return;
      const end = date < moment.date ? this.endOf(date) : moment;
      if (end.epochMs < fromMs) continue;
      const dayEnd = this.#judgedAt(end);
      for (const seenMs of this.#momentsWithin(date, end)) {
        const epochMs = Math.floor(seenMs);
        if (epochMs < fromMs) continue;
        yield { date, epochMs, judgement: this.#judgedAt({ epochMs, date }, { counted, seenMs }), dayEnd };
      }
      if (date < moment.date) yield { date, epochMs: end.epochMs, judgement: dayEnd, dayEnd: undefined };
    }
  }

  /**
   * When results of a day, or labels of them, became known, but for the last, which the end of the day shows. An answer
   * that the person corrects on the same day is a slip, but a run is no slip because the next one is better.
   */
  #momentsWithin(date: CivilDate, { epochMs: end }: Moment): readonly number[] {
    const { entries, seenMs } = this.#walked();
    const known = entries
      .filter((entry) => (entry.results.length > 0 || entry.labels !== undefined) && this.knownOn(entry) === date)
      .map(seenMs)
      .filter((epochMs) => epochMs <= end);
    return [...new Set(known)].sort((a, b) => a - b).slice(0, -1);
  }

  /** All that was known at a moment is taken, but for what is left out. */
  #judgedAt(moment: Moment, { counted, without, seenMs: untilMs = Infinity }: LeftOut = {}): Judgement {
    const { narrow, knownMs, seenMs } = this.#walked();
    const gone = narrow.log.filter(
      (entry) =>
        knownMs(entry) <= moment.epochMs &&
        (entry.id === without || counted?.has(entry.id) === false || seenMs(entry) > untilMs),
    );
    const key = `${moment.epochMs} ${moment.date} ${gone.map(({ id }) => id).join(" ")}`;
    const known = this.#judged.get(key);
    if (known !== undefined) return known;
    const left = new Set(gone);
    const records = gone.length === 0 ? narrow : { ...narrow, log: narrow.log.filter((entry) => !left.has(entry)) };
    const judgement = judgementOf(records, moment, seenMs);
    this.#judged.set(key, judgement);
    return judgement;
  }

  #walked(): Walk {
    return (this.#walk ??= walkOf(this.#records, this.now, this.#asOf));
  }
}

function walkOf(records: Records, now: Judgement, asOf: Moment): Walk {
  const agreed = agreedSoFar(records, now);
  const metrics = new Set(agreed.flatMap(({ killCriteria }) => killCriteria.flatMap(({ when }) => when?.metric ?? [])));
  // The business case rests on tasks, on their money, and on entries of any kind that an input was measured in.
  const whole = metrics.has("payback.months") || metrics.has("impact.annual");
  const parts = whole ? now.log.entries : now.log.entries.map(judgedPart(metrics)).filter(mayJudge);
  const ids = new Set(parts.map(({ id }) => id));
  const entries = now.log.entries.filter(({ id }) => ids.has(id));
  const first = now.started?.date;
  const knownMs = knowledgeIn(records.log);
  const knownOn = (entry: Entry) => dateIn(records.zone, knownMs(entry));
  const dates = new Set<CivilDate>([asOf.date, ...entries.map(knownOn), ...agreed.flatMap(dueDates)]);
  return {
    dates: [...dates].filter((date) => date <= asOf.date && (first === undefined || date >= first)).sort(),
    entries,
    narrow: { ...records, log: parts },
    seenMs: seenIn(records.log),
    knownMs,
  };
}

/** The definitions by every version of the terms so far, the present one last. */
function agreedSoFar(records: Records, now: Judgement): readonly Definitions[] {
  if (now.started === undefined) return [now.definitions];
  // Amendments of anything else move no day and name no figure.
  const versions = termsChain(now.started, now.amendments).flatMap(({ entry, before }) =>
    before !== undefined && entry.amend?.changes.some(({ term }) => /^(kill-criteria|timebox)\./.test(term)) === true
      ? [agreedDefinitions(records.definitions, before)]
      : [],
  );
  return [...versions, now.definitions];
}

/** An entry without its money and hours, unless a kill criterion is about them: to add them up is most of the work. */
function judgedPart(metrics: ReadonlySet<string>): (entry: Entry) => Entry {
  const spend = metrics.has("spend.total") || metrics.has("spend.share");
  const time = metrics.has("hours.total") || metrics.has("effort.total");
  if (spend && time) return (entry) => entry;
  return (entry) => ({ ...entry, ...(spend ? {} : { spend: [] }), ...(time ? {} : { time: [] }) });
}

/** Days that change verdicts by themselves: when a criterion is due, on the last day, and when the timebox is over. */
function dueDates({ charter, killCriteria }: Definitions): readonly CivilDate[] {
  const end = charter?.timebox && (workingDates(charter.timebox).at(-1) ?? charter.timebox.start);
  return [...killCriteria.flatMap(({ by }) => by ?? []), ...(end === undefined ? [] : [end, addDays(end, 1)])];
}
