import { expect, test } from "vitest";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { decidingRates } from "../../../src/domain/standing/rates/deciding-rates.ts";
import { entry, killOf, known, money, number, SOUND, spent, standing, start } from "../../support/records.ts";

const at = (rate: string, more: Partial<Definitions> = {}): Definitions => ({
  ...SOUND,
  killCriteria: [],
  ...more,
  costs: { ...SOUND.costs, exchange: [{ currency: "USD", rate: number(rate) }] },
});
const paid = (amount: string, rate?: string) => entry("2026-11-24", { spend: [spent(amount, "data", rate)] });
const killed = { killCriteria: [killOf({ when: "spend.total > 500 EUR", by: "2026-11-25" })] };
const inDollars = { value: { ...SOUND.value, platformCost: known(money("420000 USD")) } };

test.each<[string, Definitions, ReturnType<typeof paid>, readonly string[]]>([
  ["over the cap at a usual rate", at("0.0092"), paid("2500 USD"), ["USD 0.92"]],
  ["an amount that keeps the rate", at("0.92"), paid("2500 USD", "0.0092"), ["USD 0.92"]],
  ["a kill criterion at a usual rate", at("0.0092", killed), paid("600 USD"), ["USD 0.92"]],
  ["the business case at a usual rate", at("0.0092", inDollars), paid("1 EUR"), ["USD 0.92"]],
  ["over the cap by the rate alone", at("92"), paid("100 USD"), ["USD 0.92"]],
  ["it decides nothing", at("0.0092"), paid("100 USD"), []],
  ["a usual rate", at("0.85"), paid("2500 USD"), []],
])("%s", (_, definitions, log, expected) => {
  const found = decidingRates(standing({ definitions, log: [start(definitions), log] }, "2026-11-26"));
  expect(found.map(({ currency, about }) => `${currency} ${about}`)).toEqual(expected);
});
