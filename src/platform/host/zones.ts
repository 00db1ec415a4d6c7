// Offsets come from Date and not from Intl.DateTimeFormat, because the first use of Intl takes half as long as Node
// takes to start (ratio 1.6 against 1.1 to an empty script), and every daily command asks. A polyfill of Temporal asks
// Intl too. Date knows every zone through the variable TZ of this process, but takes any text for TZ and treats what it
// does not know as UTC. So names are screened here, and Intl is asked only where the answer could mean "unknown".

import { readFileSync, readlinkSync } from "node:fs";
import { UsageFault } from "../../app/ports/faults.ts";
import type { Zones } from "../../app/ports/ports.ts";

type Zone = NonNullable<ReturnType<Zones["zone"]>>;

const AREAS = new RegExp(
  "^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia" +
    "|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|US)/.",
  "i",
);
const NAME = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/;
const UTC_NAMES = new Set(["UTC", "Etc/UTC", "GMT", "Etc/GMT"]);
/** Winter and summer of one year: no zone with an offset of its own has none in both. */
const PROBES = [Date.UTC(2026, 0, 15, 12), Date.UTC(2026, 6, 15, 12)] as const;

/** Zones of this machine. `env` is the environment as it was at the start, for TZ is changed as the process runs. */
export function systemZones(env: Readonly<Record<string, string | undefined>>): Zones {
  const known = new Map<string, Zone | undefined>();
  const zone = (name: string): Zone | undefined => {
    if (!known.has(name)) known.set(name, findZone(name));
    return known.get(name);
  };
  return { zone, local: () => localZone(env["TZ"], zone) };
}

function findZone(name: string): Zone | undefined {
  if (UTC_NAMES.has(name)) return { name, offsetAt: () => 0 };
  // ICU reads GMT+5 as five hours east, POSIX as five hours west: nobody should have to know.
  if (name.length > 64 || !NAME.test(name)) return undefined;
  const hasArea = AREAS.test(name);
  // SystemV/PST8, posix/Europe/Berlin: names of files and of libraries, not of places.
  if (name.includes("/") && !hasArea) return undefined;
  if (hasArea && PROBES.some((epochMs) => offsetIn(name, epochMs) !== 0)) return dateZone(name, name);
  return confirmedZone(name);
}

function dateZone(name: string, setting: string): Zone {
  return { name, offsetAt: (epochMs) => offsetIn(setting, epochMs) };
}

/** The zone as Intl knows it: real zones on UTC, old names such as Japan, names in another case. */
function confirmedZone(name: string): Zone | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
  } catch {
    return undefined;
  }
  // Date may know the zone under another name than Intl was asked for.
  const agrees = (setting: string) =>
    PROBES.every((epochMs) => offsetIn(setting, epochMs) === intlOffset(format, epochMs));
  const setting = [name, format.resolvedOptions().timeZone].find(agrees);
  return setting === undefined ? undefined : dateZone(name, setting);
}

/** Minutes east of UTC. Intl writes GMT, GMT+05:30. */
function intlOffset(format: Intl.DateTimeFormat, epochMs: number): number {
  const text = format.formatToParts(epochMs).find((part) => part.type === "timeZoneName")?.value ?? "";
  const match = /^GMT([+-])(\d{2}):(\d{2})$/.exec(text);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === "-" ? -minutes : minutes;
}

/** What TZ was set to last. To ask the environment for each of 100,000 entries would take longer than to ask Date. */
let zoneSet: string | undefined;

/**
 * Minutes east of UTC. TZ stays set: setting it back would cost as much again, and children are given the environment
 * of the start.
 */
function offsetIn(setting: string, epochMs: number): number {
  if (zoneSet !== setting) process.env["TZ"] = zoneSet = setting;
  // 0 - x, because -x would make -0 of 0. Before zones were standardised, offsets had seconds.
  return Math.round(0 - new Date(epochMs).getTimezoneOffset());
}

function localZone(tz: string | undefined, zone: (name: string) => Zone | undefined): string {
  if (tz !== undefined) {
    if (tz === "" || tz === ":") return "UTC";
    const name = zoneFileName(tz.replace(/^:/, ""));
    if (zone(name) !== undefined) return name;
    if (!name.startsWith("/")) {
      throw new UsageFault(
        `TZ names no time zone: ${JSON.stringify(tz)}`,
        "set it to a name such as Europe/Berlin, or unset it",
      );
    }
  }
  for (const source of [() => readlinkSync("/etc/localtime"), () => readFileSync("/etc/timezone", "utf8").trim()]) {
    try {
      const name = zoneFileName(source());
      if (zone(name) !== undefined) return name;
    } catch {
      // Not every system has both.
    }
  }
  // Intl's own guess goes by TZ, which the attempts above may have set.
  if (tz === undefined) delete process.env["TZ"];
  zoneSet = undefined;
  const name = new Intl.DateTimeFormat("en-US").resolvedOptions().timeZone;
  return zone(name) === undefined ? "UTC" : name;
}

/** Europe/Berlin of /usr/share/zoneinfo/Europe/Berlin; of posix/Europe/Berlin below it too. */
function zoneFileName(path: string): string {
  return path.replace(/^.*\/zoneinfo\//, "").replace(/^(posix|right)\//, "");
}
