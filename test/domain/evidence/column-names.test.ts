import { describe, expect, it } from "vitest";
import {
  columnSense,
  isErrorColumn,
  isErrorSet,
  isNamedAfter,
} from "../../../src/domain/evidence/columns/column-sense.ts";
import { namedUnits, saidUnit } from "../../../src/domain/evidence/columns/column-unit.ts";
import { nameWords } from "../../../src/domain/evidence/columns/name-words.ts";

describe("issue 10, item 22: what the name of a column says of its cells", () => {
  it.each([
    ["success", "good"],
    ["pass", "good"],
    ["passed", "good"],
    ["ok", "good"],
    ["correct", "good"],
    ["is_correct", "good"],
    ["isCorrect", "good"],
    ["Correct?", "good"],
    ["metrics.passed", "good"],
    ["answer-correct", "good"],
    ["no_errors", "good"],
    ["error_free", "good"],
    ["not_hallucinated", "good"],
    ["fail", "bad"],
    ["failed", "bad"],
    ["error", "bad"],
    ["wrong", "bad"],
    ["incorrect", "bad"],
    ["hallucinated", "bad"],
    ["notOk", "bad"],
    ["false_pass", "bad"],
    ["false_positive", "bad"],
    ["un-safe", "bad"],
    ["result", undefined],
    ["label", undefined],
    ["escalated", undefined],
    ["pass_fail", undefined],
    ["correct_or_wrong", undefined],
    ["", undefined],
  ])("%s: %s", (name, sense) => {
    expect(columnSense(name)).toBe(sense);
  });

  it.each([
    ["escalations", "escalated", true],
    ["escalation-rate", "is_escalated", true],
    ["adoption", "adopted", true],
    ["adoption-rate", "adoption", true],
    ["wrong-answers", "answered", false],
    ["wrong-answers", "answer", false],
    ["latency", "late", false],
    ["rate", "rate", false],
  ])("what %s counts is called %s: %s", (id, name, same) => {
    expect(isNamedAfter({ id, measure: "proportion", better: "lower", primary: true }, name)).toBe(same);
  });

  it.each([
    ["error", true],
    ["errors", true],
    ["errorMessage", true],
    ["has_error", true],
    ["exception_type", true],
    ["traceback", true],
    ["error_rate", false],
    ["mean_abs_error", false],
    ["message", false],
    ["passed", false],
  ])("%s says that a case broke: %s", (name, broke) => {
    expect(isErrorColumn(name)).toBe(broke);
  });

  it.each(["", " ", "null", "None", "false", "0", "[]", "{}", "ok", "n/a"])("%j is no error", (text) => {
    expect(isErrorSet(text)).toBe(false);
  });

  it.each(["timeout", "true", "1", '{"code":500}', "500"])("%j is one", (text) => {
    expect(isErrorSet(text)).toBe(true);
  });
});

describe("issue 10, item 23: what the name of a column says of its unit", () => {
  it.each<[string, string, string | undefined, string | undefined]>([
    ["latencyMs", "latency Ms", "ms", undefined],
    ["latencyMS", "latency MS", "ms", undefined],
    ["durationMs", "duration Ms", "ms", undefined],
    ["latency_ms", "latency ms", "ms", undefined],
    ["duration (ms)", "duration ms", "ms", undefined],
    ["Duration [s]", "Duration s", "s", undefined],
    ["ms_total", "ms total", "ms", undefined],
    ["elapsed_seconds", "elapsed seconds", "s", undefined],
    ["timeMin", "time Min", "min", undefined],
    ["min_latency", "min latency", undefined, undefined],
    ["duration_ns", "duration ns", "ms", undefined],
    ["took-hours", "took hours", "h", undefined],
    ["costUSD", "cost USD", undefined, "USD"],
    ["cost_usd", "cost usd", undefined, "USD"],
    ["Cost ($)", "Cost $", undefined, "USD"],
    ["Kosten in €", "Kosten in €", undefined, "EUR"],
    ["usdPerCall", "usd Per Call", undefined, "USD"],
    ["cost_cents", "cost cents", undefined, ""],
    ["tokens_per_second", "tokens per second", undefined, undefined],
    ["tokens/s", "tokens per s", undefined, undefined],
    ["score_all", "score all", undefined, undefined],
    ["SCORE_ALL", "SCORE ALL", undefined, undefined],
    ["took", "took", undefined, undefined],
    ["constructor", "constructor", undefined, undefined],
  ])("%s", (name, words, time, money) => {
    expect(nameWords(name).join(" ")).toBe(words);
    const units = namedUnits(name);
    expect([units.time?.unit, units.money?.unit]).toEqual([time, money]);
  });

  it.each([
    ["ms", "ms", 1],
    ["seconds", "s", 1],
    ["us", "ms", 1e-3],
    ["USD", "USD", 1],
    ["all", "ALL", 1],
    ["cents", "", 0.01],
    ["fraction", "%", 100],
    ["tokens/s", "tokens/s", 1],
    ["%", "%", 1],
  ])("said to be in %s", (text, unit, factor) => {
    expect(saidUnit(text)).toMatchObject({ unit, factor, doubtful: false });
  });
});
