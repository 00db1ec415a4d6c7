import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { IMPORTED_EVALS, importSample } from "../support/imported-evals.ts";
import { POC, run, world } from "../support/run.ts";
import { transcript, type Step } from "../support/session.ts";

/** What is taken in from files of other tools. */

const golden = (name: string) => `./sessions/${name}.txt`;
const DAY_1: Step = { type: "poc start", now: "2026-11-23T09:00:00+01:00" };
const NOW = "2026-12-01T10:00:00+01:00";

const disk = (files: Readonly<Record<string, string>>) => diskWithPoc({ "evals.yaml": IMPORTED_EVALS, ...files });

test("two arms of one run become a paired comparison, and importing them again adds nothing", async () => {
  const steps: Step[] = [
    DAY_1,
    { type: "poc import out.json --dry-run", now: NOW },
    { type: "poc import out.json" },
    { type: "poc import out.json" },
    { type: "poc cases wrong-rate --flipped" },
    { type: "poc show" },
  ];
  await expect(
    await transcript(steps, { disk: disk({ "out.json": importSample("promptfoo.json") }) }),
  ).toMatchFileSnapshot(golden("import-promptfoo"));
});

test("a table of a script: what cannot be known is asked for, what is said otherwise replaces, what was withdrawn stays", async () => {
  const rows = (last: string) => `row_key,correct,took\na,true,0.8\nb,false,1.1\nc,true,0.9\nd,true,${last}\n`;
  const files = disk({ "cases.csv": rows("1.0") });
  const steps: Step[] = [
    DAY_1,
    { type: "poc import cases.csv", now: NOW },
    { type: "poc import cases.csv --columns case=row_key --map correct=wrong-rat --map took=latency" },
    {
      type: 'poc import cases.csv --columns case=row_key --map correct=wrong-rate --map "took in s=latency" --arm reranker-k8',
    },
    { type: "poc undo --reason wrong-arm ID" },
  ].slice(0, 4);
  await expect(await transcript(steps, { disk: files })).toMatchFileSnapshot(golden("import-table"));
});

const logged = (files: ReadonlyMap<string, string>) =>
  [...files.keys()].filter((path) => path.startsWith(`${POC}/log/`)).sort();

test("two people who import the same run write the same bytes", async () => {
  const of = async (author: string, now: string) => {
    const here = world({
      disk: disk({ "out.json": importSample("promptfoo.json") }),
      now: "2026-11-23T09:00:00+01:00",
    });
    await run(["start"], here);
    await run(["import", "out.json"], { ...here, author, now });
    return new Map(
      logged(here.disk)
        .filter((path) => !path.includes("start"))
        .map((path) => [path, here.disk.get(path)]),
    );
  };
  const [ana, ben] = [
    await of("Ana Ruiz <ana@example.com>", NOW),
    await of("Ben Ode <ben@example.com>", "2026-12-02T15:30:00+01:00"),
  ];
  expect(ana.size).toBe(2);
  expect(ben).toEqual(ana);
});

test("a run that says something else by now replaces what it said, and what a person withdrew stays withdrawn", async () => {
  const files = disk({ "out.json": importSample("promptfoo.json") });
  const here = world({ disk: files, now: "2026-11-23T09:00:00+01:00" });
  await run(["start"], here);
  const later = { ...here, now: NOW };
  await run(["import", "out.json", "--eval", "wrong-rate"], later);
  const [first] = logged(files).filter((path) => path.includes("wrong-rate"));
  files.set(`${POC}/out.json`, importSample("promptfoo.json").replace('"success": false', '"success": true'));
  const changed = JSON.parse((await run(["import", "out.json", "--eval", "wrong-rate", "--json"], later)).stdout) as {
    data: { drafts: { fate: string; replaces: string; entry: string }[] };
  };
  expect(changed.data.drafts).toMatchObject([{ fate: "changed", replaces: first!.slice(-12, -5) }]);
  const again = await run(["import", "out.json", "--eval", "wrong-rate"], later);
  expect(again.stdout).toContain("1 entry is already in the log");
  const shown = JSON.parse((await run(["show", "--json"], later)).stdout) as {
    data: { entries: { id: string; withdrawn_by: string | null }[] };
  };
  expect(shown.data.entries.find(({ id }) => id === first!.slice(-12, -5))?.withdrawn_by).toBe(
    changed.data.drafts[0]!.entry,
  );
  await run(["undo", changed.data.drafts[0]!.entry, "--reason", "wrong data"], later);
  await run(["undo", first!.slice(-12, -5), "--reason", "wrong data"], later);
  expect((await run(["import", "out.json", "--eval", "wrong-rate", "--dry-run"], later)).stdout).toContain("withdrawn");
});

test("nothing is stored where one of several files is broken", async () => {
  const files = disk({ "out.json": importSample("promptfoo.json"), "bad.json": "<html>Sign in</html>" });
  const here = world({ disk: files, now: NOW });
  await run(["start"], { ...here, now: "2026-11-23T09:00:00+01:00" });
  const before = files.size;
  const { exitCode, stderr } = await run(["import", "out.json", "bad.json"], here);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("bad.json: found a page of HTML");
  expect(files.size).toBe(before);
});

const CONSOLE = `usage_date_utc,model,workspace,api_key,usage_type,context_window,token_type,cost_usd,list_price_usd,cost_type
2026-11-24,Claude Opus 4.6,poc,key,message,≤ 200k,output,1.24,1.24,token
2026-11-24,Claude Opus 4.6,other,key,message,≤ 200k,output,9.00,9.00,token
2026-11-20,Claude Opus 4.6,poc,key,message,≤ 200k,output,5.00,5.00,token
`;

test("what a coding agent was estimated to cost, then the bill: by day and model it takes the place of the estimate", async () => {
  const steps: Step[] = [
    DAY_1,
    { type: "poc import usage.json", now: NOW },
    { type: "poc import bill.csv --only workspace=poc" },
    { type: "poc import bill.csv --only workspace=poc" },
    { type: "poc import usage.json" },
    { type: "poc show" },
  ];
  const files = disk({ "usage.json": importSample("ccusage-claude.json"), "bill.csv": CONSOLE });
  await expect(await transcript(steps, { disk: files })).toMatchFileSnapshot(golden("import-money"));
});

test("a week of a coding agent, then the bill of its days: each replaces its estimate, and gives it back when it is off the bill", async () => {
  const usage = importSample("ccusage/18-week.json");
  const bill = (...days: readonly number[]) =>
    [
      CONSOLE.split("\n", 1)[0],
      ...days.flatMap((day) => [
        `2026-11-${day},Claude Opus 4.5,poc,key,message,≤ 200k,output,0.50,0.50,token`,
        `2026-11-${day},Claude Sonnet 4.5,poc,key,message,≤ 200k,output,0.20,0.20,token`,
      ]),
    ].join("\n");
  const files = disk({ "usage.json": usage, "costs.yaml": "exchange: { USD: { rate: 1 } }\n" });
  await run(["start"], world({ disk: files, now: "2026-11-23T09:00:00+01:00" }));
  const here = world({ disk: files, now: NOW });
  const total = async (name: string, text: string) => {
    files.set(`${POC}/${name}`, text);
    for (const _ of [1, 2]) expect((await run(["import", name], here)).exitCode).toBe(0);
    const { stdout } = await run(["status", "--json"], here);
    return (JSON.parse(stdout) as { data: { spend: { exact_total: string } } }).data.spend.exact_total;
  };
  // The sums of totalCost by jq, to the digits that doubles keep: the week, its Wednesday, its Sunday.
  expect(await total("usage.json", usage)).toBe("3.38510755");
  // Six days of the bill, and the estimate of Sunday.
  expect(await total("bill.csv", bill(23, 24, 25, 26, 27, 28))).toBe("4.42922425");
  expect(await total("usage.json", usage)).toBe("4.42922425");
  // Five days of it, and the estimates of Wednesday and Sunday.
  expect(await total("bill.csv", bill(23, 24, 26, 27, 28))).toBe("4.33227895");
});

const ANTHROPIC = `usage_date_utc,model,workspace,api_key,usage_type,context_window,token_type,cost_usd,list_price_usd,cost_type
2026-11-24,Claude Opus 4,poc,key,message,≤ 200k,output,0.31,0.31,token
2026-11-24,Claude Sonnet 4,poc,key,message,≤ 200k,output,0.05,0.05,token
2026-11-25,Claude Opus 4,poc,key,message,≤ 200k,output,0.40,0.40,token
`;
const OPENAI = `start_time,end_time,amount_value,amount_currency,line_item,api_key_id,project_id,user_email
1795478400,1795564800,0.004100000000000000000000000000,usd,"gpt-5.2-codex, input",k1,proj_poc,ana@example.com
`;
const FOCUS = `BilledCost,BillingAccountId,BillingCurrency,ChargeCategory,ChargeClass,ChargePeriodEnd,ChargePeriodStart,EffectiveCost,ProviderName,ServiceCategory,ServiceName,Tags
0.0091,123,USD,Usage,NULL,2026-11-26 00:00:00,2026-11-25 00:00:00,0.0091,Microsoft,AI and Machine Learning,gpt-5.3-codex,"{""project"": ""poc""}"
-0.002,123,USD,Credit,NULL,2026-11-26 00:00:00,2026-11-25 00:00:00,-0.002,Microsoft,AI and Machine Learning,Azure OpenAI,"{""project"": ""poc""}"
7,123,USD,Usage,NULL,2026-11-26 00:00:00,2026-11-25 00:00:00,7,Microsoft,Compute,Virtual Machines,"{""project"": ""other""}"
`;

test("days of coding agents, then the bills of three vendors: each takes the place of what it covers, and adds nothing", async () => {
  const files = disk({
    "usage.json": importSample("ccusage/20-daily.json"),
    "anthropic.csv": ANTHROPIC,
    "openai.csv": OPENAI,
    "azure.csv": FOCUS,
  });
  const steps: Step[] = [
    DAY_1,
    { type: "poc import usage.json", now: NOW },
    { type: "poc import anthropic.csv openai.csv" },
    { type: "poc import azure.csv --only tag=project=poc" },
    { type: "poc import azure.csv --only tag=project=poc" },
    { type: "poc import usage.json" },
    { type: "poc status" },
  ];
  await expect(await transcript(steps, { disk: files })).toMatchFileSnapshot(golden("import-bills"));
});

const UNGROUPED =
  '{"data":[{"object":"bucket","start_time":1795478400,"results":[{"object":"organization.costs.result",' +
  '"amount":{"value":0.41,"currency":"usd"},"line_item":null}]}],"has_more":false}';

test("a bill that names no model is not put beside an estimate that it may cover", async () => {
  const files = disk({ "usage.json": importSample("ccusage/20-codex.json"), "bill.json": UNGROUPED });
  const steps: Step[] = [
    DAY_1,
    { type: "poc import usage.json", now: NOW },
    { type: "poc import bill.json" },
    { type: "poc import bill.json --yes" },
  ];
  await expect(await transcript(steps, { disk: files })).toMatchFileSnapshot(golden("import-unnamed"));
});

const PRICES = JSON.stringify({
  sample_spec: { litellm_provider: "one of", mode: "one of: chat", input_cost_per_token: 0 },
  "claude-sonnet-4-5": {
    litellm_provider: "anthropic",
    mode: "chat",
    input_cost_per_token: 3e-6,
    output_cost_per_token: 1.5e-5,
    cache_read_input_token_cost: 3e-7,
    cache_creation_input_token_cost: 3.75e-6,
    cache_creation_input_token_cost_above_1hr: 6e-6,
    input_cost_per_token_above_200k_tokens: 6e-6,
    output_cost_per_token_above_200k_tokens: 2.25e-5,
  },
  "gpt-4.1": {
    litellm_provider: "openai",
    mode: "chat",
    input_cost_per_token: 2e-6,
    output_cost_per_token: 8e-6,
    input_cost_per_token_batches: 1e-6,
    output_cost_per_token_batches: 4e-6,
  },
  "free-one": { litellm_provider: "x", mode: "chat", input_cost_per_token: 0, output_cost_per_token: 0 },
});
const COSTS = `currency: EUR # as the cap
exchange:
  USD: { rate: 0.92, date: 2026-11-20, source: ECB }
models:
  # what the vendor told us
  gpt-4.1: { input: 2.10 USD, output: 8.00 USD } # list price
  our-own: {}
`;

test("a map of prices fills costs.yaml, and tokens become money without a price being typed", async () => {
  const files = disk({ "prices-2026-11-24.json": PRICES, "undated.json": PRICES, "costs.yaml": COSTS });
  const steps: Step[] = [
    DAY_1,
    { type: "poc import undated.json", now: NOW },
    { type: "poc import prices-2026-11-24.json --dry-run" },
    { type: "poc import prices-2026-11-24.json" },
    { type: "poc import prices-2026-11-24.json" },
    { type: "poc import undated.json --date 2026-11-30 --only model=gpt-4.2" },
    {
      type: 'poc log "long run" --tokens "claude-sonnet-4-5=1M/100k cached 800k written-1h 100k above 200k" --tokens "gpt-4.1=1M/100k batch"',
    },
    { type: 'poc log "typo" --tokens "claude-sonnet-4-5=1M/100k batch" --tokens "gpt-4.1=1M/100k above 200k"' },
    { type: 'poc log "unknown" --tokens our-own=1M/1k' },
    { type: "poc show" },
  ];
  await expect(await transcript(steps, { disk: files }, ["costs.yaml"])).toMatchFileSnapshot(golden("import-prices"));
});

test("a price that cannot be keeps everything from being written", async () => {
  const files = disk({
    "prices-2026-11-24.json": PRICES.replace('"output_cost_per_token":0.000015', '"output_cost_per_token":15'),
    "costs.yaml": COSTS,
  });
  const here = world({ disk: files, now: NOW });
  const before = new Map(files);
  const { exitCode, stderr } = await run(["import", "prices-2026-11-24.json", "--yes"], here);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("prices-2026-11-24.json:1: claude-sonnet-4-5: output_cost_per_token is more than");
  expect(files).toEqual(before);
  expect((await run(["import", "prices-2026-11-24.json", "--only", "model=gpt-4.1"], here)).exitCode).toBe(0);
  expect(files.get(`${POC}/costs.yaml`)).toContain("gpt-4.1: { input: 2.00 USD, output: 8.00 USD");
});

test("the same amount on two days is two amounts, and today's grows", async () => {
  const usage = (days: readonly (readonly [string, number])[]) =>
    JSON.stringify({ daily: days.map(([date, totalCost]) => ({ date, totalCost, models: { "gpt-4.1": {} } })) });
  const files = disk({ "usage.json": usage([["2026-11-30", 2]]) });
  const here = world({ disk: files, now: "2026-11-23T09:00:00+01:00" });
  await run(["start"], here);
  const importing = async (now: string, text: string) => {
    files.set(`${POC}/usage.json`, text);
    const result = await run(["import", "usage.json", "--json"], { ...here, now });
    const { drafts } = (JSON.parse(result.stdout) as { data: { drafts: { fate: string }[] } }).data;
    const status = JSON.parse((await run(["status", "--json"], { ...here, now })).stdout) as {
      data: { spend: { exact_total: string } };
    };
    return [drafts.map(({ fate }) => fate).join(" "), status.data.spend.exact_total];
  };
  expect(await importing("2026-11-30T18:00:00+01:00", files.get(`${POC}/usage.json`)!)).toEqual(["new", "1.84"]);
  const both = usage([
    ["2026-11-30", 2],
    ["2026-12-01", 2],
  ]);
  expect(await importing("2026-12-01T10:00:00+01:00", both)).toEqual(["same new", "3.68"]);
  const grown = both.replace(/2,"models":\{"gpt-4.1":\{\}\}\}\]/, '3,"models":{"gpt-4.1":{}}}]');
  expect(await importing("2026-12-01T18:00:00+01:00", grown)).toEqual(["same changed", "4.6"]);
});

test("two people's machines are two sources, and one file that both import is one", async () => {
  const files = disk({
    "ana.json": importSample("ccusage/18-instances.json"),
    "ben.json": importSample("ccusage/20-codex.json"),
  });
  const here = world({ disk: files, now: "2026-11-23T09:00:00+01:00" });
  await run(["start"], here);
  const fates = async (file: string, author: string) => {
    const { stdout } = await run(["import", file, "--json"], { ...here, author, now: NOW });
    return (JSON.parse(stdout) as { data: { drafts: { fate: string }[] } }).data.drafts.map(({ fate }) => fate);
  };
  expect(await fates("ana.json", "Ana Ruiz <ana@example.com>")).toEqual(["new", "new"]);
  expect(await fates("ben.json", "Ben Ode <ben@example.com>")).toEqual(["new", "new"]);
  expect(await fates("ana.json", "Ben Ode <ben@example.com>")).toEqual(["same", "same"]);
  const less = await run(["import", "ben.json"], { ...here, author: "Ana Ruiz <ana@example.com>", now: NOW });
  expect(less.exitCode).toBe(0);
  files.set(
    `${POC}/less.json`,
    importSample("ccusage/20-codex.json").replaceAll('"costUSD": 0.00', '"costUSD": 0.0001'),
  );
  const second = await run(["import", "less.json"], { ...here, author: "Ben Ode <ben@example.com>", now: NOW });
  expect(second.exitCode).toBe(2);
  expect(second.stderr).toContain("--by");
});

test("hours of a tracker are those of the person who imports them", async () => {
  const tracked = '[{"id":1,"start":"20261124T070000Z","end":"20261124T093000Z","tags":["harness"]}]';
  const steps: Step[] = [DAY_1, { type: "poc import timew.json", now: NOW }, { type: "poc show" }];
  await expect(await transcript(steps, { disk: disk({ "timew.json": tracked }) })).toMatchFileSnapshot(
    golden("import-hours"),
  );
});

test("an estimate that comes after its bill adds nothing", async () => {
  const files = disk({ "usage.json": importSample("ccusage-claude.json"), "bill.csv": CONSOLE });
  const here = world({ disk: files, now: "2026-11-23T09:00:00+01:00" });
  await run(["start"], here);
  const later = { ...here, now: NOW };
  await run(["import", "bill.csv"], later);
  const spent = async () =>
    (JSON.parse((await run(["status", "--json"], later)).stdout) as { data: { spend: { exact_total: string } } }).data
      .spend;
  const { stdout } = await run(["import", "usage.json"], later);
  expect(stdout).toContain("1 line that a bill in the log covers");
  const total = await spent();
  expect(total.exact_total).toBeDefined();
  expect((await run(["import", "usage.json"], later)).stdout).toContain("2 entries are already in the log");
  expect(await spent()).toEqual(total);
});

test("what was done once is remembered as a recipe, and poc import alone repeats it", async () => {
  const files = disk({
    "runs/1.json": importSample("promptfoo.json"),
    "usage.json": importSample("ccusage-claude.json"),
  });
  const steps: Step[] = [
    DAY_1,
    { type: "poc import runs/1.json --eval wrong-rate --arm reranker-k8=reranker --save nightly", now: NOW },
    { type: "poc import usage.json --save agents --only agent=codex" },
    { type: "poc import usage.json --save nightly --yes" },
    { type: "poc import" },
  ];
  await expect(await transcript(steps, { disk: files }, ["imports.yaml"])).toMatchFileSnapshot(
    golden("import-recipes"),
  );
});

test("a recipe with a pattern takes every file of that name; what is wrong with the file is said by its line", async () => {
  const files = disk({
    "runs/1.json": importSample("promptfoo.json"),
    "runs/notes.txt": "x",
    "imports.yaml": "- id: nightly\n  file: runs/*.json\n  eval: wrong-rate\n  map: { latency: latency_ms }\n",
  });
  const here = world({ disk: files, now: "2026-11-23T09:00:00+01:00" });
  await run(["start"], here);
  const result = await run(["import", "--json"], { ...here, now: NOW });
  expect(JSON.parse(result.stdout)).toMatchObject({ data: { files: [{ file: "runs/1.json" }], entries: [{}, {}] } });
  files.set(`${POC}/imports.yaml`, "- id: nightly\n  fil: runs/*.json\n");
  const bad = await run(["import"], { ...here, now: NOW });
  expect(bad.exitCode).toBe(3);
  expect(bad.stderr).toMatch(/imports\.yaml:2:3: error\[unknown-key\]/);
  files.set(`${POC}/imports.yaml`, "- id: nightly\n  file: ../*.json\n");
  expect((await run(["import"], { ...here, now: NOW })).stderr).toContain("can only match files in this folder");
});

const WITH_RUN = IMPORTED_EVALS.replace("  min_n: 40", '  run: "npx promptfoo eval -o {out}"\n  min_n: 40');
const OUTPUT = `${POC}/runs/wrong-rate-2026-12-01-1000.json`;
const COMMAND = 'npx promptfoo eval -o "runs/wrong-rate-2026-12-01-1000.json"';

test("an eval's own command is shown, run with the path of its output, and what it wrote is imported", async () => {
  const files = disk({ "evals.yaml": WITH_RUN });
  const steps: Step[] = [DAY_1, { type: "poc run wrong-rate", now: NOW }, { type: "poc run latency" }];
  files.set(OUTPUT, importSample("promptfoo.json"));
  const commands = { [COMMAND]: { ended: { how: "exit", code: 100 }, seconds: 41.23 } as const };
  await expect(await transcript(steps, { disk: files, commands })).toMatchFileSnapshot(golden("import-run"));
  const entry = [...files].find(([path, text]) => path.includes("/log/") && text.includes("promptfoo"))?.[1];
  expect(entry).toContain('"exit": 100, "seconds": 41.2, "output": "runs/wrong-rate-2026-12-01-1000.json"');
  expect(entry).toContain(createHash("sha256").update(importSample("promptfoo.json")).digest("hex"));
});

test("poc run --all runs every command, and each entry has its own", async () => {
  const two = WITH_RUN.replace("  percentile: 95", '  percentile: 95\n  run: "npm run speed -- {out.csv}"');
  const speed = `${POC}/runs/latency-2026-12-01-1000.csv`;
  const files = disk({ "evals.yaml": two });
  const ok = { ended: { how: "exit", code: 0 }, seconds: 3 } as const;
  const commands = { [COMMAND]: ok, 'npm run speed -- "runs/latency-2026-12-01-1000.csv"': ok };
  const here = world({ disk: files, now: "2026-11-23T09:00:00+01:00", commands });
  await run(["start"], here);
  files.set(OUTPUT, importSample("promptfoo.json"));
  files.set(speed, "case_id,variant,latency_ms\na,reranker-k8,800\nb,reranker-k8,900\n");
  const { exitCode, stderr } = await run(["run", "--all"], { ...here, now: NOW });
  expect(exitCode, stderr).toBe(0);
  expect(here.ran.map(({ line }) => line)).toEqual(Object.keys(commands));
  const stored = logged(files).map((path) => files.get(path)!);
  expect(stored.filter((text) => text.includes('"item": "wrong-rate"') && text.includes("promptfoo-"))).toHaveLength(2);
  expect(stored.filter((text) => text.includes('"item": "latency"') && text.includes("cases-"))).toHaveLength(1);
});

test.each([
  ["cancelled", { ended: { how: "cancelled" } } as const, 130, "nothing was stored"],
  ["stopped at the time limit", { ended: { how: "time-limit" } } as const, 3, "nothing was stored"],
  ["without an output", { ended: { how: "exit", code: 1 }, output: "no key\n" } as const, 3, "its last line: no key"],
])("a command that is %s stores nothing", async (_, outcome, exitCode, said) => {
  const files = disk({ "evals.yaml": WITH_RUN });
  const here = world({ disk: files, now: "2026-11-23T09:00:00+01:00", commands: { [COMMAND]: outcome } });
  await run(["start"], here);
  const before = files.size;
  const result = await run(["run", "--all"], { ...here, now: NOW });
  expect(result).toMatchObject({ exitCode });
  expect(result.stderr).toContain(said);
  expect(files.size).toBe(before);
});

test.each([
  ["passed:true=wrong-rate", 2, "passed:false=wrong-rate"],
  ["passed:true=wrong-rate --yes", 0, ""],
  ["passed:false=wrong-rate", 0, ""],
  ["failed:false=wrong-rate", 2, "failed:true=wrong-rate"],
  ["took in s=latency", 2, "-2"],
])("cells counted the wrong way round and times below zero are refused: --map %s", async (map, exitCode, said) => {
  const rows = ["id,passed,failed,took", "a,true,false,1", "b,false,true,-2", "c,true,false,1.5"];
  const [spec = "", ...flags] = map.split(" --");
  const args = ["import", "cases.csv", "--map", spec, ...flags.map((flag) => `--${flag}`), "--date", "2026-11-24"];
  const outcome = await run(args, world({ disk: disk({ "cases.csv": `${rows.join("\n")}\n` }) }));
  expect(outcome.stderr).toContain(said);
  expect(outcome.exitCode).toBe(exitCode);
});
