import { describe, expect, test } from "vitest";
import { SKILL_FILES } from "../../../src/app/agent/skill-files.ts";
import type { Disk } from "../../support/memory-files.ts";
import { run, world, type World } from "../../support/run.ts";

const inRepository = (changes: Partial<World> = {}) =>
  world({
    cwd: "/work/pocs/a",
    repository: { ...world().repository, placeOf: (folder) => folder.replace(/^\/work\/?/, "") },
    ...changes,
  });

const agent = (line: string, here: World) => run(["agent", ...line.split(" ")], here);
const skillAt = (folder: string) => SKILL_FILES.map(({ name }) => `/work/${folder}/skills/poc/${name}`);
const paths = (disk: Disk) => [...disk.keys()].sort();

test("install writes the skill and the section at the root of the repository, twice is once", async () => {
  const here = inRepository();
  const { stdout, exitCode } = await agent("install --yes", here);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("new: .agents/skills/poc/SKILL.md");
  expect(paths(here.disk)).toEqual([...skillAt(".agents"), "/work/AGENTS.md"].sort());
  expect(here.disk.get("/work/AGENTS.md")).toMatch(
    /^<!-- poc:agent start -->\n## Proofs of concept\n[^]*<!-- poc:agent end -->\n$/,
  );
  const before = new Map(here.disk);
  expect((await agent("install --yes", here)).stdout).toBe("nothing to do: everything is up to date\n");
  expect(here.disk).toEqual(before);
});

test.each([
  ["claude", [".claude"]],
  ["codex", [".codex"]],
  ["cursor", [".cursor"]],
  ["copilot", [".github"]],
  ["gemini", [".gemini"]],
  ["all", [".claude", ".codex", ".cursor", ".github", ".gemini"]],
])("--for %s writes to its folder too", async (name, folders) => {
  const here = inRepository();
  await agent(`install --for ${name} --yes`, here);
  const expected = [".agents", ...folders].flatMap(skillAt);
  expect(paths(here.disk)).toEqual([...expected, "/work/AGENTS.md"].sort());
});

test("remove takes away all of it, and leaves what others have written", async () => {
  const own = "# Our rules\n\nBe kind.\n";
  const here = inRepository({
    disk: new Map([
      ["/work/AGENTS.md", own],
      ["/work/.claude/skills/other/SKILL.md", "x"],
    ]),
  });
  await agent("install --for all --yes", here);
  expect(here.disk.get("/work/AGENTS.md")).toMatch(/^# Our rules\n\nBe kind\.\n\n<!-- poc:agent start -->/);
  await agent("remove --yes", here);
  expect(here.disk).toEqual(
    new Map([
      ["/work/AGENTS.md", own],
      ["/work/.claude/skills/other/SKILL.md", "x"],
    ]),
  );
});

test("without a terminal and without --yes it is shown only", async () => {
  const here = inRepository();
  const { stdout } = await agent("install", here);
  expect(stdout).toContain("nothing was written; add --yes to do it");
  expect(here.disk.size).toBe(0);
});

test("on a terminal it asks; no writes nothing", async () => {
  const here = inRepository({ terminal: true, answers: [false] });
  expect((await agent("install", here)).exitCode).toBe(130);
  expect(here.disk.size).toBe(0);
  await agent("install", { ...here, answers: [true] });
  expect(here.disk.size).toBe(SKILL_FILES.length + 1);
});

describe("what is not poc's own is left as it is", () => {
  test.each([
    ["a skill of the same name", "---\nname: poc\n---\nmine\n"],
    ["a file that ends like ours", "mine\n\n<!-- poc:agent sha256=" + "0".repeat(64) + " -->\n"],
    ["nothing but a line feed", "\n"],
  ])("%s", async (_name, text) => {
    const file = "/work/.agents/skills/poc/SKILL.md";
    const here = inRepository({ disk: new Map([[file, text]]) });
    for (const act of ["install", "remove"]) {
      expect((await agent(`${act} --yes`, here)).stdout).toContain("left as it is: .agents/skills/poc/SKILL.md");
      expect(here.disk.get(file)).toBe(text);
    }
  });

  test("a file of ours that somebody has edited", async () => {
    const here = inRepository();
    await agent("install --yes", here);
    const file = "/work/.agents/skills/poc/references/people.md";
    here.disk.set(file, `${here.disk.get(file)} and mine`);
    await agent("remove --yes", here);
    expect(paths(here.disk)).toEqual([file]);
  });

  test("an older version of ours is replaced", async () => {
    const here = inRepository();
    await agent("install --yes", here);
    const [file] = skillAt(".agents");
    const now = here.disk.get(file!);
    const { createHash } = await import("node:crypto");
    const older = "an older text\n";
    here.disk.set(file!, `${older}\n<!-- poc:agent sha256=${createHash("sha256").update(older).digest("hex")} -->\n`);
    await agent("install --yes", here);
    expect(here.disk.get(file!)).toBe(now);
  });

  test.each([
    ["begins and never ends", "<!-- poc:agent start -->\nmine\n"],
    ["ends before it begins", "<!-- poc:agent end -->\n<!-- poc:agent start -->\n"],
    ["is there twice", "<!-- poc:agent start --><!-- poc:agent end -->".repeat(2)],
  ])("AGENTS.md with a section that %s", async (_name, text) => {
    const here = inRepository({ disk: new Map([["/work/AGENTS.md", text]]) });
    expect((await agent("install --yes", here)).stdout).toContain("left as it is: AGENTS.md");
    expect(here.disk.get("/work/AGENTS.md")).toBe(text);
  });

  test("text around the section stays, wherever it is", async () => {
    const here = inRepository();
    await agent("install --yes", here);
    const section = here.disk.get("/work/AGENTS.md") ?? "";
    here.disk.set("/work/AGENTS.md", `before\n\n${section.replace("## Proofs", "## Old proofs")}\nafter\n`);
    await agent("install --yes", here);
    expect(here.disk.get("/work/AGENTS.md")).toBe(`before\n\n${section}\nafter\n`);
    await agent("remove --yes", here);
    expect(here.disk.get("/work/AGENTS.md")).toBe("before\n\n\nafter\n");
  });
});

test.each([
  ["instal", "did you mean install?"],
  ["install --for cluade", "did you mean claude?"],
  ["uninstall", "install"],
])("poc agent %s is refused", async (line, said) => {
  const { exitCode, stderr } = await agent(line, inRepository());
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining(said)]);
});

test("without a repository it is the current folder", async () => {
  const here = world({ cwd: "/work/alone" });
  await agent("install --yes", here);
  expect(here.disk.has("/work/alone/AGENTS.md")).toBe(true);
});
