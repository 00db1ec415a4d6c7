import { expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { run, world } from "../../support/run.ts";

/** The blanks that status and check print are not reasons when they are pasted unchanged. */
test.each(["why", "Why?", "…", "reason", "<reason>", "LINK", "TBD", "what could happen"])(
  "--risk with the note %s is refused, and nothing is stored",
  async (note) => {
    const disk = diskWithPoc();
    const before = new Map(disk);
    const here = world({ disk, now: "2026-11-24T09:00:00+01:00" });
    const { exitCode, stderr } = await run(["log", "--risk", `ops-invisible=low: ${note}`], here);
    expect({ exitCode, said: stderr.includes("expected the reason") }).toEqual({ exitCode: 2, said: true });
    expect(disk).toEqual(before);
  },
);

test.each(["the team is on call", "why it is low: we are on call"])("%s is a reason", async (note) => {
  const here = world({ disk: diskWithPoc(), now: "2026-11-24T09:00:00+01:00" });
  expect((await run(["log", "--risk", `ops-invisible=low: ${note}`], here)).stderr).not.toContain(
    "expected the reason",
  );
});
