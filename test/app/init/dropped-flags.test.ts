import { describe, expect, test } from "vitest";
import type { Disk } from "../../support/memory-files.ts";
import { run, world } from "../../support/run.ts";

async function init(...flags: readonly string[]) {
  const disk: Disk = new Map();
  const here = world({ disk, now: "2026-11-23T09:00:00+01:00", cwd: "/work" });
  const { exitCode, stderr } = await run(["init", "/work/new", "--yes", ...flags], here);
  const text = ["poc.yaml", "evals.yaml", "kill-criteria.yaml"].map((name) => disk.get(`/work/new/${name}`)).join("\n");
  return { exitCode, stderr, files: disk.size, text };
}

const TITLE = ["--title", "T"];
const ASK = ["--kill-ask", "Is it bad?"];
const WHEN = ["--metric", "Wrong answers", "--kill-when", "wrong-answers > 18%"];

describe("nothing that was typed is dropped: what fits nothing is refused", () => {
  test.each<[string, readonly string[], RegExp]>([
    ["a day behind the usual ten", [...ASK, "--kill-by", "day 17"], /--kill-by.*day 10\).*\n.*write "day 10"/],
    ["a day behind a short timebox", [...ASK, "--days", "5", "--kill-by", "day 7"], /day 5/],
    ["a day in words", [...ASK, "--kill-by", "day twelve"], /day 10/],
    ["day zero", [...ASK, "--kill-by", "day 0"], /day 1/],
    ["the day of no criterion", ["--kill-by", "day 7"], /--kill-by.*kill criterion/],
    ["the name of no criterion", ["--kill-id", "residency"], /--kill-id.*kill criterion/],
    ["two criteria in one", [...WHEN, ...ASK], /--kill-ask.*--kill-when/],
    ["the name of no metric", ["--eval-id", "wrong"], /--eval-id.*no metric/],
    ["the measure of no metric", ["--measure", "mean"], /--measure.*no metric/],
    ["the judge of no metric", ["--judge", "two agents"], /--judge.*no metric/],
    ["the way of no metric", ["--measured-by", "npm run eval"], /--measured-by.*no metric/],
    ["the reason of no metric", ["--why", "it is cheaper"], /--why.*no metric/],
    ["the direction of no metric", ["--higher-is-better"], /--higher-is-better.*no metric/],
    ["a baseline of no metric", ["--baseline", "41/200"], /--baseline.*no metric/],
    [
      "an answer to no unknown",
      ["--unknown", "A?", "--answered-by", "a", "--answered-by", "b"],
      /--answered-by: found 2 for 1 unknown/,
    ],
    ["a first day at the weekend", ["--start", "2026-11-28"], /--start.*\n.*write 2026-11-30/],
    ["a title beside the example", ["--example"], /--title does not go with --example/],
    ["a triage beside the terms of another", ["--from", "../old", "--pattern-known"], /--pattern-known does not go/],
  ])("%s", async (_, flags, message) => {
    const { exitCode, stderr, files } = await init(...TITLE, ...flags);
    expect([exitCode, files]).toEqual([2, 0]);
    expect(stderr).toMatch(message);
  });

  test.each<[readonly string[], string]>([
    [[...ASK, "--kill-by", "day 7"], "by: 2026-12-01"],
    [[...ASK, "--kill-by", "day five"], "by: 2026-11-27"],
    [[...ASK, "--kill-by", "Day 10"], "by: 2026-12-04"],
    [[...ASK, "--days", "15", "--kill-by", "day 12"], "by: 2026-12-08"],
    [["--start", "2026-11-30"], "start: 2026-11-30"],
  ])("%s", async (flags, line) => {
    const { exitCode, stderr, text } = await init(...TITLE, ...flags);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(text).toContain(line);
  });
});

describe("a figure is measured as its baseline says", () => {
  test.each([
    ["0.09 EUR sd 0.02 n 50", "reduction >= 50%", "mean"],
    ["0.09 EUR sd 0.02 EUR n 50", "50% fewer", "mean"],
    ["0.09 EUR, sd 0.02, n 50", "value <= 0.05 EUR", "mean"],
    ["1.8 s sd 300 ms n 50", "not more than 10% worse", "mean"],
    ["0.09 EUR", "reduction >= 50%", "mean"],
    ["1.8 s", "value <= 1 s", "mean"],
    ["3.5", "at least 4", "mean"],
    ["41/200", "reduction >= 40%", "proportion"],
    ["41 of 200", "5pp lower", "proportion"],
    ["20%", "at most 12%", "proportion"],
    [undefined, "value <= 12%", "proportion"],
    [undefined, "value <= 0.05 EUR", "mean"],
  ])("%s, %s: %s", async (baseline, target, measure) => {
    const today = baseline === undefined ? [] : ["--baseline", baseline];
    const better = target.startsWith("not more") ? ["--why", "half the price", "--higher-is-better"] : [];
    const { exitCode, stderr, text } = await init(
      ...TITLE,
      "--metric",
      "Cost",
      ...today,
      "--target",
      target,
      ...better,
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(text).toContain(`measure: ${measure}`);
  });

  test.each([
    ["0.2", "at most 12%", "write 20%"],
    ["0.09 EUR sd 0.02 USD n 50", "reduction >= 50%", "0.09 EUR sd 0.02 n 50"],
  ])("%s, %s is refused with the corrected text", async (baseline, target, hint) => {
    const { exitCode, stderr } = await init(...TITLE, "--metric", "Cost", "--baseline", baseline, "--target", target);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(hint);
  });

  test("a measure that contradicts the baseline is said with what to write", async () => {
    const wrong = ["--metric", "Cost", "--measure", "proportion", "--baseline", "0.09 EUR sd 0.02 n 50"];
    const { exitCode, stderr } = await init(...TITLE, ...wrong);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("write measure: mean");
  });
});
