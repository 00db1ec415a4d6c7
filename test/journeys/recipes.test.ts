import { describe, expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { IMPORTED_EVALS, importSample } from "../support/imported-evals.ts";
import { POC, run, world, type World } from "../support/run.ts";
import { transcript, type Step } from "../support/session.ts";

/** imports.yaml: checked, run by `poc import` alone, and written by `--save`. */

const golden = (name: string) => `./sessions/${name}.txt`;
const START = "2026-11-23T09:00:00+01:00";
const NOW = "2026-12-01T10:00:00+01:00";

async function started(files: Readonly<Record<string, string>>, more: Partial<World> = {}): Promise<World> {
  const here = world({ disk: diskWithPoc({ "evals.yaml": IMPORTED_EVALS, ...files }), now: START, ...more });
  await run(["start"], here);
  return { ...here, now: NOW };
}

const entries = ({ disk }: World) =>
  [...disk].filter(([path]) => path.startsWith(`${POC}/log/`) && !path.includes("start"));

interface Said {
  readonly diagnostics: readonly { code: string; file: string; line: number; column: number; hint: string | null }[];
}

/** What `poc check` says of imports.yaml. */
async function saidOf(recipes: string, files: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const here = await started({ "runs/1.json": "{}", ...files, "imports.yaml": recipes });
  const { stdout } = await run(["check", "--json"], here);
  const { diagnostics } = JSON.parse(stdout) as Said;
  return diagnostics
    .filter(({ file }) => file.endsWith("imports.yaml"))
    .map(({ code, line, column }) => `${line}:${column} ${code}`);
}

describe("poc check reads imports.yaml", () => {
  test.each<[string, string, readonly string[]]>([
    ["a sound one", "- id: a\n  file: runs/*.json\n  eval: wrong-rate\n  arms: { gpt: today }\n", []],
    ["an empty one", "", []],
    ["a key that there is not", "- id: a\n  fil: runs/*.json\n", ["2:3 unknown-key", "1:3 missing-field"]],
    ["neither a file nor a command", "- id: a\n  eval: wrong-rate\n", ["1:3 missing-field"]],
    ["a file and a command", "- id: a\n  file: runs/1.json\n  run: cat x\n", ["1:3 fields-conflict"]],
    ["an eval that there is not", "- id: a\n  file: runs/1.json\n  eval: wrong-rat\n", ["3:9 unknown-reference"]],
    ["one of two", "- id: a\n  file: runs/1.json\n  eval: [latency, b]\n", ["3:9 unknown-reference"]],
    [
      "a mapping to one that there is not",
      "- id: a\n  file: runs/1.json\n  map: { laten: ms }\n",
      ["3:10 unknown-reference"],
    ],
    [
      "an arm that nobody named",
      "- id: a\n  file: runs/1.json\n  eval: wrong-rate\n  arm: reranker\n",
      ["4:8 recipe-arm-unknown"],
    ],
    ["an arm by another name", "- id: a\n  file: runs/1.json\n  arms: { gpt: todya }\n", ["3:16 recipe-arm-unknown"]],
    ["any arm of an eval that names none", "- id: a\n  file: runs/1.json\n  eval: latency\n  arm: x\n", []],
    ["a format that there is not", "- id: a\n  file: runs/1.json\n  from: promptfo\n", ["3:9 unknown-reference"]],
    [
      "a meaning that there is not",
      "- id: a\n  file: runs/1.json\n  columns: { cases: qid }\n",
      ["3:14 unknown-reference"],
    ],
    ["a pattern without a file", "- id: a\n  file: runs/*.xml\n", ["2:9 recipe-without-file"]],
    ["a file that is not there", "- id: a\n  file: ../bill.csv\n", ["2:9 recipe-without-file"]],
    ["a pattern of other folders", "- id: a\n  file: ../*.csv\n", ["2:9 invalid-value"]],
    ["two recipes of one name", "- id: a\n  file: runs/1.json\n- id: a\n  file: runs/1.json\n", ["3:7 duplicate-id"]],
    ["no YAML", "- id: [\n", ["2:1 invalid-yaml"]],
  ])("%s", async (_, recipes, expected) => {
    expect((await saidOf(recipes)).toSorted()).toEqual(expected.toSorted());
  });

  test("the nearest name is the hint, and a slip in a recipe keeps nothing from being judged", async () => {
    const here = await started({ "imports.yaml": "- id: a\n  run: cat x\n  eval: wrong-rat\n" });
    const { stdout } = await run(["check", "--json"], here);
    const { diagnostics } = JSON.parse(stdout) as Said;
    expect(diagnostics.find(({ code }) => code === "unknown-reference")?.hint).toContain("wrong-rate");
    const status = JSON.parse((await run(["status", "--json"], here)).stdout) as {
      data: { recommendation: { outcome: string } };
    };
    expect(status.data.recommendation.outcome).toBe("keep-going");
    expect(here.ran).toEqual([]);
  });
});

const RECIPES = `- id: agents
  run: npx ccusage daily --json
- id: nightly
  file: runs/*.json
  eval: wrong-rate
`;
const printed = (text: string) => new TextEncoder().encode(text);
const AGENTS = { "npx ccusage daily --json": { seconds: 2.3, printed: printed(importSample("ccusage-claude.json")) } };

test("a command of a recipe is shown, run as it stands there, and what it prints is taken in once", async () => {
  const disk = diskWithPoc({
    "evals.yaml": IMPORTED_EVALS,
    "imports.yaml": RECIPES,
    "runs/1.json": importSample("promptfoo.json"),
  });
  const steps: Step[] = [
    { type: "poc start", now: START },
    { type: "poc import --dry-run", now: NOW },
    { type: "poc import" },
    { type: "poc import" },
  ];
  const shown = await transcript(steps, { disk, commands: AGENTS });
  await expect(shown.slice(shown.indexOf("$ poc import --dry"))).toMatchFileSnapshot(golden("import-run-recipe"));
});

test("only poc import without a file runs it, and not in a dry run", async () => {
  const here = await started(
    { "imports.yaml": RECIPES, "runs/1.json": importSample("promptfoo.json") },
    { commands: AGENTS },
  );
  for (const line of ["check", "status", "next", "import --dry-run", "import runs/1.json --eval wrong-rate --dry-run"])
    await run(line.split(" "), here);
  expect(here.ran).toEqual([]);
  await run(["import"], here);
  expect(here.ran.map(({ line, folder }) => [line, folder])).toEqual([["npx ccusage daily --json", POC]]);
  expect([...here.disk.keys()].filter((path) => path.includes("/runs/"))).toEqual([`${POC}/runs/1.json`]);
});

test.each([
  ["cancelled", { ended: { how: "cancelled" } } as const, 130, "nothing was stored"],
  ["stopped", { ended: { how: "time-limit" } } as const, 3, "was stopped"],
  [
    "that fails",
    { ended: { how: "exit", code: 1 }, output: "no key\n", printed: printed("{") } as const,
    3,
    "its last line: no key",
  ],
  ["that prints nothing", { printed: printed("") } as const, 3, "printed nothing"],
  [
    "that prints half",
    { printed: printed(importSample("ccusage-claude.json").slice(0, 300)) } as const,
    2,
    "imports.yaml agents",
  ],
])("a command %s stores nothing, of no recipe", async (_, outcome, exitCode, said) => {
  const commands = { "npx ccusage daily --json": outcome };
  const here = await started({ "imports.yaml": RECIPES, "runs/1.json": importSample("promptfoo.json") }, { commands });
  const before = here.disk.size;
  const result = await run(["import"], here);
  expect(result.stderr).toContain(said);
  expect(result.exitCode).toBe(exitCode);
  expect(here.disk.size).toBe(before);
});

test("a key in a command is refused before anything is run", async () => {
  const recipe = "- id: a\n  run: curl -u ghp_16C7e42F292c6912E7710c838347Ae178B4a example.com\n";
  const here = await started({ "imports.yaml": recipe });
  const result = await run(["import"], here);
  expect([result.exitCode === 0, here.ran]).toEqual([false, []]);
  expect(result.stderr).toContain("environment");
});

const CASES = "qid,variant,took,correct\na,x,0.8,true\nb,x,1.1,false\na,y,0.7,true\nb,y,0.9,true\n";
const HOURS = '[{"id":1,"start":"20261124T070000Z","end":"20261124T093000Z","tags":["poc"]}]';

test.each<[string, string, string]>([
  [
    "mapping, columns and arms",
    CASES,
    'in.csv --map correct=wrong-rate --map "took in s=latency" --columns case=qid --columns arm=variant --arm x=today --arm y=reranker-k8',
  ],
  ["one arm", "case_id,correct\na,true\nb,false\n", "in.csv --eval wrong-rate --arm reranker-k8"],
  ["filters and a day", HOURS, "in.csv --only tag=poc --only tag=other --since 2026-11-24"],
  ["everything, whenever", HOURS, "in.csv --since all"],
  [
    "a list within a document",
    '{"out":{"rows":[{"case_id":"a","correct":true}]}}',
    "in.csv --rows out.rows --eval wrong-rate --arm reranker-k8",
  ],
  ["a format", HOURS, "in.csv --from timewarrior"],
])("--save and poc import alone do the same: %s", async (_, text, line) => {
  const here = await started({ "in.csv": text });
  const words = line.match(/"[^"]*"|\S+/g)!.map((word) => word.replaceAll('"', ""));
  const first = await run(["import", ...words, "--yes", "--date", "2026-11-25", "--save", "again"], here);
  expect([first.exitCode, first.stderr]).toEqual([0, expect.not.stringContaining("error:")]);
  const stored = entries(here);
  expect(stored.length).toBeGreaterThan(0);
  expect(here.disk.get(`${POC}/imports.yaml`)).toContain(".schemas/imports.schema.json");
  const again = await run(["import", "--yes"], here);
  expect(again.stdout).toContain("Nothing new");
  expect(entries(here)).toEqual(stored);
  expect((await saidOf(here.disk.get(`${POC}/imports.yaml`)!, { "in.csv": text })).length).toBe(0);
});

test("recipes on two branches make one and the same entries", async () => {
  const of = async (author: string, now: string) => {
    const here = await started(
      { "imports.yaml": RECIPES, "runs/1.json": importSample("promptfoo.json") },
      { commands: AGENTS },
    );
    await run(["import"], { ...here, author, now });
    return entries(here).filter(([, text]) => !text.includes("ccusage"));
  };
  const ana = await of("Ana Ruiz <ana@example.com>", NOW);
  expect(ana.length).toBeGreaterThan(0);
  expect(await of("Ben Ode <ben@example.com>", "2026-12-02T08:00:00+01:00")).toEqual(ana);
});
