import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";

interface Leaner {
  plainExports(code: string): string;
}

let plainExports: Leaner["plainExports"];
beforeAll(async () => {
  const file = pathToFileURL(join(import.meta.dirname, "../../scripts/leaner-code.mjs")).href;
  plainExports = ((await import(file)) as Leaner).plainExports;
});

const exported = (name: string, value: string) =>
  `Object.defineProperty(exports,"${name}",{enumerable:!0,get:function(){return ${value}}})`;

/** What a chunk exports, as the launcher runs it. */
function exportsOf(code: string): Record<string, unknown> {
  const chunk: { exports: Record<string, unknown> } = { exports: {} };
  new Function("exports", "module", code)(chunk.exports, chunk);
  return chunk.exports;
}

test.each([
  ["one", `"use strict";const a=1;${exported("x", "a")};`, { x: 1 }],
  ["several in one statement", `let a=1;const b="b";${exported("x", "a")},${exported("$y", "b")};`, { x: 1, $y: "b" }],
  ["a literal", `const a=1;${exported("x", "`text`")},${exported("y", "1e3")};`, { x: "text", y: 1000 }],
  ["none", "const a=1;", {}],
])("what a chunk exports is the same by a literal: %s", (_, code, expected) => {
  const plain = plainExports(code);
  expect(plain).not.toContain("defineProperty");
  expect({ ...exportsOf(plain) }).toEqual(expected);
  expect({ ...exportsOf(code) }).toEqual(expected);
});

test("what is assigned later has its value of the moment", () => {
  const chunk = exportsOf(
    plainExports(`let a=1;const more=()=>{a++};${exported("a", "a")},${exported("more", "more")};`),
  );
  expect(chunk["a"]).toBe(1);
  (chunk["more"] as () => void)();
  expect(chunk["a"]).toBe(2);
});
