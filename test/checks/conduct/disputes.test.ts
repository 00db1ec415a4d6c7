import { expect, test } from "vitest";
import { disputes } from "../../../src/checks/conduct/disputes.ts";
import { checked, type Row } from "../../support/checked.ts";
import { entry, start } from "../../support/records.ts";
import { termsOf } from "../../../src/domain/records/terms.ts";
import { SOUND } from "../../support/records.ts";

test.each<Row>([
  ["one", { log: [start()] }, "2026-11-25", []],
  [
    "two",
    { log: [start(), entry("2026-11-24", { start: { terms: termsOf(SOUND) } })] },
    "2026-11-25",
    ["start-repeated log/112412x.yaml start"],
  ],
  ["none", {}, "2026-11-25", []],
])("%s", (_, poc, day, expected) => {
  expect(checked(disputes, poc, day)).toEqual(expected);
});
