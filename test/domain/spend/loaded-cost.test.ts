import { expect, test } from "vitest";
import { moneyText } from "../../../src/domain/scalars/money.ts";
import { SOUND, amount, entry, hours, meeting, standing, start } from "../../support/records.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";

const UNRATED: Definitions = { ...SOUND, costs: { ...SOUND.costs, hourlyRates: new Map() } };
const work = entry("2026-11-24", { time: [hours("2"), meeting("0.5", 4)] });
const paid = (text: string) => entry("2026-11-25", { spend: [amount(text)] });

test.each<
  [
    name: string,
    log: readonly Entry[],
    definitions: Definitions,
    total: string | undefined,
    share: number | undefined,
    missing: string | undefined,
  ]
>([
  ["nothing at all", [], SOUND, "0.00 EUR", undefined, undefined],
  ["money alone hides nothing", [paid("60 EUR data")], SOUND, "60.00 EUR", undefined, undefined],
  ["hours alone are all hidden", [work], SOUND, "340.00 EUR", 1, undefined],
  ["both", [work, paid("660 EUR data")], SOUND, "1000.00 EUR", 0.34, undefined],
  [
    "an estimate that a bill replaced counts once",
    [
      work,
      entry("2026-11-24 13:00", { id: "guess", spend: [amount("estimated 900 EUR data")] }),
      entry("2026-11-25", { spend: [amount("660 EUR data", "guess")] }),
    ],
    SOUND,
    "1000.00 EUR",
    0.34,
    undefined,
  ],
  ["hours without a rate", [work, paid("60 EUR data")], UNRATED, undefined, undefined, "hourly-rate"],
  ["money without a rate", [work, paid("60 GBP data")], SOUND, undefined, undefined, "exchange-rate"],
  ["more came back than it cost", [work, paid("-400 EUR data")], SOUND, "-60.00 EUR", undefined, undefined],
])("%s", (_, log, definitions, total, share, missing) => {
  const { loaded } = standing({ definitions, log: [start(definitions), ...log] }, "2026-11-30");
  expect([loaded.total && moneyText(loaded.total), loaded.hiddenShare, loaded.missing]).toEqual([
    total,
    share,
    missing,
  ]);
});
