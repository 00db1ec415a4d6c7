import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addDecimals, decimal, shortDecimalText, type Decimal } from "../../src/domain/scalars/decimal.ts";
import { diskWithPoc } from "../support/definitions.ts";
import { POC, run, world } from "../support/run.ts";

/** For every format of money: importing twice is importing once, the order of rows is nothing, and sums are exact. */

interface Spent {
  readonly day: string;
  readonly model: string;
  /** Millionths of a millionth of a dollar. */
  readonly amount: bigint;
  /** What makes it a row of its own. */
  readonly nth: number;
}

const SCALE = 12;
const text = ({ amount }: Spent) => shortDecimalText({ digits: amount, scale: SCALE });
/** As the API of Anthropic writes it. */
const cents = ({ amount }: Spent) => shortDecimalText({ digits: amount, scale: SCALE - 2 });
const next = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const seconds = (day: string) => Date.parse(day) / 1000;

const FORMATS: Readonly<Record<string, { readonly name: string; readonly write: (rows: readonly Spent[]) => string }>> =
  {
    "OpenAI, API": {
      name: "bill.json",
      write: (rows) =>
        `{"data":[${rows
          .map(
            (row) =>
              `{"object":"bucket","start_time":${seconds(row.day)},"results":[{"object":"organization.costs.result",` +
              `"amount":{"value":${text(row)},"currency":"usd"},"line_item":"${row.model}, input",` +
              `"api_key_id":"k${row.nth}"}]}`,
          )
          .join()}],"has_more":false}`,
    },
    "OpenAI, dashboard": {
      name: "bill.csv",
      write: (rows) =>
        [
          "start_time,amount_value,amount_currency,line_item,api_key_id",
          ...rows.map((row) => `${seconds(row.day)},${text(row)},usd,"${row.model}, input",k${row.nth}`),
        ].join("\n"),
    },
    "Anthropic, API": {
      name: "bill.json",
      write: (rows) =>
        `{"data":[${rows
          .map(
            (row) =>
              `{"starting_at":"${row.day}T00:00:00Z","results":[{"amount":"${cents(row)}","currency":"USD",` +
              `"cost_type":"tokens","model":"${row.model}","workspace_id":"w${row.nth}"}]}`,
          )
          .join()}],"has_more":false}`,
    },
    "Anthropic, console": {
      name: "bill.csv",
      write: (rows) =>
        [
          "usage_date_utc,model,token_type,cost_usd",
          ...rows.map((row) => `${row.day},${row.model},output,${text(row)}`),
        ].join("\n"),
    },
    FOCUS: {
      name: "bill.csv",
      write: (rows) =>
        [
          "BilledCost,BillingAccountId,BillingCurrency,ChargeCategory,ChargePeriodEnd,ChargePeriodStart,ServiceCategory,x_Model",
          ...rows.map(
            (row) =>
              `${text(row)},a${row.nth % 2},USD,Usage,${next(row.day)},${row.day},AI and Machine Learning,${row.model}`,
          ),
        ].join("\n"),
    },
    LiteLLM: {
      name: "bill.jsonl",
      write: (rows) =>
        rows
          .map(
            (row) =>
              `{"request_id":"r${row.nth}","startTime":"${row.day}T10:00:00Z","spend":${text(row)},"model":"${row.model}"}`,
          )
          .join("\n"),
    },
    ccusage: {
      name: "bill.json",
      write: (rows) =>
        `{"projects":{${rows
          .map((row) => `"p${row.nth}":[{"date":"${row.day}","totalCost":${text(row)},"models":{"${row.model}":{}}}]`)
          .join()}},"totals":{"totalTokens":1}}`,
    },
  };

const spent = fc
  .array(
    fc.record({
      day: fc.constantFrom("2026-11-23", "2026-11-24", "2026-11-25", "2026-11-30"),
      model: fc.constantFrom("gpt-4.1", "claude-opus-5", "gpt-4.1-mini"),
      // So that no digit is lost in a double: a gateway and ccusage add up in doubles.
      amount: fc.bigInt({ min: 1n, max: 999_999_999_999_999n }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) => rows.map((row, nth): Spent => ({ ...row, nth })));

const NOW = "2026-12-01T10:00:00+01:00";

async function importing(files: ReadonlyMap<string, string>, author: string, now = NOW) {
  const disk = new Map(files);
  const here = world({ disk, now, author });
  const [name] = [...files.keys()].filter((path) => path.includes("/bill.")).map((path) => path.slice(POC.length + 1));
  const { exitCode, stderr } = await run(["import", name!], here);
  expect([exitCode, stderr.includes("error:")]).toEqual([0, false]);
  const { stdout } = await run(["status", "--json"], here);
  const { data } = JSON.parse(stdout) as { data: { spend: { exact_total: string } } };
  return { disk, total: data.spend.exact_total };
}

const ANA = "Ana Ruiz <ana@example.com>";
const logged = (disk: ReadonlyMap<string, string>) => [...disk].filter(([path]) => path.includes("/log/")).sort();

test.each(Object.entries(FORMATS))("%s", async (_, { name, write }) => {
  await fc.assert(
    fc.asyncProperty(spent, fc.func(fc.integer()), async (rows, rank) => {
      const files = diskWithPoc({ "costs.yaml": "exchange: { USD: { rate: 1 } }\n", [name]: write(rows) });
      const once = await importing(files, ANA);
      const sum = rows.reduce<Decimal>(
        (all, row) => addDecimals(all, { digits: row.amount, scale: SCALE }),
        decimal(0),
      );
      expect(once.total).toBe(shortDecimalText(sum));
      const twice = await importing(once.disk, ANA);
      expect(logged(twice.disk)).toEqual(logged(once.disk));
      const turned = [...rows].sort((a, b) => rank(a.nth) - rank(b.nth));
      const other = new Map(once.disk).set(`${POC}/${name}`, write(turned));
      expect(logged((await importing(other, ANA)).disk)).toEqual(logged(once.disk));
      // On two branches: the same file from the same entries, and what merging them leaves counts once.
      const ben = await importing(files, "Ben Ode <ben@example.com>", "2026-12-02T16:30:00+01:00");
      const merged = new Map([...once.disk, ...ben.disk]);
      expect((await importing(merged, ANA)).total).toBe(once.total);
    }),
    { numRuns: 6 },
  );
});
