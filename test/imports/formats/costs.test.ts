import { expect, test } from "vitest";
import { faultsOf, moneyRows, moneyTotal, readMoney, sample } from "../read-sample.ts";

const text = (name: string) => new TextDecoder().decode(sample(name));

// Sums by python3 with decimal.Decimal over .data[].results[].amount.value.
test("OpenAI, pages of its API: UTC days, all digits, the model before the comma", () => {
  const { format, read, problems } = readMoney("costs.json", text("openai-costs.json"));
  expect(problems).toEqual([]);
  expect(format).toBe("openai-costs");
  expect(read.basis).toBe("billed");
  expect(moneyTotal(read)).toBe("8.81383598");
  // Two projects; within one, what is alike but for its kind of tokens is one sum.
  expect(moneyRows(read)).toEqual([
    ["2026-11-23", "0.06383598", "gpt-4.1-2025-04-14"],
    ["2026-11-23", "7.5", "gpt-4.1-2025-04-14"],
    ["2026-11-24", "1.25", "Web search"],
  ]);
  expect(read.rows.map(({ count, currency }) => [count, currency])).toEqual([
    [2, "USD"],
    [1, "USD"],
    [1, "USD"],
  ]);
});

const DASHBOARD = `start_time,end_time,start_time_iso,end_time_iso,amount_value,amount_currency,quantity,quantity_unit,line_item,user_id,api_key_id,project_id,organization_id,project_name,organization_name,user_email,api_source
1795392000,1795478400,2026-11-23T00:00:00,2026-11-24T00:00:00,0.003835980000000000000000000000,usd,,,"gpt-4.1, input_tokens",u1,k1,proj_a,org,"Project, A",Org,ana@example.com,
1795478400,1795564800,2026-11-24T00:00:00,2026-11-25T00:00:00,,,,,,,,,,,,,
`;

test("OpenAI, the table of the dashboard: empty days are no rows, names and addresses stay behind", () => {
  const { format, read } = readMoney("costs.csv", DASHBOARD);
  expect(format).toBe("openai-costs");
  expect(moneyRows(read)).toEqual([["2026-11-23", "0.00383598", "gpt-4.1"]]);
  expect(
    JSON.stringify(read.rows, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)),
  ).not.toContain("ana@");
});

const report = (amount: string, more = "") =>
  `{"data":[{"starting_at":"2026-11-24T00:00:00Z","ending_at":"2026-11-25T00:00:00Z","results":[{"amount":${amount},"currency":"USD","cost_type":"tokens","model":"claude-opus-5","token_type":"output_tokens"${more}}]}],"has_more":false,"next_page":null}`;

test("Anthropic, its API: a text in cents, so that 123.78912 is 1.2378912 dollars", () => {
  const { format, read } = readMoney("r.json", report('"123.78912"'));
  expect(format).toBe("anthropic-costs");
  expect(moneyRows(read)).toEqual([["2026-11-24", "1.2378912", "claude-opus-5"]]);
  expect(moneyRows(readMoney("r.json", report('"123"').replace('"USD"', '"JPY"')).read)[0]?.[1]).toBe("123");
});

const CONSOLE = `usage_date_utc,model,workspace,api_key,usage_type,context_window,token_type,cost_usd,list_price_usd,cost_type
2026-11-24,Claude Opus 5,"Team, A",key,message,≤ 200k,output,1.24,1.24,token
2026-11-24,Claude Opus 5,"Team, A",key,message,≤ 200k,output,0.00,0.00,token
`;

test("Anthropic, the table of the console: dollars, by its heading; equal rows may be two", () => {
  const { format, read } = readMoney("r.csv", CONSOLE);
  expect(format).toBe("anthropic-costs");
  expect(moneyTotal(read)).toBe("1.24");
  expect(read.rows.map(({ count }) => count)).toEqual([2]);
});

test.each([
  ["a page of several", text("openai-costs.json").replace('"has_more": false', '"has_more": true'), /has_more/],
  ["milliseconds for seconds", text("openai-costs.json").replace("1795392000", "1795392000000"), /no day/],
  ["1970", text("openai-costs.json").replace("1795392000", "0"), /no day/],
  ["no currency", text("openai-costs.json").replace('"currency": "usd"', '"currency": "credits"'), /currency/],
  ["no amount", text("openai-costs.json").replace('"value": 1.25', '"value": "n/a"'), /n\/a/],
  [
    "the same row with another amount",
    text("openai-costs.json").replace('"project_id": "proj_b"', '"project_id": "proj_a"'),
    /same row/,
  ],
  ["Anthropic with a number", report("1.23"), /as a number/],
  ["Anthropic, one page of several", report('"1"').replace('"has_more":false', '"has_more":true'), /has_more/],
  ["Anthropic tokens without dollars", "usage_date_utc,token_type,amount\n2026-11-24,output,3\n", /cost_usd/],
])("%s is a fault", (_, content, found) => {
  const name = content.startsWith("{") ? "c.json" : "c.csv";
  expect(
    faultsOf(() => readMoney(name, content))
      .map(({ message }) => message)
      .join("\n"),
  ).toMatch(found);
});
