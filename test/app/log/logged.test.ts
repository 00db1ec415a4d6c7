import { expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import type { Disk } from "../../support/memory-files.ts";
import { POC, run, world } from "../../support/run.ts";

const TUESDAY = "2026-11-24T10:00:00+01:00";
const WEDNESDAY = "2026-11-25T15:00:00+01:00";

async function begun(): Promise<Disk> {
  const disk = diskWithPoc();
  await run(["start"], world({ disk, now: "2026-11-23T08:00:00+01:00" }));
  await run(["log", "Reranker on", "--spend", "12.40:tokens"], world({ disk, now: TUESDAY }));
  return disk;
}

/** Moments of the entries that a command adds: when each was written, or nothing where it does not say so. */
async function loggedBy(disk: Disk, line: readonly string[], now: string): Promise<readonly (string | undefined)[]> {
  const before = new Set(disk.keys());
  const { exitCode, stderr } = await run(line, world({ disk, now }));
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  const added = [...disk].filter(([name]) => !before.has(name) && name.includes("/log/"));
  return added.map(([, text]) => /^logged: "(.*)"$/m.exec(text)?.[1]);
}

test.each<[string, readonly string[], readonly (string | undefined)[]]>([
  ["of now", ["log", "Now", "--spend", "5:tokens"], [undefined]],
  ["of this morning, behind nothing", ["log", "Early", "--at", "09:00", "--spend", "5:tokens"], [undefined]],
  ["of yesterday", ["log", "Late", "--date", "yesterday", "--spend", "5:tokens"], [WEDNESDAY]],
  ["a back-dated answer", ["log", "--date", "yesterday", "--answer", "no-residency=no"], [WEDNESDAY]],
  ["a back-dated result", ["log", "--date", "yesterday", "--eval", "wrong-rate=22/200"], [WEDNESDAY]],
])("an entry says when it was written, where that is later: %s", async (_, line, expected) => {
  expect(await loggedBy(await begun(), line, WEDNESDAY)).toEqual(expected);
});

test("one of the same day says so where it is dated before what was known", async () => {
  const now = "2026-11-24T16:00:00+01:00";
  expect(await loggedBy(await begun(), ["log", "Early", "--at", "09:00", "--spend", "5:tokens"], now)).toEqual([now]);
});

test("a first import is the same for everybody; one that replaces it says when it was written", async () => {
  const disk = await begun();
  const bill = (amount: string) =>
    disk.set(
      `${POC}/bill.json`,
      `{"object":"page","data":[{"object":"bucket","start_time":1795478400,"end_time":1795564800,"results":[{"object":` +
        `"organization.costs.result","amount":{"value":${amount},"currency":"eur"},"line_item":"gpt-4.1, input",` +
        `"project_id":"p1"}]}],"has_more":false,"next_page":null}\n`,
    );
  bill("30");
  const line = ["import", `${POC}/bill.json`, "--yes"];
  expect(await loggedBy(disk, line, "2026-11-25T09:00:00+01:00")).toEqual([undefined]);
  bill("10");
  expect(await loggedBy(disk, line, WEDNESDAY)).toEqual([WEDNESDAY]);
});
