import { expect, test } from "vitest";
import { killDecidable } from "../../../src/checks/evidence/kill-decidable.ts";
import { checked, type Row } from "../../support/checked.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { SOUND, evalOf, killOf } from "../../support/records.ts";

type Fields = Parameters<typeof evalOf>[0];

const draft = (when: string, fields: Fields = { baseline: "60/200", target: "reduction >= 40%", minN: 200 }) => {
  const definitions: Definitions = {
    ...SOUND,
    evals: [evalOf(fields)],
    killCriteria: [killOf({ when, by: "2026-12-02" })],
  };
  return { definitions };
};
const UNDECIDABLE = "kill-criterion-undecidable kill-criteria.yaml no-better.when";
const AGAINST = "kill-criterion-against-target kill-criteria.yaml no-better.when";

test.each<Row>([
  ["a sound one", {}, "2026-11-20", []],
  [
    "a question",
    { definitions: { ...SOUND, killCriteria: [killOf({ ask: "Is it?", by: "2026-12-02" })] } },
    "2026-11-20",
    [],
  ],
  ["an unknown eval, which the reader reports", draft("nothing > 5%"), "2026-11-20", []],
  ["it kills good results", draft("wrong-rate < 5%"), "2026-11-20", [UNDECIDABLE]],
  ["it can never be tripped", draft("wrong-rate > 100%"), "2026-11-20", [UNDECIDABLE]],
  ["it can never be cleared", draft("wrong-rate >= 0%"), "2026-11-20", [UNDECIDABLE]],
  ["another unit", draft("wrong-rate > 3 s"), "2026-11-20", [UNDECIDABLE]],
  [
    "too few cases to clear it",
    draft("wrong-rate > 20%", { target: "value <= 18%", minN: 12 }),
    "2026-11-20",
    [UNDECIDABLE],
  ],
  // 14 of 14 bound a rate at 19.3%.
  ["just enough cases to clear it", draft("wrong-rate > 20%", { target: "value <= 18%", minN: 14 }), "2026-11-20", []],
  // 40% less than 30% is 18%.
  ["on the good side of a reduction", draft("wrong-rate > 17%"), "2026-11-20", [AGAINST]],
  ["exactly at a reduction", draft("wrong-rate > 18%"), "2026-11-20", []],
  ["on the good side of a value", draft("wrong-rate > 11%", { target: "value <= 12%" }), "2026-11-20", [AGAINST]],
  [
    "on the good side of a difference",
    draft("wrong-rate > 24%", { baseline: "60/200", target: "difference >= 5pp" }),
    "2026-11-20",
    [AGAINST],
  ],
  [
    "on the good side of a gain",
    draft("wrong-rate < 70%", { better: "higher", baseline: "100/200", target: "gain >= 20%" }),
    "2026-11-20",
    [AGAINST],
  ],
  [
    "on the bad side of a gain",
    draft("wrong-rate < 55%", { better: "higher", baseline: "100/200", target: "gain >= 20%" }),
    "2026-11-20",
    [],
  ],
  [
    "in another unit of time",
    draft("wrong-rate > 1800 ms", { measure: "mean", target: "value <= 2 s" }),
    "2026-11-20",
    [AGAINST],
  ],
  [
    "a share of the runs of a percentile",
    draft("wrong-rate < 80%", { measure: "percentile", target: "value <= 2 s" }),
    "2026-11-20",
    [],
  ],
  [
    "a percentile has no other figure",
    draft("wrong-rate > 3 s", { measure: "percentile", target: "value <= 2 s" }),
    "2026-11-20",
    [UNDECIDABLE],
  ],
  ["money, in the currency of the cap", draft("spend.total > 1900 EUR"), "2026-11-20", []],
  ["money, in another currency than that of the cap", draft("spend.total > 1900 USD"), "2026-11-20", [UNDECIDABLE]],
  ["money without a unit", draft("spend.total > 1900"), "2026-11-20", [UNDECIDABLE]],
  ["a share in euros", draft("spend.share > 90 EUR"), "2026-11-20", [UNDECIDABLE]],
  ["hours in days", draft("hours.total > 10 d"), "2026-11-20", [UNDECIDABLE]],
  ["hours", draft("hours.total > 80 h"), "2026-11-20", []],
  ["payback in months", draft("payback.months > 12 months"), "2026-11-20", []],
  ["payback as a bare number", draft("payback.months > 12"), "2026-11-20", []],
  ["payback in years", draft("payback.months > 1 year"), "2026-11-20", [UNDECIDABLE]],
])("%s", (_, poc, day, expected) => {
  expect(checked(killDecidable, poc, day)).toEqual(expected);
});
