import { expect, test } from "vitest";
import { ImportFault } from "../../../src/imports/import-problem.ts";
import { decodedText } from "../../../src/imports/text/decode-text.ts";

const all = (...pieces: number[][]) => [...decodedText(pieces.map((piece) => Uint8Array.from(piece)))].join("");

test("a character may lie across two pieces, and a byte order mark is taken off", () => {
  expect(all([0xef, 0xbb, 0xbf, 0x61], [0xc3], [0xa9])).toBe("aé");
});

test.each([
  ["UTF-16 with a mark", [0xff, 0xfe, 0x61, 0x00], /UTF-16/],
  ["UTF-16 without one", [0x61, 0x00, 0x62, 0x00], /UTF-16/],
  ["Latin-1", [0x61, 0x0a, 0xe9, 0x0a], /not UTF-8/],
  ["cut off within a character", [0x61, 0x62, 0x63, 0xc3], /not UTF-8/],
])("%s is a fault", (_, bytes, found) => {
  expect(() => all(bytes)).toThrow(ImportFault);
  expect(() => all(bytes)).toThrow(found);
});
