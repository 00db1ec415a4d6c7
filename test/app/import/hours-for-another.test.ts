import { expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world } from "../../support/run.ts";

/** Hours that one person imports in the name of another. */

const KLOG = "2026-11-25 (8h!)\n    8:00 - 12:00 Reranker #poc\n";
const TOGGL = `User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags
Ana Ruiz,ana@example.com,,rag-poc,,Labelling,No,2026-11-26,09:00:00,2026-11-26,10:20:00,01:20:00,
Ben Ode,ben@example.com,,rag-poc,,Labelling,No,2026-11-26,09:00:00,2026-11-26,11:00:00,02:00:00,
`;
const NOW = "2026-12-01T10:00:00+01:00";
const BEN = "Ben Ode <ben@example.com>";
const isTime = ([name, text]: readonly [string, string]) => name.startsWith(`${POC}/log/`) && text.includes("\ntime: ");

async function imported(line: readonly string[], author?: string) {
  const disk = diskWithPoc({ "week.klg": KLOG, "toggl.csv": TOGGL });
  await run(["start"], world({ disk, now: "2026-11-23T09:00:00+01:00" }));
  const here = world({ disk, now: NOW, ...(author === undefined ? {} : { author }) });
  expect((await run(["import", ...line, "--yes"], here)).exitCode).toBe(0);
  return { disk, here, entries: () => [...disk].filter(isTime) };
}

test("hours of a file without a name say who recorded them for another person, and twice is once", async () => {
  const { here, entries } = await imported(["week.klg", "--by", BEN]);
  const [[, text = ""] = []] = entries();
  expect(text.split("\n").slice(1, 3)).toEqual([`by: "${BEN}"`, `recorded_by: "Ana Ruiz <ana@example.com>"`]);
  await run(["import", "week.klg", "--by", BEN, "--yes"], here);
  expect(entries()).toHaveLength(1);
});

test("the same week imported by its owner on another branch merges without a conflict and counts once", async () => {
  const [ana, ben] = [await imported(["week.klg", "--by", BEN]), await imported(["week.klg"], BEN)];
  const [[name] = [], [other] = []] = [ana.entries()[0], ben.entries()[0]];
  expect(name).not.toBe(other);
  const disk = new Map([...ana.disk, ...ben.entries()]);
  const { stdout } = await run(["status", "--json"], world({ disk, now: NOW }));
  expect((JSON.parse(stdout) as { data: { effort: { hours: string } } }).data.effort.hours).toBe("4");
});

test("of a file that names several people nobody speaks for another", async () => {
  const { entries } = await imported(["toggl.csv", "--by", BEN]);
  expect(entries().map(([, text]) => text.includes("recorded_by"))).toEqual([false, false]);
});
