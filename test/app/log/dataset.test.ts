import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world } from "../../support/run.ts";

const CASES = '{"id": 1}\n{"id": 2}\n';
const HASH = createHash("sha256").update(CASES).digest("hex");

async function dataset(text: string, cwd = POC) {
  const disk = diskWithPoc();
  disk.set(`${POC}/data/cases.jsonl`, CASES);
  const here = world({ disk, cwd });
  const { stdout, stderr, exitCode } = await run(["log", "-e", "wrong-rate=22/200", "--dataset", text, "--json"], here);
  const stored = stdout === "" ? undefined : /"dataset": "([0-9a-f]*)"/.exec(stdout)?.[1];
  return { stored, stderr, exitCode };
}

test.each([
  ["a file, from where the person is", "data/cases.jsonl", POC],
  ["a file, from the folder of the PoC", "data/cases.jsonl", `${POC}/log`],
  ["its hash", HASH, POC],
  ["its hash in capitals, with its kind", `sha256:${HASH.toUpperCase()}`, POC],
])("%s is stored as its sha256", async (_, text, cwd) => {
  expect((await dataset(text, cwd)).stored).toBe(HASH);
});

test.each(["data/missing.jsonl", HASH.slice(0, 40)])("%s is refused, and nothing is stored", async (text) => {
  const { stored, stderr, exitCode } = await dataset(text);
  expect([stored, exitCode]).toEqual([undefined, 2]);
  expect(stderr).toContain("--dataset");
});
