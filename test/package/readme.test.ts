import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../platform/temporary-folder.ts";

const root = join(import.meta.dirname, "../..");

test("the five minutes of the README, typed into a shell as they stand", () => {
  const work = temporaryFolder();
  const bin = join(work, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "poc"), `#!/bin/sh\nexec "${process.execPath}" "${join(root, "dist/poc.cjs")}" "$@"\n`);
  chmodSync(join(bin, "poc"), 0o755);
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const block = /<!-- poc: typed .*? -->\n```sh\n([^]*?)```/.exec(readme)![1]!;
  const env = { PATH: `${bin}:${process.env["PATH"]}`, HOME: work };
  const { status, stdout, stderr } = spawnSync("sh", ["-ec", block], { cwd: work, env, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  for (const answer of ["Wrote answers", "Started", "Stored", "memos/"]) expect(stdout).toContain(answer);
});
