import type { SpendCategory } from "../../domain/records/costs.ts";
import { addDecimals, decimal, type Decimal } from "../../domain/scalars/decimal.ts";
import { csvTable, type TableRow } from "../csv/csv-table.ts";
import { readExactDecimal } from "../exact-decimal.ts";
import type { Format, ReadOptions } from "../format.ts";
import type { CostKind } from "../format-names.ts";
import { ImportFault } from "../import-problem.ts";
import { JsonNumber, type Json } from "../json/json-value.ts";
import { readJsonMap } from "../json/read-json.ts";
import { momentOf, utcDay } from "../moment.ts";
import { MoneyCollector } from "../money-collector.ts";

/** Columns of every version without which nothing can be booked. */
const NEEDED = ["ChargePeriodStart", "ChargePeriodEnd", "BilledCost", "BillingCurrency", "ChargeCategory"];

/** The kinds of rows; each has a rule of its own. */
const CATEGORIES = ["Usage", "Purchase", "Tax", "Credit", "Adjustment"];

/**
 * Costs of any cloud in the open table of the FinOps foundation, versions 1.0 to 1.3. A row is charged on the UTC day
 * that its period begins; the end is exclusive. Amounts are those of the invoice, signed as they are: quantity times
 * price is no amount, and is not looked at.
 */
export const focus: Format = {
  name: "focus",
  title: "FOCUS costs",
  detect({ text }) {
    const [heading = ""] = text.split("\n", 1);
    return NEEDED.every((name) => heading.includes(name)) ? 0.95 : 0;
  },
  read(file, options) {
    const { columns, rows } = csvTable(file.text());
    const missing = NEEDED.filter((name) => !columns.includes(name));
    if (missing.length > 0)
      throw new ImportFault(`it has no column ${missing.join(", ")}`, {
        hint: "export all columns that FOCUS makes mandatory",
      });
    const bill = new Bill(options);
    for (const row of rows) bill.add(row);
    return bill.read();
  },
};

class Bill {
  readonly #money = new MoneyCollector();
  readonly #cost: CostKind;
  #long = 0;
  #billed: Decimal = decimal(0);
  #effective: Decimal = decimal(0);

  constructor({ cost = "billed" }: ReadOptions) {
    this.#cost = cost;
  }

  add(row: TableRow): void {
    const { line } = row;
    const start = momentOf(cell(row, "ChargePeriodStart") ?? "");
    const end = momentOf(cell(row, "ChargePeriodEnd") ?? "");
    const category = cell(row, "ChargeCategory");
    if (start !== undefined && (end === undefined || end < start))
      return this.#money.problem(line, "found a charge period that ends before it begins");
    if (category === undefined || !CATEGORIES.includes(category))
      return this.#money.problem(
        line,
        `found "${(category ?? "").slice(0, 40)}" as ChargeCategory, expected ${CATEGORIES.join(", ")}`,
        category === undefined ? "a total row has none: remove it" : undefined,
      );
    const tags = tagsIn(cell(row, "Tags"));
    if (tags === undefined) return this.#money.problem(line, "found Tags that are not a JSON object of texts");
    if (start !== undefined && end !== undefined && end - start > DAY_MS) this.#long++;
    const written = {
      billed: cell(row, "BilledCost") ?? "",
      effective: cell(row, "EffectiveCost") ?? "",
    };
    const amount = readExactDecimal(written[this.#cost]);
    this.#sum(written);
    const service = cell(row, "ServiceName");
    const provider = cell(row, "ProviderName") ?? cell(row, "ServiceProviderName");
    const account = cell(row, "BillingAccountId");
    const model = category === "Usage" ? modelOf(row) : undefined;
    this.#money.add({
      line,
      day: utcDay(start),
      amount,
      written: written[this.#cost],
      currency: cell(row, "BillingCurrency") ?? "",
      model,
      what: model === undefined ? whatFor(category, cell(row, "ChargeClass"), service) : undefined,
      category:
        category === "Tax" ? "other" : model === undefined ? spendCategory(cell(row, "ServiceCategory")) : "tokens",
      slice: [provider, account].filter((one) => one !== undefined).join(" ") || undefined,
      labels: {
        provider: provider ?? "",
        publisher: cell(row, "PublisherName") ?? "",
        service: service ?? "",
        account: [cell(row, "SubAccountId"), cell(row, "SubAccountName")].filter((one) => one !== undefined),
        resource: [cell(row, "ResourceId"), cell(row, "ResourceName")].filter((one) => one !== undefined),
        tag: tags,
        model: model ?? "",
      },
    });
  }

  #sum({ billed, effective }: Readonly<Record<CostKind, string>>): void {
    this.#billed = addDecimals(this.#billed, readExactDecimal(billed) ?? decimal(0));
    this.#effective = addDecimals(this.#effective, readExactDecimal(effective) ?? decimal(0));
  }

  read() {
    const other = this.#cost === "billed" ? this.#effective : this.#billed;
    const mine = this.#cost === "billed" ? this.#billed : this.#effective;
    return this.#money.read({
      vendor: "FOCUS",
      basis: "billed",
      notes: [
        ...(mine.digits === 0n && other.digits !== 0n
          ? [
              this.#cost === "billed"
                ? "nothing was invoiced, because it was prepaid; --cost effective takes the used part of the prepayment"
                : "no row has an effective cost; without --cost the invoiced cost is taken",
            ]
          : []),
        ...(this.#long === 0 ? [] : [`${this.#long} of its rows cover more than a day, and count on their first day`]),
      ],
      leftOut: ["quantities", "unit prices", "resources", "tags"],
    });
  }
}

const DAY_MS = 86_400_000;

/** The official samples write NULL for what is not there. */
function cell(row: TableRow, column: string): string | undefined {
  const text = row.cell(column);
  return text === undefined || text === "" || /^null$/i.test(text) ? undefined : text;
}

const AI = "AI and Machine Learning";

/** The model of a row for tokens: vendors keep it in columns of their own, or in the name of the meter or service. */
function modelOf(row: TableRow): string | undefined {
  const own = cell(row, "x_Model") ?? cell(row, "x_ModelName") ?? cell(row, "x_ModelId");
  if (own !== undefined || cell(row, "ServiceCategory") !== AI) return own;
  for (const column of ["SkuMeter", "ResourceName", "ServiceName", "ChargeDescription"]) {
    const model = modelIn(cell(row, column) ?? "");
    if (model !== undefined) return model;
  }
  return undefined;
}

/** `Amazon Bedrock`; `credit, Amazon Bedrock`; `usage, Amazon Bedrock, correction`. */
function whatFor(category: string, chargeClass: string | undefined, service: string | undefined): string | undefined {
  const parts = [
    category === "Usage" ? undefined : category.toLowerCase(),
    service,
    chargeClass?.toLowerCase() === "correction" ? "correction" : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(", ");
}

function spendCategory(service: string | undefined): SpendCategory {
  if (service === undefined) return "other";
  return service === AI ? "tokens" : "infrastructure";
}

/** Names of models as they stand within names of meters and services. */
const MODELS: readonly RegExp[] = [
  /claude(?:[ -](?:instant|opus|sonnet|haiku|v?\d{1,2}(?:[.-]\d{1,2}(?!\d))?))+(?:-\d{8})?/i,
  /(?:chat)?gpt-\d+(?:\.\d+)?[a-z]?(?:-(?:mini|nano|turbo|pro|codex|max|audio|realtime|oss))*(?:-\d{4}-\d{2}-\d{2})?/i,
  /\bo[134](?:-(?:mini|pro|preview))*\b(?:-\d{4}-\d{2}-\d{2})?/i,
  /text-embedding-[\w-]+/i,
  /gemini[ -]\d+(?:\.\d+)?(?:[ -](?:pro|flash|lite|ultra))*/i,
];

/** `Claude Sonnet 4.5` of `Claude Sonnet 4.5 (Amazon Bedrock Edition)`; undefined where no model is named. */
function modelIn(text: string): string | undefined {
  for (const model of MODELS) {
    const found = model.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Tags of a row as `key=value`. They are a JSON object; Azure leaves its braces out, and some write single quotes.
 * Undefined where they are nothing of this.
 */
function tagsIn(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return [];
  const braced = text.startsWith("{") ? text : `{${text}}`;
  const map = readJsonMap(braced) ?? readJsonMap(braced.replaceAll("'", '"'));
  return map === undefined ? undefined : [...map.fields].map(([key, value]) => `${key}=${tagText(value)}`);
}

/** A tag without a value is true in FOCUS. */
function tagText(value: Json): string {
  if (value instanceof JsonNumber) return value.text;
  return typeof value === "string" || typeof value === "boolean" ? String(value) : "";
}
