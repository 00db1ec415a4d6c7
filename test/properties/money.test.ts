import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SPEND_BASES, SPEND_CATEGORIES, type ModelPrice, type TokenPrices } from "../../src/domain/records/costs.ts";
import { currencyExponent } from "../../src/domain/scalars/currency.ts";
import {
  addDecimals,
  compareDecimals,
  decimal,
  divideDecimals,
  divideHalfEven,
  multiplyDecimals,
  roundDecimal,
  type Decimal,
} from "../../src/domain/scalars/decimal.ts";
import type { Entry, SpendLine } from "../../src/domain/records/entry.ts";
import {
  convertMoney,
  exactAmount,
  moneyText,
  parseMoney,
  roundedMoney,
  sumMoney,
  type Money,
} from "../../src/domain/scalars/money.ts";
import { spendStanding, type SpendStanding } from "../../src/domain/spend/spend.ts";
import {
  parseTokenCount,
  parseTokenUse,
  tokenCountText,
  tokenUseText,
} from "../../src/domain/records/tokens/tokens.ts";
import { tokenCost } from "../../src/domain/records/tokens/token-prices.ts";
import { parseUnitPrice, unitPriceText } from "../../src/domain/scalars/unit-price.ts";
import { SOUND, entry as entryOf } from "../support/records.ts";
import { tokenUse } from "./arbitrary-entry.ts";

/** Currencies with no, two, three and four digits after the point. */
const CURRENCIES = ["JPY", "EUR", "USD", "KWD", "CLF"] as const;
const currency = fc.constantFrom(...CURRENCIES);
const amountIn = (code: string, most = 10n ** 15n) =>
  fc.bigInt({ min: -most, max: most }).map((minor): Money => ({ minor, currency: code }));
const amount = currency.chain((code) => amountIn(code));
/** From a hundredth to a hundred, with up to six digits. */
const rate = fc.bigInt({ min: 10_000n, max: 100_000_000n }).map((digits): Decimal => ({ digits, scale: 6 }));

describe("money", () => {
  it.each(CURRENCIES)("in %s is read back as it was written", (code) => {
    fc.assert(
      fc.property(
        amountIn(code, 10n ** 14n),
        (money) => void expect(parseMoney(moneyText(money))).toEqual({ ok: true, value: money }),
      ),
    );
  });

  it("has all digits of its currency, and no more", () => {
    fc.assert(
      fc.property(amount, (money) => {
        const [number = ""] = moneyText(money).split(" ");
        expect((number.split(".")[1] ?? "").length).toBe(currencyExponent(money.currency));
      }),
    );
  });

  it("converted there and back is off by what was rounded away and no more", () => {
    fc.assert(
      fc.property(amountIn("EUR", 10n ** 12n), currency, rate, (money, to, factor) => {
        const there = convertMoney(money, factor, to);
        // One minor unit of the other currency is worth so many of this; half of it may have been rounded away there, half of ours here.
        const back = divideHalfEven(
          there.minor * 10n ** BigInt(factor.scale + 2),
          factor.digits * 10n ** BigInt(currencyExponent(to)!),
        );
        const unit = divideDecimals(
          decimal(10n ** 2n),
          multiplyDecimals(factor, decimal(10n ** BigInt(currencyExponent(to)!))),
          12,
        );
        const off: Decimal = { digits: 2n * (back > money.minor ? back - money.minor : money.minor - back), scale: 0 };
        expect(compareDecimals(off, { digits: unit.digits + 10n ** 12n + 1n, scale: 12 })).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("is never rounded by more than half a minor unit, and a half goes to the even neighbour", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.integer({ min: 0, max: 9 }),
        currency,
        (digits, scale, code) => {
          const exponent = currencyExponent(code)!;
          const { minor } = roundedMoney({ digits, scale }, code);
          const off = digits * 10n ** BigInt(exponent) - minor * 10n ** BigInt(scale);
          const size = 2n * (off < 0n ? -off : off);
          expect(size <= 10n ** BigInt(scale)).toBe(true);
          if (size === 10n ** BigInt(scale)) expect(minor % 2n).toBe(0n);
        },
      ),
    );
  });

  it.each([
    ["JPY", "0.5", "0 JPY"],
    ["JPY", "1.5", "2 JPY"],
    ["EUR", "0.005", "0.00 EUR"],
    ["EUR", "0.015", "0.02 EUR"],
    ["KWD", "0.0025", "0.002 KWD"],
    ["CLF", "0.00035", "0.0004 CLF"],
    ["EUR", "-0.005", "0.00 EUR"],
    ["EUR", "-0.015", "-0.02 EUR"],
  ])("of %s rounds %s to %s", (code, text, expected) => {
    const [whole = "", fraction = ""] = text.split(".");
    expect(moneyText(roundedMoney({ digits: BigInt(whole + fraction), scale: fraction.length }, code))).toBe(expected);
  });
});

const unitPrice = fc.record({
  amount: fc.record({ digits: fc.bigInt({ min: 0n, max: 10n ** 12n }), scale: fc.integer({ min: 0, max: 12 }) }),
  currency,
});

describe("tokens and their prices", () => {
  it("are read back as they were written", () => {
    fc.assert(
      fc.property(
        unitPrice,
        (price) => void expect(parseUnitPrice(unitPriceText(price))).toEqual({ ok: true, value: price }),
      ),
    );
    fc.assert(
      fc.property(
        tokenUse,
        (use) => void expect(parseTokenUse(use.model, tokenUseText(use))).toEqual({ ok: true, value: use }),
      ),
    );
    fc.assert(
      fc.property(
        fc.nat(),
        (count) => void expect(parseTokenCount(tokenCountText(count))).toEqual({ ok: true, value: count }),
      ),
    );
  });

  it("cost what the parts cost, rounded once", () => {
    const five = fc.tuple(unitPrice, unitPrice, unitPrice, unitPrice, unitPrice);
    fc.assert(
      fc.property(tokenUse, fc.tuple(five, five, five, five), currency, (use, groups, code) => {
        const of = (group: (typeof groups)[number]): TokenPrices => {
          const [input, cachedInput, cacheWrite, cacheWrite1h, output] = group.map((price) => ({
            ...price,
            currency: code,
          }));
          return {
            input: input!,
            cachedInput: cachedInput!,
            cacheWrite: cacheWrite!,
            cacheWrite1h: cacheWrite1h!,
            output: output!,
          };
        };
        const [plain, batch, longer, longerBatch] = groups;
        const price: ModelPrice = {
          model: use.model,
          ...of(plain),
          batch: of(batch),
          above: [{ tokens: use.above ?? 200_000, ...of(longer), batch: of(longerBatch) }],
        };
        const own = groups[(use.above === undefined ? 0 : 2) + (use.batch === true ? 1 : 0)]!;
        const { written = 0, writtenHour = 0 } = use;
        const parts = [use.input - use.cached - written - writtenHour, use.cached, written, writtenHour, use.output];
        const SCALE = 12;
        const exact = own.reduce(
          (sum, { amount: { digits, scale } }, k) => sum + digits * 10n ** BigInt(SCALE - scale) * BigInt(parts[k]!),
          0n,
        );
        const cost = tokenCost(price, use)!;
        expect(cost.amount).toEqual(roundedMoney({ digits: exact, scale: SCALE + 6 }, code));
        // To fifteen decimals, which is what a decimal of the files holds.
        const kept = roundDecimal({ digits: exact, scale: SCALE + 6 }, 15);
        expect(compareDecimals(exactAmount(cost), kept)).toBe(0);
      }),
    );
  });

  it("cost no more where some come from a cheaper cache", () => {
    fc.assert(
      fc.property(
        tokenUse,
        unitPrice,
        fc.integer({ min: 0, max: 100 }),
        ({ model, input: all, cached, output }, input, percent) => {
          const use = { model, input: all, cached, output };
          const cachedInput = {
            ...input,
            amount: { digits: (input.amount.digits * BigInt(percent)) / 100n, scale: input.amount.scale },
          };
          const price: ModelPrice = { model, input, cachedInput, output: input };
          const [cheaper, full] = [tokenCost(price, use)!, tokenCost(price, { ...use, cached: 0 })!];
          expect(compareDecimals(exactAmount(cheaper), exactAmount(full))).toBeLessThanOrEqual(0);
        },
      ),
    );
  });
});

/** What a total depends on, and on what it does not. */
function figures({ total, byCategory, byBasis, replaced }: SpendStanding) {
  return {
    total,
    byCategory: byCategory.map(({ category, spent }) => [category, spent]),
    byBasis: byBasis.map(({ basis, spent }) => [basis, spent]),
    replaced: replaced.takers.size,
  };
}

const standingOf = (entries: readonly Entry[]) =>
  spendStanding(entries, SOUND.charter!.spendCap, SOUND.costs, undefined, undefined);

const line: fc.Arbitrary<SpendLine> = fc.record({
  amount: fc.constantFrom("EUR", "USD").chain((code) => amountIn(code, 10n ** 9n)),
  category: fc.constantFrom(...SPEND_CATEGORIES),
  basis: fc.constantFrom(...SPEND_BASES),
});

/** Lines of tokens with up to nine digits after the point, of which a currency shows two. */
const fineLine: fc.Arbitrary<SpendLine> = fc
  .record({
    exact: fc.bigInt({ min: 0n, max: 10n ** 11n }).map((digits): Decimal => ({ digits, scale: 9 })),
    category: fc.constantFrom(...SPEND_CATEGORIES),
    basis: fc.constantFrom(...SPEND_BASES),
  })
  .map(({ exact, ...of }) => ({ ...of, exact, amount: roundedMoney(exact, "EUR") }));

const log = fc
  .array(fc.array(line, { maxLength: 3 }), { maxLength: 12 })
  .map((all) =>
    all.map((spend, k) => entryOf(`2026-11-25 ${String(8 + k).padStart(2, "0")}:00`, { id: `e${k}`, spend })),
  );
/** Each entry may name earlier ones; each entry is named at most once, for of two bills the first is the one that replaces. */
const billedLog = fc.tuple(log, fc.array(fc.nat(11), { maxLength: 12 })).map(([entries, by]) => {
  return entries.map((one, k): Entry => {
    const ids = by.flatMap((taker, of) => (taker === k && of < k ? [`e${of}`] : []));
    const [first, ...rest] = one.spend;
    return ids.length === 0 || first === undefined ? one : { ...one, spend: [{ ...first, replaces: ids }, ...rest] };
  });
});

describe("the total", () => {
  it("is the exact sum of the lines that count, and of its parts", () => {
    fc.assert(
      fc.property(billedLog, (entries) => {
        const { total, items, byBasis, byCategory, replaced } = standingOf(entries);
        const sum = (amounts: readonly Money[]) => sumMoney(amounts, "EUR");
        expect(sum(items.map(({ converted }) => converted!))).toEqual(total);
        expect(sum(byBasis.map(({ spent }) => spent))).toEqual(total);
        expect(sum(byCategory.map(({ spent }) => spent))).toEqual(total);
        expect(sum(byCategory.flatMap((row) => row.byBasis.map(({ spent }) => spent)))).toEqual(total);
        expect(items.length + replaced.takers.size).toBe(entries.reduce((count, { spend }) => count + spend.length, 0));
      }),
    );
  });

  it("is the rounded exact sum, and that of its parts, where lines have more digits than is shown", () => {
    const fine = fc.array(fc.oneof(fineLine, line), { maxLength: 12 });
    fc.assert(
      fc.property(fine, (lines) => {
        const entries = lines.map((one, k) => entryOf("2026-11-25", { id: `f${k}`, spend: [one] }));
        const { total, exact, items, byBasis, byCategory } = standingOf(entries);
        const all = items.map((item) => item.exact!).reduce(addDecimals, decimal(0));
        expect(compareDecimals(exact, all)).toBe(0);
        expect(total).toEqual(roundedMoney(all, "EUR"));
        const sum = (amounts: readonly Money[]) => sumMoney(amounts, "EUR");
        expect(sum(byBasis.map(({ spent }) => spent))).toEqual(total);
        expect(sum(byCategory.map(({ spent }) => spent))).toEqual(total);
        for (const row of byCategory) {
          expect(sum(row.byBasis.map(({ spent }) => spent))).toEqual(row.spent);
          const own = items.filter((item) => item.category === row.category).map((item) => item.exact!);
          const off = roundedMoney(own.reduce(addDecimals, decimal(0)), "EUR").minor - row.spent.minor;
          expect(off >= -1n && off <= 1n).toBe(true);
        }
      }),
    );
  });

  it("of a thousand runs for a thousandth of a cent is a cent, in issue 10, item 25", () => {
    const exact: Decimal = { digits: 1n, scale: 5 };
    const run: SpendLine = { amount: roundedMoney(exact, "EUR"), exact, category: "tokens", basis: "metered" };
    expect(moneyText(run.amount)).toBe("0.00 EUR");
    const runs = (count: number) =>
      Array.from({ length: count }, (_, k) => entryOf("2026-11-25", { id: `r${k}`, spend: [run] }));
    expect(moneyText(standingOf(runs(1000)).total)).toBe("0.01 EUR");
    expect(standingOf(runs(10)).exact).toEqual({ digits: 10n, scale: 5 });
    const each: SpendLine = { ...run, exact: { digits: 1n, scale: 3 } };
    const ten = Array.from({ length: 10 }, (_, k) => entryOf("2026-11-25", { id: `t${k}`, spend: [each] }));
    expect(moneyText(standingOf(ten).total)).toBe("0.01 EUR");
  });

  it("does not depend on the order of the entries", () => {
    const shuffled = billedLog.chain((entries) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray([...entries], { minLength: entries.length })),
    );
    fc.assert(
      fc.property(
        shuffled,
        ([entries, others]) => void expect(figures(standingOf(others))).toEqual(figures(standingOf(entries))),
      ),
    );
  });

  it("changes by the bill and by what it replaced, and by nothing else", () => {
    fc.assert(
      fc.property(
        log,
        amountIn("EUR", 10n ** 9n),
        fc.constantFrom(...SPEND_CATEGORIES),
        (entries, amountOfBill, category) => {
          const before = standingOf(entries);
          const bill = entryOf("2026-11-26", {
            id: "bill",
            spend: [{ amount: amountOfBill, category, replaces: entries.map(({ id }) => id) }],
          });
          const after = standingOf([...entries, bill]);
          const weaker = before.items.filter((item) => item.category === category && item.basis !== "billed");
          const replaced = sumMoney(
            weaker.map(({ converted }) => converted!),
            "EUR",
          );
          expect(after.total.minor).toBe(before.total.minor + amountOfBill.minor - replaced.minor);
        },
      ),
    );
  });
});

describe("ten thousand lines", () => {
  const CENTS = 10n;
  /** `size` estimates of ten cents, a tenth of them replaced by bills; counts how often a line is looked at. */
  const worked = (size: number) => {
    let looks = 0;
    const counted = (written: SpendLine): SpendLine =>
      new Proxy(written, { get: (target, key) => (looks++, Reflect.get(target, key) as unknown) });
    const base = entryOf("2026-11-25");
    const entries = Array.from({ length: size }, (_, k): Entry => {
      const replaces = k % 10 === 9 ? { replaces: [`e${k - 1}`] } : { basis: "estimated" as const };
      return {
        ...base,
        id: `e${k}`,
        spend: [counted({ amount: { minor: CENTS, currency: "EUR" }, category: "tokens", ...replaces })],
      };
    });
    const { total, items, replaced } = standingOf(entries);
    return { looks, total, lines: items.length, voids: replaced.voids.length };
  };

  it("are summed to the cent", () => {
    expect(worked(10_000)).toMatchObject({ total: { minor: 9_000n * CENTS, currency: "EUR" }, lines: 9_000, voids: 0 });
  });

  it("take ten times the work of a thousand, and not a hundred times", () => {
    expect(worked(10_000).looks / worked(1000).looks).toBeLessThan(10.5);
  });
});
