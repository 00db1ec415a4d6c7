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

const clone = folder("clone");
git(clone, "init");

describe("the place of a folder in its repository", () => {
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

describe("files where a branch left another", () => {
  const text = (bytes: Uint8Array | undefined) => (bytes === undefined ? undefined : Buffer.from(bytes).toString());
  const ask = (at: string, ref: string) => gitRepository(process.env).filesAtBase(at, ref, ["log"], 1000);
  const origin = folder("origin");
  git(origin, "init");
  const here = folder("origin", "pocs", "ä b");
  folder("origin", "pocs", "ä b", "log", "deeper");
  writeFileSync(join(here, "poc.yaml"), "one");
  writeFileSync(join(here, "log", "a.yaml"), "entry");
  writeFileSync(join(here, "log", "deeper", "b.yaml"), "not asked for");
  writeFileSync(join(here, "evals.yaml"), "x".repeat(2000));
  symlinkSync("poc.yaml", join(here, "costs.yaml"));
  git(origin, "add", ".");
  git(origin, "commit", "-m", "one");
  git(origin, "checkout", "-b", "feature");
  writeFileSync(join(here, "poc.yaml"), "two");
  git(origin, "commit", "-am", "two");
  git(origin, "checkout", "main");
  writeFileSync(join(here, "poc.yaml"), "three, on main since");
  git(origin, "commit", "-am", "three");
  git(origin, "checkout", "--detach", "feature");

  test("are those of the commit in common, also on a detached head; links and large files are none", () => {
    const base = ask(here, "main");
    expect(base.found && [...base.files.keys()].sort()).toEqual(["log/a.yaml", "poc.yaml"]);
    expect(base.found && text(base.files.get("poc.yaml"))).toBe("one");
  });

  test("are those of the root too", () => {
    writeFileSync(join(clone, "poc.yaml"), "root");
    git(clone, "add", ".");
    git(clone, "commit", "-m", "y");
    const base = ask(clone, "HEAD");
    expect(base.found && [...base.files.keys()]).toEqual(["poc.yaml"]);
  });

  test("of a folder that is new are none", () => {
    const base = ask(folder("origin", "pocs", "new"), "main");
    expect(base.found && base.files.size).toBe(0);
  });

  test.each([
    ["nothing of that name", () => here, "nosuch", "no-ref", false],
    ["a tree, not a commit", () => here, "HEAD:pocs", "no-ref", false],
    ["what looks like a flag", () => here, "--help", "no-ref", false],
    ["no repository", () => folder("alone"), "main", "no-repository", false],
    ["a shallow clone without the base", shallowClone, "origin/main", "no-ref", true],
    ["histories that never met", unrelated, "other", "no-common-commit", false],
  ] as const)("%s", (_name, at, ref, code, shallow) => {
    expect(ask(at(), ref)).toEqual({ found: false, why: { code, shallow } });
  });

  test("no git", () => {
    const repository = gitRepository({ PATH: "/nowhere" });
    expect(repository.filesAtBase(here, "main", [], 1000)).toMatchObject({ found: false, why: { code: "no-git" } });
  });

  function shallowClone(): string {
    git(root, "clone", "--depth", "1", "--branch", "feature", `file://${origin}`, "shallow");
    return join(root, "shallow", "pocs", "ä b");
  }

  function unrelated(): string {
    git(origin, "checkout", "--orphan", "other");
    git(origin, "commit", "-m", "other");
    git(origin, "checkout", "-f", "feature");
    return here;
  }
});
