import ICAL from "ical.js";
import { parseDate } from "../../domain/scalars/calendar.ts";
import { instantAt, type Zone } from "../../domain/scalars/instant.ts";
import { ImportFault } from "../import-problem.ts";
import type { IcsPart } from "./ics-parts.ts";

/** The time on a wall clock, and its zone: `UTC`, a TZID, or none. */
export interface WallTime {
  readonly time: ICAL.Time;
  readonly place: string | undefined;
}

const MINUTE = 60_000;

/** Says which moment a time of a calendar is. */
export class IcsClock {
  readonly #own = new Map<string, ICAL.Timezone>();
  readonly #zoneOf: (name: string) => Zone | undefined;
  /** For times without a zone: the calendar's zone, otherwise the PoC's. */
  readonly #usual: Zone;

  constructor(zones: readonly IcsPart[], zoneOf: (name: string) => Zone | undefined, usual: Zone) {
    for (const { component } of zones) {
      const zone = new ICAL.Timezone(component);
      if (zone.tzid !== "") this.#own.set(zone.tzid, zone);
    }
    this.#zoneOf = zoneOf;
    this.#usual = usual;
  }

  /**
   * Milliseconds since 1970.
   *
   * @throws ImportFault where its zone is not known
   */
  epochOf({ time, place }: WallTime): number {
    const { year, month, day, hour, minute, second } = time;
    const wall = Date.UTC(year, month - 1, day, hour, minute, second);
    if (place === "UTC") return wall;
    // The file's own definition of a zone comes first, because its names are not standardised.
    const own = place === undefined ? undefined : this.#own.get(place);
    if (own !== undefined) return wall - own.utcOffset(time) * 1000;
    const zone = place === undefined ? this.#usual : this.#known(place);
    const date = parseDate(new Date(wall).toISOString().slice(0, 10));
    return date.ok ? instantAt(zone, date.value, hour * 60 + minute).epochMs + second * 1000 : NaN;
  }

  /** The last second of a day, if a rule names only the day. */
  endOf({ time, place }: WallTime): number {
    const last = time.clone();
    Object.assign(last, { isDate: false, hour: 23, minute: 59, second: 59 });
    return this.epochOf({ time: last, place }) + MINUTE / 60;
  }

  #known(place: string): Zone {
    // `/mozilla.org/20050126_1/Europe/Berlin` ends in the name.
    const name = place.startsWith("/") ? place.split("/").slice(-2).join("/") : place;
    const zone = this.#zoneOf(name);
    if (zone === undefined)
      throw new ImportFault(
        `found the time zone "${place.slice(0, 60)}", which is unknown to the file and to this machine`,
        { hint: "export the calendar with its time zones (VTIMEZONE)" },
      );
    return zone;
  }
}
