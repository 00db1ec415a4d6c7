import { describe, expect, test } from "vitest";
import { UsageFault } from "../../../src/app/ports/faults.ts";
import { systemZones } from "../../../src/platform/host/zones.ts";

const zones = systemZones({});

/** Minutes east of UTC, by Intl: the slow way, with other code behind it. */
function expectedOffset(name: string): (epochMs: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (epochMs) => {
    const part = Object.fromEntries(format.formatToParts(epochMs).map(({ type, value }) => [type, Number(value)]));
    return (
      (Date.UTC(part["year"]!, part["month"]! - 1, part["day"]!, part["hour"]!, part["minute"]!, part["second"]!) -
        epochMs) /
      60_000
    );
  };
}

describe("offsets", () => {
  test.each([
    ["Europe/Berlin", "2026-01-15T12:00:00Z", 60],
    ["Europe/Berlin", "2026-03-29T00:59:59Z", 60],
    ["Europe/Berlin", "2026-03-29T01:00:00Z", 120],
    ["Europe/Berlin", "2026-10-25T00:59:59Z", 120],
    ["Europe/Berlin", "2026-10-25T01:00:00Z", 60],
    ["America/New_York", "2026-03-08T07:00:00Z", -240],
    ["Africa/Cairo", "2026-04-23T21:59:59Z", 120],
    ["Africa/Cairo", "2026-04-23T22:00:00Z", 180],
    ["Australia/Lord_Howe", "2026-01-15T00:00:00Z", 660],
    ["Australia/Lord_Howe", "2026-07-15T00:00:00Z", 630],
    ["Asia/Kathmandu", "2026-07-15T00:00:00Z", 345],
    ["Pacific/Kiritimati", "2026-07-15T00:00:00Z", 840],
    ["Pacific/Pago_Pago", "2026-07-15T00:00:00Z", -660],
    ["Etc/GMT+5", "2026-07-15T00:00:00Z", -300],
    ["Africa/Abidjan", "2026-07-15T00:00:00Z", 0],
    ["UTC", "2026-07-15T00:00:00Z", 0],
    ["Asia/Kolkata", "2026-07-15T00:00:00Z", 330],
  ])("%s at %s is %d minutes", (name, instant, offset) => {
    expect(zones.zone(name)?.offsetAt(Date.parse(instant))).toBe(offset);
    expect(Object.is(zones.zone(name)?.offsetAt(Date.parse(instant)), -0)).toBe(false);
  });

  test("are those of Intl, in every zone it knows, about every change of three years", () => {
    const instants: number[] = [];
    for (let hour = Date.UTC(2025, 11, 30); hour < Date.UTC(2028, 0, 2); hour += 36.5 * 3_600_000) instants.push(hour);
    for (const name of Intl.supportedValuesOf("timeZone")) {
      const [zone, expected] = [zones.zone(name), expectedOffset(name)];
      for (const instant of instants) {
        if (zone?.offsetAt(instant) !== expected(instant))
          expect([name, instant, zone?.offsetAt(instant)]).toEqual([name, instant, expected(instant)]);
      }
      expect(zone?.name).toBe(name);
    }
  });

  test("are those of Intl to the quarter of an hour through a year, where clocks do odd things", () => {
    for (const name of [
      "Europe/Berlin",
      "Africa/Cairo",
      "Australia/Lord_Howe",
      "America/Sao_Paulo",
      "Africa/Casablanca",
      "Antarctica/Troll",
    ]) {
      const [zone, expected] = [zones.zone(name)!, expectedOffset(name)];
      for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2027, 0, 1); day += 86_400_000) {
        // Only days at whose ends the offsets differ hold a change that is worth finding.
        if (expected(day) === expected(day + 86_400_000)) continue;
        for (let instant = day; instant < day + 86_400_000; instant += 900_000)
          expect(zone.offsetAt(instant)).toBe(expected(instant));
      }
    }
  });

  test("do not mix when two zones take turns", () => {
    const [berlin, tokyo] = [zones.zone("Europe/Berlin")!, zones.zone("Asia/Tokyo")!];
    const instant = Date.UTC(2026, 6, 1);
    expect([1, 2, 3].flatMap(() => [berlin.offsetAt(instant), tokyo.offsetAt(instant)])).toEqual([
      120, 540, 120, 540, 120, 540,
    ]);
  });
});

describe("names", () => {
  test.each([
    "",
    " ",
    "garbage",
    "GMT+5",
    "UTC+1",
    "+01:00",
    "Europe/Atlantis",
    "Europe/Berlin ",
    "Europe/Berlin\n",
    "Europe/Ber\u0000lin",
    "../etc/passwd",
    "/etc/localtime",
    ":Europe/Berlin",
    "CET-1CEST",
    "SystemV/PST8",
    "Etc/Unknown",
    "posix/Europe/Berlin",
    "x".repeat(1000),
    "PDT",
    "__proto__",
    "constructor",
  ])("%j is no zone", (name) => {
    expect(zones.zone(name)).toBeUndefined();
  });

  test.each([
    ["Japan", 540],
    ["EST", -300],
    ["EST5EDT", -240],
    ["europe/berlin", 120],
    ["asia/kathmandu", 345],
    ["GB", 60],
    ["Africa/Accra", 0],
    ["Etc/Zulu", 0],
    ["Europe/Kyiv", 180],
    ["America/Argentina/Buenos_Aires", -180],
  ])("%s is one", (name, offset) => {
    expect(zones.zone(name)?.offsetAt(Date.UTC(2026, 6, 15))).toBe(offset);
  });
});

describe("the zone of the machine", () => {
  test.each([
    ["Europe/Berlin", "Europe/Berlin"],
    [":Europe/Berlin", "Europe/Berlin"],
    ["/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"],
    [":/usr/share/zoneinfo/posix/Asia/Tokyo", "Asia/Tokyo"],
    ["UTC", "UTC"],
    ["", "UTC"],
  ])("TZ=%j is %s", (tz, name) => {
    expect(systemZones({ TZ: tz }).local()).toBe(name);
  });

  test.each(["garbage", "CET-1CEST", "GMT+5"])("TZ=%s is refused, not taken for UTC", (tz) => {
    expect(() => systemZones({ TZ: tz }).local()).toThrow(UsageFault);
  });

  test.each([[undefined], [":/etc/localtime"]])("without a name in TZ (%j) it is some zone that there is", (tz) => {
    const found = systemZones({ TZ: tz });
    expect(found.zone(found.local())).toBeDefined();
  });
});
