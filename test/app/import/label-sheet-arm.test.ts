import { describe, expect, test } from "vitest";
import { DEFINITIONS, diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world } from "../../support/run.ts";

const evals = (arms: string) => `- id: right-rate
  metric: Right answers
  better: higher
  primary: true
  target: value >= 80%
  min_n: 100
  judge: LLM judge
${arms}`;
const TODAY = "  arms: [{ name: today, baseline: true }, { name: lexread }]\n";

/** Of 100 cases, the first `x` passed. */
const cases = (x: number) => `case,passed\n${Array.from({ length: 100 }, (_, k) => `q-${k},${k < x}\n`).join("")}`;

async function sheetOf(arms: string, imports: readonly string[], ...flags: readonly string[]) {
  const disk = diskWithPoc({
    "poc.yaml": DEFINITIONS["poc.yaml"]!.replace("answered_by: wrong-rate", "answered_by: right-rate"),
    "evals.yaml": evals(arms),
    "kill-criteria.yaml": "- id: no-residency\n  ask: Has the vendor refused EU residency?\n  by: 2026-11-27\n",
    "assumptions.yaml": "[]\n",
    "a.csv": cases(50),
    "b.csv": cases(90),
  });
  await run(["start"], world({ disk, now: "2026-11-23T09:00:00+01:00" }));
  for (const [index, words] of imports.entries()) {
    const typed = ["import", ...words.split(" ")];
    const done = await run(typed, world({ disk, now: `2026-11-25T1${index}:00:00+01:00`, ids: String(index) }));
    expect(done.stderr + done.exitCode, words).toMatch(/[014]$/);
  }
  const drawn = await run(
    ["cases", "right-rate", "--sample", "20", "--seed", "7", ...flags],
    world({ disk, now: "2026-11-26T10:00:00+01:00" }),
  );
  return {
    ...drawn,
    disk,
    csv: disk.get(`${POC}/labels/right-rate-7.csv`),
    page: disk.get(`${POC}/labels/right-rate-7.html`),
  };
}

const A = "a.csv --eval right-rate --arm today";
const B = "b.csv --eval right-rate --arm lexread";

describe("a sheet says whose answers it is about", () => {
  test.each<[string, readonly string[], string, number]>([
    ["today first", [A, B], "lexread", 90],
    ["today last", [B, A], "lexread", 90],
    ["only today", [A], "today", 50],
  ])("%s", async (_, imports, arm, counted) => {
    const { stdout, csv, page } = await sheetOf(TODAY, imports);
    expect(stdout).toContain(`20 cases of 100 of ${arm}, of which the judge counted ${counted}`);
    expect(csv).toMatch(new RegExp(`^case,label,note,arm,sheet\\nq-\\d+,,,${arm},7-`));
    expect(page).toContain(`<bdi>${arm}</bdi>`);
  });

  test("an arm can be named, and a wrong name is said", async () => {
    expect((await sheetOf(TODAY, [A, B], "--arm", "today")).stdout).toContain("100 of today");
    expect(await sheetOf(TODAY, [A, B], "--arm", "lexred")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("did you mean lexread"),
    });
  });

  test("a result without an arm has the sheet that it always had", async () => {
    const { stdout, csv } = await sheetOf("", ["b.csv --eval right-rate"]);
    expect(stdout).toContain("Drawn    20 cases of 100, of which");
    expect(csv).toMatch(/^case,label,note,sheet\n/);
  });

  test("in JSON", async () => {
    const { stdout } = await sheetOf(TODAY, [A, B], "--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({ data: { arm: "lexread" } });
  });
});
