import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { compareDecimals } from "../../../src/domain/scalars/decimal.ts";
import { mostKnown } from "../../../src/domain/spend/most-known.ts";
import { amended, amount, entry, hours, killOf, SOUND, spent, standing, start } from "../../support/records.ts";

const definitions = {
  ...SOUND,
  killCriteria: [
    { ...killOf({ when: "spend.total > 250 EUR", by: "2026-12-04" }), id: "dear" },
    { ...killOf({ when: "hours.total > 20 h", by: "2026-12-04" }), id: "long" },
  ],
};

/** What one entry of a log does; `of` counts back to the entry that it is about, and `late` dates it back. */
interface Act {
  readonly kind: "pay" | "meter" | "estimate" | "foreign" | "refund" | "bill" | "work" | "undo" | "amend";
  readonly size: number;
  readonly of: number;
  readonly late: boolean;
}

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Act["kind"][]>(
      "pay",
      "meter",
      "estimate",
      "foreign",
      "refund",
      "bill",
      "work",
      "undo",
      "undo",
      "amend",
    ),
    size: fc.integer({ min: 1, max: 300 }),
    of: fc.integer({ min: 1, max: 4 }),
    late: fc.boolean(),
  }),
  { minLength: 2, maxLength: 14 },
);

function logOf(all: readonly Act[]): readonly Entry[] {
  return all.map(({ kind, size, of, late }, k) => {
    const id = `e${k}`;
    const about = `e${Math.max(0, k - of)}`;
    // Entries that are dated back say what they follow, as the tool writes it.
    const minute = late && k > 2 ? k - 2 : k;
    const when = `2026-11-24 10:${String(minute).padStart(2, "0")}`;
    const facts = { id, ...(late && k > 0 ? { after: `e${k - 1}` } : {}) };
    switch (kind) {
      case "pay":
        return entry(when, { ...facts, spend: [spent(`${size} EUR`)] });
      case "meter":
        return entry(when, { ...facts, spend: [amount(`metered ${size} EUR tokens`)] });
      case "estimate":
        return entry(when, { ...facts, spend: [amount(`estimated ${size} EUR tokens`)] });
      case "foreign":
        return entry(when, { ...facts, spend: [spent(`${size} USD`, "tokens", "0.913")] });
      case "refund":
        return entry(when, { ...facts, spend: [spent(`-${size} EUR`)] });
      case "bill":
        return entry(when, { ...facts, spend: [amount(`${size} EUR tokens`, about)] });
      case "work":
        return entry(when, { ...facts, time: [hours(String(size / 10))] });
      case "undo":
        return entry(when, { ...facts, undo: { entry: about } });
      case "amend":
        return { ...amended(when, "spend_cap", "2000.00 EUR", `${2000 + size}.00 EUR`), id, file: `log/${id}.yaml` };
    }
  });
}

test("nobody ever knew of more than the bound, just before any entry", () => {
  fc.assert(
    fc.property(acts, (all) => {
      const log = logOf(all);
      const { history } = standing({ definitions, log: [start(definitions), ...log] }, "2026-11-27");
      const most = mostKnown(history.now, (one) => history.knownMs(one));
      for (const one of log) {
        const { spend, effort } = history.around(one, "before");
        expect(compareDecimals(spend.exact, most.money!(one))).toBeLessThanOrEqual(0);
        expect(compareDecimals(effort.hours, most.hours(one))).toBeLessThanOrEqual(0);
      }
    }),
    { numRuns: 100 },
  );
});

test("without anything odd the bound is what was known", () => {
  const log = [
    entry("2026-11-24 10:00", { id: "pay", spend: [spent("300 EUR")], time: [hours("4")] }),
    entry("2026-11-24 10:01", { id: "undo", undo: { entry: "pay" } }),
    entry("2026-11-24 10:02", { id: "again", spend: [spent("30 EUR")] }),
    entry("2026-11-24 10:03", { id: "refund", spend: [spent("-10 EUR")] }),
  ];
  const { history } = standing({ definitions, log: [start(definitions), ...log] }, "2026-11-27");
  const most = mostKnown(history.now, (one) => history.knownMs(one));
  const shown = log.map((one) => [one.id, Number(most.money!(one).digits) / 100, Number(most.hours(one).digits)]);
  expect(shown).toEqual([
    ["pay", 300, 4],
    ["undo", 300, 4],
    ["again", 30, 0],
    ["refund", 30, 0],
  ]);
});
