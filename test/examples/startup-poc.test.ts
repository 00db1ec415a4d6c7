import { expect, test } from "vitest";
import { POC, run, world } from "../support/run.ts";
import { committedFiles, onDisk } from "./committed.ts";

const FILES = committedFiles("startup-poc");
const LIMITS: Readonly<Record<string, number>> = { "log-60": 3, "check-60": 3.5, "status-60": 3.5, "check-10k": 1 };

interface Result {
  readonly eval: string;
  readonly count: string;
  readonly evidence: string;
}

interface Run {
  readonly rounds: Readonly<Record<string, readonly number[]>>;
}

const results = [...FILES]
  .filter(([name]) => name.startsWith("log/"))
  .flatMap(([, text]) => JSON.parse(/^results: (.*)$/m.exec(text)?.[1] ?? "[]") as readonly Result[]);

test("it can be read and judged", async () => {
  const { exitCode, stderr } = await run(
    ["status", "--fail-on", "never"],
    world({ disk: onDisk(FILES, POC), now: "2027-03-01T09:00:00+01:00" }),
  );

  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
});

test("something was measured", () => {
  expect(results).not.toEqual([]);
});

test.each(results)("$eval $count is what the raw rounds of $evidence say", ({ eval: id, count, evidence }) => {
  const { rounds } = JSON.parse(FILES.get(evidence) ?? "{}") as Run;
  const ratios = rounds[id] ?? [];

  expect(`${ratios.filter((ratio) => ratio <= LIMITS[id]!).length}/${ratios.length}`).toBe(count);
});
