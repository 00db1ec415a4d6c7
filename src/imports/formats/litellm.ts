import { csvTable } from "../csv/csv-table.ts";
import { readDoubleDecimal } from "../exact-decimal.ts";
import type { Format, ImportFile } from "../format.ts";
import { ImportFault } from "../import-problem.ts";
import { JsonList, JsonMap, JsonNumber, type Json } from "../json/json-value.ts";
import { readJson } from "../json/read-json.ts";
import { momentOf, utcDay } from "../moment.ts";
import { MoneyCollector } from "../money-collector.ts";
import { isJson } from "../text/first-character.ts";
import { textLines } from "../text/text-lines.ts";

/**
 * Spend logs of the LiteLLM gateway, a row for each request: a page of its API, JSON lines, or the table of its
 * database. What it says was spent is its own price list times the tokens, so it is metered and no bill.
 */
export const litellm: Format = {
  name: "litellm",
  title: "LiteLLM spend logs",
  detect({ text }) {
    if (/"request_id"\s*:/.test(text) && /"spend"\s*:/.test(text) && /"startTime"\s*:/.test(text)) return 0.95;
    const [heading = ""] = text.split("\n", 1);
    return ["request_id", "spend", "startTime"].every((name) => heading.includes(name)) ? 0.95 : 0;
  },
  read(file) {
    const requests = new Requests();
    for (const request of isJson(file) ? jsonRequests(file) : tableRequests(file)) requests.add(request);
    return requests.read();
  },
};

/** One request, by the names of its columns. Prompts and answers lie beside them and are never looked at. */
interface Request {
  readonly line: number;
  field(name: string): string | undefined;
}

function* tableRequests(file: ImportFile): Generator<Request> {
  for (const row of csvTable(file.text()).rows) yield { line: row.line, field: (name) => row.cell(name) };
}

function* jsonRequests(file: ImportFile): Generator<Request> {
  const rows = isLines(file) ? lineMaps(file) : pageMaps(file);
  for (const map of rows) yield { line: map.line, field: (name) => fieldText(map.at(name)) };
}

/** Whether the first line is an object of its own. */
function isLines(file: ImportFile): boolean {
  for (const { text } of textLines(file.text())) return /^\s*\{.*\}\s*$/.test(text) && !/"data"\s*:\s*\[/.test(text);
  return false;
}

function* lineMaps(file: ImportFile): Generator<JsonMap> {
  for (const { line, text } of textLines(file.text())) {
    const value = readJson(text, line);
    if (!(value instanceof JsonMap))
      throw new ImportFault("found a line that is not an object, expected a request", { line });
    yield value;
  }
}

function pageMaps(file: ImportFile): readonly JsonMap[] {
  const root = readJson(file.whole());
  const page = root instanceof JsonMap ? root : undefined;
  const pages = page?.number("total_pages") ?? 1;
  if (pages > 1)
    throw new ImportFault(`it is one page of ${pages} (total_pages), so sums would be too small`, {
      line: page?.line,
      hint: "fetch all pages, and write their requests as JSON lines",
    });
  const items = root instanceof JsonList ? root.items : (page?.list("data") ?? []);
  return items.map((item) => {
    if (item instanceof JsonMap) return item;
    throw new ImportFault("found something that is not an object, expected a request");
  });
}

function fieldText(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value;
  if (value instanceof JsonNumber) return value.text;
  if (value instanceof JsonList) return JSON.stringify(value.items.filter((item) => typeof item === "string"));
  return typeof value === "boolean" ? String(value) : undefined;
}

class Requests {
  readonly #money = new MoneyCollector();
  readonly #unpriced = new Map<string, number>();
  #failed = 0;
  #cached = 0;

  add({ line, field }: Request): void {
    const said = (name: string) => field(name)?.trim() || undefined;
    const [id, started, written] = [said("request_id"), said("startTime"), said("spend") ?? ""];
    const model = said("model") ?? said("model_group");
    const amount = readDoubleDecimal(written);
    if (id === undefined || started === undefined)
      return this.#money.problem(line, "found a request without request_id and startTime");
    if (amount !== undefined && amount.digits < 0n)
      return this.#money.problem(line, `found ${written.slice(0, 40)} as spend, expected zero or more`);
    for (const name of ["prompt_tokens", "completion_tokens", "total_tokens"]) {
      const tokens = Number(said(name) ?? 0);
      if (!(tokens >= 0))
        return this.#money.problem(line, `found ${said(name)?.slice(0, 40)} as ${name}, expected zero or more`);
    }
    const cached = /^true$/i.test(said("cache_hit") ?? "");
    const failed = /^failure$/i.test(said("status") ?? "");
    if (cached) this.#cached++;
    if (failed) this.#failed++;
    if (amount?.digits === 0n && !cached && !failed && Number(said("total_tokens") ?? 0) > 0)
      this.#unpriced.set(model ?? "", (this.#unpriced.get(model ?? "") ?? 0) + 1);
    this.#money.add({
      line,
      day: utcDay(momentOf(started)),
      amount,
      written,
      currency: "USD",
      model,
      what: model === undefined ? said("call_type") : undefined,
      labels: {
        model: model ?? "",
        provider: said("custom_llm_provider") ?? "",
        team: said("team_id") ?? "",
        tag: tagsOf(said("request_tags")),
      },
      // Retries and answers from the cache bear the id of the request that they belong to.
      key: [id, model ?? "", started].join("\n"),
    });
  }

  read() {
    const unpriced = [...this.#unpriced].filter(([name]) => name !== "");
    return this.#money.read({
      vendor: "LiteLLM",
      basis: "metered",
      notes: [
        ...unpriced.map(
          ([model, count]) =>
            `${model} has no price in LiteLLM: ` +
            `${count === 1 ? "1 request is" : `${count} requests are`} not in the sum`,
        ),
        ...(this.#cached === 0 ? [] : [`${this.#cached} answered from the cache, at no cost`]),
        ...(this.#failed === 0 ? [] : [`${this.#failed} failed; their cost is counted`]),
        "metered with the gateway's price list; the bill replaces it later",
      ],
      leftOut: ["prompts", "answers", "keys", "users", "e-mail addresses", "IP addresses"],
    });
  }
}

/** A list in a text, as the database and the API write it. */
function tagsOf(text: string | undefined): readonly string[] {
  if (text === undefined || !text.startsWith("[")) return [];
  try {
    const list = readJson(text);
    return list instanceof JsonList ? list.items.filter((item) => typeof item === "string") : [];
  } catch (error) {
    if (error instanceof ImportFault) return [];
    throw error;
  }
}
