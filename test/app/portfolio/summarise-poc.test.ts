import { expect, test } from "vitest";
import { summarisePoc } from "../../../src/app/portfolio/summarise-poc.ts";
import type { DecisionOutcome } from "../../../src/domain/records/entry.ts";
import { asOf, decided, records, start } from "../../support/records.ts";

test.each<[DecisionOutcome, string | undefined, number | undefined]>([
  ["go", "go", 0],
  ["no-go", "no-go", 0],
  ["extend", undefined, undefined],
])("the decision of a list is the one that ended the work: %s", (outcome, told, latency) => {
  const log = [start(), decided("2026-12-04", outcome)];
  const { summary } = summarisePoc({ records: records({ log }), diagnostics: [] }, asOf("2026-12-04"));
  expect(summary.decision?.outcome).toBe(told);
  expect(summary.decision?.latency).toBe(latency);
});
