import { beforeEach, describe, expect, test } from "vitest";
import { POC, run, storeIn, world, type World } from "../../support/run.ts";

const BARE = "init . --yes --title T --question Q? --unknown U? --sponsor Marta --stack node --production-stack node";
const INIT = BARE.split(" ").concat(
  ["--cap", "2000 EUR", "--mvp-budget", "9000 EUR", "--metric", "Wrong answers", "--baseline", "82/400"],
  ["--target", "reduction >= 40%", "--min-n", "400", "--kill-when", "wrong-answers > 18%", "--kill-by", "day 7"],
  ["--payback", "12 months"],
);

let here: World;

beforeEach(async () => {
  here = world({ now: "2026-11-23T09:00:00+01:00" });
  expect((await run(INIT, here)).exitCode).toBe(0);
});

async function callsOf(...argv: readonly string[]): Promise<readonly string[]> {
  const store = storeIn(here.disk, POC);
  await run(["check"], here);
  store.calls.length = 0;
  const { exitCode, stderr } = await run(argv, here);
  expect(exitCode, stderr).toBeLessThan(2);
  return store.calls;
}

describe("what was kept of the definitions", () => {
  test.each([["check"], ["status"], ["show"], ["log", "A day"]])("is used by %s", async (...argv) => {
    expect(await callsOf(...argv)).toEqual(["load"]);
  });

  test("is not used by an act that freezes terms", async () => {
    expect(await callsOf("start")).toEqual([]);
    expect(await callsOf("amend", "--extend", "1", "--reason", "More runs", "--approver", "Marta")).toEqual([]);
    expect(await callsOf("decide", "no-go", "--why", "Enough", "--override", "It is", "--by", "Marta")).toEqual([]);
    expect(await callsOf("gate", "pass", "--approver", "Marta")).toEqual([]);
  });
});
