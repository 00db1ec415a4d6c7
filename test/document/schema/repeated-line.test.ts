import * as fc from "fast-check";
import { expect, it } from "vitest";
import { CanonicalCursor } from "../../../src/document/canonical/canonical-cursor.ts";
import { spendLine } from "../../../src/document/schema/entry-lines.ts";
import { list, UNREAD, type Field } from "../../../src/document/schema/field.ts";
import { repeatedLine } from "../../../src/document/schema/repeated-line.ts";
import { runs } from "../../support/properties.ts";

const { scan } = list(spendLine());

/** What is read of a line, and whether the cursor is at the end of a text that may be canonical then. */
function read(scanLine: Field<unknown>["scan"], text: string) {
  const cursor = new CanonicalCursor(text);
  const value = scanLine(cursor);
  return value === UNREAD ? UNREAD : { value, ended: cursor.endLine() && cursor.isAtEnd() };
}

/** Few different ones, so that each comes again; right ones, and some that are wrong in one place. */
const line = fc
  .tuple(
    fc.constantFrom("1.00 EUR", "1.00  EUR", "1 EUR", "x"),
    fc.constantFrom("", ', "note": "a"', ', "note": "\u00e4"', ', "note": "\u202e"', ', "note": "\\u202e"'),
    fc.constantFrom("", "", "", " ", "]", " # b", "\r"),
    fc.constantFrom("\n", "\n", "\n", "", "\nnote"),
  )
  .map(([amount, note, behind, end]) => `[{"amount": "${amount}", "category": "tokens"${note}}]${behind}${end}`);

it("reads every line as it would be read the first time", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const repeated = repeatedLine(scan);
      for (const text of lines) expect(read(repeated, text)).toStrictEqual(read(scan, text));
    }),
    { numRuns: runs(300) },
  );
});

it("gives lines of the same words one value", () => {
  const repeated = repeatedLine(scan);
  const [first, second] = ["1.00 EUR", "1.00 EUR"].map((amount) =>
    repeated(new CanonicalCursor(`[{"amount": "${amount}"}]\n`)),
  );
  expect(first).not.toBe(UNREAD);
  expect(second).toBe(first);
});
