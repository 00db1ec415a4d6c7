import { expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { POC, run, world } from "../support/run.ts";
import { transcript } from "../support/session.ts";

const golden = (name: string) => `./sessions/${name}.txt`;

/** A PoC with templates of its own, good and stray, and an organisation with others. */
const disk = () => {
  const files = diskWithPoc({
    "templates/memo/decision.md.hbs": "own {{title}}\n",
    "templates/memo/desicion.md.hbs": "x\n",
    "templates/memos/decision.md.hbs": "x\n",
    "templates/memo/notes.txt": "x\n",
    "templates/stray.md.hbs": "x\n",
    "templates/partials/logo.md.hbs": "LOGO",
    "templates/.gitkeep": "",
  });
  files.set("/work/org/partials/or-dash.md.hbs", "{{value}}\n");
  return files.set("/work/org/memo/decision.md.hbs", "org {{title}}\n");
};

const start = () => ({ disk: disk(), env: { POC_TEMPLATES: "/work/org" } });

test("templates: whose they are, one in full, one's own", async () => {
  const steps = [
    { type: "poc template" },
    { type: "poc template show or-dash" },
    { type: "poc template show memo/decision" },
    { type: "poc template show templates/memo/decision.md.hbs --format json" },
    { type: "poc template copy or-dash" },
    { type: "poc template copy or-dash" },
    { type: "poc template copy cited --format json" },
    { type: "poc template copy decision" },
    { type: "poc template copy decision --force", cwd: "/work" },
    { type: "poc -C retrieval-poc template copy decision --force" },
    { type: "poc memo -o -", cwd: POC },
  ];
  await expect(await transcript(steps, start(), ["templates/partials/or-dash.md.hbs"])).toMatchFileSnapshot(
    golden("templates"),
  );
});

test("templates: what cannot be", async () => {
  const steps = [
    { type: "poc template lits" },
    { type: "poc template decision" },
    { type: "poc template show" },
    { type: "poc template show decisoin" },
    { type: "poc template show ../../poc.yaml" },
    { type: "poc template show scaffold/poc.yaml.hbs" },
    { type: "poc template copy logo" },
    { type: "poc template list memo" },
    { type: "poc template view decisions" },
    { type: "poc template view __proto__" },
    { type: "poc template helpers link" },
    { type: "poc template copy decision", cwd: "/elsewhere" },
    { type: "poc template list", cwd: POC, env: { POC_TEMPLATES: "/nowhere" } },
  ];
  await expect(await transcript(steps, start())).toMatchFileSnapshot(golden("templates-refused"));
});

test("templates: what they may write and use, on a narrow terminal too", async () => {
  const steps = [
    { type: "poc template helpers" },
    { type: "poc template view checklist" },
    { type: "poc template view checklist", columns: 44 },
    { type: "poc template list", columns: 44 },
  ];
  await expect(await transcript(steps, start())).toMatchFileSnapshot(golden("templates-language"));
});

test("without a PoC there are those of the organisation and those that ship", async () => {
  const { exitCode, stdout } = await run(
    ["template", "list", "--format", "json"],
    world({ disk: disk(), cwd: "/elsewhere", env: { POC_TEMPLATES: "/work/org" } }),
  );
  const { poc, data } = JSON.parse(stdout) as {
    poc: unknown;
    data: { organisation: string; templates: readonly { key: string; origin: string; hides: readonly string[] }[] };
  };
  expect({ exitCode, poc, organisation: data.organisation }).toEqual({
    exitCode: 0,
    poc: null,
    organisation: "/work/org",
  });
  expect(data.templates.filter(({ origin }) => origin !== "shipped").map(({ key, hides }) => ({ key, hides }))).toEqual(
    [
      { key: "memo/decision.md.hbs", hides: ["shipped"] },
      { key: "partials/or-dash.md.hbs", hides: ["shipped"] },
    ],
  );
});

test("names of files are shown, never obeyed", async () => {
  const hostile = "\u001b[31mx\u202e.md.hbs";
  const { stdout } = await run(
    ["template"],
    world({
      disk: diskWithPoc({
        [`templates/memo/${hostile}`]: "x",
        [`templates/partials/${"p".repeat(10_000)}.md.hbs`]: "x",
      }),
    }),
  );
  expect(stdout).toContain("\\x1b[31mx\\u202e");
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
});
