import * as fc from "fast-check";
import { expect, test } from "vitest";
import { PackedBytes } from "../../../src/document/reading/packed-bytes.ts";

/** As long as none, some, or more than one piece of memory. */
const text = fc.constantFrom<number>(0, 1, 40, 700_000, 1_048_576, 1_500_000);

test("each text is what was added, and all of them together are the same bytes", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), (lengths) => {
      const packed = new PackedBytes();
      const texts = lengths.map((length, k) => new Uint8Array(length).fill(k + 1));
      const numbers = texts.map((bytes) => packed.add(bytes));
      expect(numbers).toEqual(texts.map((_, k) => k));
      for (const [k, bytes] of texts.entries()) expect(Buffer.compare(packed.at(k), bytes)).toBe(0);
      expect(Buffer.compare(Buffer.concat([...packed.together()]), Buffer.concat(texts))).toBe(0);
      expect(packed.bytes).toBe(lengths.reduce((sum, length) => sum + length, 0));
    }),
    { numRuns: 60 },
  );
});

test("what was added stays when the memory that it came from is used again", () => {
  const packed = new PackedBytes();
  const page = Uint8Array.of(1, 2, 3);
  packed.add(page);
  page.fill(9);
  expect([...packed.at(0)]).toEqual([1, 2, 3]);
});
