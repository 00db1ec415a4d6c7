import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { folderWatcher } from "../../../src/platform/disk/watch-folder.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "poc-watch-"));
  mkdirSync(join(root, "log"));
  writeFileSync(join(root, "poc.yaml"), "one");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test.each([
  ["written", () => writeFileSync(join(root, "poc.yaml"), "three")],
  ["added", () => writeFileSync(join(root, "log/a.yaml"), "")],
  ["removed", () => rmSync(join(root, "poc.yaml"))],
  [
    "replaced, as editors do",
    () => {
      writeFileSync(join(root, ".tmp"), "two");
      renameSync(join(root, ".tmp"), join(root, "poc.yaml"));
    },
  ],
  ["gone with its folder", () => rmSync(join(root, "log"), { recursive: true })],
])("a file that is %s is seen", async (_what, act) => {
  const seen = folderWatcher().change(root, ["log"]);
  act();
  expect(await seen).toBe("changed");
});

test("what changed between two waits is seen by the second", async () => {
  const watcher = folderWatcher();
  const first = watcher.change(root, ["log"]);
  writeFileSync(join(root, "poc.yaml"), "three");
  await first;
  writeFileSync(join(root, "poc.yaml"), "fourteen");
  expect(await watcher.change(root, ["log"])).toBe("changed");
});
