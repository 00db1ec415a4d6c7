import { expect, test } from "vitest";
import { placeholder } from "../../../src/checks/charter/placeholder.ts";
import { checked, type Row } from "../../support/checked.ts";
import { valueAt } from "../../../src/diagnostics/place.ts";

test.each<Row>([
  ["none", {}, "2026-11-20", []],
  [
    "each of them",
    {
      placeholders: [
        { place: valueAt("poc.yaml", "owner"), text: "TBD" },
        { place: valueAt("evals.yaml", 0, "metric"), text: "" },
      ],
    },
    "2026-11-20",
    ["placeholder-left poc.yaml owner", "placeholder-left evals.yaml [0].metric"],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(placeholder, poc, day)).toEqual(expected);
});
