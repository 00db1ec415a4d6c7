import { expect, test } from "vitest";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { billOf } from "../standing/kill-log.ts";
import { amount, datedBack, entry, hours, number, spent, standing, start, withCharter } from "../../support/records.ts";

const pay = (when: string, figure: string, id = "pay") => entry(when, { id, spend: [spent(figure)] });
const undo = (when: string, of: string) => entry(when, { id: "undo", undo: { entry: of } });

function wasOver(log: readonly Entry[]): string | undefined {
  const { wasOver: over, brokenBy } = standing({ log: [start(), ...log] }, "2026-11-27").spend;
  if (brokenBy !== undefined) return `over since ${brokenBy.id}`;
  return (
    over && `${over.estimated ? "estimated " : ""}${over.total.minor / 100n} by ${over.entry.id} until ${over.until.id}`
  );
}

test.each<[string, readonly Entry[], string | undefined]>([
  ["nothing was over", [pay("2026-11-24", "1900 EUR")], undefined],
  ["over", [pay("2026-11-24", "2300 EUR")], "over since pay"],
  [
    "over by money of last week that was entered today",
    [
      datedBack("2026-11-23 13:00", "2026-11-26", { id: "late", spend: [spent("1500 EUR")] }),
      pay("2026-11-24", "800 EUR"),
    ],
    "over since late",
  ],
  ["a refund", [pay("2026-11-24", "2300 EUR"), pay("2026-11-25", "-400 EUR", "refund")], "2300 by pay until refund"],
  [
    "a refund with what it refunds",
    [entry("2026-11-24", { spend: [spent("2300 EUR"), spent("-400 EUR")] })],
    undefined,
  ],
  [
    "withdrawn on its day",
    [pay("2026-11-24 10:00", "2300 EUR"), undo("2026-11-24 11:00", "pay")],
    "2300 by pay until undo",
  ],
  ["withdrawn later", [pay("2026-11-24", "2300 EUR"), undo("2026-11-26", "pay")], "2300 by pay until undo"],
  [
    "withdrawn, and still over",
    [pay("2026-11-24", "2300 EUR"), undo("2026-11-25", "pay"), pay("2026-11-26", "2100 EUR", "more")],
    "over since more",
  ],
  ["withdrawn, and never over", [pay("2026-11-24", "1500 EUR"), undo("2026-11-26", "pay")], undefined],
  [
    "a bill in the place of what was metered",
    [
      entry("2026-11-24", { id: "metered", spend: [amount("metered 2800 EUR tokens")] }),
      entry("2026-11-25", { id: "bill", spend: [amount("20 EUR tokens", "metered")] }),
    ],
    "2800 by metered until bill",
  ],
  [
    "a bill of about what was metered",
    [
      entry("2026-11-24", { id: "metered", spend: [amount("metered 1900 EUR tokens")] }),
      entry("2026-11-25", { id: "bill", spend: [amount("1800 EUR tokens", "metered")] }),
    ],
    undefined,
  ],
  [
    "a bill in the place of an estimate",
    [
      entry("2026-11-24", { id: "estimate", spend: [amount("estimated 2800 EUR tokens")] }),
      entry("2026-11-25", { id: "bill", spend: [amount("20 EUR tokens", "estimate")] }),
    ],
    "estimated 2800 by estimate until bill",
  ],
  [
    "a bill in the place of an estimate of the same day",
    [
      entry("2026-11-24 10:00", { id: "estimate", spend: [amount("estimated 2800 EUR tokens")] }),
      entry("2026-11-24 11:00", { id: "bill", spend: [amount("20 EUR tokens", "estimate")] }),
    ],
    undefined,
  ],
  [
    "a bill that is dated to the day of its estimate",
    [
      entry("2026-11-24", { id: "estimate", spend: [amount("estimated 2800 EUR tokens")] }),
      datedBack("2026-11-24 23:59", "2026-11-26", { id: "bill", spend: [amount("20 EUR tokens", "estimate")] }),
    ],
    "estimated 2800 by estimate until bill",
  ],
  [
    "a refund that is dated before the rest was spent",
    [
      pay("2026-11-23 12:00", "1500 EUR", "first"),
      pay("2026-11-24", "800 EUR"),
      datedBack("2026-11-23 13:00", "2026-11-26", { id: "refund", spend: [spent("-400 EUR")] }),
    ],
    "2300 by pay until refund",
  ],
  [
    "the same, where it only says what it followed",
    [
      pay("2026-11-23 12:00", "1500 EUR", "first"),
      pay("2026-11-24", "800 EUR"),
      { ...pay("2026-11-23 13:00", "-400 EUR", "refund"), after: "pay" },
    ],
    "2300 by pay until refund",
  ],
  [
    "a bill that was imported again, smaller",
    [
      entry("2026-11-24", { id: "bill", spend: [spent("2800 EUR")], source: billOf("a") }),
      datedBack("2026-11-24", "2026-11-26", { id: "again", spend: [spent("20 EUR")], source: billOf("b", "bill") }),
    ],
    "2800 by bill until again",
  ],
  [
    "a bill that was imported again, larger",
    [
      entry("2026-11-24", { id: "bill", spend: [spent("20 EUR")], source: billOf("a") }),
      datedBack("2026-11-24", "2026-11-26", { id: "again", spend: [spent("1900 EUR")], source: billOf("b", "bill") }),
    ],
    undefined,
  ],
])("the cap was passed for a while: %s", (_, log, expected) => {
  expect(wasOver(log)).toBe(expected);
});

test("hours over their cap that a correction took back are an alarm, with their day and who took them back", () => {
  const definitions = withCharter({ hoursCap: number("10") });
  const log = [
    start(definitions),
    entry("2026-11-24 10:00", { id: "long", time: [hours("12")] }),
    entry("2026-11-25 11:00", { id: "undo", undo: { entry: "long", reason: "1.2 h" } }),
  ];
  const { alarms } = standing({ definitions, log }, "2026-11-27").recommendation;
  expect(alarms).toMatchObject([
    { code: "hours-cap-was-passed", on: "2026-11-24", until: { kind: "withdrawn", on: "2026-11-25", reason: "1.2 h" } },
  ]);
});
