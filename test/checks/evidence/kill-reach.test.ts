import { expect, test } from "vitest";
import { killReach } from "../../../src/checks/evidence/kill-reach.ts";
import type { Charter } from "../../../src/domain/records/charter.ts";
import { checked, type Row } from "../../support/checked.ts";
import { evalOf, killOf, number, withCharter } from "../../support/records.ts";

/** A cap of 2,000 EUR, ten working days, and a baseline of 60 of 200. */
const when = (state: string, charter: Partial<Charter> = {}) => ({
  definitions: { ...withCharter(charter), killCriteria: [killOf({ when: state, by: "2026-12-02" })] },
});
const solved = (state: string) => ({
  definitions: {
    ...withCharter({}),
    evals: [evalOf({ id: "solved", better: "higher", baseline: "60/200", target: "gain >= 40%", minN: 200 })],
    killCriteria: [killOf({ when: state, by: "2026-12-02" })],
  },
});
const FOUND = ["kill-criterion-out-of-reach kill-criteria.yaml no-better.when"];
const CAP = { hoursCap: number("120") };

test.each<Row>([
  ["money within the cap", when("spend.total > 1900 EUR"), "2026-11-20", []],
  ["money at the cap", when("spend.total >= 2000 EUR"), "2026-11-20", []],
  ["money beyond the cap", when("spend.total > 1000000 EUR"), "2026-11-20", FOUND],
  ["little money", when("spend.total < 5000 EUR"), "2026-11-20", []],
  ["money in another currency", when("spend.total > 5000 USD"), "2026-11-20", []],
  ["a share of the cap", when("spend.share > 90%"), "2026-11-20", []],
  ["more than the cap, as a share", when("spend.share > 150%"), "2026-11-20", FOUND],
  ["hours within their cap", when("hours.total > 100 h", CAP), "2026-11-20", []],
  ["hours beyond their cap", when("hours.total > 121 h", CAP), "2026-11-20", FOUND],
  ["many hours, without a cap", when("hours.total > 2000 h"), "2026-11-20", []],
  ["more hours than a crowd has", when("hours.total > 100000 h"), "2026-11-20", FOUND],
  ["no better than today", when("wrong-rate > 28%"), "2026-11-20", []],
  ["worse than today", when("wrong-rate > 45%"), "2026-11-20", []],
  ["nearly everything wrong", when("wrong-rate > 99%"), "2026-11-20", FOUND],
  ["fewer solved than today", solved("solved < 20%"), "2026-11-20", []],
  ["nearly nothing solved", solved("solved < 1%"), "2026-11-20", FOUND],
  ["a longer payback", when("payback.months > 24"), "2026-11-20", []],
])("%s", (_, poc, day, expected) => {
  expect(checked(killReach, poc, day)).toEqual(expected);
});
