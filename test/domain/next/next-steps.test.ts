import { expect, test } from "vitest";
import { valueAt } from "../../../src/diagnostics/place.ts";
import { nextSteps, stepLabel } from "../../../src/domain/next/next-steps.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { passed } from "../../support/gates.ts";
import {
  ANA,
  SOUND,
  amended,
  answers,
  date,
  decided,
  entry,
  killOf,
  money,
  result,
  standing,
  start,
  withCharter,
  type Poc,
} from "../../support/records.ts";

const asked: Definitions = { ...SOUND, killCriteria: [killOf({ ask: "Is it?", by: "2026-11-27" })] };
const steps = (poc: Poc, day: string) =>
  nextSteps(standing(poc, day)).map(({ by, command }) => [by ?? "", command ?? ""].join(" ").trim());

test("a draft is filled in, then started", () => {
  expect(steps({}, "2026-11-20")).toEqual(["2026-11-23 poc start"]);
  expect(steps({ placeholders: [{ place: valueAt("poc.yaml", "title"), text: "TBD" }] }, "2026-11-20")).toEqual([
    "poc check",
    "2026-11-23 poc start",
  ]);
});

test("records that cannot be read come first", () => {
  expect(steps({ unreadable: [valueAt("evals.yaml")] }, "2026-11-20")).toEqual(["2026-11-20 poc check"]);
  expect(steps({ log: [start()], unreadable: [valueAt("risks.yaml")] }, "2026-11-25")[0]).toBe("2026-11-25 poc check");
});

test("by date, what is due first", () => {
  expect(steps({ definitions: asked, log: [start(asked)] }, "2026-11-25")).toEqual([
    "2026-11-27 poc log --answer no-better=yes|no",
    "2026-12-04 poc log --eval wrong-rate=…",
    "2026-12-04 poc memo, then poc decide",
  ]);
});

test("what was done is not due any more", () => {
  const log = [
    start(asked),
    entry("2026-11-25", { ...answers("no-better", "no"), results: [result("wrong-rate", "19/200")] }),
  ];
  expect(steps({ definitions: asked, log }, "2026-11-25")).toEqual(["2026-12-04 poc memo, then poc decide"]);
});

test("after a go a proof of value, and from then on what the gates ask", () => {
  const go = [start(), decided("2026-12-04", "go"), passed("2026-12-05", "poc", undefined, { number: 1 })];
  expect(nextSteps(standing({ log: go }, "2026-12-07")).map(stepLabel)).toEqual([
    "take it to a proof of value, with real users and a budget",
  ]);
  const proven = [...go, passed("2026-12-20", "value", "poc", { number: 2, title: "Proof of value" })];
  expect(nextSteps(standing({ log: proven }, "2026-12-21")).map((step) => [stepLabel(step), step.command])).toEqual([
    ["go on from gate 2, Proof of value, which is passed", "poc gate"],
  ]);
});

test("drift is due today", () => {
  const definitions = withCharter({ spendCap: money("9000 EUR") });
  expect(steps({ definitions, log: [start(SOUND)] }, "2026-11-25")[0]).toBe("2026-11-25 poc amend");
  expect(
    steps(
      { definitions, log: [start(SOUND), amended("2026-11-24", "spend_cap", "2000.00 EUR", "9000.00 EUR")] },
      "2026-11-25",
    ),
  ).not.toContain("2026-11-25 poc amend");
});

test("a no-go is to be decided now, for every day costs", () => {
  const log = [start(asked), entry("2026-11-25", answers("no-better", "yes"))];
  expect(steps({ definitions: asked, log }, "2026-11-25")[0]).toBe("2026-11-25 poc memo, then poc decide");
});

test("after the decision its conditions are what is left", () => {
  const log = [
    start(),
    decided("2026-12-04", "conditional", { conditions: [{ what: "sign", owner: ANA, by: date("2026-12-18") }] }),
  ];
  const next = nextSteps(standing({ log }, "2026-12-07"));
  expect(next).toHaveLength(2);
  expect(next[0]).toMatchObject({ by: "2026-12-18" });
  expect(stepLabel(next[0]!)).toBe("sign (Ana Ruiz), by Fri 18 Dec");
});

test("after an extension the work goes on", () => {
  expect(nextSteps(standing({ log: [start(), decided("2026-11-25", "extend")] }, "2026-11-25")).length).toBeGreaterThan(
    1,
  );
});
