import { expect, test } from "vitest";
import { faultsOf, moneyRows, moneyTotal, readMoney } from "../read-sample.ts";

/** Columns of version 1.0 as the official sample has them, `Id` among them, which is none of FOCUS. */
const COLUMNS = [
  ..."BilledCost BillingAccountId BillingCurrency BillingPeriodEnd BillingPeriodStart ChargeCategory".split(" "),
  ..."ChargeClass ChargeDescription ChargePeriodEnd ChargePeriodStart EffectiveCost ListCost".split(" "),
  ..."PricingQuantity PricingUnit ProviderName PublisherName ServiceCategory Id ServiceName SkuMeter".split(" "),
  ..."SubAccountId SubAccountName Tags".split(" "),
];

type Cells = Readonly<Record<string, string>>;

const USAGE: Cells = {
  BilledCost: "0.00000080000",
  BillingAccountId: "1234567890123",
  BillingCurrency: "USD",
  BillingPeriodStart: "2026-11-01 00:00:00",
  BillingPeriodEnd: "2026-12-01 00:00:00",
  ChargeCategory: "Usage",
  ChargePeriodStart: "2026-11-24 22:00:00",
  ChargePeriodEnd: "2026-11-24 23:00:00",
  EffectiveCost: "0.00000070000",
  ListCost: "0.00000080000",
  PricingQuantity: "2.00",
  PricingUnit: "Requests",
  ProviderName: "AWS",
  PublisherName: "Amazon Web Services, Inc.",
  ServiceCategory: "Integration",
  ServiceName: "Amazon Simple Queue Service",
  SubAccountId: "51738928782",
};

function table(rows: readonly Cells[], columns: readonly string[] = COLUMNS): string {
  const quoted = (text: string) => (text === "NULL" ? text : `"${text.replaceAll('"', '""')}"`);
  const lines = rows.map((row) => columns.map((column) => quoted({ ...USAGE, ...row }[column] ?? "NULL")).join(","));
  return [columns.map(quoted).join(","), ...lines, ""].join("\n");
}

const read = (rows: readonly Cells[], columns?: readonly string[], cost?: "billed" | "effective") =>
  readMoney("focus.csv", table(rows, columns), { cost });

test("NULL is nothing, a day without a zone is of UTC, every digit counts", () => {
  const { format, read: money, problems } = read([{}, { BilledCost: "0.00001605990" }]);
  expect(problems).toEqual([]);
  expect(format).toBe("focus");
  expect(money.basis).toBe("billed");
  expect(moneyTotal(money)).toBe("0.0000168599");
  expect(money.rows).toMatchObject([
    { day: "2026-11-24", count: 2, category: "infrastructure", slice: "AWS 1234567890123" },
  ]);
});

test("a period is half open: what ends at midnight is of the day before", () => {
  const last = { ChargePeriodStart: "2026-11-24T23:00:00Z", ChargePeriodEnd: "2026-11-25T00:00:00Z" };
  expect(read([last]).read.rows[0]?.day).toBe("2026-11-24");
  expect(read([{ ...last, ChargePeriodStart: "2026-11-25T00:30:00+01:00" }]).read.rows[0]?.day).toBe("2026-11-24");
});

test("what is paid ahead and what is used of it are two columns, and one of them is taken", () => {
  const rows = [
    { ChargeCategory: "Purchase", BilledCost: "1121.84", EffectiveCost: "0", ChargePeriodEnd: "2027-11-24 22:00:00" },
    { BilledCost: "0", EffectiveCost: "0.128" },
  ];
  expect(moneyTotal(read(rows).read)).toBe("1121.84");
  expect(moneyTotal(read(rows, undefined, "effective").read)).toBe("0.128");
  expect(read(rows).read.notes.join()).toContain("1 of its rows cover more than a day");
  expect(read(rows.slice(1)).read.notes.join()).toContain("--cost effective");
});

test("credits, taxes, adjustments and corrections keep their sign and are lines of their own", () => {
  const { read: money } = read([
    { BilledCost: "10" },
    { BilledCost: "-2.6137", ChargeCategory: "Credit" },
    { BilledCost: "1.4", ChargeCategory: "Tax", ServiceName: "NULL" },
    { BilledCost: "-0.5", ChargeCategory: "Adjustment" },
    { BilledCost: "-1", ChargeClass: "Correction" },
  ]);
  expect(moneyRows(money).map(([, ...row]) => row)).toEqual([
    ["10", "Amazon Simple Queue Service"],
    ["-2.6137", "credit, Amazon Simple Queue Service"],
    ["1.4", "tax"],
    ["-0.5", "adjustment, Amazon Simple Queue Service"],
    ["-1", "Amazon Simple Queue Service, correction"],
  ]);
  expect(money.rows[2]?.category).toBe("other");
});

test.each([
  ["a meter of tokens", { SkuMeter: "USE1-Claude-Sonnet-4.5-input-tokens" }, "Claude-Sonnet-4.5"],
  ["a service", { ServiceName: "Claude Sonnet 4 (Amazon Bedrock Edition)" }, "Claude Sonnet 4"],
  ["a meter of Azure", { SkuMeter: "gpt-4o-mini-0718-Inp-glbl Tokens" }, "gpt-4o-mini"],
  ["no model", { ServiceName: "Amazon SageMaker" }, undefined],
])("the model of %s", (_, cells, model) => {
  const { read: money } = read([{ ServiceCategory: "AI and Machine Learning", ...cells }]);
  expect(money.rows).toMatchObject([{ model, category: "tokens" }]);
});

test("a column of a vendor that names the model is taken at its word", () => {
  const row = { x_Model: "claude-opus-5", x_ConsumedTokens: "1200", PricingQuantity: "NULL" };
  expect(read([row], [...COLUMNS, "x_Model", "x_ConsumedTokens"]).read.rows).toMatchObject([
    { model: "claude-opus-5", category: "tokens" },
  ]);
});

test("version 1.3 calls the provider ServiceProviderName", () => {
  const columns = COLUMNS.map((name) => (name === "ProviderName" ? "ServiceProviderName" : name));
  expect(read([{ ServiceProviderName: "Microsoft" }], columns).read.rows[0]?.slice).toBe("Microsoft 1234567890123");
});

test.each([
  ["JSON", '{"project": "poc", "env": "dev"}', ["project=poc", "env=dev"]],
  ["single quotes", "{'project': 'poc'}", ["project=poc"]],
  ["without braces, as Azure writes it", '"project": "poc","x": "y"', ["project=poc", "x=y"]],
  ["a tag without a value", '{"project": true}', ["project=true"]],
  ["none", "NULL", []],
])("tags in %s are what --only tag=… picks by", (_, tags, expected) => {
  expect(read([{ Tags: tags }]).read.rows[0]?.labels["tag"]).toEqual(expected);
});

test("accounts and providers of one day are apart, identical rows may be two", () => {
  const { read: money } = read([{}, {}, { ProviderName: "Microsoft" }, { BillingAccountId: "2" }]);
  expect(money.rows.map(({ slice, count }) => [slice, count])).toEqual([
    ["AWS 1234567890123", 2],
    ["Microsoft 1234567890123", 1],
    ["AWS 2", 1],
  ]);
});

test.each([
  ["a total row", [{}, { ChargeCategory: "NULL", BilledCost: "99" }], /ChargeCategory/, 3],
  ["an unknown category", [{ ChargeCategory: "Fee" }], /Fee/, 2],
  ["an unknown currency", [{ BillingCurrency: "CREDITS" }], /currency/, 2],
  ["no currency", [{ BillingCurrency: "NULL" }], /currency/, 2],
  ["no amount", [{ BilledCost: "NULL" }], /amount/, 2],
  ["an amount in words", [{ BilledCost: "$1.20" }], /amount/, 2],
  ["a formula", [{ BilledCost: "=1+1" }], /amount/, 2],
  ["1970", [{ ChargePeriodStart: "1970-01-01 00:00:00" }], /no day/, 2],
  ["a date order that two readings accept", [{ ChargePeriodStart: "03/06/2026" }], /no day/, 2],
  ["an end before the start", [{ ChargePeriodEnd: "2026-11-20 00:00:00" }], /period/, 2],
  ["broken tags", [{ Tags: "{project}" }], /Tags/, 2],
  ["a control character", [{ ServiceName: "a\u001bb" }], /control character/, 2],
])("%s is a fault with its line", (_, rows, found, line) => {
  const [first] = faultsOf(() => read(rows));
  expect(first?.message).toMatch(found);
  expect(first?.line).toBe(line);
});

test("a table that lacks a mandatory column is named as FOCUS and refused", () => {
  const columns = COLUMNS.filter((name) => name !== "ChargeCategory");
  const [fault] = faultsOf(() => readMoney("f.csv", table([{}], columns), { from: "focus" }));
  expect(fault?.message).toContain("ChargeCategory");
});
