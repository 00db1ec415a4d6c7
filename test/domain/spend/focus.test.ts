import { expect, test } from "vitest";
import { shortDecimalText } from "../../../src/domain/scalars/decimal.ts";
import { focusStanding } from "../../../src/domain/spend/focus.ts";
import { focusSentence } from "../../../src/wording/spend.ts";
import { CHARTER, date, entry, MARTA, number } from "../../support/records.ts";

const noted = (day: string, share: string) => entry(day, { focus: { share: number(share) } });
const of = (log: readonly Parameters<typeof focusStanding>[0][number][], today: string) => {
  const focus = focusStanding(log, CHARTER.timebox, date(today));
  return focus === undefined ? undefined : `${shortDecimalText(focus.share)}% ${focus.noted}/${focus.days}`;
};

test.each([
  ["nothing noted", [], "2026-11-25", undefined],
  ["one of two days", [noted("2026-11-23", "60")], "2026-11-24", "80% 1/2"],
  ["each day", [noted("2026-11-23", "60"), noted("2026-11-24", "40")], "2026-11-24", "50% 2/2"],
  [
    "two people on a day count alike",
    [noted("2026-11-23", "60"), { ...noted("2026-11-23 13:00", "20"), by: MARTA }],
    "2026-11-23",
    "40% 1/1",
  ],
  [
    "of one person the last note counts",
    [noted("2026-11-23", "60"), noted("2026-11-23 17:00", "90")],
    "2026-11-23",
    "90% 1/1",
  ],
  ["a weekend is no working day", [noted("2026-11-28", "10")], "2026-11-30", undefined],
])("%s", (_, log, today, expected) => {
  expect(of(log, today)).toBe(expected);
});

test("the sentence says from how many notes it is known", () => {
  const focus = focusStanding([noted("2026-11-23", "60")], CHARTER.timebox, date("2026-11-25"))!;
  expect(focusSentence(focus)).toBe(
    "The PoC had 87% of the team's working days (noted on 1 of 3 days; the others count in full).",
  );
});
