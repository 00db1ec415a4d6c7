import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clipped, isCut, wordCount } from "../../../src/memo/page-one/words.ts";

describe("a text that is too long ends", () => {
  test.each([
    ["nowhere, where it is short", "One two three.", 3, "One two three."],
    ["where a sentence ends", "One two three. Four five six seven.", 4, "One two three. …"],
    ["after the last sentence that fits", "One two. Three four! Five six seven.", 5, "One two. Three four! …"],
    [
      "between words where no sentence ends in its second half",
      "One. Two three four five six seven.",
      5,
      "One. Two three four five…",
    ],
    ["nowhere, where only a word or two would be left out", "One two three four five six seven.", 6, undefined],
    ["not at an abbreviation of a figure", "It takes 1.5 s on each of the nine nodes", 5, "It takes 1.5 s on…"],
    ["where a Japanese sentence ends", "誤答が減った。検索は三倍速くなったが費用も増えた。", 8, "誤答が減った。 …"],
    ["without the comma in front", "One two, three four", 2, "One two…"],
  ])("%s", (_, text, most, shown) => {
    expect(clipped(text, most)).toBe(shown ?? text);
    expect(isCut(clipped(text, most))).toBe(shown !== undefined && wordCount(text) > most);
  });
});

test("words are counted alike with letters of any script beside them", () => {
  const unit = fc.constantFrom(..."ab é\n–…·\u0dff\u0e00\u0e01\u0e5b\u0e80\u2e7f\u2e80あ漢カ");
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      // Two letters without a blank are one word, whichever way the rest is counted.
      expect(wordCount(`${text} 漢字`)).toBe(wordCount(text) + 1);
    }),
  );
});
