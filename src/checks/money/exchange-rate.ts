import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { keyAt, valueAt, type Place } from "../../diagnostics/place.ts";
import { dateLabel, type CivilDate } from "../../domain/scalars/calendar.ts";
import type { ExchangeRate } from "../../domain/records/costs.ts";
import { compareDecimals, shortDecimalText } from "../../domain/scalars/decimal.ts";
import type { Money } from "../../domain/scalars/money.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { otherWorth } from "../../domain/spend/currency-worth.ts";
import { inCurrency } from "../../domain/spend/spend.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { Check } from "../check.ts";
import { couldBeRead } from "../could-be-read.ts";
import { countLabel, listLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import type { SpendItem } from "../../domain/spend/spend-item.ts";
import { VALUE_INPUTS, estimateOf, isMoney } from "../../domain/records/value-inputs.ts";
import type { ValueStanding } from "../../domain/business-case/business-case.ts";

const RATES: Place = valueAt(DEFINITION_FILES.costs, "exchange");

/**
 * Two currencies without a rate have no sum, and nothing is guessed. One diagnostic for each currency and kind of line.
 */
export const exchangeRate: Check = {
  name: "exchange-rate",
  codes: ["exchange-rate-missing", "exchange-rate-unsourced", "exchange-rate-later", "exchange-rate-implausible"],
  run(standing) {
    const { spend, definitions } = standing;
    const { exchange, planned: lines } = definitions.costs;
    const dated = [
      ...exchange.flatMap((rate) => [...unsourced(rate, standing), ...later(rate, standing)]),
      ...implausible(standing),
    ];
    if (!couldBeRead(standing, RATES)) return dated;
    const spent = spend.unconverted.map((item) => ({
      amount: item.amount,
      place: valueAt(item.entry.file, "spend", item.index, "amount"),
    }));
    const planned = lines
      .map((line, index) => ({
        amount: line.amount,
        place: valueAt(DEFINITION_FILES.costs, "planned", index, "amount"),
      }))
      .filter(({ amount }) => inCurrency(amount, spend.currency, definitions.costs) === undefined);
    const hourly = [...definitions.costs.hourlyRates]
      .map(([name, amount]) => ({ amount, place: valueAt(DEFINITION_FILES.costs, "hourly_rates", name) }))
      .filter(({ amount }) => inCurrency(amount, spend.currency, definitions.costs) === undefined);
    return [
      ...byCurrency(spent, "spent", spend.currency),
      ...byCurrency(planned, "planned", spend.currency),
      ...byCurrency(hourly, "an hour", spend.currency),
      ...unconvertedValue(standing),
      ...dated,
    ];
  },
};

function byCurrency(
  lines: readonly { readonly amount: Money; readonly place: Place }[],
  what: string,
  into: string,
): readonly Diagnostic[] {
  const currencies = [...new Set(lines.map(({ amount }) => amount.currency))];
  return currencies.map((currency) => {
    const own = lines.filter(({ amount }) => amount.currency === currency);
    const [first] = own;
    const more = own.length === 1 ? "" : `, and ${countLabel(own.length - 1, "more line")} in ${currency}`;
    return {
      code: "exchange-rate-missing",
      message: `${moneyLabel(first!.amount)} ${what}${more} without a rate, expected one to convert it into ${into}`,
      place: first!.place,
      related: [{ place: RATES, label: `no rate for ${currency} here` }],
      hint: rateHint(currency, into),
    };
  });
}

/** A rate without a day and a source cannot be looked up by a reader who doubts the total. */
function unsourced({ currency, rate, date, source }: ExchangeRate, standing: Standing): readonly Diagnostic[] {
  const place = valueAt(DEFINITION_FILES.costs, "exchange", currency);
  if ((date !== undefined && source !== undefined) || !couldBeRead(standing, place)) return [];
  const missing = [...(date === undefined ? ["date"] : []), ...(source === undefined ? ["source"] : [])];
  return [
    {
      code: "exchange-rate-unsourced",
      message:
        `the rate of ${currency} has no ${listLabel(missing)}, expected the day it was taken and where it was taken ` +
        `from`,
      place: keyAt(DEFINITION_FILES.costs, "exchange", currency),
      hint:
        `write ${currency}: { rate: ${shortDecimalText(rate)}, date: ${date ?? "2026-11-20"}, source: ` +
        `${source ?? "ECB"} }, with the real day and source`,
    },
  ];
}

/** Rates that no money is worth: those of costs.yaml, and of lines that state another one, each once. */
function implausible({ spend: { currency: into, items }, definitions: { costs } }: Standing): readonly Diagnostic[] {
  const listed = costs.exchange.map(({ currency, rate }) => ({
    currency,
    rate,
    place: valueAt(DEFINITION_FILES.costs, "exchange", currency),
  }));
  const own = items.flatMap(({ entry, index, amount: { currency } }) => {
    const rate = entry.spend[index]?.rate;
    return rate === undefined ? [] : [{ currency, rate, place: valueAt(entry.file, "spend", index, "rate") }];
  });
  const told = new Set<string>();
  return [...listed, ...own].flatMap(({ currency, rate, place }) => {
    const about = otherWorth(currency, into, rate);
    const text = `${currency} ${shortDecimalText(rate)}`;
    if (about === undefined || told.has(text)) return [];
    told.add(text);
    return [
      {
        code: "exchange-rate-implausible" as const,
        message:
          `one ${currency} is ${shortDecimalText(rate)} ${into} by this rate, expected about ` +
          `${Number(about.toPrecision(2))} ${into}`,
        place,
        hint: `correct the rate: it is what one ${currency} is in ${into}`,
      },
    ];
  });
}

/** A rate that was taken after the money had gone is not the one at which it went. */
function later({ currency, rate, date }: ExchangeRate, standing: Standing): readonly Diagnostic[] {
  if (date === undefined) return [];
  const own = standing.spend.items.filter(
    (item) => item.amount.currency === currency && item.entry.date < date && isConvertedBy(item, rate),
  );
  const [first] = own;
  return first === undefined ? [] : [laterRate(first, own.length - 1, date)];
}

/** A line keeps the rate it was logged at: where that is the one of the list, it was taken from there. */
function isConvertedBy({ entry, index }: SpendItem, rate: ExchangeRate["rate"]): boolean {
  const kept = entry.spend[index]?.rate;
  return kept === undefined || compareDecimals(kept, rate) === 0;
}

function laterRate({ entry, index, amount }: SpendItem, others: number, date: CivilDate): Diagnostic {
  const more = others === 0 ? "" : `, and ${countLabel(others, "more line")} in ${amount.currency}`;
  const kept = entry.spend[index]?.rate;
  return {
    code: "exchange-rate-later",
    message:
      `${moneyLabel(amount)} of ${dateLabel(entry.date)}${more} at a rate of ${dateLabel(date)}, expected one of the ` +
      `day or before it`,
    place: valueAt(entry.file, "spend", index, "amount"),
    related: [
      { place: valueAt(DEFINITION_FILES.costs, "exchange", amount.currency, "date"), label: "the rate was taken here" },
    ],
    hint:
      `${kept === undefined ? "add rate: … to the line" : `correct rate: ${shortDecimalText(kept)} in the line`}, as ` +
      `it was on that day; or correct the date of ${amount.currency} in costs.yaml`,
  };
}

const FILE = DEFINITION_FILES.value;

/** Amounts of the business case in a currency without a rate: for the check of exchange rates. */
function unconvertedValue({ value, definitions }: Standing): readonly Diagnostic[] {
  const inputs = VALUE_INPUTS.flatMap((spec) => {
    const figure = estimateOf(definitions.value, spec)?.likely;
    const stray = value.inputs.some((input) => input.name === spec.name && input.unconverted);
    return figure !== undefined && isMoney(figure) && stray ? [withoutRate(figure, value, spec.name)] : [];
  });
  const threshold =
    value.missing.includes("thresholds.impact") && value.impactThreshold !== undefined
      ? [withoutRate(value.impactThreshold, value, "thresholds", "impact")]
      : [];
  return [...inputs, ...threshold];
}

function withoutRate(amount: Money, value: ValueStanding, ...path: readonly string[]): Diagnostic {
  return {
    code: "exchange-rate-missing",
    message:
      `${path.at(-1)} is ${moneyLabel(amount)} and there is no rate for ${amount.currency}, expected one to ` +
      `calculate the case in ${value.currency}`,
    place: valueAt(FILE, ...path),
    hint: rateHint(amount.currency, value.currency),
  };
}

/** Day and source belong to it: without them the rate would be reported next. */
function rateHint(foreign: string, into: string): string {
  return (
    `add ${foreign}: { rate: …, date: …, source: … } under exchange: in costs.yaml; the rate is what one ${foreign} ` +
    `is in ${into}`
  );
}
