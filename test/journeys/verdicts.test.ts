import { describe, expect, test } from "vitest";
import { readPoc, readFolder } from "../../src/app/poc/open-poc.ts";
import { asOf } from "../../src/app/poc/judge.ts";
import type { Context } from "../../src/app/ports/ports.ts";
import type { EvalStanding } from "../../src/domain/evidence/eval-standing.ts";
import { standingOf } from "../../src/domain/standing/standing.ts";
import { evalSentence, evalWording } from "../../src/wording/evals.ts";
import { systemZones } from "../../src/platform/host/zones.ts";
import { DEFINITIONS, diskWithPoc } from "../support/definitions.ts";
import { memoryFiles, type Disk } from "../support/memory-files.ts";
import { POC, run, world } from "../support/run.ts";
import { wordsOf } from "../support/session.ts";

/** What people and programs read of one eval, in each of the four places. `-u` writes it anew; read the difference. */
const GOLDEN = "./verdicts.txt";

interface Case {
  readonly name: string;
  /** The eval but its id and metric, as in evals.yaml. */
  readonly evaluated: string;
  /** Of `poc log`, one a day from Tuesday on. */
  readonly logged: readonly string[];
  /** `interim` is Friday of the first week, `final` the Monday after the last day. */
  readonly when: "interim" | "final";
  readonly verdict: string;
  readonly files?: Readonly<Record<string, string>>;
  /** Results that `poc log` refuses, and that a person wrote into an entry all the same. */
  readonly byHand?: true;
}

const RATE = "better: lower, primary: true, min_n: 200";
const MEAN = "measure: mean, better: lower, primary: true, min_n: 30";
const P95 = "measure: percentile, percentile: 95, better: lower, primary: true, target: value <= 2 s, min_n: 200";

/** Twelve documents of twenty questions, most of them without a wrong answer. */
const GROUPED = [
  "document,wrong",
  ...Array.from({ length: 240 }, (_, k) => `doc-${k % 12},${k % 12 < 6 && k < 24 ? "true" : "false"}`),
].join("\n");

const CASES: readonly Case[] = [
  {
    name: "a value, met",
    evaluated: `${RATE}, target: value <= 12%`,
    logged: ["10/200"],
    when: "final",
    verdict: "Met",
  },
  {
    name: "a value, not met",
    evaluated: `${RATE}, target: value <= 12%`,
    logged: ["60/200"],
    when: "final",
    verdict: "Not met",
  },
  {
    name: "a value, unsettled",
    evaluated: `${RATE}, target: value <= 12%`,
    logged: ["20/200"],
    when: "final",
    verdict: "Unsettled, leaning met",
  },
  {
    name: "too few cases",
    evaluated: `${RATE}, target: value <= 12%`,
    logged: ["8/120"],
    when: "final",
    verdict: "Unsettled, leaning met",
  },
  {
    name: "nothing measured",
    evaluated: `${RATE}, target: value <= 12%`,
    logged: [],
    when: "final",
    verdict: "Unmeasured",
  },
  {
    name: "nothing measured yet",
    evaluated: `${RATE}, target: value <= 12%`,
    logged: [],
    when: "interim",
    verdict: "Unmeasured",
  },
  {
    name: "a look that is too early",
    evaluated: `${RATE}, target: value <= 12%`,
    logged: ["2/60"],
    when: "interim",
    verdict: "INTERIM: unsettled, leaning met",
  },
  {
    name: "a look that misses by far",
    evaluated: `${RATE}, target: value <= 12%`,
    logged: ["60/100"],
    when: "interim",
    verdict: "INTERIM: not met",
  },
  {
    name: "a look that is overwhelming, before the agreed size",
    evaluated: `${RATE}, target: value <= 12%`,
    logged: ["1/150"],
    when: "interim",
    verdict: "Met",
  },
  {
    name: "a reduction, met",
    evaluated: `${RATE}, baseline: 80/200, target: reduction >= 40%`,
    logged: ["22/200"],
    when: "final",
    verdict: "Met",
  },
  {
    name: "a reduction, not met",
    evaluated: `${RATE}, baseline: 80/200, target: reduction >= 40%`,
    logged: ["78/200"],
    when: "final",
    verdict: "Not met",
  },
  {
    name: "a reduction of an exact figure, unsettled",
    evaluated: `${RATE}, baseline: "40%", target: reduction >= 40%`,
    logged: ["44/200"],
    when: "final",
    verdict: "Unsettled, leaning met",
  },
  {
    name: "a difference, met",
    evaluated: `${RATE}, baseline: 80/200, target: difference >= 5pp`,
    logged: ["40/200"],
    when: "final",
    verdict: "Met",
  },
  {
    name: "a difference for the worse",
    evaluated: `${RATE}, baseline: 40/200, target: difference >= 5pp`,
    logged: ["80/200"],
    when: "final",
    verdict: "Not met",
  },
  {
    name: "a gain, met",
    evaluated: "better: higher, primary: true, min_n: 200, baseline: 80/200, target: gain >= 20%",
    logged: ["150/200"],
    when: "final",
    verdict: "Met",
  },
  {
    name: "a gain, unsettled",
    evaluated: "better: higher, primary: true, min_n: 200, baseline: 80/200, target: gain >= 20%",
    logged: ["98/200"],
    when: "final",
    verdict: "Unsettled, leaning met",
  },
  {
    name: "the same cases, met",
    evaluated: "better: lower, primary: true, min_n: 100, baseline: 30/100, target: reduction >= 40%",
    logged: ["both 10, baseline 20, candidate 2, neither 68"],
    when: "final",
    verdict: "Met",
  },
  {
    name: "the same cases, a difference, unsettled",
    evaluated: "better: lower, primary: true, min_n: 100, baseline: 30/100, target: difference >= 15pp",
    logged: ["both 10, baseline 20, candidate 2, neither 68"],
    when: "final",
    verdict: "Unsettled, leaning met",
  },
  {
    name: "a mean, met",
    evaluated: `${MEAN}, target: value <= 0.05 EUR`,
    logged: ["0.041 EUR sd 0.01 n 60"],
    when: "final",
    verdict: "Met",
  },
  {
    name: "a mean, not met",
    evaluated: `${MEAN}, target: value <= 0.05 EUR`,
    logged: ["0.061 EUR sd 0.01 n 60"],
    when: "final",
    verdict: "Not met",
  },
  {
    name: "a mean without its spread",
    evaluated: `${MEAN}, target: value <= 0.05 EUR`,
    logged: ["0.041 EUR"],
    when: "final",
    verdict: "Invalid",
    byHand: true,
  },
  {
    name: "a mean without its spread, while there is time",
    evaluated: `${MEAN}, target: value <= 0.05 EUR`,
    logged: ["0.041 EUR"],
    when: "interim",
    verdict: "Invalid",
    byHand: true,
  },
  {
    name: "two means, unsettled",
    evaluated: `${MEAN}, baseline: 0.09 EUR sd 0.06 n 40, target: reduction >= 20%`,
    logged: ["0.06 EUR sd 0.04 n 40"],
    when: "final",
    verdict: "Unsettled, leaning met",
  },
  { name: "a percentile, met", evaluated: P95, logged: ["198/200"], when: "final", verdict: "Met" },
  { name: "a percentile, not met", evaluated: P95, logged: ["160/200"], when: "final", verdict: "Not met" },
  {
    name: "a percentile, unsettled",
    evaluated: P95,
    logged: ["192/200"],
    when: "final",
    verdict: "Unsettled, leaning met",
  },
  { name: "a bare percentile", evaluated: P95, logged: ["1.8 s"], when: "final", verdict: "Unsettled, leaning met" },
  {
    name: "a total, met",
    evaluated: "measure: total, better: lower, primary: true, target: value <= 400 EUR",
    logged: ["399.99 EUR"],
    when: "final",
    verdict: "Met",
  },
  {
    name: "a total, not met",
    evaluated: "measure: total, better: lower, primary: true, target: value <= 400 EUR",
    logged: ["400.01 EUR"],
    when: "final",
    verdict: "Not met",
  },
  {
    name: "another unit",
    evaluated: `${RATE}, target: value <= 12%`,
    logged: ["2 s"],
    when: "final",
    verdict: "Invalid",
    byHand: true,
  },
  {
    name: "cases in groups, from a file",
    evaluated: `${RATE}, baseline: 80/200, target: reduction >= 40%`,
    logged: ["@runs/17.csv#wrong/document"],
    files: { "runs/17.csv": GROUPED },
    when: "final",
    verdict: "Unsettled, leaning met",
  },
  {
    name: "the better of two arms, not run again",
    evaluated: `${RATE}, target: value <= 12%`,
    logged: ["14/200 --arm small", "13/200 --arm large"],
    when: "final",
    verdict: "Unsettled, leaning met",
  },
];

const DATES = { interim: "2026-11-27T17:00:00+01:00", final: "2026-12-07T09:00:00+01:00" } as const;

/** What the four places print. */
interface Told {
  readonly standing: EvalStanding;
  readonly status: string;
  readonly check: string;
  readonly memo: string;
  readonly json: {
    readonly verdict: string;
    readonly interim: boolean;
    readonly sentence: string;
    readonly leaning: string | null;
    readonly change: { readonly low: number | null; readonly high: number | null } | null;
  };
}

async function told({ evaluated, logged, when, files = {}, byHand }: Case): Promise<Told> {
  const disk = diskWithPoc({
    "poc.yaml": DEFINITIONS["poc.yaml"]!.replace("answered_by: wrong-rate", "answered_by: proof"),
    "evals.yaml": `- { id: proof, metric: The proof, ${evaluated} }\n`,
    "assumptions.yaml": "- id: works\n  statement: It works\n  tested_by: proof\n",
    "kill-criteria.yaml": "- id: no-residency\n  ask: Has the vendor refused EU residency?\n  by: 2026-11-27\n",
  });
  for (const [name, text] of Object.entries(files)) disk.set(`${POC}/${name}`, text);
  const typed = async (line: string, now: string, columns = 400) => {
    const { stdout, stderr, exitCode } = await run(wordsOf(line), world({ disk, now, columns }));
    return { stdout, stderr, exitCode };
  };
  expect((await typed("start", "2026-11-23T09:00:00+01:00")).stderr).toBe("");
  for (const [index, figure] of logged.entries()) {
    const [words, ...flags] = figure.split(" --");
    const day = `2026-11-${24 + index}`;
    if (byHand) {
      const entry = `at: "${day}T16:00:00+01:00"\nby: Ana Ruiz\nresults: [{eval: proof, value: "${words}"}]\n`;
      disk.set(`${POC}/log/${day}-1600-proof-aaaaaa${8 + index}.yaml`, entry);
      continue;
    }
    const { exitCode, stderr } = await typed(
      `log --eval "proof=${words}"${flags.map((flag) => ` --${flag}`).join("")}`,
      `${day}T16:00:00+01:00`,
    );
    expect([exitCode, stderr.includes("error: --eval")], stderr).toEqual([0, false]);
  }
  const now = DATES[when];
  const status = (await typed("status", now)).stdout;
  const check = (await typed("check", now)).stdout;
  const json = (JSON.parse((await typed("status --format json", now)).stdout) as { data: { evals: Told["json"][] } })
    .data.evals[0]!;
  await typed("memo", now);
  const memo = disk.get(`${POC}/memos/decision-${now.slice(0, 10)}.md`)!;
  return { standing: await standingAt(disk, now), status, check, memo, json };
}

/** The standing that the four of them should have read. */
async function standingAt(disk: Disk, now: string): Promise<EvalStanding> {
  const { zone } = systemZones({});
  const files = memoryFiles(disk, POC);
  const context = { zones: { zone, local: () => "UTC" }, files, env: {} } as unknown as Context;
  const folder = memoryFiles(disk, POC).folder(POC);
  const { records } = await readPoc(context, folder, readFolder(folder));
  return standingOf(records, asOf(records, { now: () => Date.parse(now) }, undefined)).evals[0]!;
}

const lines = (text: string, pattern: RegExp) => text.split("\n").filter((line) => pattern.test(line));

/** What each place says of the eval, for people to read. */
function shown(name: string, { status, check, memo, json }: Told): string {
  const all = status.split("\n");
  const from = all.findIndex((line) => /^ {2}proof /.test(line));
  const block = all.slice(
    from,
    all.findIndex((line, index) => index > from && line === ""),
  );
  return [
    `=== ${name}`,
    ...block,
    ...lines(check, /^(evals\.yaml|log\/[^:]*):.*: (error|warning)\[(eval|result|assumption)-/),
    ...lines(memo, /^\| \*\*The proof/),
    json.sentence,
    "",
  ].join("\n");
}

describe("status, check, memo and JSON say the same of an eval", () => {
  const texts: string[] = [];

  test.each(CASES)("$name", async (one) => {
    const said = await told(one);
    const wording = evalWording(said.standing);
    const { verdict, range, level, result, counts, needed } = wording;
    texts.push(shown(one.name, said));
    expect(verdict).toBe(one.verdict);

    const row = lines(said.memo, /^\| \*\*The proof\*\* \(/)[0]!.replaceAll("\\", "");
    for (const part of [`**${verdict}**`, range === "" ? "" : `${range} (${level})`, result, counts, needed]) {
      expect(row).toContain(part);
    }

    const [head] = lines(said.status, /^ {2}proof /);
    expect(head).toMatch(new RegExp(`  ${verdict}$`));
    for (const part of [range === "" ? "" : `plausibly ${range}`, result, `needed ${needed}`])
      expect(said.status).toContain(part);

    expect(said.json.sentence).toBe(evalSentence(said.standing));
    for (const part of [range, result, needed, said.standing.verdict === "unmeasured" ? "" : verdict])
      expect(said.json.sentence).toContain(part);
    expect(said.json).toMatchObject({
      verdict: said.standing.verdict,
      interim: said.standing.interim,
      leaning: said.standing.leaning ?? null,
    });
    expect(verdict.toLowerCase()).toContain(said.json.verdict);
    const { change } = said.standing;
    if (change !== undefined)
      expect(said.json.change).toMatchObject({ low: finite(change.low), high: finite(change.high) });

    expect(codesOf(said.check)).toEqual(expectedCodes(said.standing, one.when));
    const [found] = lines(said.check, /(eval-(not-met|unsettled)|result-contradicts)\]/);
    if (found !== undefined && said.standing.verdict !== "invalid")
      for (const part of [counts, needed, range]) expect(found).toContain(part);
    if (said.standing.verdict === "invalid")
      expect(said.check).toMatch(
        /^log\/2026-11-24-1600-proof-\w+\.yaml:\d+:\d+: error\[result-(contradicts|unit-mismatch)\]: proof: /m,
      );
  });

  test("in these words", async () => {
    expect(texts).toHaveLength(CASES.length);
    await expect(texts.join("\n")).toMatchFileSnapshot(GOLDEN);
  });
});

function finite(bound: number): number | null {
  return Number.isFinite(bound) ? bound : null;
}

/** Codes of the policy on the eval itself. */
function codesOf(check: string): readonly string[] {
  return [...check.matchAll(/^\S+:\d+:\d+: \w+\[((?:eval|result)-[a-z-]+)\]/gm)].map((match) => match[1]!);
}

/** What a verdict means for `poc check`: met and what is not due are silent. */
function expectedCodes({ verdict, interim, judged }: EvalStanding, when: Case["when"]): readonly string[] {
  if (verdict === "invalid")
    return [judged!.result.value!.unit === "s" ? "result-unit-mismatch" : "result-contradicts"];
  if (verdict === "met" || interim) return [];
  if (verdict === "unmeasured") return [when === "interim" ? "eval-way-missing" : "eval-unmeasured"];
  return [verdict === "not met" ? "eval-not-met" : "eval-unsettled"];
}
