import { termsOf } from "../../../src/domain/records/terms.ts";
import { describe, expect, test } from "vitest";
import { decisionView } from "../../../src/memo/documents/decision-view.ts";
import { checklistView } from "../../../src/memo/documents/checklist-view.ts";
import type { Records } from "../../../src/domain/records/records.ts";
import { parseCount } from "../../../src/domain/scalars/count.ts";
import { SHIPPED_CHECKLISTS, shippedChecklist } from "../../support/checklists.ts";
import { money, must } from "../../support/records.ts";
import { emptyRecords, entry, sampleDefinitions, sampleLog, sampleRecords, standingAt } from "./sample-records.ts";

const meta = { toolVersion: "0.1.0", fingerprint: "0" };
const viewOf = (records: Records, date: string) => decisionView(standingAt(records, date), meta);
const logged = (...more: Records["log"]): Records => ({
  ...sampleRecords,
  log: [...sampleLog.slice(0, -1), ...more].sort((a, b) => a.at.epochMs - b.at.epochMs),
});
const conduct = (records: Records, date = "2026-12-07") => {
  const view = viewOf(records, date);
  return [...view.conduct, ...view.conductRest].map((note) => note.text).join("\n");
};

function leaves(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, `${path}.${key}`));
}

test.each([
  ["decided", sampleRecords, "2026-12-07"],
  ["running", sampleRecords, "2026-11-25"],
  ["draft", emptyRecords, "2026-11-23"],
] as const)("every leaf of a view that is %s is a text or a truth value", (_, records, date) => {
  const standing = standingAt(records, date);
  for (const view of [
    decisionView(standing, meta),
    ...SHIPPED_CHECKLISTS.map((name) => checklistView(standing, shippedChecklist(name), meta)),
  ]) {
    const odd = leaves(view, "view").filter(([, leaf]) => typeof leaf !== "string" && typeof leaf !== "boolean");
    expect(odd).toEqual([]);
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    expect(leaves(view, "view").filter(([, leaf]) => /undefined|NaN|\[object|null/.test(String(leaf)))).toEqual([]);
  }
});

test("every id that is cited is in the log of the appendix", () => {
  const view = viewOf(sampleRecords, "2026-12-07");
  const ids = new Set(view.log.flatMap((entries) => entries.entries.map((row) => row.id)));
  const cited = leaves(view, "view")
    .filter(([path]) => /\.(entries|overEntries|withdrawnBy)\.\d+$/.test(path))
    .map(([, id]) => id as string);
  expect(cited.length).toBeGreaterThan(20);
  expect(cited.filter((id) => !ids.has(id))).toEqual([]);
});

test("the same standing gives the same view", () => {
  expect(JSON.stringify(viewOf(sampleRecords, "2026-12-07"))).toBe(JSON.stringify(viewOf(sampleRecords, "2026-12-07")));
});

describe("the decision", () => {
  const decide = (outcome: "go" | "no-go" | "extend", recommended: string, override?: string) =>
    viewOf(
      logged(
        entry("ddddddd", "2026-12-04T15:00", {
          decision: {
            outcome,
            by: sampleDefinitions.charter!.sponsor!,
            why: "so",
            conditions: [],
            recommended,
            rule: "everything-met",
            ...(override === undefined ? {} : { override }),
          },
        }),
      ),
      "2026-12-07",
    );

  test("against the recommendation, with its reason", () => {
    expect(decide("no-go", "go", "The market has moved").decision).toMatchObject({
      taken: true,
      against: true,
      label: "No-go",
      recommended: "Go",
      override: "The market has moved",
    });
    expect(decide("go", "go").decision).toMatchObject({ against: false, override: "" });
  });

  test("stopping says how, and going says where", () => {
    expect(decide("no-go", "no-go").next).toMatchObject({ way: "stop" });
    expect(decide("go", "go").next.text).toContain("120,000.00 EUR");
  });

  test("nobody has decided: who is asked", () => {
    expect(viewOf(sampleRecords, "2026-12-03").decision).toMatchObject({
      taken: false,
      label: "Not decided yet",
      asked: "Marta Weiss is asked to decide.",
    });
    expect(viewOf(emptyRecords, "2026-12-03").decision.asked).toMatch(/^OPEN: /);
  });

  test("one that was replaced stays visible", () => {
    const first = entry("ddddddd", "2026-12-04T14:00", {
      decision: {
        outcome: "extend",
        by: sampleDefinitions.charter!.sponsor!,
        why: "wait",
        conditions: [],
        recommended: "keep-going",
        rule: "exit-criteria-open",
      },
    });
    const view = viewOf({ ...sampleRecords, log: [...sampleLog.slice(0, -1), first, sampleLog.at(-1)!] }, "2026-12-07");
    expect(view.decision).toMatchObject({
      label: "Conditional go",
      superseded: [{ label: "Extend the timebox", why: "wait", entries: ["ddddddd"] }],
    });
  });
});

describe("what did not go as planned is said", () => {
  test("nothing, where all went as planned", () => {
    const calm: Records = {
      ...sampleRecords,
      definitions: sampleDefinitions,
      log: [
        sampleLog[0]!,
        entry("bbbbbb1", "2026-11-24T10:00", {
          results: [{ eval: "wrong-rate", count: must(parseCount("3/200")), arm: "" }],
        }),
      ],
    };
    expect(conduct(calm, "2026-12-04")).toBe("");
  });

  test("a late start, and results from before it", () => {
    const log = sampleLog
      .map((item) =>
        item.start === undefined ? item : { ...entry("aaaaaa1", "2026-11-26T09:00", { start: item.start }) },
      )
      .sort((a, b) => a.at.epochMs - b.at.epochMs);
    const text = conduct({ ...sampleRecords, log });
    expect(text).toContain("The terms were frozen on Thu 26 Nov 2026, 3 working days after the timebox had begun.");
    expect(text).toContain("2 results were logged before the terms were frozen.");
  });

  test("several arms, and whether the pick was confirmed", () => {
    expect(conduct(sampleRecords)).toContain(
      '"Wrong answers on safety-critical intents" was run on 2 arms (plain and reranker-k8): the best was picked and then confirmed by a fresh run.',
    );
    expect(conduct(sampleRecords, "2026-11-26")).toContain("its range is widened because it was the best of");
  });

  test("withdrawn entries", () => {
    // The amount was logged again on the same day: a typing error is a line of the appendix, and not of page one.
    expect(conduct(sampleRecords)).not.toContain("withdrawn by a correction");
    expect(viewOf(sampleRecords, "2026-12-07").slips).toEqual([
      { text: "1 typing error was corrected on the day it was made.", entries: ["aaaaaa8", "aaaaaa9"] },
    ]);
    const row = viewOf(sampleRecords, "2026-12-07")
      .log.flatMap((item) => item.entries)
      .find((item) => item.id === "aaaaaa8");
    expect(row).toMatchObject({ withdrawn: true, withdrawnBy: ["aaaaaa9"], withdrawnWhy: "typed a zero too many" });
  });

  test("terms that were never frozen, foreign money, unknown evals, entries after the end", () => {
    const text = conduct({
      ...sampleRecords,
      log: [
        entry("bbbbbb1", "2026-11-24T10:00", {
          spend: [{ amount: money("5.00 CHF"), category: "data" }],
          results: [{ eval: "gone", count: must(parseCount("1/2")), arm: "" }],
        }),
      ],
    });
    expect(text).toContain("The terms were never frozen");
    expect(text).toContain("5.00 CHF");
    expect(text).toContain("evals that were not agreed");
    expect(
      conduct({ ...sampleRecords, log: [...sampleLog, entry("eeeeee1", "2026-12-06T10:00", { note: "late" })] }),
    ).toContain("1 entry was logged after the decision.");
  });
});

describe("hours", () => {
  const byPerson: Records = {
    ...sampleRecords,
    definitions: { ...sampleRecords.definitions, charter: { ...sampleDefinitions.charter!, showHoursBy: "person" } },
  };

  test("are nobody's but the team's", () => {
    const view = viewOf(sampleRecords, "2026-12-07");
    expect(view.time.people).toEqual([]);
    expect(JSON.stringify(view.log)).toContain("time logged");
    expect(JSON.stringify(view.log)).not.toMatch(/\d h(?! ×)/);
  });

  test("are shown by person where the charter says so", () => {
    const view = viewOf(byPerson, "2026-12-07");
    expect(view.time.people.map(({ name }) => name)).toEqual(["Ana Ruiz", "Jonas Weber", "Marta Weiss"]);
    expect(JSON.stringify(view.log)).toContain("7.5 h");
  });
});

test("the spend cap, passed", () => {
  const view = viewOf(
    logged(entry("bbbbbb1", "2026-12-02T10:00", { spend: [{ amount: money("1900.00 EUR"), category: "data" }] })),
    "2026-12-03",
  );
  expect(view.money).toMatchObject({ over: "89.85 EUR", overEntries: ["bbbbbb1"], cap: "2,000.00 EUR", share: "104%" });
  expect(view.loaded.hiddenShare).toMatch(/%$/);
});

test("hours without a rate make no total", () => {
  const { costs, ...rest } = sampleRecords.definitions;
  const definitions = { ...rest, costs: { ...costs, hourlyRates: new Map() } };
  const log = sampleRecords.log.map((one) =>
    one.start === undefined ? one : { ...one, start: { ...one.start, terms: termsOf(definitions) } },
  );
  const view = viewOf({ ...sampleRecords, definitions, log }, "2026-12-03");
  expect(view.loaded).toEqual({
    total: "",
    parts: "",
    hiddenShare: "",
    missing: "some hours have no rate in costs.yaml",
  });
  expect(view.time.cost).toMatch(/^OPEN/);
});

test("a kill criterion that tripped comes first, and after the answer", () => {
  const records = logged(entry("bbbbbb1", "2026-11-27T10:00", { answers: new Map([["no-residency", "yes"]]) }));
  const view = viewOf(records, "2026-12-03");
  expect(view.kill[0]).toMatchObject({ id: "no-residency", verdict: "TRIPPED", tripped: true, by: "Fri 27 Nov 2026" });
  expect(view.answer).toMatch(/^(Yes|No|Not shown|Cannot be judged)\b/);
  expect(view.answer).toContain("Stopped: The vendor cannot keep data in the EU (answered yes).");
  expect(view.recommendation).toMatchObject({ label: "No-go", rule: "kill-criterion-tripped", entries: ["bbbbbb1"] });
});
