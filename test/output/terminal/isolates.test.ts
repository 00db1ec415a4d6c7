import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isolated } from "../../../src/output/terminal/isolates.ts";

/** `[` and `]` stand for the marks, which an editor does not show. */
const marked = (text: string) => text.replaceAll("\u2068", "[").replaceAll("\u2069", "]");

test.each([
  ["English has nothing to isolate", "English has nothing to isolate"],
  ["Müller 漢字 36 of 300", "Müller 漢字 36 of 300"],
  ["محمد علي", "محمد علي"],
  ["  محمد علي", "  محمد علي"],
  ["  09:10  ab12  محمد علي", "  09:10  ab12  [محمد علي]"],
  ["נתונים 36 of 300", "[נתונים] 36 of 300"],
  ["נתונים 15.0 pp higher", "[נתונים] 15.0 pp higher"],
  ["محمد علي changed 3 terms · فاطمة · 2 days", "[محمد علي] changed 3 terms · [فاطمة] · 2 days"],
  ["محمد · فاطمة", "محمد · فاطمة"],
  ['question "هل poc مفيد" is open', 'question "[هل poc مفيد]" is open'],
  ["note: هل poc مفيد", "note: [هل poc مفيد]"],
  ["\x1b[1mعنوان\x1b[22m      Day 3 of 10", "\x1b[1m[عنوان]\x1b[22m      Day 3 of 10"],
  ["\x1b[1mعنوان\x1b[22m", "\x1b[1mعنوان\x1b[22m"],
  ["day 12 משתמשים (3 ימים)", "day 12 [משתמשים] (3 [ימים])"],
  ["one\nמשתמשים 2", "one\n[משתמשים 2]"],
  ["  09:10  ab12  خفضنا الخطأ إلى 12%", "  09:10  ab12  [خفضنا الخطأ إلى 12%]"],
  ["note: أضفنا 300 حالة في 3 أيام GPT-4 12.5.", "note: [أضفنا 300 حالة في 3 أيام GPT-4 12.5.]"],
  ["نسبة الخطأ: 12 of 300", "[نسبة الخطأ]: 12 of 300"],
  ["نسبة الخطأ: 12", "[نسبة الخطأ]: 12"],
  ["نسبة الخطأ  12", "[نسبة الخطأ]  12"],
])("%j is printed as %j", (text, shown) => {
  expect(marked(isolated(text))).toBe(shown);
});

test("only marks are added, in pairs, and never across lines", () => {
  const unit = fc.constantFrom("م", "ל", "a", "1", " ", "  ", " · ", '"', "(", "\n", "\x1b[31m", "漢", "\u064b");
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const shown = isolated(text);
      expect(shown.replace(/[\u2068\u2069]/g, "")).toBe(text);
      for (const line of shown.split("\n")) expect(line.replace(/[^\u2068\u2069]/g, "")).toMatch(/^(\u2068\u2069)*$/);
    }),
  );
});
