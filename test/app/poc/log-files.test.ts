import { expect, test } from "vitest";
import { committedFiles, onDisk } from "../../examples/committed.ts";
import { POC, run, world } from "../../support/run.ts";

/** The example with one file of its log under another name. */
function exampleWith(rename: (name: string) => string | undefined) {
  const disk = onDisk(committedFiles("retrieval-poc"), POC);
  const start = [...disk.keys()].find((name) => name.includes("/log/") && name.includes("-start-"))!;
  const text = disk.get(start)!;
  const to = rename(start);
  if (to !== undefined) {
    disk.delete(start);
    disk.set(to, text);
  }
  return { world: world({ disk, now: "2026-11-20T10:10:00+01:00" }), start };
}

interface Told {
  readonly diagnostics: readonly { readonly code: string }[];
}

async function codesOf(rename: (name: string) => string | undefined) {
  const { stdout, exitCode } = await run(["check", "--format", "json"], exampleWith(rename).world);
  const told = (JSON.parse(stdout) as Told).diagnostics.map(({ code }) => code);
  return { exitCode, told };
}

test.each([
  ["another ending", (name: string) => `${name}.txt`],
  ["a folder below log/", (name: string) => name.replace("/log/", "/log/2026/november/")],
  ["a hidden name", (name: string) => name.replace("/log/", "/log/.")],
])("a start that vanishes by %s is named, and nothing is judged", async (_how, rename) => {
  const { exitCode, told } = await codesOf(rename);
  expect(told).toContain("entry-misnamed");
  expect(exitCode).toBe(3);
});

test("an ending in capitals is read like any other", async () => {
  const before = await codesOf(() => undefined);
  expect(await codesOf((name) => name.replace(/\.yaml$/, ".YAML"))).toEqual(before);
});

test("what an editor left beside an entry that is there is only named", async () => {
  const { world: here, start } = exampleWith(() => undefined);
  here.disk.set(`${start}~`, here.disk.get(start)!);
  here.disk.set(start.replace("/log/", "/log/.").replace(".yaml", ".yaml.swp"), "x");
  const { stdout } = await run(["check", "--format", "json"], here);
  const told = (JSON.parse(stdout) as Told).diagnostics.map(({ code }) => code);
  expect(told.filter((code) => code === "log-file-not-read")).toHaveLength(1);
  expect(told).not.toContain("entry-misnamed");
});
