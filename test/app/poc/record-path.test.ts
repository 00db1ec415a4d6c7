import { describe, expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world } from "../../support/run.ts";

const NOW = "2026-11-23T09:00:00+01:00";

describe("a file of the records is never written over", () => {
  test.each([
    ["poc.yaml"],
    ["./evals.yaml"],
    ["EVALS.YAML"],
    ["value.yaml"],
    ["log/2026-11-24-0900-note-aaaaaa1.yaml"],
    ["log/memo.md"],
    ["cases/run.jsonl"],
    ["templates/memo/decision.md.hbs"],
    ["memos/../costs.yaml"],
    [`${POC}/kill-criteria.yaml`],
    ["risks.yaml"],
  ])("by --out %s", async (out) => {
    const disk = diskWithPoc();
    const before = new Map(disk);
    for (const words of [["memo"], ["memo", "business-case"], ["checklist", "exit"], ["memo", "--format", "html"]]) {
      const { exitCode, stderr } = await run([...words, "--out", out, "--force"], world({ disk, now: NOW }));
      expect([words, exitCode]).toEqual([words, 2]);
      expect(stderr).toContain("is a file of the records");
    }
    expect(disk).toEqual(before);
  });

  test("of another PoC neither", async () => {
    const disk = diskWithPoc();
    disk.set("/work/other/poc.yaml", "version: 1\n");
    const { exitCode } = await run(["memo", "--out", "/work/other/log/x.yaml"], world({ disk, now: NOW }));
    expect(exitCode).toBe(2);
  });

  test.each([["report.md"], ["memos/mine.md"], ["/tmp/poc.yaml"], ["logs/x.md"]])("%s is none", async (out) => {
    const disk = diskWithPoc();
    const { exitCode } = await run(["memo", "--out", out], world({ disk, now: NOW }));
    expect(exitCode).toBe(0);
  });
});
