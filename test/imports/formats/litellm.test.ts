import { expect, test } from "vitest";
import { faultsOf, moneyRows, moneyTotal, readMoney } from "../read-sample.ts";

const REQUEST: Readonly<Record<string, unknown>> = {
  request_id: "chatcmpl-1",
  call_type: "acompletion",
  api_key: "88dc28d0f030c55ed4ab77ed8faf098196cb1c05df778539800c9f1243fe6b4b",
  cache_hit: "None",
  startTime: "2026-11-24T22:02:42.975883+00:00",
  endTime: "2026-11-24T22:02:43.989132+00:00",
  model: "gpt-4o",
  user: "ana@example.com",
  team_id: "team-poc",
  metadata: '{"usage_object": {"completion_tokens": 20, "prompt_tokens": 10}}',
  spend: 0.00022500000000000002,
  total_tokens: 30,
  prompt_tokens: 10,
  completion_tokens: 20,
  request_tags: '["poc", "nightly"]',
  custom_llm_provider: "openai",
  messages: '[{"role": "user", "content": "a secret prompt"}]',
  response: "{}",
  requester_ip_address: "10.0.0.7",
  status: "success",
};

type Fields = Readonly<Record<string, unknown>>;

const list = (rows: readonly Fields[]) => JSON.stringify(rows.map((row) => ({ ...REQUEST, ...row })));
const lines = (rows: readonly Fields[]) => rows.map((row) => JSON.stringify({ ...REQUEST, ...row })).join("\n");
const table = (rows: readonly Fields[]) => {
  const cells = (values: readonly unknown[]) =>
    values.map((value) => `"${String(value).replaceAll('"', '""')}"`).join(",");
  return [cells(Object.keys(REQUEST)), ...rows.map((row) => cells(Object.values({ ...REQUEST, ...row }))), ""].join(
    "\n",
  );
};

const ROWS: readonly Fields[] = [
  {},
  { request_id: "chatcmpl-2", spend: 0.01383 },
  { request_id: "chatcmpl-3", model: "claude-3-7-sonnet-20250219", spend: 1e-7 },
];

test.each([
  ["a list", "s.json", list(ROWS)],
  ["a page of its API", "s.json", `{"data": ${list(ROWS)}, "total": 3, "page": 1, "total_pages": 1}`],
  ["JSON lines", "s.jsonl", lines(ROWS)],
  ["the table of its database", "s.csv", table(ROWS)],
])("%s: a sum for each day and model, metered, without the noise of doubles", (_, name, text) => {
  const { format, read, problems } = readMoney(name, text);
  expect(problems).toEqual([]);
  expect(format).toBe("litellm");
  expect(read.basis).toBe("metered");
  expect(moneyRows(read)).toEqual([
    ["2026-11-24", "0.014055", "gpt-4o"],
    ["2026-11-24", "0.0000001", "claude-3-7-sonnet-20250219"],
  ]);
  expect(read.rows[0]).toMatchObject({ count: 2, labels: { team: "team-poc", tag: ["poc", "nightly"] } });
});

test("prompts, keys, addresses and users are in nothing that was read, and the summary says so", () => {
  const { read } = readMoney("s.json", list(ROWS));
  const kept = JSON.stringify(read, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
  for (const secret of ["ana@", "88dc", "a secret prompt", "10.0.0.7", "chatcmpl"]) expect(kept).not.toContain(secret);
  expect(read.leftOut).toEqual(expect.arrayContaining(["prompts", "keys", "e-mail addresses", "IP addresses"]));
});

test("the id of a request may stand several times, for its retries; the same row twice is one", () => {
  const { read, problems } = readMoney(
    "s.json",
    list([{}, { model: "gpt-4o-mini", spend: 1 }, { startTime: "2026-11-24T22:03:00Z" }, {}]),
  );
  expect(problems).toEqual([]);
  expect(moneyTotal(read)).toBe("1.00045");
  expect(read.notes.join()).toContain("1 row stands twice");
});

test("what came from the cache, what failed and what has no price is said", () => {
  const { read } = readMoney(
    "s.json",
    list([
      {},
      { request_id: "2", cache_hit: "True", spend: 0 },
      { request_id: "3", status: "failure", spend: 0 },
      { request_id: "4", model: "our-own", spend: 0 },
      { request_id: "5", model: "our-own", spend: 0.0 },
    ]),
  );
  const notes = read.notes.join("\n");
  expect(notes).toContain("our-own has no price in LiteLLM: 2 requests");
  expect(notes).toContain("1 answered from the cache");
  expect(notes).toContain("1 failed");
  expect(moneyTotal(read)).toBe("0.000225");
});

test("a moment is of the UTC day, whatever its offset", () => {
  const { read } = readMoney("s.json", list([{ startTime: "2026-11-25T00:30:00+01:00" }]));
  expect(read.rows[0]?.day).toBe("2026-11-24");
});

test.each([
  ["one page of several", `{"data": ${list(ROWS)}, "total_pages": 4}`, /total_pages/],
  ["the same row with another amount", list([{}, { spend: 2 }]), /same row/],
  ["negative spend", list([{ spend: -1 }]), /-1 as spend/],
  ["negative tokens", list([{ prompt_tokens: -5 }]), /-5 as prompt_tokens/],
  ["spend in words", list([{ spend: "free" }]), /free/],
  ["no id", list([{ request_id: null }]), /request_id/],
  ["1970", list([{ startTime: "1970-01-01T00:00:00Z" }]), /no day/],
  ["a model of an e-mail address", list([{ model: "ana@example.com" }]), /e-mail/],
])("%s is a fault", (_, text, found) => {
  const faults = faultsOf(() => readMoney("s.json", text));
  expect(faults.map(({ message }) => message).join()).toMatch(found);
  expect(faults[0]?.line).toBeGreaterThan(0);
});
