import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  linePieces,
  orderOf,
  PackedTexts,
  pickedTexts,
  RepeatedTexts,
  sortedTexts,
} from "../../../../src/domain/evidence/cases/packed-texts.ts";

const TEXTS = fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" })), { maxLength: 600 });

function packed(texts: readonly string[]): PackedTexts {
  const list = new PackedTexts();
  for (const text of texts) list.push(text);
  return list;
}

function repeated(texts: readonly string[]): RepeatedTexts {
  const list = new RepeatedTexts();
  for (const text of texts) list.push(text, (one) => one);
  return list;
}

test("packed and repeated texts are the texts that went in, in their order and in any other", () => {
  fc.assert(
    fc.property(TEXTS, (texts) => {
      const backwards = texts.map((_, row) => texts.length - 1 - row);
      for (const list of [packed(texts), repeated(texts)]) {
        expect(list.length).toBe(texts.length);
        expect([...list]).toEqual(texts);
        expect(list.at(texts.length)).toBeUndefined();
        expect([...pickedTexts(list, backwards)]).toEqual(texts.toReversed());
      }
      expect([...sortedTexts(packed(texts))]).toEqual(texts.toSorted());
      expect([...linePieces(texts)].join("")).toBe(texts.join("\n"));
    }),
  );
});

test("two rows are in one order, however their texts are held", () => {
  fc.assert(
    fc.property(TEXTS, (texts) => {
      const orders = [texts, packed(texts), repeated(texts)].map(orderOf);
      for (let row = 1; row < texts.length; row++)
        expect(new Set(orders.map((order) => Math.sign(order(row - 1, row)))).size).toBe(1);
    }),
  );
});

test("a text of 100 000 characters is given back whole, and renamed rows keep their places", () => {
  const long = "ab".repeat(50_000);
  expect(packed(["", long]).at(1)).toBe(long);
  expect([...repeated(["a", "b", "a"]).renamed((name) => name.toUpperCase())]).toEqual(["A", "B", "A"]);
});
