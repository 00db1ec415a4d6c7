import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemPager } from "../../../src/platform/person/pager.ts";

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "poc-pager-"))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A pager that keeps what it was given and how it was called. */
function keeping(): string {
  const path = join(folder, "keep");
  writeFileSync(path, `#!/bin/sh\n{ echo "$*|$LESS"; cat; } > "${folder}/kept"\n`);
  chmodSync(path, 0o700);
  return path;
}

test("the pager that PAGER names gets the text, its arguments, and how less is to behave", () => {
  const path = keeping();
  const env = { PATH: process.env["PATH"], PAGER: `${path} -x 2` };
  expect(systemPager(env).page("one\nzwei ü\n")).toBe(true);
  expect(readFileSync(`${folder}/kept`, "utf8")).toBe("-x 2|FRX\none\nzwei ü\n");
  systemPager({ ...env, LESS: "S" }).page("");
  expect(readFileSync(`${folder}/kept`, "utf8")).toBe("-x 2|S\n");
});

test.each(["", "cat", "/nowhere/pager"])("PAGER=%j shows nothing, so that the text is still printed", (PAGER) => {
  expect(systemPager({ PATH: process.env["PATH"], PAGER }).page("text\n")).toBe(false);
});

test("a pager that the person leaves early has shown the text", () => {
  expect(systemPager({ PATH: process.env["PATH"], PAGER: "true" }).page("x".repeat(1_000_000))).toBe(true);
});
