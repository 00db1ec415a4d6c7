import { describe, expect, test } from "vitest";
import type { EvalStanding } from "../../src/domain/evidence/eval-standing.ts";
import { envelopeJson } from "../../src/output/json/envelope-json.ts";
import { ASCII_SIGNS, UNICODE_SIGNS } from "../../src/output/terminal/signs.ts";
import { standingJson } from "../../src/output/json/standing-json.ts";
import { count, mean, entry, RETRIEVAL, records, standing } from "./sample-records.ts";
import { SAMPLE_REPORTS } from "./sample-reports.ts";
import { intervalPicture } from "../../src/output/views/status-evidence.ts";

describe("the envelope", () => {
  test.each(Object.entries(SAMPLE_REPORTS))("of %s has a stable order of plain keys and values", (_name, report) => {
    const text = envelopeJson("status", report, standingJson(report.standing), "/home/ana");
    const parsed = JSON.parse(text) as Record<string, unknown>;
    expect(Object.keys(parsed)).toEqual(["version", "command", "as_of", "poc", "data", "diagnostics"]);
    expect(text.endsWith("}\n")).toBe(true);
    for (const key of keysOf(parsed)) expect(key).toMatch(/^(?:[a-z0-9_.-]+|costs\.(?:exchange|hourly_rates)\..+)$/);
  });

  test("writes money as text, shares as fractions and what has no bound as null", () => {
    const data = JSON.parse(JSON.stringify(standingJson(SAMPLE_REPORTS.running.standing))) as {
      spend: Record<string, unknown>;
      evals: Record<string, unknown>[];
    };
    expect(data.spend["total"]).toBe("1385.07 EUR");
    expect(data.evals[0]).toMatchObject({
      verdict: "unsettled",
      interim: true,
      figure: { estimate: 0.1, scale: "share" },
      judged: { entry: "c3d4e5f", count: "12/120" },
    });
    expect(data.evals[1]).toMatchObject({ verdict: "unmeasured", figure: null, judged: null });
  });
});

function keysOf(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap(keysOf)
    : Object.entries(value).flatMap(([key, item]) => [key].concat(keysOf(item)));
}

describe("the picture of an eval", () => {
  const evals = (...results: Parameters<typeof entry>[2][]) =>
    standing(
      records(
        RETRIEVAL,
        results.map((facts, k) => entry(`a00000${k}`, "2026-12-04", facts)),
      ),
      "2026-12-04",
    ).evals;
  const picture = (item: EvalStanding | undefined) => intervalPicture(item!, 24, UNICODE_SIGNS);

  test("puts range, estimate, threshold and baseline in their order", () => {
    const [rate] = evals({ results: [count("wrong-rate", "14/400")] });
    expect(picture(rate)).toBe("·○········▸·······├─●─┤·");
    expect(rate!.verdict).toBe("met");
  });

  test("points to the side that meets the target", () => {
    const cost = evals({ results: [mean("cost-per-answer", "0.07 EUR", 60, "0.012")] })[2];
    expect(picture(cost)).toBe("·◂········├─●┤········○·");
    expect(cost!.verdict).toBe("not met");
  });

  test("of nothing measured is an empty line", () => {
    expect(picture(evals()[0])).toBe("·".repeat(24));
    expect(intervalPicture(evals()[0]!, 5, ASCII_SIGNS)).toBe(".....");
  });

  test("of a figure without bounds shows the figure alone", () => {
    const rate = evals({ results: [mean("latency", "1.8 s", 40, "0.2")] })[1];
    expect(picture(rate)).not.toMatch(/[├┤]/);
    expect(picture(rate)).toContain("●");
  });
});
