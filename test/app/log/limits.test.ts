import { expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world } from "../../support/run.ts";

const NOW = "2026-11-23T09:00:00+01:00";
const LONG = "a".repeat(70_000);

test.each([
  ["log", LONG],
  ["log", "Fine", "--risk", `new-one=high: ${LONG}`],
  ["start", "--note", LONG],
])("%s names the limit of a text that is too long, and stores nothing", async (...words) => {
  const disk = diskWithPoc();
  const before = new Map(disk);
  const { exitCode, stderr } = await run(words, world({ disk, now: NOW }));
  expect(exitCode).toBe(2);
  expect(stderr).toContain("found 70,000 characters, expected at most 65,536");
  expect(disk).toEqual(before);
});

test("more than 1,000 terms are refused with their number", async () => {
  const disk = diskWithPoc();
  const evals = Array.from(
    { length: 200 },
    (_, k) =>
      `- { id: e${k}, metric: "M", measure: proportion, better: lower, baseline: 41/200, target: "reduction >= 40%", min_n: 175 }`,
  );
  disk.set(`${POC}/evals.yaml`, `${disk.get(`${POC}/evals.yaml`)}\n${evals.join("\n")}\n`);
  const before = new Map(disk);
  const { exitCode, stderr } = await run(["start"], world({ disk, now: NOW }));
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/found 1,\d{3} terms to freeze, expected at most 1,000/);
  expect(disk).toEqual(before);
});
