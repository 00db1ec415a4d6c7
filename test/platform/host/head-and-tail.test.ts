import * as fc from "fast-check";
import { expect, test } from "vitest";
import { HeadAndTail } from "../../../src/platform/host/head-and-tail.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

function kept(chunks: readonly string[], most: number): string {
  const output = new HeadAndTail(most);
  for (const chunk of chunks) output.add(bytes(chunk));
  return output.text();
}

test.each<[string, readonly string[], string]>([
  ["nothing", [], ""],
  ["what fits", ["ab\n", "cd\n"], "ab\ncd\n"],
  ["what fits exactly", ["0123456789", "0123456789"], "01234567890123456789"],
  [
    "whole lines of both ends",
    ["one\ntwo\nthree\nfour\nfive\nsix\n"],
    "one\ntwo\n[… 11 bytes left out …]\nfive\nsix\n",
  ],
  ["a line that is too long is no half line", ["x".repeat(100)], "[… 100 bytes left out …]\n"],
])("%s", (_, chunks, expected) => {
  expect(kept(chunks, 20)).toBe(expected);
});

test("it makes no difference how a text comes in pieces", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom("a", "\n", "b"), maxLength: 30 }), { maxLength: 12 }),
      fc.integer({ min: 2, max: 60 }),
      (chunks, most) => {
        const whole = chunks.join("");
        const text = kept(chunks, most);
        expect(text).toBe(kept([whole], most));
        const [head = "", tail] = text.split(/\[… \d+ bytes left out …\]\n/);
        if (tail === undefined) expect(text).toBe(whole);
        else {
          expect(whole.startsWith(head) && whole.endsWith(tail)).toBe(true);
          expect(head.length + tail.length).toBeLessThanOrEqual(most);
          expect(Number(/\[… (\d+)/.exec(text)![1]) + head.length + tail.length).toBe(whole.length);
        }
      },
    ),
  );
});
