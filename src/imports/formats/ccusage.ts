import { parseDate } from "../../domain/scalars/calendar.ts";
import { addDecimals, compareDecimals, decimal, subtractDecimals, type Decimal } from "../../domain/scalars/decimal.ts";
import { readExactDecimal } from "../exact-decimal.ts";
import type { Format } from "../format.ts";
import { ImportFault } from "../import-problem.ts";
import { JsonMap } from "../json/json-value.ts";
import { readJson } from "../json/read-json.ts";
import { MoneyCollector } from "../money-collector.ts";

/**
 * What coding agents used, by day, as ccusage 15 to 20 counts it: `ccusage daily --json`. The amounts are list prices
 * of the tokens and no bill; under a flat plan nothing of it is cash.
 */
export const ccusage: Format = {
  name: "ccusage",
  title: "ccusage",
  detect: ({ text }) =>
    /"(?:daily|weekly|monthly|sessions?|blocks|projects)"\s*:/.test(text) &&
    /"(?:totalCost|costUSD|totalTokens|inputTokens)"\s*:/.test(text)
      ? 0.9
      : 0,
  read(file) {
    const root = readJson(file.whole());
    if (!(root instanceof JsonMap)) throw new ImportFault("found a list, expected the object of ccusage");
    const money = new MoneyCollector();
    const days = root.maps("daily");
    const projects = [...(root.map("projects")?.fields ?? [])];
    if (days.length === 0 && projects.length === 0)
      throw new ImportFault("it has no days, and amounts are booked by day", {
        hint: "write it by day: npx ccusage daily --json --instances > usage.json",
      });
    for (const day of days) addDay(money, day, day.text("agent") ?? "", day.text("project") ?? "");
    for (const [project, list] of projects)
      for (const day of new JsonMap(new Map([["days", list]]), 1).maps("days")) addDay(money, day, "", project);
    return money.read({
      vendor: "ccusage",
      basis: "estimated",
      notes: [
        "list prices of tokens and no bill: probably 10 to 50% low on cache writes, and no cash under a flat plan",
        "its days are those of the machine that wrote it",
      ],
      leftOut: ["sessions", "paths"],
    });
  },
};

function addDay(money: MoneyCollector, day: JsonMap, agent: string, project: string): void {
  const date = parseDate(day.text("date") ?? day.text("period") ?? "");
  const total = costOf(day, "totalCost", "costUSD");
  if (total === undefined) return money.problem(day.line, "found a day without a cost", "write it without --no-cost");
  const models = day.maps("modelBreakdowns");
  const own = (model: string | undefined, amount: Decimal | undefined, line: number) =>
    money.add({
      line,
      day: date.ok && date.value >= "2015" ? date.value : undefined,
      amount: amount !== undefined && amount.digits < 0n ? undefined : amount,
      written: "a negative cost",
      currency: "USD",
      model,
      what: agent === "" || agent === "all" ? undefined : agent,
      labels: { project, agent, model: model ?? "" },
      key: [agent, project, model ?? ""].join("\n"),
    });
  let known = decimal(0);
  for (const one of models) {
    const cost = costOf(one, "cost", "costUSD");
    known = addDecimals(known, cost ?? decimal(0));
    own(one.text("modelName"), cost, one.line);
  }
  const rest = subtractDecimals(total, known);
  // What no model is named for. Sums of doubles differ in their last digits, and that is no amount.
  if (compareDecimals(rest, { digits: 1n, scale: 9 }) > 0 || models.length === 0) own(undefined, rest, day.line);
}

function costOf(map: JsonMap, ...names: readonly string[]): Decimal | undefined {
  const written = names.map((name) => map.digits(name)).find((digits) => digits !== undefined);
  return written === undefined ? undefined : readExactDecimal(written);
}
