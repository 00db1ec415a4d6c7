import { describe, expect, test } from "vitest";
import { evalsChart } from "../../../src/memo/charts/evals-chart.ts";
import { paybackChart } from "../../../src/memo/charts/payback-chart.ts";
import { spendChart } from "../../../src/memo/charts/spend-chart.ts";
import { standingCharts } from "../../../src/memo/charts/standing-charts.ts";
import { swingChart } from "../../../src/memo/charts/swing-chart.ts";
import { tickLabel, ticks } from "../../../src/memo/charts/ticks.ts";
import { armsChart } from "../../../src/memo/charts/arms-chart.ts";
import { gatesChart } from "../../../src/memo/charts/gates-chart.ts";
import { timelineChart } from "../../../src/memo/charts/timeline-chart.ts";
import { htmlText } from "../../../src/memo/text/html-text.ts";
import type { Chart } from "../../../src/memo/charts/chart.ts";
import { emptyRecords, sampleRecords, standingAt } from "../documents/sample-records.ts";

/** Made-up figures; those of the standing are in the pages. */
const bins = [0, 3, 6, 9, 12].map((from, k) => ({ from, to: from + 3, count: [0, 300, 3100, 2800, 1500][k]! }));
const label = (figure: number) => ({ figure, label: `${figure}.00 EUR` });

const CHARTS: readonly (readonly [string, Chart])[] = [
  [
    "spend, running",
    spendChart(
      {
        byDay: [210, 240, 490],
        workingDays: 10,
        total: label(490),
        cap: label(2000),
        projected: label(1633),
        after: false,
      },
      "So far.",
    ),
  ],
  [
    "spend, over and on",
    spendChart(
      { byDay: [900, 2100], workingDays: 2, total: label(2500), cap: label(2000), projected: undefined, after: true },
      "Over.",
    ),
  ],
  [
    "spend, nothing and no cap",
    spendChart(
      { byDay: [0], workingDays: 1, total: label(0), cap: undefined, projected: undefined, after: false },
      "Nothing.",
    ),
  ],
  [
    "spend, paid back",
    spendChart(
      { byDay: [10, -5], workingDays: 2, total: label(-5), cap: label(10), projected: undefined, after: false },
      "Paid back.",
    ),
  ],
  [
    "evals",
    evalsChart(
      [
        {
          name: "Wrong answers",
          verdict: "Met",
          outcome: "met",
          range: { low: 0.2, high: 0.6, estimate: { at: 0.46, label: "46% fewer" }, label: "20% to 60% fewer" },
          needed: { at: 0.1, label: "at least 10% fewer", good: "above" },
          before: { at: 0, label: "no change" },
        },
        {
          name: "Cost",
          verdict: "Not met",
          outcome: "missed",
          range: { low: 0.07, high: Infinity, estimate: { at: 0.08, label: "0.08 EUR" }, label: "at least 0.07 EUR" },
          needed: { at: 0.06, label: "at most 0.06 EUR", good: "below" },
          before: undefined,
        },
        {
          name: "Nothing",
          verdict: "Invalid",
          outcome: "open",
          range: undefined,
          needed: undefined,
          before: undefined,
        },
        {
          name: "A point",
          verdict: "Met",
          outcome: "met",
          range: { low: 0, high: 0, estimate: { at: 0, label: "0%" }, label: "" },
          needed: { at: 0, label: "at most 0%", good: "below" },
          before: { at: 0, label: "0% before" },
        },
      ],
      "Four evals.",
    ),
  ],
  ["payback", paybackChart({ bins, beyond: 700, threshold: 12 })!],
  ["payback, all within", paybackChart({ bins, beyond: 0, threshold: undefined })!],
  ["payback, none within", paybackChart({ bins: [{ from: 0, to: 1, count: 0 }], beyond: 5, threshold: 40 })!],
  [
    "value",
    swingChart({
      measure: "Payback in months",
      likely: 7.1,
      threshold: 12,
      bars: [
        { name: "minutes_saved", low: 14.2, high: 4.1, crosses: true },
        { name: "users", low: 8, high: 6.2, crosses: false },
      ],
    })!,
  ],
  [
    "value, never",
    swingChart({
      measure: "Payback in months",
      likely: Infinity,
      threshold: undefined,
      bars: [{ name: "users", low: Infinity, high: Infinity, crosses: false }],
    })!,
  ],
  [
    "spend, a large step and a bill",
    spendChart(
      {
        byDay: [10, 500, 420],
        looseByDay: [0, 480, 0],
        workingDays: 5,
        total: label(420),
        cap: label(400),
        plan: label(100),
        projected: undefined,
        after: false,
        largest: { day: 2, label: "Tue 3 Nov: 490 EUR", note: "A night of retries" },
        bills: [3],
      },
      "A step.",
    ),
  ],
  ["payback, within and likely", paybackChart({ bins, beyond: 700, threshold: 12, within: 0.92, likely: 9.4 })!],
  [
    "arms",
    armsChart(
      {
        metric: "Wrong answers",
        runs: [
          { name: "today", label: "93 of 300", low: 0.31, high: 0.31, estimate: 0.31, role: "before" },
          { name: "plain", label: "29 of 100", low: 0.2, high: 0.39, estimate: 0.29, role: "withdrawn" },
          { name: "reranker", label: "36 of 300", low: 0.09, high: 0.16, estimate: 0.12, role: "judged" },
        ],
        needed: { at: 0.186, label: "at least 40% fewer", good: "below" },
        tick: (figure) => `${Math.round(figure * 100)}%`,
        confirmed: true,
      },
      "Three runs.",
    ),
  ],
  [
    "timeline",
    timelineChart(
      {
        days: 12,
        dates: [{ day: 0, label: "2 Nov" }],
        timebox: { from: 0, to: 11, before: 8 },
        lanes: [{ label: "Results", dots: [{ day: 3, count: 40 }] }],
        kill: [{ day: 4, tone: "open" }],
        agreed: [
          { day: 0, tone: "good", shape: "start" },
          { day: 5, tone: "caution", shape: "amendment" },
          { day: 11, tone: "bad", shape: "decision" },
        ],
      },
      "Twelve days.",
    ),
  ],
  [
    "gates",
    gatesChart(
      (["passed", "here", "ahead", "dropped"] as const).map((place, number) => ({
        number,
        title: "A gate with a long name",
        place,
        current: place === "here",
        met: 2,
        of: 6,
      })),
    )!,
  ],
  ...[...standingCharts(standingAt(sampleRecords, "2026-11-25"))].map(
    ([name, chart]) => [`${name} of the sample, running`, chart] as const,
  ),
  ...[...standingCharts(standingAt(sampleRecords, "2026-12-07"))].map(
    ([name, chart]) => [`${name} of the sample, decided`, chart] as const,
  ),
];

describe.each(CHARTS)("%s", (_, chart) => {
  const svg = chart.svg();

  test("is a picture with a name and with words for all it shows", () => {
    // The name holds the words too: of a picture in a PDF, nothing but its name is kept.
    const [, titleId = "", textId = ""] = /aria-labelledby="([^" ]+) ([^" ]+)"/.exec(svg) ?? [];
    expect(svg).toMatch(/^<svg class="chart" role="img" /);
    expect(svg).toContain(`<title id="${titleId}">${htmlText(chart.title)}</title>`);
    expect(svg).toContain(`<desc id="${textId}">${htmlText(chart.text)}</desc>`);
    expect(chart.text).toMatch(/\.$/);
    // Ids of entries hold no point, so an anchor of the log is never mistaken for one of these.
    for (const [, id] of svg.matchAll(/ id="([^"]+)"/g)) expect(id).toMatch(/^chart\.[a-z]+\./);
  });

  test("is well-formed, holds finite and short figures only, and stays within its frame", () => {
    const open: string[] = [];
    for (const [, close, name, self] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/gi)) {
      if (close === "/") expect(open.pop()).toBe(name);
      else if (self !== "/") open.push(name!);
    }
    expect(open).toEqual([]);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|\d\.\d{3}|-0[ "]/);
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!;
    for (const [, axis, value] of svg.matchAll(/ (c?[xy][12]?)="(-?[\d.]+)"/g)) {
      expect(Number(value)).toBeGreaterThanOrEqual(0);
      expect(Number(value)).toBeLessThanOrEqual(Number(axis!.includes("x") ? width : height));
    }
    for (const [, size] of svg.matchAll(/ (?:width|height)="(-[\d.]+)"/g)) expect(size).toBeUndefined();
  });

  test("is the same each time, and paints with the colours of the page", () => {
    expect(chart.svg()).toBe(svg);
    expect(svg).not.toMatch(/#[0-9a-f]{3,6}\b(?!")|rgb|style=/i);
    expect(
      [...svg.matchAll(/ (?:fill|stroke)="([^"]+)"/g)].filter(
        ([, paint]) => !/^(none|currentColor|url\(#chart\.)/.test(paint!),
      ),
    ).toEqual([]);
  });
});

test("the sentences say what the pictures show", () => {
  const texts = new Map(CHARTS.map(([name, { text }]) => [name, text]));
  expect(texts.get("payback")).toBe(
    "Payback over 8,400 draws: most often from 6 to 9 months (37%), 8% later than 15 months or never.",
  );
  expect(texts.get("payback, all within")).toBe(
    "Payback over 7,700 draws: most often from 6 to 9 months (40%), all within 15 months.",
  );
  expect(texts.get("value")).toBe(
    "Payback in months, as it stands 7.1; with one input at its low and high end: minutes_saved 14.2 to 4.1, " +
      "enough on its own to change the answer; users 8 to 6.2.",
  );
  expect(texts.get("spend of the sample, running")).toContain(
    "Spent by working day 3 of 10: 81.10 EUR of a cap of 2,000.00 EUR (4%), on course for 270.33 EUR.",
  );
});

test("where there is nothing to draw, there is no chart", () => {
  expect([...standingCharts(standingAt(emptyRecords, "2026-11-23")).keys()]).toEqual([]);
  expect(paybackChart({ bins: [], beyond: 3, threshold: 12 })).toBeUndefined();
  expect(paybackChart({ bins: [{ from: 0, to: 1, count: 0 }], beyond: 0, threshold: 12 })).toBeUndefined();
  expect(swingChart({ measure: "Payback", bars: [], likely: 1, threshold: 2 })).toBeUndefined();
});

test("names are cut to their room and cannot break out", () => {
  const svg = swingChart({
    measure: "<b>",
    likely: 1,
    threshold: undefined,
    bars: [{ name: `</text><script>${"x".repeat(10_000)}`, low: 0, high: 2, crosses: false }],
  })!.svg();
  expect(svg.length).toBeLessThan(12_000);
  expect(svg).not.toMatch(/<script|<b>/);
});

test.each([
  [0, 2160, 4, [0, 1000, 2000]],
  [0, 1, 4, [0, 0.5, 1]],
  [-5, 10, 3, [-5, 0, 5, 10]],
  [3, 3, 4, [3]],
  [0, Infinity, 4, [0]],
])("round figures from %d to %d", (least, most, count, found) => {
  expect(ticks(least, most, count)).toEqual(found);
});

test.each([
  [1234567, "1,234,567"],
  [0.1 + 0.2, "0.3"],
  [-1200, "-1,200"],
  [12.5, "12.5"],
])("%d is written %s", (value, text) => {
  expect(tickLabel(value)).toBe(text);
});
