import { expect, test } from "vitest";
import { wholeLabel } from "../../src/domain/scalars/labels.ts";
import { wholeMoney } from "../../src/wording/portfolio/row-clauses.ts";
import { money } from "../support/records.ts";

test.each([
  ["250.50 EUR", "251"],
  ["251.50 EUR", "252"],
  ["250.49 EUR", "250"],
  ["1240.00 EUR", "1,240"],
  ["-250.50 EUR", "-251"],
  ["1250 JPY", "1,250"],
])("%s is %s in whole units, on the board as on page one", (amount, whole) => {
  expect(wholeLabel(money(amount))).toBe(whole);
  expect(wholeMoney(money(amount))).toBe(whole);
});
