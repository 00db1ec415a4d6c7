import { expect, test } from "vitest";
import { endOfUse, followUpStanding } from "../../../src/domain/follow-up/follow-up-standing.ts";
import { nextActions } from "../../../src/domain/next/next-actions.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import type { Actual, FollowUp, Forecast } from "../../../src/domain/records/forecast/forecast.ts";
import { ANA, date, decided, entry, quantity, standing, start } from "../../support/records.ts";

const FORECAST: Forecast = {
  due: [date("2027-03-04"), date("2027-06-04")],
  lines: [
    { kind: "metric", eval: "wrong-rate", better: "lower", figure: quantity("11%") },
    { kind: "payback", figure: quantity("9 months") },
  ],
};
const GO = decided("2026-12-04 10:00", "go", { forecast: FORECAST });

function answer(
  when: string,
  due: string,
  rate: string | undefined,
  more: Partial<FollowUp> & { id?: string; after?: string } = {},
): Entry {
  const { id, after, ...rest } = more;
  const actuals = new Map<string, Actual>(rate === undefined ? [] : [["wrong-rate", quantity(rate)]]);
  const followup = { decision: GO.id, due: date(due), actuals, ...rest };
  return entry(when, { followup, ...(id === undefined ? {} : { id }), ...(after === undefined ? {} : { after }) });
}

const PAID_BACK = answer("2027-03-03", "2027-03-04", undefined, {
  id: "bbbbbbb",
  actuals: new Map([["payback", quantity("11 months")]]),
});

function seen(day: string, ...log: readonly Entry[]) {
  const promised = followUpStanding(standing({ log: [start(), ...log] }, day));
  return (
    promised && { states: promised.due.map(({ state }) => state), asked: promised.asked, overdue: promised.overdue }
  );
}

test.each([
  ["2026-12-04", ["ahead", "ahead"], undefined, undefined],
  ["2027-02-17", ["ahead", "ahead"], undefined, undefined],
  ["2027-02-18", ["open", "ahead"], "2027-03-04", undefined],
  ["2027-03-04", ["open", "ahead"], "2027-03-04", undefined],
  ["2027-03-05", ["overdue", "ahead"], "2027-03-04", 1],
  ["2027-05-21", ["overdue", "open"], "2027-06-04", 78],
  ["2027-06-05", ["overdue", "overdue"], "2027-06-04", 93],
])("without an answer, on %s", (day, states, asked, overdue) => {
  expect(seen(day, GO)).toEqual({ states, asked, overdue });
});

test.each([
  [
    "the first day answered",
    "2027-05-20",
    [answer("2027-03-02", "2027-03-04", "12%")],
    ["answered", "ahead"],
    undefined,
  ],
  [
    "the second day still asked for",
    "2027-06-10",
    [answer("2027-03-02", "2027-03-04", "12%")],
    ["answered", "overdue"],
    6,
  ],
  [
    "a later day answered skips the first",
    "2027-07-01",
    [answer("2027-06-02", "2027-06-04", "12%")],
    ["skipped", "answered"],
    undefined,
  ],
  [
    "no longer used",
    "2027-07-01",
    [answer("2027-02-02", "2027-03-04", undefined, { notInUse: "stopped" })],
    ["answered", "closed"],
    undefined,
  ],
  [
    "two people who answered alike agree",
    "2027-03-10",
    [answer("2027-03-02 10:00", "2027-03-04", "12%"), answer("2027-03-02 11:00", "2027-03-04", "12.0%")],
    ["answered", "ahead"],
    undefined,
  ],
  [
    "two who differ do not, and neither counts",
    "2027-03-10",
    [answer("2027-03-02 10:00", "2027-03-04", "12%"), answer("2027-03-02 11:00", "2027-03-04", "14%")],
    ["disputed", "ahead"],
    undefined,
  ],
  [
    "what was left open may be answered later",
    "2027-03-10",
    [answer("2027-03-02", "2027-03-04", "12%"), PAID_BACK],
    ["answered", "ahead"],
    undefined,
  ],
  [
    "an end of use beside figures contradicts none of them",
    "2027-06-10",
    [answer("2027-06-02", "2027-06-04", "12%"), answer("2027-06-05", "2027-06-04", undefined, { notInUse: "stopped" })],
    ["skipped", "answered"],
    undefined,
  ],
  [
    "one figure of two that differs is disputed",
    "2027-03-10",
    [answer("2027-03-02", "2027-03-04", "12%"), PAID_BACK, answer("2027-03-04", "2027-03-04", "14%")],
    ["disputed", "ahead"],
    undefined,
  ],
  [
    "an answer that was withdrawn is none",
    "2027-03-10",
    [answer("2027-03-02", "2027-03-04", "12%", { id: "aaaaaaa" }), entry("2027-03-03", { undo: { entry: "aaaaaaa" } })],
    ["overdue", "ahead"],
    6,
  ],
  [
    "an answer to another decision is none",
    "2027-03-10",
    [answer("2027-03-02", "2027-03-04", "12%", { decision: "zzzzzzz" })],
    ["overdue", "ahead"],
    6,
  ],
] as const)("%s", (_name, day, log, states, overdue) => {
  expect(seen(day, GO, ...log)).toMatchObject({ states, overdue });
});

test("answers to one day count together, each figure with the entry that says it", () => {
  const first = answer("2027-03-02 10:00", "2027-03-04", "12%", { id: "aaaaaaa" });
  const same = answer("2027-03-02 11:00", "2027-03-04", "12.0%", { id: "ccccccc" });
  const found = standing({ log: [start(), GO, first, same, PAID_BACK] }, "2027-03-10");
  const [day] = followUpStanding(found)?.due ?? [];
  expect([...(day?.answer?.followUp.actuals.keys() ?? [])]).toEqual(["wrong-rate", "payback"]);
  expect(day?.answers.map(({ entry: { id } }) => id)).toEqual(["aaaaaaa", "bbbbbbb"]);
  expect(found.disputes).toEqual([]);
});

test("what is no longer used has nothing next, and says since when", () => {
  const end = answer("2027-03-02", "2027-03-04", undefined, { notInUse: "replaced", id: "aaaaaaa" });
  const [before, after] = [
    [start(), GO],
    [start(), GO, end],
  ].map((log) => standing({ log }, "2027-03-03"));
  expect(nextActions(before!)).not.toEqual([]);
  expect(endOfUse(before!)).toBeUndefined();
  expect(nextActions(after!)).toEqual([]);
  expect(endOfUse(after!)?.entry.id).toBe("aaaaaaa");
});

test("a decision that was replaced takes its forecast with it", () => {
  const stop = { ...decided("2027-01-10", "no-go"), supersedes: [GO.id] };
  expect(seen("2027-03-10", GO, stop)).toBeUndefined();
  const later = decided("2027-01-10", "go", {
    forecast: { ...FORECAST, due: [date("2027-04-10"), date("2027-07-10")] },
  });
  expect(seen("2027-03-10", GO, { ...later, supersedes: [GO.id] })).toMatchObject({ states: ["ahead", "ahead"] });
});

test.each(["no-go", "extend"] as const)("%s promises nothing", (outcome) => {
  expect(seen("2027-07-01", decided("2026-12-04", outcome))).toBeUndefined();
});

test("a decision of before forecasts were stored is due on the same days, and never overdue", () => {
  const old = decided("2026-11-30 10:00", "conditional");
  const promised = followUpStanding(standing({ log: [start(), old] }, "2027-03-20"));
  expect(promised).toMatchObject({ stored: false, overdue: undefined, asked: "2027-02-28", lines: [] });
  expect(nextActions(standing({ log: [start(), old] }, "2027-03-20")).map(({ code }) => code)).not.toContain(
    "follow-up",
  );
});

test("answers that differ are one act too many, and nothing else is doubted for it", () => {
  const log = [
    start(),
    GO,
    answer("2027-03-02 10:00", "2027-03-04", "12%"),
    answer("2027-03-02 11:00", "2027-03-04", "14%"),
  ];
  const found = standing({ log }, "2027-03-10");
  expect(found.disputes.map(({ subject }) => subject)).toEqual([{ kind: "follow-up", due: "2027-03-04" }]);
  expect(found.recommendation.rule).not.toBe("records-invalid");
  expect(nextActions(found).map(({ code }) => code)).toContain("settle-dispute");
});

test.each([
  ["2027-02-17", undefined],
  ["2027-02-18", { role: "owner", who: ANA, by: "2027-03-04", late: false }],
  ["2027-03-05", { role: "owner", who: ANA, by: "2027-03-04", late: true }],
  // What is late stays late since its first day, though the second one is asked for by now.
  ["2027-05-25", { role: "owner", who: ANA, by: "2027-03-04", late: true }],
])("on %s the owner is waited for", (day, act) => {
  const found = nextActions(standing({ log: [start(), GO] }, day)).find(({ code }) => code === "follow-up");
  if (act === undefined) expect(found).toBeUndefined();
  else expect(found).toMatchObject(act);
});
