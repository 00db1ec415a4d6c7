import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editField, UneditableField } from "../../src/document/editing/edit-field.ts";
import { readYamlText } from "../../src/document/yaml/read-yaml.ts";
import { hostileText } from "./arbitrary-entry.ts";
import { runs } from "../support/properties.ts";

const eol = fc.constantFrom("\n", "\r\n");
const comment = fc.constantFrom("", " # why", "   # a: b");
const scalar = fc.constantFrom(
  "TBD",
  "old",
  "'old'",
  '"o\\td"',
  "12",
  "true",
  "",
  "2026-11-23",
  "|-\n      two\n      lines",
  "long\n      text",
  "{a: 1}",
  "[a, b]",
  "{}",
);

/** A file of two maps in odd layouts, with `target` in the one or the other, or in none. */
const file = fc
  .record({
    eol,
    comment,
    scalar,
    before: fc.boolean(),
    after: fc.boolean(),
    indent: fc.constantFrom(1, 2, 4),
    final: fc.boolean(),
    flow: fc.boolean(),
    there: fc.boolean(),
  })
  .map(({ eol: end, comment: remark, scalar: value, ...layout }) => {
    const pad = " ".repeat(layout.indent);
    const inFlow = /^[|>]|\n/.test(value) ? "old" : value;
    const target = layout.there ? [`${pad}target: ${value}${value.includes("\n") ? "" : remark}`] : [];
    const block = [
      `m:${remark}`,
      `${pad}first: 'x'${remark}`,
      ...(layout.before ? [`${pad}# before`] : []),
      ...target,
      ...(layout.after ? [`${pad}last: |+`, `${pad}  text`, "", `# end`] : []),
    ];
    const flow = [`m: {first: 'x',${layout.there ? ` target: ${inFlow} ,` : ""} last: y}${remark}`];
    const lines = ["# top", "id: a", ...(layout.flow ? flow : block), "z: 1"].join("\n").replaceAll("\n", end);
    return layout.final ? lines + end : lines;
  });

describe("editField", () => {
  it("changes the field and nothing else, or refuses", () => {
    fc.assert(
      fc.property(file, fc.oneof(hostileText, fc.integer(), fc.boolean()), (text, value) => {
        const before = readYamlText(text, "").written;
        let edited: string;
        try {
          edited = editField(text, ["m", "target"], value);
        } catch (error) {
          expect(error).toBeInstanceOf(UneditableField);
          return;
        }
        expect(readYamlText(edited, "").written).toEqual({
          ...(before as object),
          m: { ...(before as { m: object }).m, target: value },
        });
        // Every comment is still there.
        expect(edited.split("#").length).toBeGreaterThanOrEqual(text.split("#").length);
      }),
      { numRuns: runs(1000) },
    );
  });
});
