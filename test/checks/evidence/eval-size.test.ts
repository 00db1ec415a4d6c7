import { expect, test } from "vitest";
import { evalSize } from "../../../src/checks/evidence/eval-size.ts";
import { checked, type Row } from "../../support/checked.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { SOUND, evalOf, standing, start } from "../../support/records.ts";

const withEvals = (...evals: Definitions["evals"]): Definitions => ({ ...SOUND, evals });
const MISSING = ["eval-size-missing evals.yaml wrong-rate.min_n"];
const row = (name: string, fields: Parameters<typeof evalOf>[0], found: readonly string[]): Row => [
  name,
  { definitions: withEvals(evalOf(fields)) },
  "2026-11-20",
  found,
];

test.each<Row>([
  row("a size", { target: "value <= 12%", minN: 200 }, []),
  row("none", { target: "value <= 12%" }, MISSING),
  row("a hard guard without one", { target: "value <= 12%", primary: false, guard: "hard" }, MISSING),
  row("a guard that decides nothing", { target: "value <= 12%", primary: false }, []),
  row("a percentile", { measure: "percentile", percentile: 95, target: "value <= 2 s" }, MISSING),
  row("a mean", { measure: "mean", target: "value <= 2 s" }, MISSING),
  row("a total has none", { measure: "total", target: "value <= 400 EUR" }, []),
  row("no target, which is said elsewhere", {}, []),
  row("an extension", { target: "value <= 12%", minN: 200, extendedN: 400 }, []),
  row("an extension of nothing", { target: "value <= 12%", minN: 200, extendedN: 200 }, [
    "extension-too-small evals.yaml wrong-rate.extended_n",
  ]),
])("%s", (_, given, asOf, found) => {
  expect(checked(evalSize, given, asOf)).toEqual(found);
});

test("what was started without a size stays as it was agreed", () => {
  const definitions = withEvals(evalOf({ target: "value <= 12%" }));
  expect(checked(evalSize, { definitions, log: [start(definitions)] }, "2026-11-24")).toEqual([]);
});

test("the hint is the line to paste, with the number for an 80% chance", () => {
  const definitions = withEvals(evalOf({ target: "value <= 12%" }));
  const [found] = evalSize.run(standing({ definitions }, "2026-11-20"));
  expect(found?.hint).toBe("add min_n: 169");
});
