import { describe, expect, test } from "vitest";
import type { Entry, SpendLine } from "../../../src/domain/records/entry.ts";
import { moneyText } from "../../../src/domain/scalars/money.ts";
import { replacementSentence, replacementsLabel } from "../../../src/wording/spend.ts";
import { SOUND, amount, entry, standing, start } from "../../support/records.ts";
import { compositionLabel } from "../../../src/wording/spend.ts";

const at = (when: string, id: string, ...spend: readonly SpendLine[]): Entry => entry(when, { id, spend });
const undo = (when: string, id: string): Entry => entry(when, { id: `un${id}`, undo: { entry: id } });

const spend = (log: readonly Entry[], day = "2026-11-30") =>
  standing({ definitions: SOUND, log: [start(), ...log] }, day).spend;

const GUESS = at("2026-11-23", "guess", amount("estimated 40 EUR tokens"));
const METER = at("2026-11-24", "meter", amount("metered 44 EUR tokens", "guess"));
const BILL = at("2026-11-25", "bill", amount("45 EUR tokens", "meter"));

test.each<[name: string, log: readonly Entry[], counted: readonly string[]]>([
  [
    "nothing is replaced unless somebody says so",
    [GUESS, at("2026-11-25", "bill", amount("45 EUR tokens"))],
    ["40.00 guess", "45.00 bill"],
  ],
  ["a metered amount in place of an estimate", [GUESS, METER], ["44.00 meter"]],
  ["a bill in place of both: what is replaced still replaces", [GUESS, METER, BILL], ["45.00 bill"]],
  [
    "a bill of two",
    [
      GUESS,
      at("2026-11-24", "more", amount("metered 5 EUR tokens")),
      at("2026-11-25", "bill", amount("45 EUR tokens", "guess", "more")),
    ],
    ["45.00 bill"],
  ],
  [
    "only lines of its category",
    [
      at("2026-11-23", "guess", amount("estimated 40 EUR tokens"), amount("estimated 7 EUR data")),
      at("2026-11-25", "bill", amount("45 EUR tokens", "guess")),
    ],
    ["7.00 guess", "45.00 bill"],
  ],
  [
    "all lines of its category",
    [
      at("2026-11-23", "guess", amount("estimated 40 EUR tokens"), amount("metered 7 EUR tokens")),
      at("2026-11-25", "bill", amount("45 EUR tokens", "guess")),
    ],
    ["45.00 bill"],
  ],
  [
    "what is known as well stays",
    [
      at("2026-11-23", "guess", amount("estimated 40 EUR tokens"), amount("3 EUR tokens")),
      at("2026-11-25", "bill", amount("45 EUR tokens", "guess")),
    ],
    ["3.00 guess", "45.00 bill"],
  ],
  [
    "an estimate replaces nothing",
    [GUESS, at("2026-11-25", "again", amount("estimated 45 EUR tokens", "guess"))],
    ["40.00 guess", "45.00 again"],
  ],
  [
    "a metered amount replaces no metered one",
    [
      at("2026-11-23", "meter", amount("metered 40 EUR tokens")),
      at("2026-11-25", "again", amount("metered 45 EUR tokens", "meter")),
    ],
    ["40.00 meter", "45.00 again"],
  ],
  [
    "a bill replaces no bill",
    [BILL, at("2026-11-26", "again", amount("46 EUR tokens", "bill"))],
    ["45.00 bill", "46.00 again"],
  ],
  [
    "not itself, though it holds an estimate too",
    [at("2026-11-25", "bill", amount("estimated 4 EUR tokens"), amount("45 EUR tokens", "bill"))],
    ["4.00 bill", "45.00 bill"],
  ],
  [
    "nothing later",
    [
      at("2026-11-25", "bill", amount("45 EUR tokens", "late")),
      at("2026-11-26", "late", amount("estimated 9 EUR tokens")),
    ],
    ["45.00 bill", "9.00 late"],
  ],
  [
    "of the same moment",
    [
      at("2026-11-25", "guess", amount("estimated 9 EUR tokens")),
      at("2026-11-25", "a-bill", amount("45 EUR tokens", "guess")),
    ],
    ["45.00 a-bill"],
  ],
  [
    "two that name each other go round in no circle",
    [
      at("2026-11-25", "a", amount("metered 4 EUR tokens", "b")),
      at("2026-11-25", "b", amount("metered 5 EUR tokens", "a")),
    ],
    ["4.00 a", "5.00 b"],
  ],
  [
    "the first of two bills",
    [
      GUESS,
      at("2026-11-25", "first", amount("45 EUR tokens", "guess")),
      at("2026-11-26", "second", amount("46 EUR tokens", "guess")),
    ],
    ["45.00 first", "46.00 second"],
  ],
  [
    "a refund in place of what was estimated",
    [GUESS, at("2026-11-25", "bill", amount("-2 EUR tokens", "guess"))],
    ["-2.00 bill"],
  ],
  [
    "an id that nobody has",
    [GUESS, at("2026-11-25", "bill", amount("45 EUR tokens", "nobody", "guess"))],
    ["45.00 bill"],
  ],
  [
    "undo of the bill brings the estimate back",
    [GUESS, at("2026-11-25", "bill", amount("45 EUR tokens", "guess")), undo("2026-11-26", "bill")],
    ["40.00 guess"],
  ],
  [
    "undo of the undo takes it away again",
    [
      GUESS,
      at("2026-11-25", "bill", amount("45 EUR tokens", "guess")),
      undo("2026-11-26", "bill"),
      undo("2026-11-27", "unbill"),
    ],
    ["45.00 bill"],
  ],
  [
    "undo of the one in between brings back what only that replaced",
    [GUESS, METER, BILL, undo("2026-11-26", "meter")],
    ["40.00 guess", "45.00 bill"],
  ],
  [
    "undo of what was replaced changes nothing",
    [GUESS, at("2026-11-25", "bill", amount("45 EUR tokens", "guess")), undo("2026-11-26", "guess")],
    ["45.00 bill"],
  ],
])("%s", (_, log, counted) => {
  const found = spend(log);
  expect(
    found.items.map(({ entry: { id }, converted }) => `${moneyText(converted!).replace(" EUR", "")} ${id}`),
  ).toEqual(counted);
  const sum = counted.reduce((total, text) => total + Number(text.split(" ")[0]), 0);
  expect(moneyText(found.total)).toBe(`${sum.toFixed(2)} EUR`);
});

test("as of a day before the bill the estimate counts", () => {
  const log = [GUESS, at("2026-11-25", "bill", amount("45 EUR tokens", "guess"))];
  expect(moneyText(spend(log, "2026-11-24").total)).toBe("40.00 EUR");
  expect(moneyText(spend(log, "2026-11-25").total)).toBe("45.00 EUR");
});

describe("in words", () => {
  const said = (...log: readonly Entry[]) => spend(log).replaced.replacements.map(replacementSentence);

  test.each<[string, readonly Entry[], string]>([
    [
      "dearer",
      [GUESS, at("2026-11-25", "bill", amount("41.50 EUR tokens", "guess"))],
      "the bill of 41.50 EUR on Wed 25 Nov replaces 1 estimate of 40.00 EUR (+1.50)",
    ],
    [
      "cheaper, of both kinds",
      [
        GUESS,
        at("2026-11-24", "m", amount("metered 4 EUR tokens")),
        at("2026-11-25", "bill", amount("40 EUR tokens", "guess", "m")),
      ],
      "the bill of 40.00 EUR on Wed 25 Nov replaces 1 metered amount and 1 estimate of 44.00 EUR (−4.00)",
    ],
    ["exact", [GUESS, METER], "the metered 44.00 EUR on Tue 24 Nov replaces 1 estimate of 40.00 EUR (+4.00)"],
    [
      "in a foreign currency",
      [GUESS, at("2026-11-25", "bill", amount("100 USD tokens", "guess"))],
      "the bill of 100.00 USD on Wed 25 Nov replaces 1 estimate of 40.00 EUR (+52.00 EUR)",
    ],
    [
      "without a rate",
      [GUESS, at("2026-11-25", "bill", amount("100 GBP tokens", "guess"))],
      "the bill of 100.00 GBP on Wed 25 Nov replaces 1 estimate",
    ],
  ])("%s", (_, log, sentence) => {
    expect(said(...log)).toEqual([sentence]);
  });

  test.each<[string, readonly SpendLine[], string]>([
    ["all billed is nothing to say", [amount("1 EUR data"), amount("2 EUR tokens")], ""],
    ["all of one other kind", [amount("estimated 1 EUR data")], "all estimated"],
    [
      "of all kinds, the best known first",
      [amount("estimated 49.43 EUR data"), amount("1200 EUR other"), amount("metered 400 EUR tokens")],
      "1,200.00 billed, 400.00 metered, 49.43 estimated",
    ],
    [
      "what comes to nothing is still a part",
      [amount("1 EUR data"), amount("metered 0 EUR tokens")],
      "1.00 billed, 0.00 metered",
    ],
  ])("what a total is made of: %s", (_, lines, label) => {
    expect(compositionLabel(spend([at("2026-11-24", "all", ...lines)]).byBasis)).toBe(label);
  });

  test("all of them in one piece", () => {
    const { replaced, currency } = spend([GUESS, METER, BILL]);
    expect(replacementsLabel(replaced.replacements, currency)).toBe(
      "better figures replaced 1 metered amount and 1 estimate of 84.00 EUR (+5.00)",
    );
    expect(replacementsLabel([], currency)).toBe("");
  });
});
