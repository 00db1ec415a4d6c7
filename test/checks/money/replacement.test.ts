import { expect, test } from "vitest";
import { replacement } from "../../../src/checks/money/replacement.ts";
import { checked, type Row } from "../../support/checked.ts";
import { amount, entry, start } from "../../support/records.ts";

const guess = entry("2026-11-24", { id: "guess", spend: [amount("estimated 40 EUR tokens")] });
const bill = (...replaces: string[]) =>
  entry("2026-11-26", { id: "bill", spend: [amount("41 EUR tokens", ...replaces)] });
const undo = (id: string, when: string) => entry(when, { id: `un${id}`, undo: { entry: id } });
const VOID = "replacement-void log/bill.yaml spend[0].replaces[0]";

test.each<Row>([
  ["a bill of what was estimated", { log: [start(), guess, bill("guess")] }, "2026-11-27", []],
  ["the same id twice", { log: [start(), guess, bill("guess", "guess")] }, "2026-11-27", []],
  ["itself", { log: [start(), guess, bill("bill")] }, "2026-11-27", [VOID]],
  [
    "an entry of a later moment",
    { log: [start(), bill("late"), entry("2026-11-27", { id: "late", spend: [amount("estimated 1 EUR tokens")] })] },
    "2026-11-28",
    [VOID],
  ],
  [
    "one that has not come",
    { log: [start(), bill("late"), entry("2026-11-29", { id: "late", spend: [amount("estimated 1 EUR tokens")] })] },
    "2026-11-28",
    [VOID],
  ],
  [
    "an entry without an amount",
    { log: [start(), entry("2026-11-24", { id: "words", note: "no money" }), bill("words")] },
    "2026-11-27",
    [VOID],
  ],
  [
    "an amount for something else",
    { log: [start(), entry("2026-11-24", { id: "data", spend: [amount("estimated 1 EUR data")] }), bill("data")] },
    "2026-11-27",
    [VOID],
  ],
  [
    "another bill",
    { log: [start(), entry("2026-11-24", { id: "paid", spend: [amount("40 EUR tokens")] }), bill("paid")] },
    "2026-11-27",
    [VOID],
  ],
  [
    "what another bill replaced before",
    {
      log: [
        start(),
        guess,
        entry("2026-11-25", { id: "first", spend: [amount("39 EUR tokens", "guess")] }),
        bill("guess"),
      ],
    },
    "2026-11-27",
    [VOID],
  ],
  [
    "unless that bill was withdrawn",
    {
      log: [
        start(),
        guess,
        entry("2026-11-25", { id: "first", spend: [amount("39 EUR tokens", "guess")] }),
        bill("guess"),
        undo("first", "2026-11-27 09:00"),
      ],
    },
    "2026-11-27",
    [],
  ],
  [
    "what was withdrawn before",
    { log: [start(), guess, undo("guess", "2026-11-25"), bill("guess")] },
    "2026-11-27",
    [VOID],
  ],
  [
    "what was withdrawn since is no fault of the bill",
    { log: [start(), guess, bill("guess"), undo("guess", "2026-11-27 09:00")] },
    "2026-11-27",
    [],
  ],
  [
    "a bill that was withdrawn",
    { log: [start(), guess, bill("bill"), undo("bill", "2026-11-27 09:00")] },
    "2026-11-27",
    [],
  ],
  ["one of two that are named", { log: [start(), guess, bill("bill", "guess")] }, "2026-11-27", [VOID]],
  ["an unknown id, which the reader reports", { log: [start(), guess, bill("nobody")] }, "2026-11-27", []],
])("%s", (_, poc, day, expected) => {
  expect(checked(replacement, poc, day)).toEqual(expected);
});
