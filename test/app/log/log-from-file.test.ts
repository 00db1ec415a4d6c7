import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { LARGEST_RAW_FILE } from "../../../src/document/raw/raw-file.ts";
import type { EntryJson } from "../../../src/output/json/entry-json.ts";
import type { ResultJson } from "../../../src/output/json/result-json.ts";
import { diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world, type Outcome } from "../../support/run.ts";

const EVALS = `- { id: wrong, better: lower, primary: true, target: value <= 20% }
- { id: right, better: higher, target: value >= 20% }
- { id: latency, measure: percentile, percentile: 90, better: lower, target: value <= 2 s }
- { id: speed, measure: percentile, percentile: 90, better: higher, target: value >= 10 tokens/s }
- { id: cost, measure: mean, better: lower, baseline: 0.09 EUR, target: reduction >= 20% }
- { id: score, measure: mean, better: higher, target: value >= 3 }
- { id: bill, measure: total, better: lower, target: value <= 5 EUR }
- { id: open, measure: percentile, better: lower }
`;

interface Setting {
  readonly files: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Of a person at a terminal. */
  readonly answers?: readonly string[];
}

async function log(args: readonly string[], { files, cwd = POC, answers }: Setting): Promise<Outcome> {
  const disk = diskWithPoc({ "evals.yaml": EVALS, "assumptions.yaml": "[]\n", "kill-criteria.yaml": "[]\n" });
  for (const [name, text] of Object.entries(files)) disk.set(name.startsWith("/") ? name : `${POC}/${name}`, text);
  const person = answers === undefined ? {} : { terminal: true, answers };
  return run(["log", ...args], world({ disk, cwd, ...person }));
}

/** The only result that was stored. */
async function stored(figure: string, setting: Setting): Promise<ResultJson> {
  const outcome = await log(["--eval", figure, "--format", "json"], setting);
  expect(outcome.stderr).toBe("");
  return (JSON.parse(outcome.stdout) as { data: { entry: EntryJson } }).data.entry.results[0]!;
}

/** The message, where nothing may have been stored. */
async function refused(figure: string, setting: Setting): Promise<string> {
  const outcome = await log(["--eval", figure], setting);
  expect(outcome.exitCode).toBe(2);
  expect([...outcome.files.keys()].filter((name) => name.includes("/log/"))).toEqual([]);
  return outcome.stderr;
}

const table = (heading: string, rows: readonly string[]): Setting => ({
  files: { "runs/x.csv": `${heading}\n${rows.join("\n")}\n` },
});

describe("a proportion", () => {
  test("counts true, 1 and yes", async () => {
    for (const words of [
      ["true", "false", "true"],
      ["1", "0", "1"],
      ["Yes", "no", "yes"],
      ["1.0", "0.0", "1.0"],
    ]) {
      expect(await stored("right=@runs/x.csv", table("ok", words))).toMatchObject({
        count: "2/3",
        value: null,
        clusters: null,
      });
    }
  });

  test("counts failures where less is better, and passes where more is", async () => {
    const words = table("outcome", ["pass", "fail", "pass"]);
    expect(await stored("wrong=@runs/x.csv", words)).toMatchObject({ count: "1/3" });
    expect(await stored("right=@runs/x.csv", words)).toMatchObject({ count: "2/3" });
  });

  test("takes groups by the name of their column", async () => {
    const rows = table("doc,wrong", ["a,1", "b,0", "a,0", "b,1", "b,1"]);
    expect(await stored("wrong=@runs/x.csv#wrong/doc", rows)).toMatchObject({
      count: "3/5",
      clusters: [
        { sum: "1", n: 2 },
        { sum: "2", n: 3 },
      ],
      values: { column: "wrong", cluster: "doc" },
    });
  });

  test("groups of one case each are none", async () => {
    expect(await stored("wrong=@runs/x.csv#wrong/doc", table("doc,wrong", ["a,1", "b,0"]))).toMatchObject({
      count: "1/2",
      clusters: null,
    });
  });

  test("reads JSON line by line", async () => {
    const files = { "runs/x.jsonl": '{"m":{"ok":true},"doc":"a"}\n{"m":{"ok":false},"doc":"a"}\n' };
    expect(await stored("right=@runs/x.jsonl#m.ok/doc", { files })).toMatchObject({
      count: "1/2",
      clusters: [{ sum: "1", n: 2 }],
    });
  });
});

describe("a mean", () => {
  test("with its spread, in the agreed unit", async () => {
    expect(await stored("cost=@runs/x.csv#eur", table("eur,n", ["0.1,1", "0.2,2", "0.3,3"]))).toMatchObject({
      value: "0.2 EUR",
      n: 3,
      sd: "0.1",
    });
  });

  test("in the unit that was said, and in the one that the column is named after", async () => {
    const rows = table("ms", ["1500", "2500", "2000"]);
    expect(await stored("latency=@runs/x.csv", rows)).toMatchObject({ count: "2/3", within: "2 s", sample: "2500 ms" });
    expect(await stored("latency=@runs/x.csv#ms in ms", rows)).toMatchObject({ count: "2/3", within: "2 s" });
    expect(await stored("latency=@runs/x.csv#time in ms", table("time in ms", ["1500", "2500"]))).toMatchObject({
      count: "1/2",
    });
    expect(await stored("latency=@runs/x.csv#took", table("took", ["1.5", "2.5"]))).toMatchObject({
      count: "1/2",
      sample: "2.5 s",
    });
  });

  test("with the sums of its groups", async () => {
    expect(await stored("score=@runs/x.csv#s/d", table("s,d", ["1,a", "2,a", "4.5,b"]))).toMatchObject({
      value: "2.5",
      n: 3,
      clusters: [
        { sum: "3", n: 2 },
        { sum: "4.5", n: 1 },
      ],
    });
  });

  test("of numbers as programs write them", async () => {
    expect(await stored("score=@runs/x.csv", table("s", ["1e-3", "+2.", ".5", "1E2"]))).toMatchObject({
      value: "25.62525",
      n: 4,
    });
  });
});

describe("percentiles and totals", () => {
  test("a percentile where more is better counts from the other end", async () => {
    const values = Array.from({ length: 10 }, (_, k) => String(k + 5));
    expect(await stored("speed=@runs/x.csv", table("speed", values))).toMatchObject({
      count: "5/10",
      within: "10 tokens/s",
      sample: "6 tokens/s",
    });
  });

  test("a limit counts as within", async () => {
    expect(await stored("latency=@runs/x.csv", table("s", ["2.0", "2.0000001"]))).toMatchObject({ count: "1/2" });
  });

  test("a total adds up without the crumbs of doubles", async () => {
    expect(await stored("bill=@runs/x.csv", table("eur", ["0.1", "0.2"]))).toMatchObject({ value: "0.3 EUR", n: null });
  });
});

describe("the file", () => {
  const rows = "ok\n1\n0\n";

  test("is recorded from the PoC folder, wherever it is named from", async () => {
    const files = { "runs/x.csv": rows };
    expect(await stored("right=@x.csv", { files, cwd: `${POC}/runs` })).toMatchObject({
      values: { file: "runs/x.csv", column: "ok", cluster: null },
    });
    expect(await stored(`right=@${POC}/runs/x.csv`, { files })).toMatchObject({ values: { file: "runs/x.csv" } });
  });

  test("is recorded as it was named where it lies outside", async () => {
    expect(await stored("right=@../x.csv", { files: { "/work/x.csv": rows } })).toMatchObject({
      values: { file: "../x.csv" },
    });
    expect(
      await stored("right=@../retrieval-poc-2/x.csv", { files: { "/work/retrieval-poc-2/x.csv": rows } }),
    ).toMatchObject({ values: { file: "../retrieval-poc-2/x.csv" } });
  });

  test("is recorded with the hash of its bytes, byte order mark and all", async () => {
    const hash = (text: string) => createHash("sha256").update(text).digest("hex");
    for (const text of [rows, `\ufeff${rows}`])
      expect(await stored("right=@runs/x.csv", { files: { "runs/x.csv": text } })).toMatchObject({
        count: "1/2",
        values: { sha256: hash(text) },
      });
  });
});

describe("what cannot be counted is named with its line, and nothing is stored", () => {
  test.each<[string, string, Setting, readonly string[]]>([
    [
      "text among numbers",
      "score=@runs/x.csv",
      table("s", ["1", "fast", "2"]),
      ['runs/x.csv:3: found "fast", expected a number'],
    ],
    ["NaN", "score=@runs/x.csv", table("s", ["1", "NaN"]), ['runs/x.csv:3: found "NaN", expected a number']],
    ["infinity", "score=@runs/x.csv", table("s", ["1", "1e999"]), ['runs/x.csv:3: found "1e999", expected a number']],
    [
      "an empty cell",
      "score=@runs/x.csv#s",
      table("s,d", ["1,a", ",b"]),
      ["runs/x.csv:3: found an empty cell, expected a number", "a case without an answer still counts"],
    ],
    [
      "a unit in every cell",
      "score=@runs/x.csv",
      table("s", ["1 s"]),
      ['runs/x.csv:2: found "1 s", expected a number', "give the unit once"],
    ],
    [
      "a decimal comma",
      "score=@runs/x.csv",
      { files: { "runs/x.csv": 's,d\n"1,5",a\n' } },
      ["expected one to be named"],
    ],
    [
      "a field that a line lacks",
      "score=@runs/x.jsonl#s",
      { files: { "runs/x.jsonl": '{"s":1}\n{"t":1}\n' } },
      ["runs/x.jsonl:2: found no such field, expected a number"],
    ],
    [
      "many bad cells, three by name",
      "score=@runs/x.csv",
      table("s", ["a", "b", "c", "d", "e"]),
      ['runs/x.csv:4: found "c"', "runs/x.csv: 2 more cells like that"],
    ],
    [
      "an outcome that is none",
      "right=@runs/x.csv",
      table("ok", ["1", "maybe"]),
      [
        'runs/x.csv:3: found "maybe", expected true or false, 1 or 0, pass or fail',
        'or say which cells count: "@runs/x.csv#ok=maybe"',
      ],
    ],
    [
      "a heading that may be a case",
      "right=@runs/x.csv",
      table("pass", ["fail", "pass"]),
      ['runs/x.csv:1: found "pass", which may be a heading or a case'],
    ],
    [
      "two kinds of words",
      "right=@runs/x.csv",
      table("correct", ["1", "fail"]),
      ['expected words like the first one, "1"'],
    ],
    [
      "a group without a name",
      "right=@runs/x.csv#ok/doc",
      table("ok,doc", ["1,", "0,b"]),
      ["runs/x.csv:2: found an empty cell, expected the name of a group"],
    ],
    [
      "no column named",
      "right=@runs/x.csv",
      table("ok,doc", ["1,a"]),
      ["runs/x.csv: found the columns ok, doc, expected one to be named", "write @runs/x.csv#ok"],
    ],
    [
      "a mistyped column",
      "right=@runs/x.csv#correkt",
      table("correct,doc", ["1,a"]),
      ['no column is called "correkt"', "did you mean correct?"],
    ],
    [
      "a mistyped group",
      "right=@runs/x.csv#ok/dco",
      table("ok,doc", ["1,a"]),
      ['no column is called "dco"', "did you mean doc?"],
    ],
    ["semicolons", "right=@runs/x.csv#ok", table("ok;doc", ["1;a"]), ["cells have to be separated by commas"]],
    ["a heading alone", "right=@runs/x.csv#ok", table("ok", []), ["found a heading and no cases"]],
    ["nothing", "right=@runs/x.csv", { files: { "runs/x.csv": "" } }, ["runs/x.csv: it is empty"]],
    [
      "no file",
      "right=@runs/y.csv",
      table("ok", ["1"]),
      ["there is no file runs/y.csv", "the path starts at the current directory"],
    ],
    ["no name", "right=@", table("ok", ["1"]), ["found no file after the @"]],
    [
      "too much",
      "right=@runs/x.csv",
      { files: { "runs/x.csv": `ok\n${"1\n".repeat(LARGEST_RAW_FILE / 2)}` } },
      ["cannot read runs/x.csv: it has", "keep the one column"],
    ],
    [
      "too many groups",
      "right=@runs/x.csv#ok/doc",
      table(
        "ok,doc",
        Array.from({ length: 4002 }, (_, k) => `1,${k >> 1}`),
      ),
      ["found 2001 groups, expected at most 2000"],
    ],
    [
      "another unit",
      "cost=@runs/x.csv#cost_gbp",
      table("cost_gbp,d", ["1,a"]),
      [
        "found GBP in the name of column cost_gbp, expected EUR as agreed for cost, and costs.yaml has no rate from GBP",
        "add exchange: { GBP: { rate: … } } to costs.yaml",
      ],
    ],
    [
      "another unit that was said",
      "latency=@runs/x.csv in EUR",
      table("took", ["1"]),
      ["found EUR, expected s as agreed for latency"],
    ],
    ["a unit for a proportion", "right=@runs/x.csv in s", table("ok", ["1"]), ["found the unit s for a proportion"]],
    ["groups of a total", "bill=@runs/x.csv#e/d", table("e,d", ["1,a", "2,a"]), ["found groups for a total"]],
    ["values beyond counting", "bill=@runs/x.csv", table("e", ["9e14", "9e14"]), ["too large to be added up"]],
    [
      "a percentile without a limit",
      "open=@runs/x.csv",
      table("e", ["1"]),
      ["a percentile is counted against a limit"],
    ],
    [
      "an unknown eval",
      "lateny=@runs/x.csv",
      table("e", ["1"]),
      ['no eval is called "lateny"', "did you mean latency?"],
    ],
  ])("%s", async (_, figure, setting, said) => {
    const text = await refused(figure, setting);
    for (const part of said) expect(text).toContain(part);
  });

  test("a heading may be asked for by its name, whatever it reads like", async () => {
    expect(await stored("right=@runs/x.csv#pass", table("pass", ["true", "false"]))).toMatchObject({ count: "1/2" });
  });
});

describe("issue 10, item 22: the direction of a column", () => {
  const fourteen = Array.from({ length: 20 }, (_, k) => k < 14);

  test.each(["success", "pass", "passed", "ok", "correct", "is_correct"])("%s is good news", async (name) => {
    const files = { "runs/x.jsonl": fourteen.map((value, k) => `{"id":${k},"${name}":${value}}\n`).join("") };
    expect(await stored(`wrong=@runs/x.jsonl#${name}`, { files })).toMatchObject({
      count: "6/20",
      values: { column: name, counted: "false" },
    });
    expect(await stored(`right=@runs/x.jsonl#${name}`, { files })).toMatchObject({
      count: "14/20",
      values: { column: name, counted: null },
    });
  });

  test.each(["fail", "failed", "error", "wrong", "incorrect"])("%s is bad news", async (name) => {
    const rows = table(
      `id,${name}`,
      fourteen.map((value, k) => `${k},${value}`),
    );
    expect(await stored(`wrong=@runs/x.csv#${name}`, rows)).toMatchObject({ count: "14/20" });
    expect(await stored(`right=@runs/x.csv#${name}`, rows)).toMatchObject({ count: "6/20" });
  });

  test("where nothing says so, it is asked which cells count", async () => {
    const rows = table("result,d", ["true,a", "false,a", "true,b"]);
    const said = await refused("wrong=@runs/x.csv#result", rows);
    expect(said).toContain('it is unclear whether "true" in result is good or bad, and wrong counts what is bad');
    expect(said).toContain("@runs/x.csv#result=true or @runs/x.csv#result=false");
    expect(await stored("wrong=@runs/x.csv#result=false", rows)).toMatchObject({ count: "1/3" });
    expect(await stored("wrong=@runs/x.csv#result=true/d", rows)).toMatchObject({
      count: "2/3",
      clusters: [
        { sum: "1", n: 2 },
        { sum: "1", n: 1 },
      ],
      values: { column: "result", cluster: "d", counted: "true" },
    });
  });

  test("a column without a name says nothing", async () => {
    const bare = { files: { "runs/x.csv": "1\n0\n1\n" } };
    expect(await refused("wrong=@runs/x.csv", bare)).toContain("@runs/x.csv#=true");
    expect(await stored("wrong=@runs/x.csv#=false", bare)).toMatchObject({ count: "1/3" });
  });

  test("any value may be counted, and one that no cell has is told", async () => {
    const rows = table("verdict,d", ["fine,a", "Hallucinated,a", "fine,b"]);
    expect(await stored("wrong=@runs/x.csv#verdict=hallucinated", rows)).toMatchObject({ count: "1/3" });
    const said = await refused("wrong=@runs/x.csv#verdict=wrnog", rows);
    expect(said).toContain('no cell of verdict says "wrnog"');
    expect(said).toContain("known: fine, Hallucinated");
  });

  test.each([
    ["JSON", "x.jsonl", '{"passed":true,"error":null}\n{"passed":false,"error":"timeout"}\n{"passed":false}\n'],
    ["an error that only some lines have", "x.jsonl", '{"passed":true}\n{"error":{"code":500}}\n{"passed":false}\n'],
    ["CSV", "x.csv", "passed,Error Message\ntrue,\n,boom\nfalse,none\n"],
    ["a cell", "x.csv", "passed,d\npass,a\nerror,b\nfail,c\n"],
  ])("a case that broke is neither good nor bad: %s", async (_, name, text) => {
    const setting = { files: { [`runs/${name}`]: text } };
    expect(await stored(`wrong=@runs/${name}#passed`, setting)).toMatchObject({ count: "1/2", errors: 1 });
    expect(await stored(`right=@runs/${name}#passed`, setting)).toMatchObject({ count: "1/2", errors: 1 });
  });

  test("and in no mean, no percentile and no group", async () => {
    const rows = table("s,error,d", ["1,,a", "900,timeout,a", "3,,b", "2,,b"]);
    expect(await stored("score=@runs/x.csv#s/d", rows)).toMatchObject({
      value: "2",
      n: 3,
      errors: 1,
      clusters: [
        { sum: "1", n: 1 },
        { sum: "5", n: 2 },
      ],
    });
    expect(await stored("latency=@runs/x.csv#s", rows)).toMatchObject({ count: "2/3", errors: 1 });
  });

  test("it is shown in the answer, and a person may type it", async () => {
    const rows = table("passed,error", ["true,", "false,x"]);
    expect((await log(["--eval", "wrong=@runs/x.csv#passed"], rows)).stdout).toContain(
      "wrong 0/1, 1 error not counted",
    );
    expect(await stored("wrong=22/197 errors 3", rows)).toMatchObject({ count: "22/197", errors: 3 });
    expect(await stored("wrong=22/197, 3 errors", rows)).toMatchObject({ count: "22/197", errors: 3 });
    expect(await stored("cost=0.04 EUR sd 0.02 n 50, errors 2", rows)).toMatchObject({ n: 50, errors: 2 });
    expect(await refused("wrong=22/197 errors 1.000", rows)).toContain("did you mean 1000 or 1?");
  });

  test("a file in which every case broke measured nothing", async () => {
    const rows = table("passed,error", ["true,x", "false,y"]);
    expect(await refused("wrong=@runs/x.csv#passed", rows)).toContain("all 2 cases ended in an error");
  });

  test("an error in the sense of statistics is a figure", async () => {
    const rows = table("passed,error", ["true,0.25", "false,0.5"]);
    expect(await stored("wrong=@runs/x.csv#passed", rows)).toMatchObject({ count: "1/2", errors: 0 });
  });
});

describe("issue 10, item 23: the unit of a column", () => {
  const times = ["850", "1200", "3000"];

  test.each(["latencyMs", "durationMs", "latency_ms", "duration (ms)", "latencyMS"])("%s is in ms", async (name) => {
    expect(
      await stored(
        `latency=@runs/x.csv#${name}`,
        table(
          `${name},d`,
          times.map((t) => `${t},a`),
        ),
      ),
    ).toMatchObject({
      count: "2/3",
      sample: "3000 ms",
      values: { unit: "ms", assumed: false },
    });
  });

  test.each([
    ["elapsed_seconds", ["0.85", "1.2", "3"], "2/3"],
    ["timeMin", ["0.01", "0.02", "0.05"], "2/3"],
    ["took_us", ["850000", "1200000", "3000000"], "2/3"],
    ["took_ns", ["850000000", "1200000000", "3000000000"], "2/3"],
  ])("%s is read", async (name, values, count) => {
    expect(await stored("latency=@runs/x.csv", table(name, values))).toMatchObject({ count });
  });

  test.each(["costUSD", "cost_usd", "Cost ($)"])("%s is converted at the rate of costs.yaml", async (name) => {
    expect(await stored(`cost=@runs/x.csv#${name}`, table(`${name},d`, ["0.04,a", "0.06,b"]))).toMatchObject({
      value: "0.046 EUR",
      values: { unit: "USD", rate: "0.92" },
    });
  });

  test("hundredths are hundredths", async () => {
    expect(await stored("cost=@runs/x.csv", table("cost_cents", ["4", "6"]))).toMatchObject({ value: "0.05 EUR" });
    expect(await stored("cost=@runs/x.csv in cents", table("c", ["4", "6"]))).toMatchObject({ value: "0.05 EUR" });
  });

  test("a unit that is assumed is said", async () => {
    const rows = table("took", ["1.5", "2.5"]);
    expect(await stored("latency=@runs/x.csv", rows)).toMatchObject({ values: { unit: "s", assumed: true } });
    expect((await log(["--eval", "latency=@runs/x.csv"], rows)).stdout).toContain(`"took" as s, assumed`);
    expect(await stored("latency=@runs/x.csv in s", rows)).toMatchObject({ values: { unit: null, assumed: false } });
  });

  test("one that makes the median a hundred times the target is refused, with what settles it", async () => {
    const said = await refused(
      "latency=@runs/x.csv#took",
      table(
        "took,d",
        times.map((t) => `${t},a`),
      ),
    );
    expect(said).toContain("it is not certain that took is in s: their median is 600 times the target of 2 s");
    expect(said).toContain('"@runs/x.csv#took in ms"');
    expect(await refused("cost=@runs/x.csv", table("price", ["0.0001", "0.0002"]))).toContain(
      "their median is 1/900 of the baseline of 0.09 EUR",
    );
    expect(await refused("latency=@runs/x.csv", table("latency_min", ["1.5", "1.8"]))).toContain("45 times the target");
  });

  test("or asked of a person", async () => {
    const rows = { ...table("took", times), answers: ["ms"] };
    const outcome = await log(["--eval", "latency=@runs/x.csv"], rows);
    expect(outcome.stderr).toContain("What is took in? Read in s, their median is 600 times the target of 2 s.");
    expect(outcome.exitCode).toBe(0);
    expect(outcome.stdout).toContain("latency 2/3 within 2 s");
  });
});

describe("cells that are counted the wrong way round", () => {
  test.each([
    ["wrong", "passed", ["true", "false"], "true", "false"],
    ["wrong", "passed", ["1", "0"], "1", "0"],
    ["wrong", "correct", ["yes", "no"], "yes", "no"],
    ["wrong", "is_correct", ["true", "true"], "true", "false"],
    ["wrong", "verdict", ["pass", "fail"], "pass", "fail"],
    ["right", "passed", ["true", "false"], "false", "true"],
    ["right", "failed", ["true", "false"], "true", "false"],
    ["right", "verdict", ["right", "wrong"], "wrong", "right"],
  ])("%s by %s: %j, of which %s", async (id, column, words, counted, turned) => {
    const setting = table(column, words);
    const said = await refused(`${id}=@runs/x.csv#${column}=${counted}`, setting);
    expect(said).toContain(`@runs/x.csv#${column}=${turned}`);
    expect((await log(["--eval", `${id}=@runs/x.csv#${column}=${turned}`], setting)).exitCode).toBe(0);
    const sure = await log(["--eval", `${id}=@runs/x.csv#${column}=${counted}`, "--yes"], setting);
    expect(sure.exitCode).toBe(0);
  });

  test.each([
    ["wrong", "escalated", ["true", "false"], "false"],
    ["wrong", "wrong", ["true", "false"], "true"],
    ["wrong", "failed", ["true", "false"], "true"],
    ["wrong", "label", ["abstained", "answered"], "abstained"],
  ])("%s by %s: %j, of which %s, is taken", async (id, column, words, counted) => {
    const outcome = await log(["--eval", `${id}=@runs/x.csv#${column}=${counted}`], table(column, words));
    expect(outcome.exitCode).toBe(0);
  });
});

describe("figures below zero", () => {
  test.each([
    ["latency", "ms", ["120", "-5"]],
    ["cost", "eur", ["0.04", "0.05", "-0.01"]],
    ["bill", "eur", ["-1", "2"]],
  ])("%s in %s is refused with its line", async (id, column, values) => {
    const setting = table(column, values);
    const line = values.findIndex((value) => value.startsWith("-")) + 2;
    expect(await refused(`${id}=@runs/x.csv#${column}`, setting)).toMatch(new RegExp(`:${line}: found "-`));
  });

  test("a score may be below zero", async () => {
    const outcome = await log(["--eval", "score=@runs/x.csv#score"], table("score", ["-1", "2", "3.5"]));
    expect(outcome.exitCode).toBe(0);
  });
});
