import { expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world } from "../../support/run.ts";

const NOW = "2026-11-23T09:00:00+01:00";

async function check(files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const disk = diskWithPoc();
  for (const [name, text] of Object.entries(files)) disk.set(name, text);
  return run(["check", "--all"], world({ disk, now: NOW, env }));
}

test.each([
  ["a template that is not closed", `${POC}/templates/memo/decision.md.hbs`, "# {{title}}\n{{#if x}}\n", 2],
  ["a name that no view has", `${POC}/templates/memo/decision.md.hbs`, "{{titel}}\n", 1],
  ["a partial with a slip", `${POC}/templates/partials/before-after.md.hbs`, "{{nothing-of-the-kind}}\n", 1],
  ["a checklist with an unknown key", `${POC}/templates/checklists/smoke.yaml`, "title: Smoke\nitmes: []\n", 2],
  ["a checklist that is no YAML", `${POC}/templates/checklists/smoke.yaml`, "title: [\n", 2],
  ["a gate that is no YAML", `${POC}/templates/gates/9-extra.yaml`, "title: [\n", 2],
])("poc check reports %s", async (_, file, text, line) => {
  const { exitCode, stdout } = await check({ [file]: text });
  const place = `${file.slice(POC.length + 1)}:${line}:`;
  expect(stdout).toContain(place);
  expect(stdout.split(place)).toHaveLength(2);
  expect(exitCode).toBe(3);
});

test("and those of an organisation, by the names that it gave them", async () => {
  const { exitCode, stdout } = await check(
    { "/org/checklists/smoke.yaml": "title: [\n", "/org/memo/decision.md.hbs": "{{titel}}\n" },
    { POC_TEMPLATES: "/org" },
  );
  expect(stdout).toContain("/org/checklists/smoke.yaml:2:");
  expect(stdout).toContain("/org/memo/decision.md.hbs:1:");
  expect(exitCode).toBe(3);
});

test("the same in the reports for other programs", async () => {
  const disk = diskWithPoc();
  disk.set(`${POC}/templates/checklists/smoke.yaml`, "title: [\n");
  for (const format of ["json", "sarif", "junit", "github", "gitlab"]) {
    const { stdout, exitCode } = await run(["check", "--format", format], world({ disk, now: NOW }));
    expect(stdout).toContain("templates/checklists/smoke.yaml");
    expect(exitCode).toBe(3);
  }
});

test("a library without a slip changes nothing", async () => {
  const bare = await check({});
  const own = await check({
    [`${POC}/templates/checklists/smoke.yaml`]:
      "checklist: smoke\ntitle: Smoke\nitems:\n  - { id: answers, text: It answers }\n",
  });
  expect(own.stdout).toBe(bare.stdout);
});
