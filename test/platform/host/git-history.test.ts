import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gitHistory } from "../../../src/platform/host/git-history.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const env = { PATH: process.env["PATH"], HOME: "/nonexistent" };

/** A repository with a PoC in a subfolder: two versions of costs.yaml, and risks.yaml only later. */
function repository(): string {
  const root = temporaryFolder();
  const git = (at: string, ...command: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=Ana", "-c", "user.email=ana@example.com", ...command], {
      cwd: root,
      env: { ...env, GIT_COMMITTER_DATE: at, GIT_AUTHOR_DATE: at },
      stdio: "ignore",
    });
  mkdirSync(join(root, "pocs/a"), { recursive: true });
  const put = (name: string, text: string) => writeFileSync(join(root, "pocs/a", name), text);
  git("2026-11-20T09:00:00Z", "init", "-q");
  put("costs.yaml", "currency: EUR\n");
  git("2026-11-20T10:00:00Z", "add", ".");
  git("2026-11-20T10:00:00Z", "commit", "-q", "-m", "one");
  put("costs.yaml", "currency: USD\n");
  put("risks.yaml", "[]\n");
  git("2026-11-24T10:00:00Z", "add", ".");
  git("2026-11-24T10:00:00Z", "commit", "-q", "-m", "two");
  put("costs.yaml", "currency: CHF\n");
  return join(root, "pocs/a");
}

const textsAt = (folder: string, at: string) => {
  const found = gitHistory(env).filesAt(folder, ["costs.yaml", "risks.yaml", "value.yaml"], Date.parse(at));
  return Object.fromEntries([...found].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
};

test("files as they were last committed before an instant; what was not there then is not known", () => {
  const folder = repository();
  expect(textsAt(folder, "2026-11-20T09:59:59Z")).toEqual({});
  expect(textsAt(folder, "2026-11-22T23:59:59.999Z")).toEqual({ "costs.yaml": "currency: EUR\n" });
  expect(textsAt(folder, "2026-11-25T00:00:00Z")).toEqual({ "costs.yaml": "currency: USD\n", "risks.yaml": "[]\n" });
});

test("outside a repository nobody knows, and without git neither", () => {
  expect(textsAt(temporaryFolder(), "2026-11-25T00:00:00Z")).toEqual({});
  const nowhere = gitHistory({ PATH: "/nonexistent" }).filesAt(
    repository(),
    ["costs.yaml"],
    Date.parse("2026-11-25T00:00:00Z"),
  );
  expect(nowhere.size).toBe(0);
});
