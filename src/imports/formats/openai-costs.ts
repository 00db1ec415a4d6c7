import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { csvTable } from "../csv/csv-table.ts";
import { readExactDecimal } from "../exact-decimal.ts";
import type { Format, ImportFile } from "../format.ts";
import { ImportFault } from "../import-problem.ts";
import { JsonMap } from "../json/json-value.ts";
import { readJson } from "../json/read-json.ts";
import { momentOfSeconds, utcDay } from "../moment.ts";
import { MoneyCollector } from "../money-collector.ts";
import { isJson } from "../text/first-character.ts";

const COLUMNS = ["start_time", "amount_value", "amount_currency"];

/** The costs of OpenAI: pages of its costs API, or the table that its dashboard exports. A bill, by UTC days. */
export const openaiCosts: Format = {
  name: "openai-costs",
  title: "OpenAI costs",
  detect({ text }) {
    if (/"organization\.costs\.result"/.test(text)) return 0.95;
    const [heading = ""] = text.split("\n", 1);
    return COLUMNS.every((name) => heading.includes(name)) && heading.includes("line_item") ? 0.95 : 0;
  },
  read(file) {
    const money = new MoneyCollector();
    if (isJson(file)) readPages(file, money);
    else readCsv(file, money);
    return money.read({
      vendor: "OpenAI",
      basis: "billed",
      notes: ["today's figures are not complete: import the day again when it is over"],
      leftOut: ["names", "e-mail addresses", "keys", "users"],
    });
  },
};

function readPages(file: ImportFile, money: MoneyCollector): void {
  const root = readJson(file.whole());
  const pages = root instanceof JsonMap ? [root] : [];
  if (pages.length === 0) throw new ImportFault("found a list, expected a page of the costs API");
  for (const page of pages) {
    if (page.flag("has_more") === true)
      throw new ImportFault("it is one page of several (has_more), so sums would be too small", {
        line: page.line,
        hint: "fetch the rest with page=next_page, and put all buckets into one data list; or ask for limit=180",
      });
    for (const bucket of page.maps("data")) {
      const day = dayOf(bucket.number("start_time"));
      money.covers(day);
      for (const row of bucket.maps("results"))
        addRow(money, row.line, day, {
          amount: row.digits("amount", "value") ?? "",
          currency: row.text("amount", "currency") ?? "",
          item: row.text("line_item") ?? "",
          project: row.text("project_id") ?? "",
          rest: ["api_key_id", "user_id", "api_source"].map((name) => row.text(name) ?? ""),
        });
    }
  }
}

function readCsv(file: ImportFile, money: MoneyCollector): void {
  for (const row of csvTable(file.text()).rows) {
    const day = dayOf(Number(row.cell("start_time") ?? NaN));
    money.covers(day);
    // A day on which nothing was spent is a row without an amount.
    if ((row.cell("amount_value") ?? "") === "") continue;
    addRow(money, row.line, day, {
      amount: row.cell("amount_value") ?? "",
      currency: row.cell("amount_currency") ?? "",
      item: row.cell("line_item") ?? "",
      project: row.cell("project_id") ?? "",
      rest: ["api_key_id", "user_id", "api_source"].map((name) => row.cell(name) ?? ""),
    });
  }
}

interface CostRow {
  readonly amount: string;
  readonly currency: string;
  readonly item: string;
  readonly project: string;
  readonly rest: readonly string[];
}

function addRow(money: MoneyCollector, line: number, day: CivilDate | undefined, row: CostRow): void {
  // `gpt-4.1, input_tokens`: the model comes before the comma.
  const comma = row.item.indexOf(",");
  const model = comma > 0 ? row.item.slice(0, comma).trim() : undefined;
  money.add({
    line,
    day,
    amount: readExactDecimal(row.amount),
    written: row.amount,
    currency: row.currency.toUpperCase(),
    model,
    what: model === undefined && row.item !== "" ? row.item : undefined,
    labels: { project: row.project, model: model ?? "" },
    key: [row.project, row.item, ...row.rest].join("\n"),
  });
}

/** The UTC day of a bucket; undefined if the seconds are invalid, or are milliseconds. */
function dayOf(seconds: number | undefined): CivilDate | undefined {
  return seconds === undefined || Number.isNaN(seconds) ? undefined : utcDay(momentOfSeconds(seconds));
}
