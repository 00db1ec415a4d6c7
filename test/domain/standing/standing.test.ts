import { describe, expect, test } from "vitest";
import { valueAt } from "../../../src/diagnostics/place.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import {
  SOUND,
  amended,
  asOf,
  decided,
  entry,
  evalOf,
  lacking,
  money,
  records,
  result,
  spent,
  standing,
  start,
  withCharter,
  CHARTER,
} from "../../support/records.ts";
import { moneyText } from "../../../src/domain/scalars/money.ts";
import { standingOf } from "../../../src/domain/standing/standing.ts";

describe("the phase", () => {
  test.each([
    ["before the start", "2026-11-22", "draft"],
    ["on the first day", "2026-11-23", "running"],
    ["on the last day", "2026-12-04", "running"],
    ["on the day after", "2026-12-05", "over"],
  ])("%s", (_, day, phase) => {
    expect(standing({ log: [start()] }, day).phase).toBe(phase);
  });

  test("a draft stays one, however late it is", () => {
    expect(standing({}, "2027-01-01").phase).toBe("draft");
  });

  test.each([
    ["go", "decided"],
    ["no-go", "decided"],
    ["conditional", "decided"],
    ["extend", "over"],
  ] as const)("after %s: %s", (outcome, phase) => {
    expect(standing({ log: [start(), decided("2026-12-04", outcome)] }, "2026-12-07").phase).toBe(phase);
  });

  test("without a timebox it runs on", () => {
    expect(standing({ definitions: lacking("timebox"), log: [start(lacking("timebox"))] }, "2027-01-01").phase).toBe(
      "running",
    );
  });
});

describe("the same records on another day", () => {
  const log = [
    start(),
    entry("2026-11-24", { spend: [spent("100 EUR")] }),
    entry("2026-11-26", { spend: [spent("200 EUR")] }),
    decided("2026-12-01", "no-go"),
  ];

  test("what had not happened yet is not there", () => {
    expect(moneyText(standing({ log }, "2026-11-25").spend.total)).toBe("100.00 EUR");
    expect(moneyText(standing({ log }, "2026-11-26").spend.total)).toBe("300.00 EUR");
    expect(standing({ log }, "2026-11-30").decision.current).toBeUndefined();
  });

  test("the same for the same", () => {
    expect(standing({ log }, "2026-11-25")).toEqual(standing({ log }, "2026-11-25"));
  });
});

describe("frozen terms", () => {
  const eased: Definitions = {
    ...SOUND,
    evals: [evalOf({ metric: "Wrong answers", baseline: "60/200", target: "reduction >= 1%", minN: 200 })],
  };

  test("before the start the files count, after it what was agreed", () => {
    expect(standing({ definitions: eased }, "2026-11-20").definitions.evals).toEqual(eased.evals);
    const running = standing({ definitions: eased, log: [start(SOUND)] }, "2026-11-25");
    expect(running.definitions.evals[0]!.target).toEqual(SOUND.evals[0]!.target);
    expect(running.written.evals).toEqual(eased.evals);
    expect(running.drift.map(({ term }) => term)).toEqual(["evals.wrong-rate.target"]);
  });

  test("a target that was eased in the file does not make a miss a pass", () => {
    const log = [start(SOUND), entry("2026-11-30", { results: [result("wrong-rate", "48/200")] })];
    expect(standing({ definitions: eased, log }, "2026-12-04").evals[0]!.verdict).not.toBe("met");
  });

  test("a second start freezes nothing", () => {
    const log = [start(SOUND), { ...start(eased, "2026-11-24 09:00"), id: "again00" }];
    expect(standing({ definitions: eased, log }, "2026-11-25").started?.id).toBe("start00");
    expect(standing({ definitions: eased, log }, "2026-11-25").drift).toHaveLength(1);
  });

  test("an amendment is in force from its moment on", () => {
    const definitions = withCharter({ spendCap: money("2500 EUR") });
    const log = [start(SOUND), amended("2026-11-25", "spend_cap", "2000.00 EUR", "2500.00 EUR")];
    expect(moneyText(standing({ definitions, log }, "2026-11-24").spend.cap!)).toBe("2000.00 EUR");
    const after = standing({ definitions, log }, "2026-11-25");
    expect(moneyText(after.spend.cap!)).toBe("2500.00 EUR");
    expect(after.drift).toEqual([]);
    expect(after.amendments).toMatchObject([{ extends: false }]);
  });

  test("an extension moves the end, and the first length is remembered", () => {
    const definitions = withCharter({ timebox: { ...CHARTER.timebox!, workingDays: 12 } });
    const log = [start(SOUND), amended("2026-12-01", "timebox.working_days", "10", "12")];
    const found = standing({ definitions, log }, "2026-12-07");
    expect(found).toMatchObject({
      phase: "running",
      firstWorkingDays: 10,
      timebox: { of: 12, end: "2026-12-08" },
      amendments: [{ extends: true }],
    });
    expect(standing({ log: [start(SOUND)] }, "2026-11-25").firstWorkingDays).toBeUndefined();
  });

  test.each([
    ["its file", "kill-criteria.yaml", []],
    ["another file", "risks.yaml", ["kill-criteria.no-better.when", "kill-criteria.no-better.by"]],
  ])("what is not there drifts, unless %s could not be read in full", (_, file, terms) => {
    const found = standing(
      { definitions: { ...SOUND, killCriteria: [] }, log: [start(SOUND)], unreadable: [valueAt(file)] },
      "2026-11-25",
    );
    expect(found.drift.map(({ term }) => term)).toEqual(terms);
  });

  test("what could not be read of the start is not held against the files", () => {
    const { id: _, ...rest } = start(SOUND);
    const terms = new Map([...rest.start!.terms].filter(([term]) => term !== "spend_cap"));
    const partial = { ...start(SOUND), start: { terms } };
    expect(standing({ log: [partial] }, "2026-11-25").drift.map(({ term }) => term)).toEqual(["spend_cap"]);
    expect(
      standing({ log: [partial], unreadable: [valueAt(partial.file, "start", "terms", "spend_cap")] }, "2026-11-25")
        .drift,
    ).toEqual([]);
  });
});

describe("the last look", () => {
  test("a result below the agreed cases is judged in full on the last day only", () => {
    const log = [start(), entry("2026-11-25", { results: [result("wrong-rate", "22/150")] })];
    expect(standing({ log }, "2026-12-03").evals[0]).toMatchObject({ interim: true });
    expect(standing({ log }, "2026-12-04").evals[0]).toMatchObject({ interim: false, verdict: "unsettled" });
  });
});

test("now and the end of today differ in nothing but what is still to come", () => {
  const log = [start(), entry("2026-11-25 18:00", { spend: [spent("5 EUR")] })];
  const noon = standingOf(records({ log }), asOf("2026-11-25 12:00", true));
  expect(moneyText(noon.spend.total)).toBe("0.00 EUR");
  expect(noon.log.later).toHaveLength(1);
  expect(moneyText(standing({ log }, "2026-11-25").spend.total)).toBe("5.00 EUR");
});

test("a document that is dated later than the day it is judged for is not there yet", () => {
  const memos = ["decision-2026-11-25.md", "decision-2026-12-04.md", "notes.md"];
  expect(standing({ memos }, "2026-11-26").memos).toEqual(["decision-2026-11-25.md", "notes.md"]);
});
