import { expect, test } from "vitest";
import { run, world } from "../../support/run.ts";

function cacheOf(sizes: readonly { readonly files: number; readonly bytes: number }[]) {
  const left = [...sizes];
  const next = () => left.shift()!;
  return { folder: "/home/ana/.cache/poc", size: next, mostBytes: 1e9, clear: next };
}

const cacheLine = (stdout: string) => stdout.split("\n").find((line) => / cache /.test(line));

test.each([
  [{ files: 0, bytes: 0 }, "ok  cache         nothing kept in /home/ana/.cache/poc"],
  [{ files: 1, bytes: 1200 }, "ok  cache         1 file, 2 kB of 1 GB in /home/ana/.cache/poc"],
  [{ files: 2412, bytes: 61_400_000 }, "ok  cache         2,412 files, 61 MB of 1 GB in /home/ana/.cache/poc"],
])("doctor says what is kept: %j", async (size, expected) => {
  const { stdout } = await run(["doctor"], world({ cache: cacheOf([size]) }));
  expect(cacheLine(stdout)?.replace(/^ok\s+cache\s+/, "ok  cache         ")).toBe(expected);
});

test("and clears it before it looks", async () => {
  const cache = cacheOf([
    { files: 3, bytes: 4000 },
    { files: 0, bytes: 0 },
  ]);
  const { stdout, stderr } = await run(["doctor", "--clear-cache"], world({ cache }));
  expect(stderr).toContain("Removed 3 files, 4 kB.");
  expect(cacheLine(stdout)).toContain("nothing kept");
});
