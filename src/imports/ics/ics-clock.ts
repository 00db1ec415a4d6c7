import ICAL from "ical.js";
import { parseDate } from "../../domain/scalars/calendar.ts";
import { instantAt, type Zone } from "../../domain/scalars/instant.ts";
import { ImportFault } from "../import-problem.ts";
import type { IcsPart } from "./ics-parts.ts";

/** What a clock on the wall shows, and where it hangs: `UTC`, a TZID, or nowhere. */
export interface WallTime {
  readonly time: ICAL.Time;
  readonly place: string | undefined;
}

const MINUTE = 60_000;

/** Says which moment a time of a calendar is. */
export class IcsClock {
  readonly #own = new Map<string, ICAL.Timezone>();
  readonly #zoneOf: (name: string) => Zone | undefined;
  /** Of times that name no zone: the calendar's, else the PoC's. */
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
    // What the file says of its zones goes first: their names are anybody's.
    const own = place === undefined ? undefined : this.#own.get(place);
    if (own !== undefined) return wall - own.utcOffset(time) * 1000;
    const zone = place === undefined ? this.#usual : this.#known(place);
    const date = parseDate(new Date(wall).toISOString().slice(0, 10));
    return date.ok ? instantAt(zone, date.value, hour * 60 + minute).epochMs + second * 1000 : NaN;
  }

  /** The last second of a day, where a rule says no more than that. */
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
