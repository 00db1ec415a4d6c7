import { expect, test } from "vitest";
import { commitment } from "../../../src/checks/charter/commitment.ts";
import { checked, type Row } from "../../support/checked.ts";
import { valueAt } from "../../../src/diagnostics/place.ts";
import { lacking } from "../../support/records.ts";

test.each<Row>([
  ["all three named", {}, "2026-11-20", []],
  ["no owner", { definitions: lacking("owner") }, "2026-11-20", ["owner-missing poc.yaml owner"]],
  ["no sponsor", { definitions: lacking("sponsor") }, "2026-11-20", ["sponsor-missing poc.yaml sponsor"]],
  [
    "no budget for an MVP",
    { definitions: lacking("mvpBudget") },
    "2026-11-20",
    ["mvp-budget-missing poc.yaml mvp.budget"],
  ],
  [
    "an owner who could not be read",
    { definitions: lacking("owner", "sponsor"), unreadable: [valueAt("poc.yaml", "owner")] },
    "2026-11-20",
    ["sponsor-missing poc.yaml sponsor"],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(commitment, poc, day)).toEqual(expected);
});
