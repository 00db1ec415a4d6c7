import { describe, expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { run, world, type World } from "../../support/run.ts";

const ANA = "Ana Ruiz <ana@example.com>";
const BEN = "Ben Okoro <ben@example.com>";

/** Two entries of Ana's with one of Ben's after them; their ids, and the world in which the test goes on. */
async function logged() {
  const disk = diskWithPoc();
  const at = (author: string, now: string, changes: Partial<World> = {}) => world({ disk, author, now, ...changes });
  const log = async (author: string, now: string, text: string) =>
    (await run(["log", text, "-q"], at(author, now))).stdout.trim();
  const ids = [
    await log(ANA, "2026-11-24T10:00:00+01:00", "First"),
    await log(ANA, "2026-11-24T11:00:00+01:00", "Second"),
    await log(BEN, "2026-11-24T12:00:00+01:00", "His"),
  ] as const;
  return { ids, here: (changes: Partial<World> = {}) => at(ANA, "2026-11-24T16:00:00+01:00", changes) };
}

describe("poc undo without an id", () => {
  test("asks on a terminal, and withdraws the last entry of the one who types", async () => {
    const { ids, here } = await logged();
    const { exitCode, stdout, stderr } = await run(["undo"], here({ terminal: true, answers: [true] }));
    expect(exitCode).toBe(0);
    expect(stderr).toContain(`Your last entry is ${ids[1]}`);
    expect(stdout).toContain(`${ids[1]} no longer counts`);
  });

  test("asked a second time it goes on to the entry before, and never undoes the undoing", async () => {
    const { ids, here } = await logged();
    await run(["undo", "--yes"], here());
    const { stdout } = await run(["undo", "--yes"], here());
    expect(stdout).toContain(`${ids[0]} no longer counts`);
    const { exitCode } = await run(["undo", "--yes"], here());
    expect(exitCode).toBe(2);
  });

  test("a no withdraws nothing", async () => {
    const { here } = await logged();
    const { exitCode, files } = await run(["undo"], here({ terminal: true, answers: [false] }));
    expect(exitCode).toBe(130);
    expect([...files.keys()].filter((name) => name.includes("-undo-"))).toEqual([]);
  });

  test("off a terminal nothing is withdrawn, and the command for it is said", async () => {
    const { ids, here } = await logged();
    const { exitCode, stderr, files } = await run(["undo"], here());
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`poc undo ${ids[1]}`);
    expect([...files.keys()].filter((name) => name.includes("-undo-"))).toEqual([]);
  });

  test("-q prints the id of the correction alone", async () => {
    const { here } = await logged();
    const { stdout } = await run(["undo", "-y", "-q"], here());
    expect(stdout).toMatch(/^[0-9a-z]{7}\n$/);
  });
});
