import { describe, expect, test } from "vitest";
import { nameHint } from "../../../src/domain/scalars/nearest.ts";
import { parseWord, wordsLabel } from "../../../src/domain/scalars/word.ts";

const LEVELS = ["unknown", "low", "medium", "high", "closed"] as const;

describe("one of a few words", () => {
  test.each(LEVELS)("%s", (word) => {
    expect(parseWord(word, LEVELS)).toEqual({ ok: true, value: word });
  });

  test.each([
    ["a slip", "hgih", LEVELS, "high"],
    ["one letter short", "hold", ["holds", "fails", "open"], "holds"],
    ["capitals", "High", LEVELS, "high"],
    ["spaces", " low ", LEVELS, "low"],
    ["a beginning", "m", LEVELS, "medium"],
    ["y", "y", ["yes", "no"], "yes"],
    ["n", "n", ["yes", "no"], "no"],
    ["another language", "Ja", ["yes", "no"], "yes"],
    ["another language, no", "nein", ["yes", "no"], "no"],
    ["a truth value", "true", ["yes", "no"], "yes"],
    ["yes where there is none", "ja", LEVELS, undefined],
    ["a beginning of two", "a", ["ab", "ac"], "ab"],
    ["nothing like it", "severe", LEVELS, undefined],
    ["nothing", "", LEVELS, undefined],
  ])("%s", (_name, text, words, meant) => {
    const word = parseWord(text, words);
    expect(word).toEqual({
      ok: false,
      problem: {
        code: "value-not-allowed",
        expected: wordsLabel(words),
        ...(meant === undefined ? {} : { hint: `did you mean ${meant}?` }),
      },
    });
  });

  test.each([
    [["yes"], "yes"],
    [["yes", "no"], "yes or no"],
    [["a", "b", "c"], "one of a, b, c"],
  ])("%j as what is expected", (words, label) => {
    expect(wordsLabel(words)).toBe(label);
  });
});

test.each([
  ["latncy", ["latency", "wrong-rate"], undefined, "did you mean latency?"],
  ["cost", ["latency", "wrong-rate"], undefined, "known: latency, wrong-rate"],
  ["cost", ["latency"], "poc show lists them", "poc show lists them"],
  ["cost", [], undefined, "there are none"],
])("the hint for the name %s among %j", (name, names, otherwise, hint) => {
  expect(nameHint(name, names, otherwise)).toBe(hint);
});
