import { describe, expect, it } from "vitest";
import { isPlaceholder } from "../../../src/document/yaml/placeholder.ts";
import { readWith, told, toldOf } from "../reading/reading.ts";

describe("isPlaceholder", () => {
  it.each([
    "TBD",
    "tbd",
    "TODO",
    "FIXME",
    "?",
    "???",
    "<name>",
    "<who answers for it>",
    "TBD (ask Marta)",
    "TODO: ask Marta",
    "TBD, soon",
    "",
    "  ",
    " TBD ",
    null,
  ])("%j is left for later", (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });

  it.each([
    "Todo lists for lawyers",
    "TODOS of the team",
    "TBDs",
    "<ana@example.com>",
    "a < b",
    "Really?",
    0,
    false,
    "none",
  ])("%j is not", (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});

describe("placeholders", () => {
  it("are absent, listed with their place and text, and no error", () => {
    const reading = readWith({
      "poc.yaml":
        "version: 1\ntitle: TBD\nquestion:\nunknowns: [TBD, Does it?, '???']\nowner: <name>\nmvp: {budget: TODO ask Marta}\ntimebox: TBD\n",
    });
    expect(told(reading)).toEqual([]);
    expect(reading.records.unreadable).toEqual([]);
    expect(reading.records.placeholders.map(({ place, text }) => [place.path, text])).toEqual([
      [["title"], "TBD"],
      [["question"], ""],
      [["unknowns", 0], "TBD"],
      [["unknowns", 2], "???"],
      [["owner"], "<name>"],
      [["mvp", "budget"], "TODO ask Marta"],
      [["timebox"], "TBD"],
    ]);
    expect(reading.records.definitions.charter).toMatchObject({
      title: "Untitled",
      unknowns: [{ question: "Does it?", answeredBy: [] }],
    });
  });

  it("do not shift what is told of the items beside them", () => {
    expect(toldOf("poc.yaml", "version: 1\ntitle: A\nunknowns: [TBD, 3]\n")).toEqual(["3:17 wrong-type"]);
  });

  it("never stand for an id or a version", () => {
    expect(toldOf("poc.yaml", "version: TBD\ntitle: A\n")).toEqual(["1:10 version-unsupported"]);
    expect(toldOf("risks.yaml", "- id: TBD\n")).toEqual(["1:7 invalid-id"]);
  });

  it("keep an eval whose direction is open; its target tells it", () => {
    const { records } = readWith({
      "evals.yaml": "- id: a\n  better: TBD\n  target: value <= 12%\n- id: b\n  better: TBD\n  target: TBD\n",
    });
    expect(records.definitions.evals.map(({ id, better }) => [id, better])).toEqual([
      ["a", "lower"],
      ["b", "higher"],
    ]);
    expect(records.unreadable).toEqual([]);
  });

  it("in a part leave the part open, not what is around it", () => {
    const reading = readWith({
      "evals.yaml": "- id: wrong-rate\n  better: lower\n  baseline: {value: TBD}\n  target: reduction >= 40%\n",
      "value.yaml": "users: {low: 1, likely: TBD, high: 3, grade: measured}\n",
      "costs.yaml":
        "exchange: {USD: {rate: TBD}}\nhourly_rates: {default: TBD}\nplanned: [{category: tokens, amount: TBD}]\n",
      "kill-criteria.yaml": "- id: k\n  when: TBD\n  by: TBD\n",
    });
    expect(told(reading)).toEqual([]);
    expect(reading.records.unreadable).toEqual([]);
    expect(reading.records.definitions.evals).toHaveLength(1);
    expect(reading.records.definitions).toMatchObject({
      value: {},
      killCriteria: [{ id: "k" }],
      costs: { exchange: [], planned: [] },
    });
  });
});
