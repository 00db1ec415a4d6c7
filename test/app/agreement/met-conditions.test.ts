import { expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { run, world } from "../../support/run.ts";

const CONDITIONS = ["--condition", "DPA signed @Marta Weiss by 2026-12-18", "--condition", "Data deleted @Ana Ruiz"];

/** A go that follows a conditional one. */
async function decided(...flags: readonly string[]) {
  const disk = diskWithPoc({});
  const reasons = ["--why", "Wrong answers fell by half", "--override", "What is open is not needed"];
  const type = (now: string, ...args: readonly string[]) => run(args, world({ disk, now }));
  await type("2026-11-23T09:00:00+01:00", "start");
  const first = await type("2026-11-25T09:00:00+01:00", "decide", "conditional", ...reasons, ...CONDITIONS);
  expect(first.exitCode, first.stderr).toBe(0);
  return type("2026-11-26T09:00:00+01:00", "decide", "go", "--supersede", ...reasons, ...flags);
}

test.each<[string, readonly string[], string, string]>([
  ["by its first words", ["--met", "dpa"], "met", "nobody confirmed that it is met"],
  ["whole", ["--met", "DPA signed", "--met", "Data deleted"], "met", "met"],
  ["none of them", [], "nobody confirmed that it is met", "nobody confirmed that it is met"],
])("a condition that is met is named %s", async (_, flags, dpa, data) => {
  const { stdout, stderr, exitCode } = await decided(...flags);
  expect(exitCode, stderr).toBe(0);
  expect([stdout.includes(`DPA signed: ${dpa}`), stdout.includes(`Data deleted: ${data}`)]).toEqual([true, true]);
});

test.each([
  ["no condition", "review"],
  ["two conditions", "d"],
])("%s is refused, with what may be written", async (_, text) => {
  const { stderr, exitCode } = await decided("--met", text);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('--met "DPA signed" or --met "Data deleted"');
});
