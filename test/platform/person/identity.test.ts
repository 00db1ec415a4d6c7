import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { gitIdentity } from "../../../src/platform/person/identity.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const HAS_GIT = spawnSync("git", ["--version"]).status === 0;

/** Files by path below a new folder; `home` and `repo` are in it. */
function layout(files: Readonly<Record<string, string>>): { root: string; env: Record<string, string>; repo: string } {
  const root = temporaryFolder();
  for (const [name, text] of Object.entries({ "home/.keep": "", "repo/.keep": "", ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  // No git on the path: what is found was found by reading.
  return {
    root,
    repo: join(root, "repo"),
    env: { HOME: join(root, "home"), GIT_CONFIG_NOSYSTEM: "1", PATH: "/nonexistent" },
  };
}

describe("who is at work", () => {
  test("POC_AUTHOR comes first, then git's own variables", () => {
    const { env, repo } = layout({ "home/.gitconfig": "[user]\nname = Home\nemail = h@x.org\n" });
    const author = (more: Record<string, string>) => gitIdentity({ ...env, ...more }).author(repo);
    expect(author({ POC_AUTHOR: " Ana Ruiz <a@x.org> ", GIT_AUTHOR_NAME: "G" })).toBe("Ana Ruiz <a@x.org>");
    expect(author({ POC_AUTHOR: " ", GIT_AUTHOR_NAME: "Git", GIT_AUTHOR_EMAIL: "g@x.org" })).toBe("Git <g@x.org>");
    expect(author({ GIT_AUTHOR_NAME: "Git" })).toBe("Git <h@x.org>");
    expect(author({})).toBe("Home <h@x.org>");
  });

  test("the files of git, the nearest last", () => {
    const { env, repo, root } = layout({
      "home/.config/git/config": "[user]\n\tname = Xdg\n\temail = xdg@x.org\n",
      "home/.gitconfig": "[core]\nname = no\n[user]\nname = Home\n",
      "repo/.git/config": "[user]\nemail = repo@x.org\n",
      "repo/sub/deep/.keep": "",
    });
    expect(gitIdentity(env).author(join(repo, "sub/deep"))).toBe("Home <repo@x.org>");
    expect(gitIdentity({ ...env, XDG_CONFIG_HOME: join(root, "none") }).author(root)).toBe("Home");
    expect(gitIdentity({ PATH: "/nonexistent", GIT_CONFIG_NOSYSTEM: "1" }).author(repo)).toBeUndefined();
  });

  test("a worktree reads the configuration of its repository, and its own", () => {
    const { env, root } = layout({
      "repo/.git/config": "[user]\nname = Repo\nemail = r@x.org\n",
      "repo/.git/worktrees/w/commondir": "../..\n",
      "repo/.git/worktrees/w/config.worktree": "[user]\nname = Tree\n",
      "tree/.git": "gitdir: ../repo/.git/worktrees/w\n",
    });
    expect(gitIdentity(env).author(join(root, "tree"))).toBe("Tree <r@x.org>");
  });

  test.each([
    ['[user]\n  name = "Ana; Ruiz" # comment\n  email = a@x.org ; more\n', "Ana; Ruiz <a@x.org>"],
    ["\ufeff[user]\r\nname=Ana\r\nemail=a@x.org\r\n", "Ana <a@x.org>"],
    ["[USER]\nNAME = Ana\nEmail = a@x.org\n", "Ana <a@x.org>"],
    ["[user] name = Ana\n", "Ana"],
    ["[user]\nname = Old\n[user]\nname = New\n", "New"],
    ['[user "sub"]\nsigningkey = x\n[user]\nname = Ana\n', "Ana"],
    ["[user]\nname = Ana\nemail = a@x.org\n[author]\nname = Author\n", "Author <a@x.org>"],
    ["# [user]\n; name = x\n[user]\nname = A <b> \u0007\n", "A b"],
    ["[user]\nname =\n", undefined],
    ["", undefined],
    ["garbage \u0000 [[[", undefined],
  ])("reads %j", (text, author) => {
    const { env, repo } = layout({ "home/.gitconfig": text });
    expect(gitIdentity(env).author(repo)).toBe(author);
  });
});

describe.runIf(HAS_GIT)("git itself is asked", () => {
  test.each([
    ["[include]\npath = more\n[user]\nname = Other\nemail = o@x.org\n", "[user]\nname = Inc\n", "Other <o@x.org>"],
    ["[user]\nname = Other\nemail = o@x.org\n[include]\npath = more\n", "[user]\nname = Inc\n", "Inc <o@x.org>"],
    ['[user]\nname = "Back\\\\slash"\n', "", "Back\\slash"],
    ["[user]\nname = Two \\\nlines\n", "", "Two lines"],
  ])("where its files are more than plain: %j", (config, more, author) => {
    const { env, repo } = layout({ "home/.gitconfig": config, "home/more": more });
    expect(gitIdentity({ ...env, PATH: process.env["PATH"]! }).author(repo)).toBe(author);
  });

  test("with nothing that a hostile repository could have it run", () => {
    const { env, repo, root } = layout({
      "repo/.git/config": "[core]\nfsmonitor = /bin/false\n[include]\npath = none\n",
      "bin/git": '#!/bin/sh\nprintf "%s\\n" "$*" >> "$HOME/args"\necho Shim\n',
    });
    chmodSync(join(root, "bin/git"), 0o755);
    expect(gitIdentity({ ...env, PATH: `${join(root, "bin")}:/usr/bin:/bin` }).author(repo)).toBe("Shim <Shim>");
    const args = spawnSync("cat", [join(root, "home/args")], { encoding: "utf8" })
      .stdout.trim()
      .split("\n");
    expect(args).toEqual([
      "-c core.fsmonitor=false -c core.hooksPath=/dev/null config --get author.name",
      "-c core.fsmonitor=false -c core.hooksPath=/dev/null config --get author.email",
    ]);
  });
});
