import { describe, expect, it } from "vitest";
import { parseIdentifier, slugText } from "../../../src/domain/scalars/identifier.ts";
import { read, refused } from "./outcome.ts";

describe("parseIdentifier", () => {
  it.each(["a", "wrong-rate", "p95_latency", "2024-risk", "a".repeat(64)])("reads %s", (text) => {
    expect(read(parseIdentifier(text))).toBe(text);
  });

  it.each([
    "",
    "-a",
    "_a",
    "Wrong",
    "wrong rate",
    "a.b",
    "a/b",
    "..",
    "ä",
    "a\0",
    "a\n",
    "a".repeat(65),
    "con",
    "nul",
    "com1",
    "lpt9",
    "constructor",
    "prototype",
    "__proto__",
  ])("refuses %j", (text) => {
    expect(refused(parseIdentifier(text)).code).toBe("invalid-id");
  });

  it("shows how it would be written", () => {
    expect(refused(parseIdentifier("Wrong Rate!")).hint).toBe("write wrong-rate");
  });
});

describe("slugText", () => {
  it.each([
    ["Reranker on, k=8", "reranker-on-k-8"],
    ["Größe über alles", "gro-e-uber-alles"],
    ["日本語", ""],
    ["", ""],
    ["a".repeat(60), "a".repeat(40)],
    ["one two three four five six seven eight nine ten", "one-two-three-four-five-six-seven-eight"],
  ])("makes %j into %j", (text, slug) => {
    expect(slugText(text)).toBe(slug);
  });
});
