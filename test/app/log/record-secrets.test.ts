import { describe, expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import type { Disk } from "../../support/memory-files.ts";
import { POC, run, world } from "../../support/run.ts";
import { wordsOf } from "../../support/session.ts";

/** Looks like the key of a cloud provider, and is none. */
const KEY = "AKIAABCDEFGHIJKLMNOP";

const WAIVER = '--approver "Marta Weiss" --until 2026-12-18';

/** Every command that adds an entry, with a text of a person in it. */
const COMMANDS = [
  ["poc start --note KEY", false],
  ['poc log "First run" --eval wrong-rate=30/400 --model KEY', true],
  ["poc log --attest exit.committed=https://wiki/KEY", true],
  ["poc undo logged1 --reason KEY", true],
  ['poc amend --set spend_cap="2500 EUR" --reason KEY --approver "Marta Weiss"', true],
  ['poc amend --set evals.wrong-rate.metric="Answers KEY" --reason Fine --approver "Marta Weiss"', true],
  ["poc decide no-go --why KEY --override Fine", true],
  ["poc decide extend --days 2 --why KEY --override Fine", true],
  ['poc decide conditional --why Fine --override Fine --condition "KEY revoked"', true],
  [`poc gate waive one-pager --reason KEY ${WAIVER}`, true],
  [`poc gate pass --waive one-pager --reason KEY ${WAIVER}`, true],
] as const;

const DAY_ONE = "2026-11-23T09:00:00+01:00";

async function started(disk: Disk): Promise<void> {
  await run(["start"], world({ disk, now: DAY_ONE }));
  disk.set(`${POC}/log/2026-11-23-1000-logged1.yaml`, 'at: "2026-11-23T10:00:00+01:00"\nby: "Ana Ruiz"\nnote: "x"\n');
}

describe.each(COMMANDS)("%s", (line, afterStart) => {
  const words = (more: readonly string[]) => [...wordsOf(line.replace("KEY", KEY)).slice(1), ...more];

  test("changes no file, and never repeats the key", async () => {
    const disk = diskWithPoc();
    if (afterStart) await started(disk);
    const before = new Map(disk);
    const { exitCode, stdout, stderr } = await run(words([]), world({ disk, ...(afterStart ? {} : { now: DAY_ONE }) }));
    expect(stderr).toMatch(/an AWS access key; nothing was stored/);
    expect(stdout + stderr).not.toContain(KEY);
    expect(exitCode).not.toBe(0);
    expect(disk).toEqual(before);
  });

  test("stores it where a person says that it is no key", async () => {
    const disk = diskWithPoc();
    if (afterStart) await started(disk);
    const before = new Set(disk.keys());
    const { exitCode, stderr } = await run(
      words(["--allow-secret"]),
      world({ disk, ...(afterStart ? {} : { now: DAY_ONE }) }),
    );
    expect([exitCode, stderr]).toEqual([0, expect.not.stringMatching(/nothing was stored/)]);
    const added = [...disk].filter(([name]) => !before.has(name));
    expect(added.map(([, text]) => text).join()).toContain(KEY);
  });
});
