import { describe, expect, it } from "vitest";
import type { Path } from "../../../src/diagnostics/place.ts";
import { editField, UneditableField } from "../../../src/document/editing/edit-field.ts";
import type { FieldValue } from "../../../src/document/editing/splice.ts";

const EDITS: readonly (readonly [what: string, text: string, path: Path, value: FieldValue, edited: string])[] = [
  [
    "a plain text, its comment kept",
    "a: 1\nspend_cap: 2000 EUR   # cap\nb: 2\n",
    ["spend_cap"],
    "2500 EUR",
    "a: 1\nspend_cap: 2500 EUR   # cap\nb: 2\n",
  ],
  ["single quotes kept", "a: 'x' # y\n", ["a"], "it's", "a: 'it''s' # y\n"],
  ["double quotes kept", 'a: "x"\n', ["a"], 'say "no"', 'a: "say \\"no\\""\n'],
  ["quotes where they are needed", "a: x\n", ["a"], "b: c", 'a: "b: c"\n'],
  ["quotes for words of YAML 1.1", "a: x\n", ["a"], "yes", 'a: "yes"\n'],
  ["quotes for figures of YAML 1.1", "a: x\n", ["a"], "12:30", 'a: "12:30"\n'],
  ["no quotes for a date", "by: 2026-12-02\n", ["by"], "2026-12-04", "by: 2026-12-04\n"],
  ["a line end as an escape", "a: 'x'\n", ["a"], "b\nc", 'a: "b\\nc"\n'],
  [
    "CRLF and four blanks kept",
    "timebox:\r\n    start: 2026-11-23\r\n    working_days: 10  # x\r\nb: 1",
    ["timebox", "working_days"],
    12,
    "timebox:\r\n    start: 2026-11-23\r\n    working_days: 12  # x\r\nb: 1",
  ],
  [
    "a key added in the style of its map",
    "timebox:\r\n    start: 2026-11-23\r\n    timezone: 'UTC' # z\r\n# end\r\nb: 1",
    ["timebox", "working_days"],
    12,
    "timebox:\r\n    start: 2026-11-23\r\n    timezone: 'UTC' # z\r\n    working_days: 12\r\n# end\r\nb: 1",
  ],
  ["a key added without a final line end", "b: 1", ["owner"], "Ana", "b: 1\nowner: Ana"],
  [
    "a key added in braces",
    "timebox: {start: 2026-11-23}\n",
    ["timebox", "working_days"],
    12,
    "timebox: {start: 2026-11-23, working_days: 12}\n",
  ],
  [
    "a key added before a comma",
    "timebox: {start: 2026-11-23,}\n",
    ["timebox", "working_days"],
    12,
    "timebox: {start: 2026-11-23, working_days: 12,}\n",
  ],
  [
    "a key added in empty braces",
    "timebox: { } # t\n",
    ["timebox", "working_days"],
    12,
    "timebox: {working_days: 12 } # t\n",
  ],
  [
    "a key added below an empty key",
    "timebox:   # later\nb: 1\n",
    ["timebox", "working_days"],
    12,
    "timebox:   # later\n  working_days: 12\nb: 1\n",
  ],
  ["a map added with its key", "a: 1\n", ["mvp", "budget"], "5 EUR", "a: 1\nmvp:\n  budget: 5 EUR\n"],
  ["a map added within braces", "a: {b: 1}\n", ["a", "c", "d"], "x", "a: {b: 1, c: {d: x}}\n"],
  [
    "a key added to an item of a list",
    "- id: a\n  target: value <= 3%\n- {id: b}\n",
    ["a", "min_n"],
    17,
    "- id: a\n  target: value <= 3%\n  min_n: 17\n- {id: b}\n",
  ],
  [
    "a field of an item by its id",
    '- id: a\n  target: value <= 3%\n- {id: b, target: "value <= 4%"}\n',
    ["b", "target"],
    "reduction >= 40%",
    '- id: a\n  target: value <= 3%\n- {id: b, target: "reduction >= 40%"}\n',
  ],
  [
    "a field of an item by its index",
    "- id: a\n-   id: b\n    target: x\n",
    [1, "target"],
    "z",
    "- id: a\n-   id: b\n    target: z\n",
  ],
  [
    "an empty value before its comment",
    "owner:   # who\nb: 1",
    ["owner"],
    "Ana <ana@example.com>",
    "owner: Ana <ana@example.com>   # who\nb: 1",
  ],
  ["an empty value in braces", "m: {a: , b: 1}\n", ["m", "a"], "x", "m: {a: x , b: 1}\n"],
  ["a placeholder", "owner: TBD # soon\n", ["owner"], "Ana", "owner: Ana # soon\n"],
  ["a block scalar", "q: |\n  one\n  two\nb: 1\n", ["q"], "x # y", 'q: "x # y"\nb: 1\n'],
  ["a block scalar with a comment", "q: >- # why\n  one\n\n  two\n\nb: 1\n", ["q"], "x", "q: x # why\n\nb: 1\n"],
  ["a key added after a block scalar", "b: 1\nq: |\n  one\n", ["z"], "x", "b: 1\nq: |\n  one\nz: x\n"],
  ["a plain text over several lines", "a: long\n  plain\n  text # c\nb: 1\n", ["a"], "short", "a: short # c\nb: 1\n"],
  [
    "a list in brackets",
    "t:\n  weekend: [saturday, sunday] # off\n",
    ["t", "weekend"],
    ["friday", "saturday"],
    "t:\n  weekend: [friday, saturday] # off\n",
  ],
  [
    "a list with hyphens",
    "t:\n  holidays:\n    - 2026-01-01\n    - 2026-01-02\n  b: 1\n",
    ["t", "holidays"],
    ["2026-02-03"],
    "t:\n  holidays: [2026-02-03]\n  b: 1\n",
  ],
  [
    "a list as it is given",
    "t: {b: 1}\n",
    ["t", "holidays"],
    ["2026-02-03", "a, b"],
    't: {b: 1, holidays: [2026-02-03, "a, b"]}\n',
  ],
  ["a truth value", "- id: a\n  primary: true\n", ["a", "primary"], false, "- id: a\n  primary: false\n"],
  [
    "a figure as text where the field is text",
    "- id: a\n  metric: old\n",
    ["a", "metric"],
    "42",
    '- id: a\n  metric: "42"\n',
  ],
  ["a key in quotes", '"a": 1 # c\n', ["a"], "x", '"a": x # c\n'],
  ["behind a byte order mark", "\ufeffa: 1\n", ["a"], 2, "\ufeffa: 2\n"],
  ["an item of a list", "u: [one, two]\n", ["u", 1], "x, y", 'u: [one, "x, y"]\n'],
  ["letters of any script", "a: x\n", ["a"], "größer 李 🚀", "a: größer 李 🚀\n"],
];

const REFUSED: readonly (readonly [what: string, text: string, path: Path, value: FieldValue])[] = [
  ["a file that is no YAML", "a: b: c\n", ["a"], "x"],
  ["a file of comments", "# only\n", ["a"], "x"],
  ["an item that is not there", "- id: x\n", ["y", "b"], "x"],
  ["an index that is not there", "- id: x\n", [3, "b"], "x"],
  ["a map in the place of a value", "baseline: {value: 3}\n", ["baseline"], "4"],
  ["a list with comments", "h:\n  - 1 # one\n  - 2\n", ["h"], ["3"]],
  ["a path through a text", "a: x\n", ["a", "b"], "y"],
  ["the whole file", "a: x\n", [], "y"],
];

describe("editField", () => {
  it.each(EDITS)("changes %s", (_what, text, path, value, edited) => {
    expect(editField(text, path, value)).toBe(edited);
  });

  it.each(REFUSED)("refuses %s, and says why", (_what, text, path, value) => {
    expect(() => editField(text, path, value)).toThrow(UneditableField);
  });

  it("changes nothing where it writes what is there", () => {
    for (const [, text, path, value] of EDITS) {
      const once = editField(text, path, value);
      expect(editField(once, path, value)).toBe(once);
    }
  });
});
