import { parseDate } from "../../domain/scalars/calendar.ts";
import { addDecimals, compareDecimals, decimal, subtractDecimals, type Decimal } from "../../domain/scalars/decimal.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { readDoubleDecimal } from "../exact-decimal.ts";
import type { Format } from "../format.ts";
import { ImportFault } from "../import-problem.ts";
import { JsonMap } from "../json/json-value.ts";
import { readJson } from "../json/read-json.ts";
import { MoneyCollector } from "../money-collector.ts";

/** Reports that are not by day. */
const OTHER_REPORTS = ["weekly", "monthly", "sessions", "session", "blocks"];

/**
 * What coding agents used, by day, as ccusage 15 to 20 counts it on one machine: `ccusage daily --json`. The amounts
 * are list prices of the tokens and no bill; under a flat plan nothing of it is cash.
 */
export const ccusage: Format = {
  name: "ccusage",
  title: "ccusage",
  detect: ({ text }) =>
    /"(?:daily|weekly|monthly|sessions?|blocks|projects)"\s*:/.test(text) &&
    /"(?:totalCost|costUSD|totalTokens|inputTokens)"\s*:|"(?:daily|blocks)"\s*:\s*\[\s*\]/.test(text)
      ? 0.9
      : 0,
  read(file) {
    const root = readJson(file.whole());
    if (!(root instanceof JsonMap)) throw new ImportFault("found a list, expected the object of ccusage");
    const report = new Report();
    const other = OTHER_REPORTS.find((name) => root.at(name) !== undefined);
    if (root.at("daily") === undefined && root.at("projects") === undefined)
      throw new ImportFault(
        other === undefined ? "it has no days" : `it is the report "${other}", but amounts are booked by day`,
        { hint: "write it by day: npx ccusage daily --json > usage.json" },
      );
    for (const day of root.maps("daily")) report.add(day, day.text("project") ?? "");
    for (const [project, list] of root.map("projects")?.fields ?? [])
      for (const day of new JsonMap(new Map([["days", list]]), 1).maps("days")) report.add(day, project);
    return report.read();
  },
};

class Report {
  readonly #money = new MoneyCollector();
  readonly #unpriced = new Set<string>();
  #days = 0;

  add(day: JsonMap, project: string): void {
    this.#days++;
    const total = costOf(day, "totalCost", "costUSD");
    if (total === undefined)
      return this.#money.problem(day.line, "found a day without a cost", "write it without --no-cost");
    if (total.digits < 0n) return this.#money.problem(day.line, "found a negative cost");
    if (isNegative(day)) return this.#money.problem(day.line, "found a negative number of tokens");
    const agent = day.text("agent") ?? "";
    let known = decimal(0);
    const breakdowns = day.maps("modelBreakdowns");
    for (const one of breakdowns) {
      const cost = costOf(one, "cost", "costUSD");
      const model = one.text("modelName");
      if (isNegative(one)) {
        this.#money.problem(one.line, "found a negative number of tokens");
        continue;
      }
      known = addDecimals(known, cost ?? decimal(0));
      if (model !== undefined && cost?.digits === 0n && tokensOf(one) > 0) this.#unpriced.add(model);
      this.#book(day, { project, agent, model, amount: cost, line: one.line });
    }
    const rest = subtractDecimals(total, known);
    if (compareDecimals(rest, { digits: -1n, scale: 6 }) < 0)
      return this.#money.problem(day.line, "found models that cost more than their day");
    const model = breakdowns.length === 0 ? soleModel(day) : undefined;
    // The part that no model is named for. Sums of doubles differ in their last digits, and that is not an amount.
    if (compareDecimals(rest, { digits: 1n, scale: 9 }) > 0 || breakdowns.length === 0)
      this.#book(day, { project, agent, model, amount: rest, line: day.line });
  }

  read() {
    if (this.#days === 0) throw new ImportFault("no usage is in it", { hint: "it may be for another time or folder" });
    const unpriced = [...this.#unpriced].sort();
    return this.#money.read({
      vendor: "ccusage",
      own: true,
      basis: "estimated",
      notes: [
        ...(unpriced.length === 0
          ? []
          : [
              `${unpriced.slice(0, 6).join(", ")} had no price: ` +
                `the tokens of ${countLabel(unpriced.length, "model")} are not in the sum`,
            ]),
        "these are list prices, not a bill: probably 10 to 50% too low for cache writes, and no cost under a flat plan",
        "the count of your machine, by its days",
      ],
      leftOut: ["sessions", "paths"],
    });
  }

  #book(day: JsonMap, { project, agent, model, amount, line }: Booked): void {
    const date = parseDate(day.text("date") ?? day.text("period") ?? "");
    this.#money.add({
      line,
      day: date.ok && date.value >= "2015" ? date.value : undefined,
      amount: amount !== undefined && amount.digits < 0n ? undefined : amount,
      written: amount === undefined ? "no cost" : "a negative cost",
      currency: "USD",
      model,
      what: agent === "" || agent === "all" ? undefined : agent,
      labels: { project, path: project, agent, model: model ?? "" },
      key: [agent, project, model ?? ""].join("\n"),
    });
  }
}

interface Booked {
  readonly project: string;
  readonly agent: string;
  readonly model: string | undefined;
  readonly amount: Decimal | undefined;
  readonly line: number;
}

/** The model of a day that names its models and not what each of them cost: version 19 of all agents, and codex. */
function soleModel(day: JsonMap): string | undefined {
  const named = [...(day.map("models")?.fields.keys() ?? []), ...day.list("modelsUsed")];
  const [only, ...others] = named.filter((model) => typeof model === "string");
  return others.length === 0 ? only : undefined;
}

const TOKEN_FIELDS = ["inputTokens", "outputTokens", "cacheCreationTokens", "cacheReadTokens"];

function isNegative(map: JsonMap): boolean {
  return TOKEN_FIELDS.some((name) => (map.number(name) ?? 0) < 0);
}

function tokensOf(map: JsonMap): number {
  return TOKEN_FIELDS.reduce((sum, name) => sum + (map.number(name) ?? 0), 0);
}

function costOf(map: JsonMap, ...names: readonly string[]): Decimal | undefined {
  const written = names.map((name) => map.digits(name)).find((digits) => digits !== undefined);
  return written === undefined ? undefined : readDoubleDecimal(written);
}
