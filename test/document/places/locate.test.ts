import { describe, expect, it } from "vitest";
import { keyAt, valueAt, type Place } from "../../../src/diagnostics/place.ts";
import { locatePlace } from "../../../src/document/places/locate.ts";
import { canonicalOutline } from "../../../src/document/canonical/canonical-outline.ts";
import { composedOutline } from "../../../src/document/yaml/tree-outline.ts";
import { Sources } from "../../../src/document/places/sources.ts";
import { ENTRY_FILE } from "../reading/reading.ts";

const EVALS = `# what is measured
- id: wrong-rate
  metric: Wrong answers   # on safety
  target: "value <= 12%"
  dataset: { file: data.jsonl, sha256: abc }
  owner:
- id: latency
  note: |
    Two
    lines

  better: lower
`;

const ENTRY = `at: "2026-11-25T16:20:00+01:00"
by: "Ana"
results: [{"eval": "wrong-rate", "count": "22/200"}]
`;

const sources = new Sources(
  [
    new Map([
      ["evals.yaml", EVALS],
      ["crlf.yaml", "a: 1\r\nb: [1, 2]\r\n"],
      ["escaped.yaml", "a: \"x\\ty\"\nb: 'it''s'\nc: plain text\n"],
      ["broken.yaml", "- id: a\n  [\n"],
      ["numbers.yaml", "1: one\n'2': two\n"],
    ]),
    new Map([[ENTRY_FILE, ENTRY]]),
  ],
  (file, text) => (file === ENTRY_FILE ? canonicalOutline(text) : composedOutline(text)),
);

/** `line:column-endColumn`, with the last line where it is another. */
function at(place: Place): string {
  const { line, column, endLine, endColumn } = locatePlace(sources, place).span;
  return `${line}:${column}-${endLine === line ? "" : `${endLine}:`}${endColumn}`;
}

describe("locatePlace", () => {
  it.each<[string, Place, string]>([
    ["a value by index", valueAt("evals.yaml", 0, "metric"), "3:11-24"],
    ["a value by the id of its item", valueAt("evals.yaml", "wrong-rate", "metric"), "3:11-24"],
    ["a value in quotes, with them", valueAt("evals.yaml", "wrong-rate", "target"), "4:11-25"],
    ["a key", keyAt("evals.yaml", "wrong-rate", "target"), "4:3-9"],
    ["a value in braces", valueAt("evals.yaml", "wrong-rate", "dataset", "sha256"), "5:40-43"],
    ["a map in braces", valueAt("evals.yaml", "wrong-rate", "dataset"), "5:12-45"],
    ["an item, without what follows it", valueAt("evals.yaml", "latency"), "7:3-12:16"],
    ["an item as a key: by its id", keyAt("evals.yaml", "latency"), "7:7-14"],
    ["a block scalar, without its end", valueAt("evals.yaml", "latency", "note"), "8:9-10:10"],
    ["an empty value at its key", valueAt("evals.yaml", "wrong-rate", "owner"), "6:3-8"],
    ["a missing field at its item", valueAt("evals.yaml", "wrong-rate", "baseline"), "2:7-17"],
    ["a missing field of a map at its key", valueAt("evals.yaml", "wrong-rate", "dataset", "rows"), "5:3-10"],
    ["a path through a scalar at its key", valueAt("evals.yaml", "wrong-rate", "metric", 0), "3:3-9"],
    ["an item that is not there at the first line", valueAt("evals.yaml", "unknown", "target"), "2:1-12:16"],
    ["an item past the end", valueAt("evals.yaml", 7), "2:1-12:16"],
    ["the whole file", valueAt("evals.yaml"), "2:1-12:16"],
    ["a part of a plain text", { ...valueAt("evals.yaml", 0, "metric"), within: [6, 13] }, "3:17-24"],
    ["a part of a text in quotes", { ...valueAt("evals.yaml", 0, "target"), within: [6, 8] }, "4:18-20"],
    ["a part of a text with escapes as a whole", { ...valueAt("escaped.yaml", "a"), within: [0, 1] }, "1:4-10"],
    ["a part of a text with doubled quotes as a whole", { ...valueAt("escaped.yaml", "b"), within: [0, 1] }, "2:4-11"],
    ["a part beyond the end as a whole", { ...valueAt("escaped.yaml", "c"), within: [3, 99] }, "3:4-14"],
    ["a part of no text as a whole", { ...valueAt("escaped.yaml", "c"), within: [3, 3] }, "3:4-14"],
    ["a part of the file itself", { ...valueAt("broken.yaml"), within: [2, 4] }, "1:3-5"],
    ["a value in a file with CRLF", valueAt("crlf.yaml", "b", 1), "2:8-9"],
    ["a key that is a number", keyAt("numbers.yaml", "1"), "1:1-2"],
    ["a key in quotes", keyAt("numbers.yaml", "2"), "2:1-4"],
    ["a value in canonical form", valueAt(ENTRY_FILE, "results", 0, "count"), "3:43-51"],
    ["a file that was not read", valueAt("nowhere.yaml", "a"), "1:1-1"],
  ])("%s", (_what, place, expected) => {
    expect(at(place)).toBe(expected);
  });

  it("shows the line without its end", () => {
    expect(locatePlace(sources, valueAt("crlf.yaml", "b")).source).toBe("b: [1, 2]");
    expect(locatePlace(sources, valueAt("evals.yaml", 0, "metric")).source).toBe(
      "  metric: Wrong answers   # on safety",
    );
    expect(locatePlace(sources, valueAt("nowhere.yaml")).source).toBe("");
  });
});
