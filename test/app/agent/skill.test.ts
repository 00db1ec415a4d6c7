import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { SKILL_FILES, SKILL_FOLDER } from "../../../src/app/agent/skill-files.ts";
import { COMMANDS } from "../../../src/cli/command-table.ts";
import { PEOPLE_ACTS } from "../../../src/mcp/people-acts.ts";
import { packageRoot } from "../../../src/platform/assets.ts";

/** The skill under the strictest reading of the Agent Skills specification, and true to the tool. */

const folder = join(packageRoot(), SKILL_FOLDER);
const read = (name: string) => readFileSync(join(folder, name), "utf8");
const skill = read("SKILL.md");
const [, front = "", body = ""] = /^---\n([^]*?)\n---\n([^]*)$/.exec(skill) ?? [];

test("the front matter keeps the limits of every loader", () => {
  const fields = parse(front) as Readonly<Record<string, unknown>>;
  expect(
    Object.keys(fields).filter((key) => !["name", "description", "license", "compatibility", "metadata"].includes(key)),
  ).toEqual([]);
  expect(fields["name"]).toBe("poc");
  expect(SKILL_FOLDER.endsWith(`/${String(fields["name"])}`)).toBe(true);
  const description = String(fields["description"]);
  expect(description.length).toBeLessThanOrEqual(1024);
  expect(description).not.toMatch(/[<>]/);
  expect(description).toMatch(/\bUse when\b/);
  expect(String(fields["compatibility"]).length).toBeLessThanOrEqual(500);
  for (const value of Object.values(fields["metadata"] as object)) expect(typeof value).toBe("string");
});

test("the body is short, and references are one level deep and all there", () => {
  expect(body.split("\n").length).toBeLessThan(500);
  expect(body.length).toBeLessThan(20_000);
  const linked = [...body.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, name]) => name!);
  expect([...new Set(linked)].sort()).toEqual(
    SKILL_FILES.map(({ name }) => name)
      .filter((name) => name !== "SKILL.md")
      .sort(),
  );
  for (const name of linked) expect(name).toMatch(/^references\/[a-z-]+\.md$/);
  const there = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(there.length).toBe(SKILL_FILES.length);
});

describe("what it says is so", () => {
  const all = SKILL_FILES.map(({ name }) => read(name)).join("\n");

  test("every command is one of poc", () => {
    const named = [...all.matchAll(/`?poc ([a-z]+)/g)].map(([, name]) => name!);
    const known = new Set(COMMANDS.map(({ name }) => name));
    const words = new Set(["command"]);
    expect([...new Set(named)].filter((name) => !known.has(name) && !words.has(name))).toEqual([]);
  });

  test("every act of people is in the list of people", () => {
    const people = read("references/people.md");
    for (const { command } of PEOPLE_ACTS) {
      const begin = /^poc [a-z]+( pass| waive| --clear| --answer| --attest)?/.exec(command)?.[0] ?? command;
      if (!["poc init", "poc checklist"].includes(begin)) expect(people, begin).toContain(begin);
    }
  });

  test("the exit codes are those of the tool", () => {
    const codes = [...read("references/exit-codes.md").matchAll(/^\| (\d+) \|/gm)].map(([, code]) => code);
    expect(codes).toEqual(["0", "1", "2", "3", "4", "130"]);
  });
});
