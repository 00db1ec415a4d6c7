import { describe, expect, test } from "vitest";
import type { NoBase, Repository } from "../../../src/app/ports/ports.ts";
import { diskWithPoc } from "../../support/definitions.ts";
import type { Disk } from "../../support/memory-files.ts";
import { POC, run, world, type World } from "../../support/run.ts";

/** A repository whose base has the files of a disk. */
function repositoryWith(base: Disk): Repository {
  const files = [...base].filter(([path]) => path.startsWith(`${POC}/`));
  const bytes = files.map(([path, text]) => [path.slice(POC.length + 1), new TextEncoder().encode(text)] as const);
  return {
    placeOf: () => "retrieval-poc",
    filesAtBase: () => ({ found: true, commit: "ab".repeat(20), files: new Map(bytes) }),
    committed: () => undefined,
  };
}

const without = (code: NoBase["code"], shallow = false): Repository => ({
  placeOf: () => "retrieval-poc",
  filesAtBase: () => ({ found: false, why: { code, shallow } }),
  committed: () => undefined,
});

async function started(): Promise<World> {
  const here = world({ disk: diskWithPoc(), now: "2026-11-23T09:00:00+01:00" });
  await run(["start"], here);
  return { ...here, now: "2026-11-25T16:20:00+01:00" };
}

const comment = (here: World, ...args: readonly string[]) => run(["comment", ...args], here);
const since = (text: string) => /\*\*Since[^]*?(?=\n\n\|)/.exec(text)?.[0] ?? "";

describe("what changed since the base", () => {
  test("entries, verdicts that turned, terms, spend", async () => {
    const here = await started();
    const base = new Map(here.disk);
    await run(["log", "Reranker on", "--eval", "wrong-rate=20/400", "--spend", "12.40:tokens"], here);
    await run(["amend", "--set", "spend_cap=2500 EUR", "--reason", "More data", "--approver", "Marta Weiss"], here);
    const { stdout } = await comment({ ...here, repository: repositoryWith(base) }, "--base", "main");
    const text = since(stdout);
    expect(text).toContain("2 entries added, 1 amendment of the terms among them");
    expect(text).toMatch(/`wrong-rate`: Unmeasured → /);
    expect(text).toContain("Spend: 12.40 EUR more, 12.40 EUR in all");
    expect(text).toContain("Edited: `poc.yaml`");
  });

  test("a branch without changes says so", async () => {
    const here = await started();
    const { stdout, exitCode } = await comment({ ...here, repository: repositoryWith(here.disk) }, "--base", "main");
    expect(since(stdout)).toContain("Nothing of this PoC has changed");
    expect(exitCode).toBe(0);
  });

  test("an entry that is gone, and one that says something else", async () => {
    const here = await started();
    await run(["log", "One"], here);
    await run(["log", "Two"], here);
    const base = new Map(here.disk);
    const [one, two] = [...here.disk.keys()].filter((path) => /one|two/.test(path));
    here.disk.delete(one!);
    here.disk.set(two!, (here.disk.get(two!) ?? "").replace("Two", "Three"));
    const { stdout } = await comment({ ...here, repository: repositoryWith(base) }, "--base", "main");
    expect(since(stdout)).toContain("1 entry of the log removed");
    expect(since(stdout)).toContain("1 entry of the log rewritten");
  });

  test("a PoC that is new", async () => {
    const here = await started();
    const { stdout } = await comment({ ...here, repository: repositoryWith(new Map()) }, "--base", "main");
    expect(since(stdout)).toContain("This PoC is new");
  });

  test("a base whose charter cannot be read", async () => {
    const here = await started();
    const base = new Map(here.disk).set(`${POC}/poc.yaml`, "title: [");
    const { stdout, exitCode } = await comment({ ...here, repository: repositoryWith(base) }, "--base", "main");
    expect(since(stdout)).toContain("Recommendation: Cannot judge → ");
    expect(exitCode).toBe(0);
  });
});

describe("a base that cannot be read: the comment is there, says why, and the exit code is 3", () => {
  test.each([
    ["no-git", false, /git is not installed/],
    ["no-repository", false, /no repository/],
    ["no-ref", false, /git branch --all/],
    ["no-ref", true, /fetch-depth: 0/],
    ["no-common-commit", true, /shallow clone[^]*fetch-depth: 0/],
    ["no-common-commit", false, /no commit in common/],
    ["unreadable", false, /git fsck/],
  ] as const)("%s, shallow: %s", async (code, shallow, said) => {
    const here = { ...(await started()), repository: without(code, shallow) };
    const { stdout, stderr, exitCode } = await comment(here, "--base", "main");
    expect(stdout).toContain('<!-- poc:report id="retrieval-poc" -->');
    expect(since(stdout)).toContain("not known");
    expect(stderr).toMatch(said);
    expect(exitCode).toBe(3);
  });

  test.each(["-x", "--output=x", ""])("%j is no ref", async (ref) => {
    expect((await comment(await started(), `--base=${ref}`)).exitCode).toBe(2);
  });
});

describe("where it goes", () => {
  test("into a file, and to the summary of the job", async () => {
    const here = await started();
    const disk = here.disk.set("/tmp/summary", "before\n");
    const { stdout } = await comment(
      { ...here, env: { GITHUB_STEP_SUMMARY: "/tmp/summary" } },
      "-o",
      "/tmp/comment.md",
    );
    expect(stdout).toBe("");
    expect(disk.get("/tmp/summary")).toBe(`before\n${disk.get("/tmp/comment.md")}\n`);
  });

  test("a summary that is full is left as it is", async () => {
    const here = await started();
    const full = "x".repeat(1024 * 1024);
    here.disk.set("/tmp/summary", full);
    const { stderr, exitCode } = await comment({ ...here, env: { GITHUB_STEP_SUMMARY: "/tmp/summary" } });
    expect([here.disk.get("/tmp/summary") === full, exitCode]).toEqual([true, 0]);
    expect(stderr).toContain("full");
  });

  test("never over a file of the records", async () => {
    expect((await comment(await started(), "-o", "poc.yaml")).exitCode).toBe(2);
  });
});

test("a PoC that cannot be read has a comment that says so", async () => {
  const disk = diskWithPoc().set(`${POC}/evals.yaml`, "- id: [");
  const { stdout } = await comment(world({ disk }));
  expect(stdout).toContain("Cannot judge");
});
