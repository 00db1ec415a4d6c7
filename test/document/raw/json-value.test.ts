import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readJson } from "../../../src/document/raw/json-value.ts";

const read = (text: string) => readJson(text, "a value");

test.each([
  ['{"a":1,"a":2}', "a"],
  ['{"a":1,"b":{"c":1,"d":[{"x":1}],"c":2}}', "c"],
  ['[{"a":1},{"b":{"a":1,"a":1}}]', "a"],
  ['{"a":1,"\\u0061":2}', "a"],
  ['{"a\\"b":1,"a\\"b":2}', 'a\\"b'],
  ['{"__proto__":1,"__proto__":2}', "__proto__"],
  ['{"":1, "":2}', ""],
])("%s has %s twice", (text, key) => {
  const result = read(text);
  expect(result.ok).toBe(false);
  expect(result.ok ? "" : result.message).toContain(`the key "${key}" twice`);
});

test.each([
  ['{"a":{"a":{"a":1}}}'],
  ['[{"a":1},{"a":1}]'],
  ['{"a":"a","b":["a","a","a"]}'],
  ['{"a":"{\\"a\\":1,\\"a\\":2}"}'],
  ['"a"'],
  ["17"],
])("%s has no key twice", (text) => {
  expect(read(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
});

test.each([["{"], ["NaN"], ["{'a':1}"], [""]])("%s is no JSON", (text) => {
  expect(read(text).ok).toBe(false);
});

test("what JSON.stringify writes is read, and with its first key again it is refused", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (value) => {
      const text = JSON.stringify(value);
      expect(read(text).ok).toBe(true);
      const again = `{${JSON.stringify(Object.keys(value)[0])}:0,${text.slice(1)}`;
      expect(read(again).ok).toBe(false);
    }),
  );
});
