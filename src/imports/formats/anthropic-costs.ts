import { parseDate, type CivilDate } from "../../domain/scalars/calendar.ts";
import { currencyExponent } from "../../domain/scalars/currency.ts";
import type { Decimal } from "../../domain/scalars/decimal.ts";
import { csvTable } from "../csv/csv-table.ts";
import { readExactDecimal } from "../exact-decimal.ts";
import type { Format, ImportFile } from "../format.ts";
import { ImportFault } from "../import-problem.ts";
import { JsonMap, JsonNumber } from "../json/json-value.ts";
import { readJson } from "../json/read-json.ts";
import { MoneyCollector } from "../money-collector.ts";
import { isJson } from "../text/first-character.ts";

/**
 * The costs of Anthropic. Its API gives them in the lowest unit of the currency, as a text: "123.45" is 1.23 USD. The
 * table of its console gives dollars, in a column that says so. The two differ by a hundred and are told apart by that.
 */
export const anthropicCosts: Format = {
  name: "anthropic-costs",
  title: "Anthropic costs",
  detect({ text }) {
    if (/"starting_at"\s*:/.test(text) && /"cost_type"\s*:|"amount"\s*:\s*"/.test(text)) return 0.95;
    const [heading = ""] = text.split("\n", 1);
    return heading.includes("usage_date_utc") && heading.includes("token_type") ? 0.95 : 0;
  },
  read(file) {
    const money = new MoneyCollector();
    if (isJson(file)) readReport(file, money);
    else readConsole(file, money);
    return money.read({
      vendor: "Anthropic",
      basis: "billed",
      notes: ["today's figures are not complete: import the day again when it is over"],
      leftOut: ["keys"],
    });
  },
};

const KEY_FIELDS = [
  "workspace_id",
  "token_type",
  "context_window",
  "service_tier",
  "inference_geo",
  "speed",
  "cost_type",
];

function readReport(file: ImportFile, money: MoneyCollector): void {
  const root = readJson(file.whole());
  if (!(root instanceof JsonMap)) throw new ImportFault("found a list, expected a page of the cost report");
  if (root.flag("has_more") === true)
    throw new ImportFault("it is one page of several (has_more), so sums would be too small", {
      hint: "fetch the rest with page=next_page, and put all buckets into one data list",
    });
  for (const bucket of root.maps("data")) {
    const day = dayOf(bucket.text("starting_at")?.slice(0, 10));
    money.covers(day);
    for (const row of bucket.maps("results")) {
      const written = row.at("amount");
      if (written instanceof JsonNumber) {
        money.problem(
          row.line,
          `found the amount ${written.text} as a number, but the API writes a text in cents`,
          "a script may have turned it into dollars: import the answer of the API itself",
        );
        continue;
      }
      const currency = (row.text("currency") ?? "").toUpperCase();
      const model = row.text("model");
      money.add({
        line: row.line,
        day,
        amount: fromMinor(row.text("amount") ?? "", currency),
        written: row.text("amount") ?? "",
        currency,
        model,
        what: model === undefined ? (row.text("description") ?? row.text("cost_type")) : undefined,
        labels: { workspace: row.text("workspace_id") ?? "", model: model ?? "" },
        key: [model ?? "", row.text("description") ?? "", ...KEY_FIELDS.map((name) => row.text(name) ?? "")].join("\n"),
      });
    }
  }
}

/** Cents as dollars; yen stay yen. */
function fromMinor(text: string, currency: string): Decimal | undefined {
  const minor = readExactDecimal(text);
  const exponent = currencyExponent(currency);
  return minor === undefined || exponent === undefined
    ? minor
    : { digits: minor.digits, scale: minor.scale + exponent };
}

function readConsole(file: ImportFile, money: MoneyCollector): void {
  const { columns, rows } = csvTable(file.text());
  if (!columns.includes("cost_usd"))
    throw new ImportFault("it has no column cost_usd, so it is unclear whether amounts are dollars or cents", {
      hint: "export the costs of the console, not the tokens",
    });
  for (const row of rows) {
    const model = row.cell("model") || undefined;
    const written = row.cell("cost_usd") ?? "";
    money.add({
      line: row.line,
      day: dayOf(row.cell("usage_date_utc")?.slice(0, 10)),
      amount: readExactDecimal(written),
      written,
      currency: "USD",
      model,
      what: model === undefined ? row.cell("cost_type") : undefined,
      labels: { workspace: row.cell("workspace") ?? "", model: model ?? "" },
    });
  }
}

function dayOf(text: string | undefined): CivilDate | undefined {
  const day = text === undefined ? undefined : parseDate(text);
  return day?.ok === true && day.value >= "2015" ? day.value : undefined;
}
