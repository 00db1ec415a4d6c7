import { expect, test } from "vitest";
import { committedFiles, onDisk } from "../../examples/committed.ts";
import { POC, run, world, type World } from "../../support/run.ts";

/** The example before its gate was passed, for what a gate was passed on is never out of date; no documents yet. */
function example(now: string): World {
  const here = world({ disk: onDisk(committedFiles("retrieval-poc"), POC), now });
  for (const name of here.disk.keys()) if (/\/memos\/|-gate-feasibility-poc-/.test(name)) here.disk.delete(name);
  return here;
}

/** With a memo that was rendered after the decision. */
async function decided(): Promise<World> {
  const here = example("2026-11-23T17:00:00+01:00");
  expect((await run(["memo"], here)).exitCode).toBe(0);
  return here;
}

const at = (here: World, now: string): World => ({ ...here, now });

/** The exit code, and the names of the documents that were mentioned. */
async function verify(here: World, ...kind: readonly string[]) {
  const { exitCode, stdout, stderr } = await run(["memo", ...kind, "--verify"], { ...here, columns: 400 });
  return {
    exitCode,
    names: [...stdout.matchAll(/^(?:memos\/)?([a-z-]+)-\d{4}-\d\d-\d\d\.md /gm)].map(([, name]) => name),
    stderr,
  };
}

test("a note after the decision does not make its memo stale; another decision does", async () => {
  const here = await decided();
  expect(await verify(here, "decision")).toMatchObject({ exitCode: 0, names: ["decision"] });
  await run(["log", "The team moved on"], at(here, "2026-11-24T09:00:00+01:00"));
  const later = at(here, "2026-11-24T10:00:00+01:00");
  expect(await verify(later, "decision")).toMatchObject({ exitCode: 0, names: ["decision"] });
  const again = ["decide", "no-go", "--supersede", "--why", "The vendor withdrew", "--override", "No vendor is left"];
  expect(await run([...again, "--by", "Marta Weiss"], later)).toMatchObject({ exitCode: 0 });
  expect(await verify(at(here, "2026-11-24T11:00:00+01:00"), "decision")).toMatchObject({ exitCode: 1 });
});

test("a memo that was rendered before the decision is out of date after it", async () => {
  const here = example("2026-11-19T12:00:00+01:00");
  await run(["memo"], here);
  expect(await verify(at(here, "2026-11-23T12:00:00+01:00"), "decision")).toMatchObject({ exitCode: 1 });
});

test("of one kind alone; a misspelt kind is refused with the near one", async () => {
  const here = await decided();
  await run(["memo", "business-case"], here);
  expect((await verify(here)).names.length).toBeGreaterThan(1);
  expect((await verify(here, "business-case")).names).toEqual(["business-case"]);
  expect(await verify(here, "bussiness-case")).toMatchObject({
    exitCode: 2,
    names: [],
    stderr: expect.stringContaining("did you mean business-case?"),
  });
});

test("the memo of an earlier day says what was logged since, unless it states the decision in force", async () => {
  const here = example("2026-11-24T17:00:00+01:00");
  const memo = async (...asOf: readonly string[]) => (await run(["memo", "--out", "-", ...asOf], here)).stdout;
  expect(await memo("--as-of", "2026-11-17")).toMatch(
    /\*\*As of Tue 17 Nov 2026; \d+ entries were logged since, among them: .*a decision was taken\.\*\*/,
  );
  expect(await memo("--as-of", "2026-11-23")).not.toContain("logged since");
  expect(await memo()).not.toContain("logged since");
});

test("an entry of a later day was not logged after the rendering", async () => {
  const here = example("2026-11-24T17:00:00+01:00");
  await run(["memo", "--as-of", "2026-11-17"], here);
  const { stdout, exitCode } = await run(["memo", "--verify"], { ...here, columns: 400 });
  expect(exitCode).toBe(1);
  expect(stdout).toContain("logged after the day it speaks of");
});

test("terms in the log that do not fit their hash are in no memo that can be verified", async () => {
  const here = await decided();
  const file = [...here.disk.keys()].find((name) => /-start-[a-z0-9]+\.yaml$/.test(name))!;
  const text = here.disk.get(file)!;
  expect(text).toContain("reduction >= ");
  here.disk.set(file, text.replace(/reduction >= \d/, "reduction >= 1"));
  expect(await run(["memo", "--force"], here)).toMatchObject({ exitCode: 0 });
  const memo = [...here.disk].find(([name]) => /\/memos\/decision-.*\.md$/.test(name))?.[1] ?? "";
  expect(memo.match(/do not fit the hash/g)).toHaveLength(2);
  expect(memo).not.toContain("They have not changed since");
  expect(await verify(here, "decision")).toMatchObject({ exitCode: 1, names: ["decision"] });
});
