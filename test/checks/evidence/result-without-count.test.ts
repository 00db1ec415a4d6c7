import { expect, test } from "vitest";
import { resultWithoutCount } from "../../../src/checks/evidence/result-without-count.ts";
import { againstSection } from "../../../src/memo/page-one/against.ts";
import type { Result } from "../../../src/domain/records/evals/result.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { checked } from "../../support/checked.ts";
import { DAY, FAST, FEWER, RATE, RIGHT, on, poc } from "../../support/one-eval.ts";
import { standing } from "../../support/records.ts";

test.each<[string, Definitions, readonly Result[], readonly string[]]>([
  ["beyond target and kill line", RATE, [on("31/400"), on("27%")], ["day2"]],
  ["beyond the target alone", RATE, [on("31/400"), on("15%")], ["day2"]],
  ["beyond a target that is a change", FEWER, [on("31/400"), on("14%")], ["day2"]],
  ["too few right", RIGHT, [on("370/400"), on("75%")], ["day2"]],
  ["a percentile in its unit", FAST, [on("390/400"), on("2300 ms")], ["day2"]],
  ["a good figure", RATE, [on("31/400"), on("8%")], []],
  ["a good figure of what is right", RIGHT, [on("370/400"), on("95%")], []],
  ["followed by a count of the planned size", RATE, [on("31/400"), on("27%"), on("30/400")], []],
  ["followed by a few good cases", RATE, [on("31/400"), on("27%"), on("1/20")], ["day2"]],
  ["before the count", RATE, [on("27%"), on("31/400")], []],
  ["of another arm", RATE, [on("31/400", { arm: "a" }), on("27%", { arm: "b" })], []],
  ["of no arm that is named", RATE, [on("31/400", { arm: "a" }), on("27%")], ["day2"]],
  ["what the count says already", RATE, [on("70/400"), on("15%")], []],
])("a newer figure without a count: %s", (_, definitions, results, entries) => {
  const records = poc(definitions, ...results);
  expect(checked(resultWithoutCount, records, DAY)).toEqual(
    entries.map((id) => `result-without-count log/${id}.yaml results[0]`),
  );
  const { notes } = againstSection(standing(records, DAY), 30);
  expect(notes.filter(({ text }) => text.includes("without its count")).flatMap((note) => note.entries)).toEqual(
    entries,
  );
});
