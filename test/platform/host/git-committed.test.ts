import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { committedFiles } from "../../../src/platform/host/git-committed.ts";

const root = mkdtempSync(join(tmpdir(), "poc-committed-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const poc = join(root, "pocs/a b");

function git(...args: readonly string[]): void {
  const who = ["-c", "user.name=Ana", "-c", "user.email=ana@example.com", "-c", "init.defaultBranch=main"];
  execFileSync("git", [...who, ...args], { cwd: root, stdio: "ignore" });
}

function commit(): void {
  git("add", "-A");
  git("commit", "-m", "x");
}

const write = (name: string, text: string) => writeFileSync(join(poc, "log", name), text);
const asked = () => committedFiles({ PATH: process.env["PATH"] }, poc, "log");

test("what commits edited and removed is told, merges and what was added again among it", () => {
  mkdirSync(join(poc, "log"), { recursive: true });
  expect(asked()).toBeUndefined();
  git("init");
  expect(asked()).toBeUndefined();
  for (const name of ["a.yaml", "b.yaml", "c.yaml", "d é.yaml"]) write(name, name);
  writeFileSync(join(poc, "poc.yaml"), "");
  commit();
  expect([...asked()!.files.keys()]).toEqual(["log/a.yaml", "log/b.yaml", "log/c.yaml", "log/d é.yaml"]);
  expect(asked()).toMatchObject({ edited: [], removed: [], shallow: false });

  write("a.yaml", "other");
  rmSync(join(poc, "log/d é.yaml"));
  writeFileSync(join(poc, "poc.yaml"), "x");
  commit();
  expect(asked()).toMatchObject({ edited: ["log/a.yaml"], removed: ["log/d é.yaml"] });
  expect(Buffer.from(asked()!.files.get("log/a.yaml")!).toString()).toBe("other");
  // What only lies in the folder is not committed.
  write("b.yaml", "not yet");
  expect(asked()).toMatchObject({ edited: ["log/a.yaml"] });
  git("checkout", ".");

  git("checkout", "-b", "side");
  write("e.yaml", "e");
  commit();
  git("checkout", "main");
  write("f.yaml", "f");
  commit();
  git("merge", "--no-ff", "-m", "x", "side");
  // Each side lacks what the other wrote: a merge that keeps both removes nothing.
  expect(asked()).toMatchObject({ edited: ["log/a.yaml"], removed: ["log/d é.yaml"] });

  git("checkout", "-b", "other", "HEAD~1");
  write("g.yaml", "g");
  commit();
  git("checkout", "main");
  git("merge", "--no-ff", "--no-commit", "other");
  rmSync(join(poc, "log/b.yaml"));
  commit();
  expect(asked()).toMatchObject({ removed: ["log/b.yaml", "log/d é.yaml"] });
});
