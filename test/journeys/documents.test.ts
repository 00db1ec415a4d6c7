import { expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { POC, run, world } from "../support/run.ts";
import { transcript } from "../support/session.ts";

const golden = (name: string) => `./sessions/${name}.txt`;

test("documents of gates: named, written, answered from the log, verified", async () => {
  const steps = [
    { type: "poc memo --list" },
    { type: "poc memo --list --format json" },
    { type: "poc memo business-case" },
    { type: "poc memo business-case" },
    {
      type: 'poc log --attest value-hypothesis.today=https://example.com/today "Two people search by hand, 40 minutes a day"',
      now: "2026-11-25T17:00:00+01:00",
    },
    { type: "poc memo --verify", now: "2026-11-25T17:30:00+01:00" },
    { type: "poc memo business-case" },
    { type: "poc memo scale-plan" },
    { type: "poc memo decision" },
    { type: "poc memo --verify" },
    { type: "poc memo proof-of-valeu" },
    { type: "poc memo --list", columns: 44 },
  ];
  await expect(
    await transcript(steps, { disk: diskWithPoc() }, ["memos/business-case-2026-11-25.md"]),
  ).toMatchFileSnapshot(golden("documents"));
});

test("gates that cannot be read make no document, and the decision memo goes on", async () => {
  const disk = diskWithPoc({ "templates/gates/2-proof-of-value.yaml": "title: Ours\npurpos: x\n" });
  const steps = [{ type: "poc memo proof-of-value -o -" }, { type: "poc memo" }];
  await expect(await transcript(steps, { disk })).toMatchFileSnapshot(golden("documents-broken-gate"));
});

test("the same records and the same instant make the same bytes, whatever else was rendered", async () => {
  const disk = diskWithPoc();
  const kinds = ["business-case", "proof-of-value", "mvp-readiness", "pilot-report", "scale-plan"];
  const texts = async () =>
    Promise.all(kinds.map(async (kind) => (await run(["memo", kind, "-o", "-"], world({ disk }))).stdout));
  const before = await texts();
  for (const kind of [...kinds, "decision"]) await run(["memo", kind], world({ disk }));
  await run(["checklist", "mvp", "--write"], world({ disk }));
  expect(await texts()).toEqual(before);
  const { exitCode, stdout } = await run(["memo", "--verify"], world({ disk }));
  expect({ exitCode, current: stdout.match(/is up to date with the records/g)?.length }).toEqual({
    exitCode: 0,
    current: 7,
  });
});

test.each(["business-case", "proof-of-value", "mvp-readiness", "pilot-report", "scale-plan"])(
  "the JSON of %s is its view, which an own template can use",
  async (kind) => {
    const disk = diskWithPoc({
      [`templates/memo/${kind}.md.hbs`]: "{{name}}: {{gate.label}}, {{#each gate.questions}}{{id}} {{/each}}\n",
    });
    const { stdout } = await run(["memo", kind, "--format", "json"], world({ disk }));
    const { data } = JSON.parse(stdout) as {
      data: { name: string; gate: { label: string; questions: readonly { id: string }[] } };
    };
    const own = await run(["memo", kind, "-o", "-"], world({ disk }));
    expect(own.stdout.split("\n")[0]).toBe(
      `${data.name}: ${data.gate.label}, ${data.gate.questions.map(({ id }) => id).join(" ")}`,
    );
  },
);

test("a template that reaches for what is not there is refused by file, line and column", async () => {
  const disk = diskWithPoc({ "templates/partials/topic.md.hbs": "\n  {{nope}}\n" });
  const { exitCode, stderr } = await run(["memo", "scale-plan", "-o", "-"], world({ disk, cwd: POC }));
  expect({ exitCode, first: stderr.split("\n")[0] }).toEqual({
    exitCode: 3,
    first: "templates/partials/topic.md.hbs:2:5: error[invalid-template]: there is no nope here",
  });
});
