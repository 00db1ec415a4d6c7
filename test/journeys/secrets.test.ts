import { expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { POC, run, world } from "../support/run.ts";
import { transcript, type Step } from "../support/session.ts";

/**
 * What is done about keys and passwords, before and after they are in the log, and about files that cannot be read.
 * `npx vitest run test/journeys/secrets.test.ts --update` writes the sessions anew.
 */

const golden = (name: string) => `./sessions/${name}.txt`;
const DAY_1: Step = { type: "poc start", now: "2026-11-23T09:00:00+01:00" };

/** Made up. */
const PASSWORD = ["postgres://poc:", "S3cretPw99@db.internal:5432/poc"].join("");

const entry = (note: string) => `at: "2026-11-24T10:00:00+01:00"\nby: "Ana Ruiz"\nnote: ${JSON.stringify(note)}\n`;

test("13 a secret is refused by every command, and masked where it is in the log all the same", async () => {
  const disk = diskWithPoc();
  await run(["start"], world({ disk, now: "2026-11-23T09:00:00+01:00" }));
  disk.set(`${POC}/log/2026-11-24-1000-pasted-aaaaaa2.yaml`, entry(`Moved the index to ${PASSWORD}, works`));
  const steps: Step[] = [
    { type: `poc log "Moved the index to ${PASSWORD}"`, now: "2026-11-24T12:00:00+01:00" },
    { type: `poc decide no-go --why "see ${PASSWORD}" --override "It will not do"` },
    { type: `poc init /work/other --yes --title "Index at ${PASSWORD}"` },
    { type: "poc show" },
    { type: "poc show aaaaaa2" },
    { type: "poc check" },
    { type: "poc memo" },
    { type: 'poc log "The word sk-answer-with-citations-and-sources-v2 is an arm"' },
  ];
  const text = await transcript(steps, { disk });
  await expect(text).toMatchFileSnapshot(golden("secrets"));
  expect(text.replaceAll(/^\$ .*$/gm, "")).not.toContain("S3cretPw99");
  for (const format of ["md", "html", "json"]) {
    const { stdout } = await run(
      ["memo", "--format", format, "-o", "-"],
      world({ disk, now: "2026-11-24T12:00:00+01:00" }),
    );
    expect(stdout).toContain("masked: a password in an address");
    expect(stdout).not.toContain("S3cretPw99");
  }
  for (const words of [["show"], ["status"], ["next"], ["replay"]]) {
    const { stdout } = await run([...words, "--format", "json"], world({ disk, now: "2026-11-24T12:00:00+01:00" }));
    expect(stdout).not.toContain("S3cretPw99");
  }
});

test("9 what could not be read is said by every command, on standard error and by the exit code", async () => {
  const disk = diskWithPoc();
  const steps: Step[] = [
    DAY_1,
    { type: 'poc log "First run" --eval wrong-rate=30/400', now: "2026-11-24T09:00:00+01:00" },
  ];
  await transcript(steps, { disk });
  const first = [...disk.keys()]
    .find((name) => name.includes("first-run"))!
    .slice(-"aaaaaa1.yaml".length, -".yaml".length);
  disk.set(`${POC}/log/2026-11-24-1000-torn-aaaaaa2.yaml`, "<<<<<<< ours\nat: 1\n=======\nat: 2\n>>>>>>> theirs\n");
  const READ = ["show", "memo", "memo --verify", "status", "check", "plan", "value", "next", "replay", "gate", "checklist", "checklist exit"]; // prettier-ignore
  const text = await transcript(
    [...READ.map((words) => ({ type: `poc ${words}` })), { type: `poc undo ${first} --reason Wrong` }],
    { disk, now: "2026-11-24T12:00:00+01:00" },
  );
  const silent = text.split("\n\n$ ").filter((said) => !said.includes("2026-11-24-1000-torn-aaaaaa2.yaml:1:1"));
  expect(silent).toEqual([]);
  for (const words of READ) {
    const { exitCode } = await run(words.split(" "), world({ disk, now: "2026-11-24T12:00:00+01:00" }));
    expect([words, exitCode]).toEqual([words, 3]);
  }
});
