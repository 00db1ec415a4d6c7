import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalOutline } from "../../../src/document/canonical/canonical-outline.ts";
import { entryText } from "../../../src/document/canonical/entry-text.ts";
import { composedOutline } from "../../../src/document/yaml/tree-outline.ts";
import { newEntry } from "../../properties/arbitrary-entry.ts";
import { runs } from "../../support/properties.ts";

/** What a place is looked up by; where a number is written in another way than it is read, both are the same place. */
const plain = (outline: unknown): unknown =>
  JSON.parse(JSON.stringify(outline, (key, value: unknown) => (key === "source" ? undefined : value)));

test("the parts of a canonical entry stand where YAML finds them", () => {
  fc.assert(
    fc.property(newEntry, (entry) => {
      const text = entryText(entry);
      expect(plain(canonicalOutline(text))).toEqual(plain(composedOutline(text)));
    }),
    { numRuns: runs(300) },
  );
});

test.each([
  ["another form", "note: plain\n"],
  ["half a line", 'note: "a'],
  ["nothing", ""],
])("a text in %s has none", (_what, text) => {
  expect(canonicalOutline(text)).toBeUndefined();
});
