import * as fc from "fast-check";
import { expect, test } from "vitest";
import { folderName } from "../../../src/app/init/folder-name.ts";

test.each([
  ["Policy answers", "policy-answers"],
  ["Reranker on, k=8", "reranker-on-k-8"],
  ["Café für Müller", "cafe-fur-muller"],
  ["Antwortqualität prüfen", "antwortqualitat-prufen"],
  ["Køb hjælp", "køb-hjælp"],
  ["Проверка поиска", "проверка-поиска"],
  ["検索の品質", "検索の品質"],
  ["ガイド", "ガイド"],
  ["검색 품질", "검색-품질"],
  ["جودة البحث", "جودة-البحث"],
  ["नीति खोज", "नीति-खोज"],
  ["ünï 漢字", "uni-漢字"],
  ["CON", "poc-con"],
  ["nul", "poc-nul"],
  ["Com1", "poc-com1"],
  ["LPT9", "poc-lpt9"],
  ["Console", "console"],
  ["../../etc", "etc"],
  ["..", ""],
  ["🚀", ""],
  ["  ", ""],
  ["a".repeat(60), "a".repeat(40)],
  ["one two three four five six seven eight nine ten", "one-two-three-four-five-six-seven-eight"],
])("%s → %s", (title, name) => {
  expect(folderName(title)).toBe(name);
});

test("a folder name of any title is one that every disk takes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (title) => {
      expect(folderName(title)).toMatch(/^[^\p{Cc}\s/\\:*?"<>|.]*$/u);
      expect(new TextEncoder().encode(folderName(title)).length).toBeLessThanOrEqual(255);
      expect(folderName(folderName(title))).toBe(folderName(title));
    }),
  );
});
