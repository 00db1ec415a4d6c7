import { expect, test } from "vitest";
import { faultsOf, moneyRows, moneyTotal, readMoney, sample } from "../read-sample.ts";

const text = (name: string) => new TextDecoder().decode(sample(name));

const DAY_24: readonly (readonly [string, string, string])[] = [
  ["2026-11-24", "0.25", "claude-opus-4-20250514"],
  ["2026-11-24", "0.04", "claude-sonnet-4-20250514"],
];
const DAY_25: readonly (readonly [string, string, string])[] = [
  ["2026-11-25", "0.34", "claude-opus-4-20250514"],
  ["2026-11-25", "0.0123456", "claude-sonnet-4-20250514"],
];
const CODEX: readonly (readonly [string, string, string])[] = [
  ["2026-11-24", "0.00310625", "gpt-5.2-codex"],
  ["2026-11-25", "0.0077875", "gpt-5.3-codex"],
];

const sorted = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(" ")).sort();

// Written by ccusage 15.10.0, 18.0.11, 19.0.3 and 20.0.24 over the same made-up session files; 16 and 17 write the same
// bytes as 15 and 18. What is expected are their own totals, without the noise of doubles: 0.6423456000000001.
test.each([
  ["15 daily", "15-daily", "0.6423456", [...DAY_24, ...DAY_25]],
  ["18 daily --instances", "18-instances", "0.6423456", [...DAY_24, ...DAY_25]],
  ["19 claude daily", "19-claude", "0.6423456", [...DAY_24, ...DAY_25]],
  ["20 daily, all agents", "20-daily", "0.65323935", [...DAY_24, ...DAY_25, ...CODEX]],
  ["20 claude daily --instances", "20-claude-instances", "0.6423456", [...DAY_24, ...DAY_25]],
  ["20 codex daily", "20-codex", "0.01089375", CODEX],
])("ccusage %s", (_, name, total, expected) => {
  const { format, read, problems } = readMoney("usage.json", text(`ccusage/${name}.json`));
  expect(problems).toEqual([]);
  expect(format).toBe("ccusage");
  expect(read).toMatchObject({ basis: "estimated", own: true });
  expect(moneyTotal(read)).toBe(total);
  expect(sorted(moneyRows(read))).toEqual(sorted(expected));
});

test("ccusage 19, all agents: it names the models of a day and not what each of them cost", () => {
  const { read } = readMoney("usage.json", text("ccusage/19-daily.json"));
  expect(moneyRows(read)).toEqual([
    ["2026-11-24", "0.29310625", ""],
    ["2026-11-25", "0.3601331", ""],
  ]);
});

test("projects of --instances are what --only picks by", () => {
  const { read } = readMoney("usage.json", text("ccusage/18-instances.json"));
  expect([...new Set(read.rows.map(({ labels }) => labels["project"]))]).toEqual(["-work-poc", "-work-other"]);
});

// Written by ccusage 20.0.24 over session files of its own tests; a model that is called <synthetic> is none.
test.each([
  ["claude daily", "ccusage-claude.json"],
  ["daily, all agents", "ccusage-all.json"],
])("ccusage %s: a row for each model, and what no model is named for", (_, name) => {
  const { read, problems } = readMoney("usage.json", text(name));
  expect(problems).toEqual([]);
  expect(moneyTotal(read)).toBe("0.07");
  expect(moneyRows(read)).toEqual([
    ["2026-11-24", "0.04", "claude-sonnet-4-20250514"],
    ["2026-11-24", "0.01", "claude-opus-4-6"],
    ["2026-11-25", "0.02", ""],
  ]);
});

test("a model without a price is named, and no zero", () => {
  const unpriced = text("ccusage/15-daily.json").replace('"cost": 0.25', '"cost": 0').replace("0.29", "0.04");
  expect(readMoney("usage.json", unpriced).read.notes.join()).toContain("claude-opus-4-20250514 had no price");
});

const day = (more: string) => `{"daily":[{"date":"2026-11-24","inputTokens":1,${more}}],"totals":{}}`;

test.each([
  ["by week", text("ccusage/20-weekly.json"), /"weekly"/],
  ["by month", text("ccusage/18-monthly.json"), /"monthly"/],
  ["by session", text("ccusage/18-session.json"), /"sessions"/],
  ["by session, version 20", text("ccusage/20-session.json"), /"session"/],
  ["by block of five hours", text("ccusage/18-blocks.json"), /"blocks"/],
  ["of nothing", '{"daily":[],"totals":{"totalCost":-0.0}}', /no usage/],
  ["without costs", day('"outputTokens":2'), /without a cost/],
  ["with a negative cost", day('"totalCost":-1'), /negative/],
  ["with negative tokens", day('"outputTokens":-2,"totalCost":1'), /negative/],
  ["of 1970", day('"totalCost":1').replace("2026-11-24", "1970-01-01"), /no day/],
  [
    "with the same day twice",
    '{"daily":[{"date":"2026-11-24","totalCost":1},{"date":"2026-11-24","totalCost":2}]}',
    /same row/,
  ],
])("a report %s is a fault", (_, content, found) => {
  const faults = faultsOf(() => readMoney("u.json", content));
  expect(faults.map(({ message }) => message).join()).toMatch(found);
});
