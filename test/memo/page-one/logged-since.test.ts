import { expect, test } from "vitest";
import { sinceText } from "../../../src/memo/page-one/logged-since.ts";
import { standingOf } from "../../../src/domain/standing/standing.ts";
import { asOf, entry, records, start } from "../../support/records.ts";

const AHEAD = entry("2026-11-26 10:00", { note: "later", id: "aaaaaaa" });

test.each([
  ["an entry ahead of the clock", true, [AHEAD], true],
  ["one that was withdrawn", true, [AHEAD, entry("2026-11-24 09:00", { undo: { entry: "aaaaaaa" } })], false],
  ["a day that was asked for", false, [AHEAD], false],
  ["nothing ahead", true, [], false],
])("%s", (_name, now, log, said) => {
  const then = standingOf(records({ log: [start(), ...log] }), { ...asOf("2026-11-25 10:00"), now });
  expect(sinceText(then, then) !== "").toBe(said);
});
