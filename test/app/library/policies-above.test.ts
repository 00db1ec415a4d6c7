import { expect, test } from "vitest";
import { DEFINITIONS } from "../../support/definitions.ts";
import { run, world } from "../../support/run.ts";

/** A file of the organisation nearer to the PoC switches off no rule of the one at the root. */

const ROOT = "policy:\n  sponsor_decides: required\n  least_confidence: 95%\n  longest_timebox: 10\n";

async function started(files: Readonly<Record<string, string>>) {
  const own = Object.entries(DEFINITIONS).map(([name, text]) => [`/work/team/search/${name}`, text] as const);
  const disk = new Map([...own, ...Object.entries(files)]);
  const cwd = "/work/team/search";
  const start = await run(["start"], world({ disk, cwd, now: "2026-11-23T09:00:00+01:00" }));
  return { disk, start, here: world({ disk, cwd, now: "2026-11-24T09:00:00+01:00" }) };
}

test.each([
  ["the root alone", { "/work/poc-org.yaml": ROOT }],
  ["a nearer file with a currency", { "/work/poc-org.yaml": ROOT, "/work/team/poc-org.yaml": "currency: EUR\n" }],
  [
    "a nearer file that asks for less",
    { "/work/poc-org.yaml": ROOT, "/work/team/poc-org.yaml": "policy:\n  sponsor_decides: asked\n" },
  ],
])("%s: the sponsor decides, and no less confidence is agreed", async (_, files) => {
  const { disk, start, here } = await started(files);
  expect(start.exitCode).toBe(0);
  const before = new Map(disk);
  const line = ["decide", "no-go", "--why", "no data for it", "--by", "Tom Okafor", "--override", "no data for it"];
  const decided = await run(line, here);
  expect({ exitCode: decided.exitCode, said: decided.stderr.includes("is not the sponsor") }).toEqual({
    exitCode: 1,
    said: true,
  });
  const said = ["--reason", "the vendor is late", "--approver", "Marta Weiss"];
  expect((await run(["amend", "--set", "confidence=90%", ...said], here)).exitCode).toBe(1);
  expect(disk).toEqual(before);
});

test("a file above that cannot be read is named, and nothing is judged without its rules", async () => {
  const files = { "/work/poc-org.yaml": `${ROOT}  boards: 3\n`, "/work/team/poc-org.yaml": "currency: EUR\n" };
  const { start } = await started(files);
  expect({ exitCode: start.exitCode, said: start.stderr.includes("../../poc-org.yaml") }).toEqual({
    exitCode: 3,
    said: true,
  });
});
