import type ICAL from "ical.js";
import { endOfDay, instantAt } from "../../domain/scalars/instant.ts";
import type { CalendarAbout, Reader, ReadOptions } from "../format.ts";
import { hashTags, HoursCollector } from "../hours/hours-collector.ts";
import { ImportFault } from "../import-problem.ts";
import { textLines } from "../text/text-lines.ts";
import { IcsClock, type WallTime } from "./ics-clock.ts";
import { eventTime, isRepeated, occurrences, takenOut, type EventTime, type Window } from "./ics-occurrences.ts";
import { icsParts, type IcsPart, type IcsParts } from "./ics-parts.ts";
import { peopleOf } from "./ics-people.ts";
import { rangeFor, shifted, shiftOf, type IcsRange } from "./ics-ranges.ts";
import { IcsSaid, timeName } from "./ics-said.ts";
import { parameterOf, textOf, timeOf } from "./ics-times.ts";

/** The meetings of a calendar, each by itself: two people who import the same meeting book it once. */
export const readIcs: Reader = (file, options) => {
  const parts = icsParts(textLines(file.text()));
  const calendar = new Calendar(parts, options);
  calendar.read();
  const { read, problems } = calendar.hours.read({
    notes: calendar.notes(),
    leftOut: ["names", "e-mail addresses", "descriptions"],
  });
  return { read: { ...read, calendar: calendar.about() }, problems };
};

/** Why an event took nobody's time. */
type Left = "declined" | "cancelled" | "free" | "all-day" | "endless" | "old";
const LEFT: Readonly<Record<Left, string>> = {
  declined: "declined",
  cancelled: "cancelled",
  free: "that block no time",
  "all-day": "of whole days",
  endless: "without an end",
  old: "before 2015",
};

/** Reasons that depend on whose calendar it is: others may have been there. */
const EXCUSED: readonly Left[] = ["declined", "free"];

/** No PoC is older; calendars contain whatever a clock was once set to. */
const OLDEST_MS = Date.UTC(2015, 0, 1);
const A_DAY_MS = 86_400_000;
const HASH_LENGTH = 16;

/** The occurrences of a series that differ from its rule. */
interface Changes {
  /** Single times, by when they were to be at first. */
  readonly moved: ReadonlyMap<number, IcsPart>;
  readonly ranges: readonly IcsRange[];
  readonly cancelled: boolean;
}

class Calendar {
  readonly hours = new HoursCollector();
  readonly #parts: IcsParts;
  readonly #options: ReadOptions;
  readonly #clock: IcsClock;
  readonly #window: Window;
  readonly #left = new Map<Left, number>();
  readonly #said: IcsSaid;
  #groups = 0;
  #floating = 0;

  constructor(parts: IcsParts, options: ReadOptions) {
    const { zone, zoneOf, days } = options;
    const own = parts.about.get("X-WR-TIMEZONE");
    this.#parts = parts;
    this.#options = options;
    this.#clock = new IcsClock(parts.zones, zoneOf, (own === undefined ? undefined : zoneOf(own)) ?? zone);
    this.#window = {
      fromMs: days.first === undefined ? OLDEST_MS : instantAt(zone, days.first, 0).epochMs,
      toMs: days.last === undefined ? Infinity : endOfDay(zone, days.last),
    };
    this.#said = new IcsSaid((name) => this.#keyOf(name));
    this.hours.problems.push(...parts.problems);
  }

  about(): CalendarAbout {
    const name = this.#parts.about.get("X-WR-CALNAME") ?? "";
    return this.#said.about(name === "" ? undefined : this.#options.sha256(name).slice(0, HASH_LENGTH));
  }

  read(): void {
    const { events, about } = this.#parts;
    if (events.length === 0 && this.hours.problems.length === 0) throw new ImportFault("found no events");
    const cancelled = about.get("METHOD")?.toUpperCase() === "CANCEL";
    const series = new Map<string, IcsPart>();
    const single: IcsPart[] = [];
    const moved = new Map<string, Map<number, IcsPart>>();
    const ranges = new Map<string, Map<number, IcsRange>>();
    for (const part of events)
      this.#guarded(part, () => {
        const { component } = part;
        const uid = textOf(component, "uid");
        const was = timeOf(component, "recurrence-id");
        if (was === undefined) {
          if (uid === "") single.push(part);
          else series.set(uid, newer(series.get(uid), part));
          return;
        }
        const own = moved.get(uid) ?? new Map<number, IcsPart>();
        const wasMs = this.#clock.epochOf(was);
        const last = newer(own.get(wasMs), part);
        own.set(wasMs, last);
        const range = this.#rangeOf(part, was, wasMs);
        const changes = ranges.get(uid) ?? new Map<number, IcsRange>();
        // A later version of the same change may go for one time only.
        if (last === part && range === undefined) changes.delete(wasMs);
        if (last === part && range !== undefined) changes.set(wasMs, range);
        ranges.set(uid, changes);
        moved.set(uid, own);
      });
    for (const [uid, part] of series)
      this.#guarded(part, () =>
        this.#addSeries(uid, part, {
          moved: moved.get(uid) ?? new Map(),
          ranges: [...(ranges.get(uid)?.values() ?? [])],
          cancelled,
        }),
      );
    for (const [uid, changes] of ranges)
      for (const { part } of changes.values())
        if (!series.has(uid))
          this.#guarded(part, () => refuseRange("THISANDFUTURE, without the event that it changes"));
    for (const part of single) this.#guarded(part, () => this.#addSingle("", part, cancelled));
    for (const [uid, own] of moved)
      for (const [wasMs, part] of own)
        this.#guarded(part, () => {
          const why = this.#addSingle(timeName(uid, wasMs), part, cancelled);
          this.#said.time(uid, wasMs, saidBy(why));
        });
  }

  /** Undefined where only one time is changed. */
  #rangeOf(part: IcsPart, was: WallTime, wasMs: number): IcsRange | undefined {
    const id = part.component.getFirstProperty("recurrence-id");
    const range = id === null ? undefined : parameterOf(id, "range")?.toUpperCase();
    if (range === undefined) return undefined;
    if (range !== "THISANDFUTURE") refuseRange(range);
    if (isRepeated(part.component)) refuseRange(`${range}, with its own rule`);
    const start = timeOf(part.component, "dtstart");
    return { part, wasMs, shiftMs: start === undefined ? 0 : shiftOf(was, start, this.#clock) };
  }

  notes(): readonly string[] {
    const left = [...this.#left].map(([why, count]) => `${count} ${LEFT[why]}`);
    return [
      ...(left.length === 0 ? [] : [`events left out: ${left.join(", ")}`]),
      ...(this.#floating === 0 ? [] : [`${this.#floating} without a time zone, read in that of the PoC`]),
      ...(this.#groups === 0 ? [] : [`${this.#groups} invite a group, whose members are not counted`]),
    ];
  }

  /** A problem of one event is reported with its line, together with those of all other events. */
  #guarded({ line }: IcsPart, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof ImportFault) this.hours.problem(line, error.problem.message, error.problem.hint);
      else if (error instanceof Error) this.hours.problem(line, `found an event that cannot be read: ${error.message}`);
      else throw error;
    }
  }

  #addSeries(uid: string, part: IcsPart, { moved, ranges, cancelled }: Changes): void {
    const { component } = part;
    if (!isRepeated(component)) {
      const why = this.#addSingle(uid, part, cancelled);
      return uid === "" ? undefined : this.#said.event(uid, saidBy(why));
    }
    const { time, why } = this.#timeOf(part, cancelled);
    this.#count(why, time);
    this.#said.event(uid, saidBy(why));
    if (time === undefined) return;
    this.#said.at(time.startMs);
    for (const outMs of takenOut(component, time, this.#clock)) this.#said.time(uid, outMs, "off");
    if (why !== undefined) return;
    // An occurrence from outside may have been moved into the window.
    const reach = Math.max(0, ...ranges.map(({ shiftMs }) => Math.abs(shiftMs)));
    const window = { fromMs: this.#window.fromMs - reach, toMs: this.#window.toMs + reach };
    for (const [wasMs, { wall, lengthMs }] of occurrences(component, time, this.#clock, window)) {
      if (moved.has(wasMs)) continue;
      const range = rangeFor(ranges, wasMs);
      if (range !== undefined) this.#addChanged(uid, wasMs, wall, range);
      else if (wasMs >= this.#window.fromMs && wasMs <= this.#window.toMs)
        this.#add(timeName(uid, wasMs), part, wasMs, lengthMs);
    }
  }

  #addChanged(uid: string, wasMs: number, wall: WallTime, { part, shiftMs }: IcsRange): void {
    const { time, why } = this.#timeOf(part, false);
    if (time === undefined || why !== undefined) return this.#said.time(uid, wasMs, saidBy(why));
    this.#add(timeName(uid, wasMs), part, shifted(wall, shiftMs, this.#clock), time.lengthMs);
  }

  /** Why it took nobody's time; undefined if it took some. */
  #addSingle(key: string, part: IcsPart, cancelled: boolean): Left | undefined {
    const { time, why } = this.#timeOf(part, cancelled);
    this.#count(why, time);
    if (time !== undefined) this.#said.at(time.startMs);
    if (time !== undefined && why === undefined) this.#add(key, part, time.startMs, time.lengthMs);
    return why;
  }

  #timeOf({ component }: IcsPart, cancelled: boolean): { readonly time: EventTime | undefined; readonly why?: Left } {
    const time = eventTime(component, this.#clock);
    if (cancelled || textOf(component, "status").toUpperCase() === "CANCELLED") return { time, why: "cancelled" };
    if (time === undefined || time.lengthMs >= A_DAY_MS) return { time, why: "all-day" };
    const free = textOf(component, "transp").toUpperCase() === "TRANSPARENT";
    if (free || textOf(component, "x-microsoft-cdo-busystatus").toUpperCase() === "FREE") return { time, why: "free" };
    if (time.lengthMs === 0 && !component.hasProperty("rdate")) return { time, why: "endless" };
    if (time.startMs < OLDEST_MS && !isRepeated(component)) return { time, why: "old" };
    return peopleOf(component, this.#options.mail).declined ? { time, why: "declined" } : { time };
  }

  #count(why: Left | undefined, time: EventTime | undefined): void {
    if (why !== undefined) this.#left.set(why, (this.#left.get(why) ?? 0) + 1);
    else if (time?.start.place === undefined && !this.#parts.about.has("X-WR-TIMEZONE")) this.#floating++;
  }

  #keyOf(name: string): string {
    return `meeting ${this.#options.sha256(name).slice(0, HASH_LENGTH)}`;
  }

  #add(key: string, { component, line }: IcsPart, startMs: number, lengthMs: number): void {
    const { count, group } = peopleOf(component, this.#options.mail);
    if (group) this.#groups++;
    this.#said.at(startMs);
    const title = textOf(component, "summary");
    const isPrivate = /^(?:PRIVATE|CONFIDENTIAL)$/i.test(textOf(component, "class"));
    this.hours.add({
      line,
      when: startMs,
      seconds: Math.round(lengthMs / 1000),
      people: count,
      meeting: true,
      what: isPrivate ? [] : [title],
      ...(key === "" ? {} : { key: this.#keyOf(key) }),
      labels: {
        calendar: this.#parts.about.get("X-WR-CALNAME") ?? "",
        title,
        tag: [...categoriesOf(component), ...hashTags(title)],
      },
    });
  }
}

function refuseRange(what: string): never {
  throw new ImportFault(`found a change of several times of an event at once (RANGE=${what})`, {
    hint: "export the calendar from a program that writes each of them, or log those hours by hand",
  });
}

function saidBy(why: Left | undefined): "off" | "excused" {
  return why !== undefined && EXCUSED.includes(why) ? "excused" : "off";
}

function categoriesOf(event: ICAL.Component): readonly string[] {
  return event
    .getAllProperties("categories")
    .flatMap((property): readonly unknown[] => property.getValues())
    .filter((value) => typeof value === "string");
}

/** If there are two versions of an event, the one that was changed more often. */
function newer(known: IcsPart | undefined, part: IcsPart): IcsPart {
  return known === undefined || versionOf(part) > versionOf(known) ? part : known;
}

function versionOf({ component }: IcsPart): string {
  const sequence: unknown = component.getFirstPropertyValue("sequence");
  const changed = String(
    component.getFirstPropertyValue("last-modified") ?? component.getFirstPropertyValue("dtstamp"),
  );
  return `${String(typeof sequence === "number" ? sequence : 0).padStart(9, "0")} ${changed}`;
}
