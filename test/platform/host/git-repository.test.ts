import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { gitRepository } from "../../../src/platform/host/git-repository.ts";

const root = mkdtempSync(join(tmpdir(), "poc-repository-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function git(cwd: string, ...args: readonly string[]): void {
  const who = ["-c", "user.name=Ana", "-c", "user.email=ana@example.com", "-c", "init.defaultBranch=main"];
  execFileSync("git", [...who, ...args], { cwd, stdio: "ignore" });
}

function folder(...names: readonly string[]): string {
  const path = join(root, ...names);
  mkdirSync(path, { recursive: true });
  return path;
}

describe("the place of a folder in its repository", () => {
  const clone = folder("clone");
  git(clone, "init");
  const poc = folder("clone", "pocs", "a b");
  writeFileSync(join(poc, "poc.yaml"), "");
  git(clone, "add", ".");
  git(clone, "commit", "-m", "x");

  test("in a clone", () => {
    expect(gitRepository({}).placeOf(poc)).toBe("pocs/a b");
    expect(gitRepository({}).placeOf(clone)).toBe("");
  });

  test("in a worktree, whose .git is a file", () => {
    git(clone, "worktree", "add", "--detach", "../tree");
    expect(gitRepository({}).placeOf(join(root, "tree/pocs/a b"))).toBe("pocs/a b");
  });

  test("through a symbolic link", () => {
    symlinkSync(poc, join(root, "link"));
    expect(gitRepository({}).placeOf(join(root, "link"))).toBe("pocs/a b");
  });

  test("a .git that is no repository is passed by", () => {
    folder("clone", "pocs", "a b", ".git");
    expect(gitRepository({}).placeOf(poc)).toBe("pocs/a b");
  });

  test.each(["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])("in a copy without .git, by %s", (name) => {
    const copy = folder("copy", "pocs", "a");
    expect(gitRepository({ [name]: join(root, "copy") }).placeOf(copy)).toBe("pocs/a");
    expect(gitRepository({ [name]: join(root, "cop") }).placeOf(copy)).toBeUndefined();
    expect(gitRepository({ [name]: "copy" }).placeOf(copy)).toBeUndefined();
    expect(gitRepository({ [name]: join(root, "gone") }).placeOf(copy)).toBeUndefined();
    expect(gitRepository({ [name]: root }).placeOf(poc)).toBe("pocs/a b");
  });

  test("nowhere", () => {
    expect(gitRepository({}).placeOf(folder("alone"))).toBeUndefined();
  });
});
