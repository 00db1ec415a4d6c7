import type ICAL from "ical.js";
import { endOfDay, instantAt } from "../../domain/scalars/instant.ts";
import type { Reader, ReadOptions } from "../format.ts";
import { hashTags, HoursCollector } from "../hours/hours-collector.ts";
import { ImportFault } from "../import-problem.ts";
import { textLines } from "../text/text-lines.ts";
import { IcsClock } from "./ics-clock.ts";
import { eventTime, isRepeated, occurrences, type EventTime, type Window } from "./ics-occurrences.ts";
import { icsParts, type IcsPart, type IcsParts } from "./ics-parts.ts";
import { peopleOf } from "./ics-people.ts";
import { parameterOf, textOf, timeOf } from "./ics-times.ts";

/** The meetings of a calendar, each by itself: two people who import the same meeting book it once. */
export const readIcs: Reader = (file, options) => {
  const parts = icsParts(textLines(file.text()));
  const calendar = new Calendar(parts, options);
  calendar.read();
  return calendar.hours.read({ notes: calendar.notes(), leftOut: ["names", "e-mail addresses", "descriptions"] });
};

/** Why an event is none that took somebody's time. */
type Left = "declined" | "cancelled" | "free" | "all-day" | "endless";
const LEFT: Readonly<Record<Left, string>> = {
  declined: "declined",
  cancelled: "cancelled",
  free: "that block no time",
  "all-day": "of whole days",
  endless: "without an end",
};

const A_DAY_MS = 86_400_000;

class Calendar {
  readonly hours = new HoursCollector();
  readonly #parts: IcsParts;
  readonly #options: ReadOptions;
  readonly #clock: IcsClock;
  readonly #window: Window;
  readonly #left = new Map<Left, number>();
  #groups = 0;
  #floating = 0;

  constructor(parts: IcsParts, options: ReadOptions) {
    const { zone, zoneOf, days } = options;
    const own = parts.about.get("X-WR-TIMEZONE");
    this.#parts = parts;
    this.#options = options;
    this.#clock = new IcsClock(parts.zones, zoneOf, (own === undefined ? undefined : zoneOf(own)) ?? zone);
    this.#window = {
      fromMs: days.first === undefined ? -Infinity : instantAt(zone, days.first, 0).epochMs,
      toMs: days.last === undefined ? Infinity : endOfDay(zone, days.last),
    };
    this.hours.problems.push(...parts.problems);
  }

  read(): void {
    const { events, about } = this.#parts;
    if (events.length === 0 && this.hours.problems.length === 0) throw new ImportFault("found no events");
    const cancelled = about.get("METHOD")?.toUpperCase() === "CANCEL";
    const series = new Map<string, IcsPart>();
    const single: IcsPart[] = [];
    const moved = new Map<string, Map<number, IcsPart>>();
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
        const id = component.getFirstProperty("recurrence-id");
        if (id !== null && parameterOf(id, "range") !== undefined)
          throw new ImportFault("found a change of an event and of all later ones (RANGE=THISANDFUTURE)", {
            hint: "export the calendar from a program that writes each event, or log those hours by hand",
          });
        const own = moved.get(uid) ?? new Map<number, IcsPart>();
        const wasMs = this.#clock.epochOf(was);
        own.set(wasMs, newer(own.get(wasMs), part));
        moved.set(uid, own);
      });
    for (const [uid, part] of series)
      this.#guarded(part, () => this.#addSeries(uid, part, moved.get(uid) ?? new Map(), cancelled));
    for (const part of single) this.#guarded(part, () => this.#addSingle("", part, cancelled));
    for (const [uid, own] of moved)
      for (const [wasMs, part] of own)
        this.#guarded(part, () => this.#addSingle(`${uid} ${new Date(wasMs).toISOString()}`, part, cancelled));
  }

  notes(): readonly string[] {
    const left = [...this.#left].map(([why, count]) => `${count} ${LEFT[why]}`);
    return [
      ...(left.length === 0 ? [] : [`events left out: ${left.join(", ")}`]),
      ...(this.#floating === 0 ? [] : [`${this.#floating} without a time zone, read in that of the PoC`]),
      ...(this.#groups === 0 ? [] : [`${this.#groups} invite a group, whose members are not counted`]),
    ];
  }

  /** What is wrong with one event is told with its line, and with everything that is wrong with others. */
  #guarded({ line }: IcsPart, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof ImportFault) this.hours.problem(line, error.problem.message, error.problem.hint);
      else if (error instanceof Error) this.hours.problem(line, `found an event that cannot be read: ${error.message}`);
      else throw error;
    }
  }

  #addSeries(uid: string, part: IcsPart, moved: ReadonlyMap<number, IcsPart>, cancelled: boolean): void {
    const { component } = part;
    if (!isRepeated(component)) return this.#addSingle(uid, part, cancelled);
    const time = this.#time(part, cancelled);
    if (time === undefined) return;
    for (const [startMs, lengthMs] of occurrences(component, time, this.#clock, this.#window))
      if (!moved.has(startMs)) this.#add(`${uid} ${new Date(startMs).toISOString()}`, part, startMs, lengthMs);
  }

  #addSingle(key: string, part: IcsPart, cancelled: boolean): void {
    const time = this.#time(part, cancelled);
    if (time !== undefined) this.#add(key, part, time.startMs, time.lengthMs);
  }

  /** Undefined where it took nobody's time. */
  #time({ component }: IcsPart, cancelled: boolean): EventTime | undefined {
    const time = eventTime(component, this.#clock);
    const free = textOf(component, "transp").toUpperCase() === "TRANSPARENT";
    const why: Left | undefined =
      cancelled || textOf(component, "status").toUpperCase() === "CANCELLED"
        ? "cancelled"
        : time === undefined || time.lengthMs >= A_DAY_MS
          ? "all-day"
          : free || textOf(component, "x-microsoft-cdo-busystatus").toUpperCase() === "FREE"
            ? "free"
            : time.lengthMs === 0 && !component.hasProperty("rdate")
              ? "endless"
              : peopleOf(component, this.#options.mail).declined
                ? "declined"
                : undefined;
    if (why !== undefined) this.#left.set(why, (this.#left.get(why) ?? 0) + 1);
    else if (time?.start.place === undefined && !this.#parts.about.has("X-WR-TIMEZONE")) this.#floating++;
    return why === undefined ? time : undefined;
  }

  #add(key: string, { component, line }: IcsPart, startMs: number, lengthMs: number): void {
    const { count, group } = peopleOf(component, this.#options.mail);
    if (group) this.#groups++;
    const title = textOf(component, "summary");
    const isPrivate = /^(?:PRIVATE|CONFIDENTIAL)$/i.test(textOf(component, "class"));
    this.hours.add({
      line,
      when: startMs,
      seconds: Math.round(lengthMs / 1000),
      people: count,
      meeting: true,
      what: isPrivate ? [] : [title],
      ...(key === "" ? {} : { key: `meeting ${this.#options.sha256(key).slice(0, 16)}` }),
      labels: {
        calendar: this.#parts.about.get("X-WR-CALNAME") ?? "",
        title,
        tag: [...categoriesOf(component), ...hashTags(title)],
      },
    });
  }
}

function categoriesOf(event: ICAL.Component): readonly string[] {
  return event
    .getAllProperties("categories")
    .flatMap((property): readonly unknown[] => property.getValues())
    .filter((value) => typeof value === "string");
}

/** Of two versions of one event, that which was changed more often. */
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
