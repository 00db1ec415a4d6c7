import { describe, expect, test } from "vitest";
import type { Disk } from "../../support/memory-files.ts";
import { run, world } from "../../support/run.ts";

const METRIC = ["--metric", "Right answers", "--baseline", "360/400", "--why", "half the cost"];

async function init(...flags: readonly string[]) {
  const disk: Disk = new Map();
  const here = world({ disk, now: "2026-11-23T09:00:00+01:00", cwd: "/work" });
  const { exitCode, stderr } = await run(["init", "/work/new", "--yes", "--title", "T", ...METRIC, ...flags], here);
  const evals = disk.get("/work/new/evals.yaml") ?? "";
  return { exitCode, stderr, files: disk.size, better: /^ *better: (\w+)$/m.exec(evals)?.[1] };
}

describe("the good direction of a new figure is never guessed", () => {
  test.each(["not worse than 3pp", "not more than 10% worse", "difference >= 5pp", "value >= 90% worse"])(
    "%s alone is refused",
    async (target) => {
      const { exitCode, stderr, files } = await init("--target", target);
      expect([exitCode, files]).toEqual([2, 0]);
      expect(stderr).toContain("--target");
    },
  );

  test.each([
    ["at most 3pp higher", "lower"],
    ["at most 3pp lower", "higher"],
    ["5pp lower", "lower"],
    ["5 points higher", "higher"],
    ["at most 12%", "lower"],
    ["at least 95%", "higher"],
  ])("%s says it: %s", async (target, better) => {
    expect(await init("--target", target)).toMatchObject({ exitCode: 0, better });
  });

  test.each(["not worse than 3pp", "difference >= 5pp"])("%s with --higher-is-better", async (target) => {
    expect(await init("--target", target, "--higher-is-better")).toMatchObject({ exitCode: 0, better: "higher" });
  });

  test.each(["at most 12%", "reduction >= 40%", "5pp lower"])("%s against --higher-is-better", async (target) => {
    const { exitCode, stderr } = await init("--target", target, "--higher-is-better");
    expect(exitCode).toBe(2);
    expect(stderr).toContain("--higher-is-better");
  });
});
