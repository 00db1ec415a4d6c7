import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { CATALOGUE, type Code } from "../../src/diagnostics/catalogue.ts";
import { gravityOf } from "../../src/diagnostics/gravity.ts";

interface Leaner {
  plainExports(code: string): string;
  withoutTexts(code: string): string;
}

let plainExports: Leaner["plainExports"];
let withoutTexts: Leaner["withoutTexts"];
beforeAll(async () => {
  const file = pathToFileURL(join(import.meta.dirname, "../../scripts/leaner-code.mjs")).href;
  ({ plainExports, withoutTexts } = (await import(file)) as Leaner);
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

test("a family of codes without its texts keeps how bad each is, and what it says of the PoC", () => {
  const family = (texts: string) =>
    `export const CODES = {\n  "some-code": {\n    severity: "error",\n    kind: "due",${texts}\n  },\n} as const;\n`;
  const texts = '\n    title: "Title, of it",\n    explanation: `One {a}\n\ntwo`,\n    fix: "Do it.",';
  expect(withoutTexts(family(texts)).replace(/\s/g, "")).toBe(family("").replace(/\s/g, ""));
});

test("every code is as grave by what the daily commands load as it is in the catalogue", () => {
  for (const [code, { severity, kind }] of Object.entries(CATALOGUE))
    expect([code, gravityOf(code as Code)]).toMatchObject([code, { severity, kind }]);
});
