import { expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world } from "../../support/run.ts";

/** A baseline that names its file of cases, as somebody wrote it into evals.yaml by hand. */

const EVALS = (baseline: string) => `- id: wrong-rate
  metric: Wrong answers
  better: lower
  primary: true
  baseline: ${baseline}   # of the audit
  target: reduction >= 10%
  min_n: 100
  measured_by: runs/*.csv
`;

const cases = (every: number) =>
  `case,wrong\n${Array.from({ length: 120 }, (_, k) => `q${k},${k % every === 0}\n`).join("")}`;

function pocWith(baseline: string) {
  const disk = diskWithPoc({
    "evals.yaml": EVALS(baseline),
    "assumptions.yaml": "[]\n",
    "kill-criteria.yaml": "- id: no-residency\n  ask: Has the vendor refused?\n  by: 2026-11-27\n",
    "today.csv": cases(3),
    "new.csv": cases(12),
  });
  const asked = (...args: readonly string[]) => run(args, world({ disk, now: "2026-11-23T09:00:00+01:00" }));
  const kept = () => [...disk.keys()].find((path) => path.startsWith(`${POC}/cases/`))!;
  return { disk, asked, kept };
}

test("without its figure it is refused with the command that counts it, and nothing else is said of the eval", async () => {
  const { asked } = pocWith("{ cases: today.csv }");
  const { exitCode, stderr } = await asked("start");
  expect(exitCode).toBe(3);
  expect(stderr.match(/error\[[a-z-]+\]/g)).toEqual(["error[invalid-baseline]"]);
  expect(stderr).toContain("poc import today.csv --eval wrong-rate --as-baseline");
});

test("the command puts the figure in its place, and candidates on its cases are compared case by case", async () => {
  const { disk, asked, kept } = pocWith("{ cases: today.csv }");
  expect((await asked("import", "today.csv", "--eval", "wrong-rate", "--as-baseline")).exitCode).toBe(0);
  const file = kept().slice(POC.length + 1);
  expect(disk.get(`${POC}/evals.yaml`)).toContain(`baseline: 40/120 from ${file}#wrong   # of the audit`);
  expect((await asked("start")).exitCode).toBe(0);
  expect((await asked("import", "new.csv", "--eval", "wrong-rate", "--yes")).stdout).toContain(
    "both 10, only baseline 30",
  );
});

const LOST = /the baseline was counted from cases\/[\w-]+\.csv, which is gone/;

test.each<[string, RegExp]>([
  ["memo -o -", LOST],
  ["next", LOST],
  ["status", /Fix what a start would refuse/],
])("of a draft, poc %s knows that a file of cases is gone", async (line, said) => {
  const { disk, asked, kept } = pocWith("{ cases: today.csv }");
  await asked("import", "today.csv", "--eval", "wrong-rate", "--as-baseline");
  const isSaid = async () => said.test((await asked(...line.split(" "))).stdout.replace(/\s+/g, " "));
  expect(await isSaid()).toBe(false);
  disk.delete(kept());
  expect(await isSaid()).toBe(true);
});

test.each<[string, (text: string) => string | undefined, string]>([
  ["gone", () => undefined, "gone"],
  ["changed", (text) => text.replace("q1,false", "q1,true"), "changed since"],
])("a file that is %s is named at the start, at an import and beside the hashes", async (_, change, word) => {
  const { disk, asked, kept } = pocWith("{ cases: today.csv }");
  await asked("import", "today.csv", "--eval", "wrong-rate", "--as-baseline");
  const [path, text] = [kept(), disk.get(kept())!];
  const lose = () => {
    const changed = change(text);
    if (changed === undefined) disk.delete(path);
    else disk.set(path, changed);
  };
  lose();
  const refused = await asked("start");
  expect([refused.exitCode, refused.stderr.includes(word)]).toEqual([3, true]);
  disk.set(path, text);
  expect((await asked("start")).exitCode).toBe(0);
  lose();
  expect((await asked("import", "new.csv", "--eval", "wrong-rate", "--dry-run")).stdout.replace(/\s+/g, " ")).toContain(
    word,
  );
  const hashes = await asked("check", "--hash");
  expect([hashes.exitCode, hashes.stdout.replace(/\s+/g, " ").includes(word)]).toEqual([1, true]);
});

test.each<[string, number]>([
  ["{ count: 40/120, cases: cases/today.csv#wrong }", 0],
  ["{ value: 33.3%, source: audit, cases: cases/today.csv#wrong }", 0],
  ["{ count: 40/120, cases: cases/today.csv }", 3],
])("%s beside its file", async (baseline, exitCode) => {
  const { asked } = pocWith(baseline);
  const { stdout, stderr } = await asked("status", "--format", "json");
  expect(
    JSON.parse(stdout)
      .diagnostics.map(({ code }: { code: string }) => code)
      .includes("invalid-baseline"),
  ).toBe(exitCode === 3);
  expect(stderr).toBe("");
});
