import { expect, test } from "vitest";
import { spentText, worthText } from "../../../src/memo/page-one/stakes.ts";
import { entry, hours, SOUND, spent, standing, start } from "../../support/records.ts";

const bill = entry("2026-11-24", { spend: [spent("3 EUR")] });
const work = entry("2026-11-24 15:00", { time: [hours("13.5")] });
const poc = (rates: boolean, ...log: readonly ReturnType<typeof entry>[]) => {
  const definitions = rates ? SOUND : { ...SOUND, costs: { ...SOUND.costs, hourlyRates: new Map() } };
  return standing({ definitions, log: [start(definitions), ...log] }, "2026-11-24");
};

test.each([
  ["money alone", poc(true, bill), /^3 of 2,000 EUR \(under 1%\), on day 2 of 10$/],
  ["hours with a rate", poc(true, bill, work), /; 1,15\d EUR with people's time$/],
  ["hours without a rate", poc(false, bill, work), /; 13\.5 h of people's time$/],
  ["nothing", poc(true), /^0 of 2,000 EUR \(0%\)/],
])("what is spent: %s", (_, judged, expected) => {
  expect(spentText(judged)).toMatch(expected);
});

test("what it is worth says how many inputs have no source", () => {
  const value = Object.fromEntries(
    Object.entries(SOUND.value).map(([key, input]) => [
      key,
      key === "users" && typeof input === "object" ? { ...input, grade: "asserted" as const } : input,
    ]),
  );
  const definitions = { ...SOUND, value: { ...SOUND.value, ...value } };
  expect(worthText(standing({ definitions, log: [start(definitions)] }, "2026-11-24"))).toMatch(
    /\. 1 of \d+ inputs has no source, and no cost of models is subtracted\.$/,
  );
});
