import { expect, test } from "vitest";
import { openPoc } from "../../../src/app/poc/open-poc.ts";
import type { Context } from "../../../src/app/ports/ports.ts";
import { systemZones } from "../../../src/platform/host/zones.ts";
import { diskWithPoc } from "../../support/definitions.ts";
import { condition, gateOf } from "../../support/gates.ts";
import { memoryFiles } from "../../support/memory-files.ts";
import { date } from "../../support/records.ts";
import { POC, run, world } from "../../support/run.ts";
import { foundInPlace } from "../../../src/app/documents/found-files.ts";

async function found(memos: readonly string[], day: string) {
  const disk = diskWithPoc(
    Object.fromEntries(
      [...memos.map((name) => `memos/${name}`), "runs/a.csv", "runs/deep/b.csv"].map((name) => [name, "x"]),
    ),
  );
  const context = {
    cwd: POC,
    files: memoryFiles(disk, POC),
    zones: systemZones({}),
    env: {},
    definitionStore: () => undefined,
  } as unknown as Context;
  const gates = [gateOf(0, "g", { artifacts: [condition("runs", { file: "runs/*.csv" })] })];
  return foundInPlace(await openPoc(context, undefined), { gates, checklists: [] }, date(day));
}

test.each<[string, readonly string[], string, readonly string[]]>([
  ["none", [], "2026-12-10", []],
  [
    "the latest of its kind",
    ["decision-2026-12-01.md", "decision-2026-12-04.md"],
    "2026-12-10",
    ["memos/decision-2026-12-04.md"],
  ],
  [
    "none that is dated later",
    ["decision-2026-12-01.md", "decision-2026-12-04.md"],
    "2026-12-03",
    ["memos/decision-2026-12-01.md"],
  ],
  [
    "Markdown before its page and its print",
    ["decision-2026-12-04.html", "decision-2026-12-04.md", "decision-2026-12-04.pdf"],
    "2026-12-10",
    ["memos/decision-2026-12-04.md"],
  ],
  [
    "a page that is later",
    ["decision-2026-12-04.md", "decision-2026-12-05.html"],
    "2026-12-10",
    ["memos/decision-2026-12-05.html"],
  ],
  ["what has no day is no document", ["decision.md", "notes.txt"], "2026-12-10", []],
])("documents: %s", async (_, memos, day, expected) => {
  expect((await found(memos, day)).documents.map(({ path }) => path)).toEqual(expected);
});

test("files are those of the folders that a gate asks about", async () => {
  expect((await found([], "2026-12-10")).files).toEqual(["runs/a.csv"]);
});

test("poc gate tells a stale document from one that is current", async () => {
  const disk = diskWithPoc();
  const at = (now: string) => world({ disk, now });
  const state = async (now: string) => {
    const { data } = JSON.parse((await run(["gate", "--format", "json"], at(now))).stdout) as {
      data: { gates: { id: string; artifacts: { id: string; state: string }[] }[] };
    };
    return data.gates[1]!.artifacts.find(({ id }) => id === "feasibility-poc.memo-file")!.state;
  };
  await run(["start"], at("2026-11-23T09:00:00+01:00"));
  expect(await state("2026-11-24T09:00:00+01:00")).toBe("open");
  await run(["memo"], at("2026-11-24T09:00:00+01:00"));
  expect(await state("2026-11-24T09:05:00+01:00")).toBe("met");
  await run(["log", "more"], at("2026-11-24T10:00:00+01:00"));
  expect(await state("2026-11-24T10:05:00+01:00")).toBe("stale");
  await run(["memo"], at("2026-11-24T11:00:00+01:00"));
  expect(await state("2026-11-24T11:05:00+01:00")).toBe("met");
  const path = `${POC}/memos/decision-2026-11-24.md`;
  disk.set(path, disk.get(path)!.replace("#", "# Better:"));
  expect(await state("2026-11-24T11:10:00+01:00")).toBe("open");
});

test("of a document nobody says that poc did not render it because a later one lies beside it", async () => {
  const disk = diskWithPoc();
  await run(["start"], world({ disk, now: "2026-11-23T09:00:00+01:00" }));
  await run(["memo"], world({ disk, now: "2026-11-24T09:00:00+01:00" }));
  await run(["memo"], world({ disk, now: "2026-11-26T09:00:00+01:00" }));
  const { stdout } = await run(["gate", "1"], world({ disk, now: "2026-11-25T09:00:00+01:00" }));
  expect(/memos\/decision-2026-11-24\.md.*/.exec(stdout)?.[0]).toBe("memos/decision-2026-11-24.md");
});
