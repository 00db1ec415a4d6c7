import { describe, expect, test } from "vitest";
import { entryTime } from "../../../src/app/poc/entry-time.ts";
import { UsageFault } from "../../../src/app/ports/faults.ts";
import { instantText } from "../../../src/domain/scalars/instant.ts";
import { entry, ZONE } from "../../support/records.ts";

const now = (text: string) => Date.parse(`${text}+01:00`);
const logged = (...times: readonly string[]) =>
  times.map((time) => ({ ...entry(time.slice(0, 10)), at: { epochMs: now(time), offset: 60 } }));

/** The time of an entry that is logged at `at`. */
function time(at: string, day?: string, clock?: string, log = logged()): string {
  return instantText(entryTime(ZONE, now(at), day, clock, log)).slice(0, 19);
}

describe("issue 10, item 17: dated entries keep the order in which they were typed", () => {
  test.each<readonly [string, readonly string[], string | undefined, string | undefined, string]>([
    ["now, where nothing is dated", [], undefined, undefined, "2026-11-25T10:00:20"],
    ["today is now", [], "today", undefined, "2026-11-25T10:00:20"],
    ["an earlier day, at the time of day at which it is typed", [], "yesterday", undefined, "2026-11-24T10:00:00"],
    ["after what the day has later", ["2026-11-24T18:00"], "yesterday", undefined, "2026-11-24T18:00:01"],
    ["after what was typed in the same minute", ["2026-11-24T10:00"], "yesterday", undefined, "2026-11-24T10:00:01"],
    ["not after what the day has earlier", ["2026-11-24T09:00"], "yesterday", undefined, "2026-11-24T10:00:00"],
    [
      "other days do not matter",
      ["2026-11-23T23:00", "2026-11-25T00:00"],
      "yesterday",
      undefined,
      "2026-11-24T10:00:00",
    ],
    ["never past the end of the day", ["2026-11-24T23:59:59"], "yesterday", undefined, "2026-11-24T23:59:59"],
    ["a minute that is named", [], "yesterday", "16:20", "2026-11-24T16:20:00"],
    ["that minute again", ["2026-11-24T16:20"], "yesterday", "16:20", "2026-11-24T16:20:01"],
    ["and again", ["2026-11-24T16:20:01"], "yesterday", "16:20", "2026-11-24T16:20:02"],
    [
      "before what the day has later, where a minute is named",
      ["2026-11-24T18:00"],
      "yesterday",
      "16:20",
      "2026-11-24T16:20:00",
    ],
    ["never past the end of the minute", ["2026-11-24T16:20:59"], "yesterday", "16:20", "2026-11-24T16:20:59"],
    ["never in the future", ["2026-11-25T10:00:20"], undefined, "10:00", "2026-11-25T10:00:20"],
  ])("%s", (_, times, day, clock, expected) => {
    expect(time("2026-11-25T10:00:20", day, clock, logged(...times))).toBe(expected);
  });

  test("across midnight of the person who types", () => {
    const first = time("2026-11-25T23:59:30", "2026-11-24");
    expect(first).toBe("2026-11-24T23:59:00");
    expect(time("2026-11-26T00:00:10", "2026-11-24", undefined, logged(first))).toBe("2026-11-24T23:59:01");
  });

  test("what lies in the future is refused", () => {
    expect(() => time("2026-11-25T10:00:00", undefined, "10:01")).toThrow(UsageFault);
  });
});
