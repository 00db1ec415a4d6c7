import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Fingerprints } from "../../../src/imports/text/fingerprints.ts";

test("it knows what a map knows", () => {
  const text = fc.oneof(fc.string({ maxLength: 4 }), fc.string({ unit: "binary", maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.string({ maxLength: 1 })), { maxLength: 200 }), (seen) => {
      const [map, prints] = [new Map<string, { number: number; note: string }>(), new Fingerprints()];
      for (const [number, [one, note]] of seen.entries()) {
        const known = map.get(one);
        expect(prints.see(one, number, note)).toEqual(known && { number: known.number, sameNote: known.note === note });
        if (known === undefined) map.set(one, { number, note });
      }
      expect(prints.size).toBe(map.size);
    }),
  );
});

test("ids that count up, in any base and with anything before and behind them, are all different", () => {
  const prints = new Fingerprints();
  const forms: readonly ((k: number) => string)[] = [
    String,
    (k) => `question-${k}`,
    (k) => k.toString(16).padStart(32, "0"),
    (k) => `${k}\n${k}`,
    (k) => `\0${String.fromCharCode(k % 65_536, k >> 16)}`,
    (k) => `${"x".repeat(k % 97)}:${k}`,
  ];
  for (let k = 0; k < 150_000; k++) for (const form of forms) prints.see(form(k), k);
  expect(prints.size).toBe(150_000 * forms.length);
  expect(prints.see("question-70000", 0)).toEqual({ number: 70_000, sameNote: true });
});
