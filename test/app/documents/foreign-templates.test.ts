import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world } from "../../support/run.ts";

/** A template can say anything, so a document says where its words are not those of the tool. */

const OWN = "**Go** is recommended.\n";
const SHIPPED = readFileSync("templates/memo/decision.md.hbs", "utf8");
const FOOT = "a template that does not ship with poc";

async function memo(templates: Readonly<Record<string, string>>, ...flags: readonly string[]) {
  const disk = diskWithPoc(templates);
  const here = world({ disk, now: "2026-11-24T09:00:00+01:00" });
  const written = await run(["memo", ...flags], here);
  const [, text = ""] = [...disk].find(([name]) => name.startsWith(`${POC}/memos/decision-`)) ?? [];
  return { written, text, verified: await run(["memo", "--verify"], here) };
}

test.each([
  ["the template of the memo", { "templates/memo/decision.md.hbs": OWN }, "templates/memo/decision.md.hbs"],
  ["a partial", { "templates/partials/worth.md.hbs": OWN }, "templates/partials/worth.md.hbs"],
])("%s is named in the foot, by memo and by --verify", async (_, templates, name) => {
  const { written, text, verified } = await memo(templates);
  expect(text).toContain(FOOT);
  for (const said of [text, written.stdout, verified.stdout]) expect(said.replaceAll(/\s+/g, " ")).toContain(name);
  expect(verified.stdout).toContain("is up to date");
});

test.each([
  ["the template that ships", {}],
  ["a copy that nobody changed", { "templates/memo/decision.md.hbs": SHIPPED }],
  ["a template of another document", { "templates/memo/scale-plan.md.hbs": OWN }],
])("%s needs no foot", async (_, templates) => {
  const { written, text, verified } = await memo(templates);
  expect(text).not.toBe("");
  for (const said of [text, written.stdout, verified.stdout]) expect(said).not.toMatch(/made from|does not ship/i);
});
