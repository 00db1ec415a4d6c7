import { describe, expect, test } from "vitest";
import type { EntryJson } from "../../../src/output/json/entry-json.ts";
import type { SpendLineJson } from "../../../src/output/json/spend-json.ts";
import type { StatusJson } from "../../../src/output/json/standing-json.ts";
import { DEFINITIONS, diskWithPoc } from "../../support/definitions.ts";
import type { Disk } from "../../support/memory-files.ts";
import { POC, run, world, type Outcome } from "../../support/run.ts";

const PRICES = `${DEFINITIONS["costs.yaml"]!}models:
  gpt-4.1: { input: 2.00 USD, cached_input: 0.50 USD, output: 8.00 USD }
  gpt-4.1-mini: { input: 0.40 USD, output: 1.60 USD }
  "ft:embed": { input: 0.0195 EUR }
  mixed-2: { input: 1 USD, output: 1 EUR }
`;

const poc = () => diskWithPoc({ "costs.yaml": PRICES });
const log = (args: readonly string[], disk: Disk = poc(), now = "2026-11-25T16:20:00+01:00"): Promise<Outcome> =>
  run(["log", ...args], world({ disk, now }));

/** The spend lines that were stored. */
async function stored(args: readonly string[], disk: Disk = poc(), now?: string): Promise<readonly SpendLineJson[]> {
  const outcome = await log([...args, "--format", "json"], disk, now);
  expect(outcome.stderr).toBe("");
  return (JSON.parse(outcome.stdout) as { data: { entry: EntryJson } }).data.entry.spend;
}

/** The message, where nothing may have been stored. */
async function refused(args: readonly string[], disk: Disk = poc()): Promise<string> {
  const before = entriesOf(disk);
  const outcome = await log(args, disk);
  expect(outcome.exitCode).toBe(2);
  expect(entriesOf(outcome.files)).toEqual(before);
  return outcome.stderr;
}

const entriesOf = (disk: Disk) => [...disk.keys()].filter((name) => name.startsWith(`${POC}/log/`));
const textOf = (disk: Disk, id: string) => disk.get(entriesOf(disk).find((name) => name.endsWith(`${id}.yaml`))!)!;

describe("--tokens", () => {
  test("stores the amount, the rate of today and what it was calculated from", async () => {
    const [line] = await stored(["--tokens", "gpt-4.1=1.2M/310k cached 800k: night run"]);
    expect(line).toEqual({
      amount: "3.68 USD",
      exact: null,
      category: "tokens",
      basis: "metered",
      model: null,
      note: "night run",
      rate: "0.92",
      tokens: {
        model: "gpt-4.1",
        input: 1_200_000,
        cached: 800_000,
        cache_write: 0,
        cache_write_1h: 0,
        above: null,
        batch: false,
        output: 310_000,
      },
      replaces: [],
      replaced_by: null,
    });
  });

  test("of several models are several lines", async () => {
    const lines = await stored(["--tokens", "gpt-4.1=1M/0", "--tokens", "ft:embed=1G/0", "--spend", "5"]);
    expect(lines.map(({ amount, basis, rate }) => [amount, basis, rate])).toEqual([
      ["5.00 EUR", "billed", null],
      ["2.00 USD", "metered", "0.92"],
      ["19.50 EUR", "metered", null],
    ]);
  });

  test("issue 10, item 25: keep all their digits, and a fraction of a cent is not nothing", async () => {
    const disk = poc();
    const outcome = await log(["--tokens", "gpt-4.1-mini=700/300"], disk);
    expect(outcome.stdout).toContain("0.00076 USD tokens");
    const [line] = await stored(["--tokens", "gpt-4.1-mini=700/300"], disk);
    // 0.0007 × 0.40 + 0.0003 × 1.60, and not 0.00.
    expect(line).toMatchObject({ amount: "0.00 USD", exact: "0.00076" });
    for (let more = 0; more < 14; more++) await log(["--tokens", "gpt-4.1-mini=700/300"], disk);
    const { stdout } = await run(["status", "--format", "json"], world({ disk }));
    expect((JSON.parse(stdout) as { data: StatusJson }).data.spend).toMatchObject({
      total: "0.01 EUR",
      exact_total: "0.0111872",
    });
  });

  test("issue 10, item 25: a price per token is refused, and nothing is stored for nothing", async () => {
    const disk = diskWithPoc({
      "costs.yaml": `${DEFINITIONS["costs.yaml"]!}models:\n  m: { input: 0.0000004 USD, output: 0.0000016 USD }\n`,
    });
    expect(await refused(["--tokens", "m=700k/300k"], disk)).toContain(
      "the price for input and output tokens of m in costs.yaml cannot be read",
    );
    const { stdout } = await run(["check"], world({ disk }));
    expect(stdout).toContain("write 0.40 USD if 0.0000004 USD is the price of one token");
  });

  test("are as sure as somebody says", async () => {
    expect(await stored(["--tokens", "gpt-4.1=1M/0", "--basis", "estimated"])).toMatchObject([{ basis: "estimated" }]);
    expect(await stored(["--tokens", "gpt-4.1=1M/0", "--basis", "billed"])).toMatchObject([{ basis: "billed" }]);
  });

  test("keep their amount when the price list changes", async () => {
    const disk = poc();
    await log(["--tokens", "gpt-4.1=1M/1M"], disk);
    disk.set(`${POC}/costs.yaml`, PRICES.replace("2.00 USD", "900 USD").replace("rate: 0.92", "rate: 5"));
    const { stdout } = await run(["status", "--format", "json"], world({ disk }));
    expect((JSON.parse(stdout) as { data: StatusJson }).data.spend).toMatchObject({ total: "9.20 EUR" });
  });

  test.each([
    ["an unknown model", ["gpt-4.2=1M/1k"], ["did you mean gpt-4.1?", "gpt-4.2: { input: … USD, output: … USD }"]],
    ["a model like no other", ["x=1M/1k"], ["x: { input: … USD, output: … USD }"]],
    ["a name that YAML would not take as it is", ["a: b=1M/1k"], ['"a: b": { input: … USD']],
    ["a prototype's key", ["__proto__=1M/1k"], ['no price for the model "__proto__"']],
    [
      "no price of the cache",
      ["gpt-4.1-mini=1M/1k cached 5k"],
      ["gpt-4.1-mini: { input: 0.40 USD, cached_input: … USD, output: 1.60 USD }", '--tokens "gpt-4.1-mini=1M/1k"'],
    ],
    ["no price of the output", ["ft:embed=1M/1k"], ['"ft:embed": { input: 0.0195 EUR, output: … EUR }']],
    [
      "prices in two currencies",
      ["mixed-2=1M/1k"],
      ["the prices of mixed-2 are in USD and EUR, expected one currency"],
    ],
    ["more from the cache than went in", ["gpt-4.1=1M/1k cached 2M"], ["at most the 1M of the input"]],
    ["no model", ["1M/1k"], ["expected a model and its tokens"]],
    ["no count", ["gpt-4.1=lots"], ["such as 1.2M/310k"]],
    ["half a token", ["gpt-4.1=1.5/2"], ["decimals need a suffix"]],
  ])("refuses %s, and says what would do", async (_, tokens, said) => {
    const stderr = await refused(tokens.flatMap((text) => ["--tokens", text]));
    for (const text of said) expect(stderr).toContain(text);
  });

  test("shows no control character of what was typed", async () => {
    const said = await refused(["--tokens", "\u001b]0;x\u0007gpt\u202e=1M/1k"]);
    for (const hidden of ["\u001b", "\u0007", "\u202e"]) expect(said).not.toContain(hidden);
    expect((await refused(["--tokens", `${"m".repeat(5000)}=1M/1k`])).length).toBeLessThan(1000);
  });
});

describe("--basis", () => {
  test("says how the amounts are known; billed is not written down", async () => {
    const disk = poc();
    await log(["--spend", "5:data", "--basis", "estimated"], disk);
    await log(["--spend", "5:data", "--basis", "billed"], disk);
    expect(textOf(disk, "aaaaaa7")).toContain('"basis": "estimated"');
    expect(textOf(disk, "aaaaaa8")).not.toContain("basis");
  });

  test.each([
    [["--spend", "5", "--basis", "estimate"], "did you mean estimated?"],
    [["--spend", "5", "--basis", "guess"], "expected one of estimated, metered, billed"],
    [["--hours", "1", "--basis", "billed"], "needs an amount"],
  ])("%j", async (args, said) => {
    expect(await refused(args)).toContain(said);
  });
});

describe("--replaces", () => {
  /** Two estimates and a meter of tokens, an estimate of data, a bill. */
  async function lived(): Promise<Disk> {
    const disk = poc();
    await log(["--spend", "100:tokens", "--basis", "estimated"], disk, "2026-11-23T10:00:00+01:00");
    await log(
      ["--spend", "50:tokens", "--spend", "70:data", "--basis", "estimated"],
      disk,
      "2026-11-23T11:00:00+01:00",
    );
    await log(["--tokens", "gpt-4.1=1M/1M"], disk, "2026-11-24T10:00:00+01:00");
    await log(["--spend", "30:tokens"], disk, "2026-11-24T11:00:00+01:00");
    return disk;
  }
  const [FIRST, SECOND, METER, BILL] = ["aaaaaa7", "aaaaaa8", "aaaaaa9", "aaaaaaa"] as const;

  test.each([
    ["a category stands for all of its lines", "tokens", [FIRST, SECOND, METER]],
    ["ids, in any order and twice", `${METER},${FIRST},${METER}`, [FIRST, METER]],
    ["an id and the category", `tokens, ${FIRST}`, [FIRST, SECOND, METER]],
  ])("%s", async (_, named, ids) => {
    expect(await stored(["--spend", "160:tokens", "--replaces", named], await lived())).toMatchObject([
      { replaces: ids },
    ]);
  });

  test("a metered amount replaces estimates only", async () => {
    expect(await stored(["--tokens", "gpt-4.1=10M/1M", "--replaces", "tokens"], await lived())).toMatchObject([
      { replaces: [FIRST, SECOND] },
    ]);
  });

  test("what is back-dated replaces nothing of a later moment", async () => {
    expect(
      await stored(
        ["--spend", "160:tokens", "--replaces", "tokens", "--date", "2026-11-23", "--at", "10:30"],
        await lived(),
      ),
    ).toMatchObject([{ replaces: [FIRST] }]);
  });

  test("what was replaced is replaced once, unless the bill is withdrawn", async () => {
    const disk = await lived();
    await log(["--spend", "160:tokens", "--replaces", "tokens"], disk);
    expect(await refused(["--spend", "170:tokens", "--replaces", "tokens"], disk)).toContain("not replaced yet");
    expect(await refused(["--spend", "170:tokens", "--replaces", METER], disk)).toContain(
      "another amount has replaced it already",
    );
    await run(["undo", "aaaaaab"], world({ disk, now: "2026-11-25T17:00:00+01:00" }));
    expect(
      await stored(["--spend", "170:tokens", "--replaces", "tokens"], disk, "2026-11-25T17:10:00+01:00"),
    ).toMatchObject([{ replaces: [FIRST, SECOND, METER] }]);
  });

  test.each([
    ["no amount", ["--hours", "1", "--replaces", "tokens"], "found no amount in the entry"],
    [
      "two amounts",
      ["--spend", "1:tokens", "--spend", "2:data", "--replaces", "tokens"],
      "found 2 amounts in the entry",
    ],
    [
      "another category",
      ["--spend", "1:tokens", "--replaces", "data"],
      "expected the category of the amount, which is tokens",
    ],
    ["nothing of the category", ["--spend", "1:licences", "--replaces", "licences"], "leave out --replaces"],
    ["an unknown id", ["--spend", "1:tokens", "--replaces", "aaaaab7"], "did you mean"],
    ["a mistyped category", ["--spend", "1:tokens", "--replaces", "tokns"], "did you mean tokens?"],
    ["an entry of another category", ["--spend", "1:licences", "--replaces", FIRST], "it has no amount for licences"],
    ["a bill", ["--spend", "1:tokens", "--replaces", BILL], "its amount is billed"],
    ["by an estimate", ["--spend", "1:tokens", "--basis", "estimated", "--replaces", FIRST], "its amount is estimated"],
    ["nothing said", ["--spend", "1:tokens", "--replaces", " , "], "expected ids of entries or a category"],
  ])("refuses %s", async (_, args, said) => {
    expect(await refused(args, await lived())).toContain(said);
  });

  test("an unreadable amount is the only problem that is named", async () => {
    expect(await refused(["--spend", "12,400:tokens", "--replaces", "tokens"], await lived())).not.toContain(
      "--replaces",
    );
  });
});

test.each([
  ["0.5x4", "0.5", 4, null],
  ["30m x 4", "0.5", 4, null],
  ["1h30m × 12: Review: the second", "1.5", 12, "Review: the second"],
  ["4 x 30m", "0.5", 4, null],
  ["2x3", "2", 3, null],
])("a meeting of %s", async (text, hours, people, what) => {
  const { stdout } = await log(["--meeting", text, "--format", "json"]);
  expect((JSON.parse(stdout) as { data: { entry: EntryJson } }).data.entry.time).toEqual([
    { hours, people, meeting: true, what },
  ]);
});

describe("what the shell took apart is not stored by half", () => {
  test.each([
    ["a currency", ["Bill", "--spend", "1000", "JPY"], '--spend "1000 JPY"'],
    ["a currency and its category", ["--spend", "14", "USD:tokens", "Bill"], '--spend "14 USD:tokens"'],
    [
      "cached tokens",
      ["Run", "--tokens", "gpt-4.1=1.2M/310k", "cached", "800k"],
      '--tokens "gpt-4.1=1.2M/310k cached 800k"',
    ],
  ])("%s", async (_, args, mended) => {
    expect(await refused(args)).toContain(`write ${mended}`);
  });

  test.each([
    ["a currency in a text", ["Paid in USD", "--spend", "5"]],
    ["a currency that the amount has", ["EUR", "--spend", "5 EUR"]],
    ["a currency without an amount", ["EUR", "--hours", "1"]],
  ])("but %s is a text", async (_, args) => {
    expect((await log(args)).exitCode).toBe(0);
  });

  test("cached in a text is a word", async () => {
    expect(await stored(["all", "cached", "now", "--tokens", "gpt-4.1=1M/0"])).toMatchObject([{ amount: "2.00 USD" }]);
  });
});
