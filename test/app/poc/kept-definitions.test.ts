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
  test.each([["check", "--all"], ["status"], ["show"], ["log", "A day"]])("is used by %s", async (...argv) => {
    expect(await callsOf(...argv)).toEqual(["load"]);
  });

  test("is not used by an act that freezes terms", async () => {
    expect(await callsOf("start")).toEqual([]);
    expect(await callsOf("amend", "--extend", "1", "--reason", "More runs", "--approver", "Marta")).toEqual([]);
    expect(await callsOf("decide", "no-go", "--why", "Enough", "--override", "It is", "--by", "Marta")).toEqual([]);
    expect(await callsOf("gate", "pass", "--approver", "Marta")).toEqual([]);
  });

  test("decides nothing of what is frozen, be it what it may", async () => {
    await run(["check"], here);
    const store = storeIn(here.disk, POC);
    // The text of the file stays, because it is what is compared; what was read of it is another cap.
    store.text = store.text!.replace(/\["n","200000"\]/, '["n","900000"]');
    expect((await run(["status"], here)).stdout).toContain("9,000.00 EUR");
    const { files } = await run(["start"], here);
    expect([...files].find(([name]) => name.includes("-start-"))?.[1]).toContain('"spend_cap": "2000.00 EUR"');
  });

  test("depends on no clock, no log and no environment", async () => {
    const answers = async (changes: Partial<World>) => {
      const warm = { ...here, ...changes };
      const cold = { ...warm, disk: new Map(here.disk) };
      for (const line of [["check"], ["status", "--json"]]) {
        const [kept, fresh] = [await run(line, warm), await run(line, cold)];
        expect({ ...kept, files: undefined }).toEqual({ ...fresh, files: undefined });
      }
    };
    await answers({});
    await answers({ now: "2026-12-09T08:00:00+01:00" });
    await answers({ zone: "Asia/Tokyo", env: { NO_COLOR: "1" }, columns: 40, author: undefined });
    await run(["log", "A run", "--eval", "wrong-answers=60/200"], here);
    await answers({ now: "2026-11-25T08:00:00+01:00" });
  });
});
