import { expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { POC } from "../support/run.ts";
import { transcript, type Step } from "../support/session.ts";

/** Lists and roles as people see them. `npx vitest run test/golden -u` writes them anew; read the difference. */

const RELEASE = `checklist: release
title: Ready to release
purpose: What we look at before anybody outside the team sees it.
items:
  - id: tests
    text: The tests pass
    check: npm test
    role: engineer
  - id: contract
    text: The contract tests of the gateway pass
    check: make contract
    cwd: ../gateway
    role: platform
  - id: load
    text: It stands a hundred users
    check: ./load.sh --users 100
    role: platform
  - id: stack
    text: It runs on the stack of production
    evidence: same-runtime
  - id: words
    text: Somebody from support has read the words that users see
    by: person
    role: owner
`;

const START: Step = { type: "poc start", now: "2026-11-23T09:00:00+01:00" };

test("a list of one's own: commands, people, records", async () => {
  const disk = diskWithPoc({ "templates/checklists/release.yaml": RELEASE });
  const ran: never[] = [];
  await transcript([START], { disk });
  const steps: Step[] = [
    { type: "poc checklist", now: "2026-11-24T10:00:00+01:00" },
    { type: "poc checklist relase" },
    { type: "poc checklist release --run --timeout soon" },
    { type: "poc checklist mvp --run" },
    {
      type: "poc checklist release --run",
      commands: {
        "npm test": { seconds: 41.24, output: "\x1b[32m12 passed\x1b[0m\n" },
        "make contract": {
          ended: { how: "exit", code: 2 },
          seconds: 3,
          output: "token: AKIAABCDEFGHIJKLMNOP\nmake: *** [contract] Error 1\n",
        },
        "./load.sh --users 100": { ended: { how: "time-limit" }, seconds: 600, output: "warming up\n" },
      },
    },
    { type: "poc log --attest release.tests=https://ci.example.com/1", now: "2026-11-24T11:00:00+01:00" },
    { type: 'poc log --attest "release.words=https://wiki.example.com/words read by Priya"' },
    {
      type: "poc checklist release --run --yes",
      terminal: true,
      commands: {
        "make contract": { seconds: 2.9, output: "8 contracts hold\n" },
        "./load.sh --users 100": { ended: { how: "cancelled" } },
      },
      now: "2026-11-25T10:00:00+01:00",
    },
    { type: "poc checklist release --as-of 2026-12-03 --write", terminal: false },
    { type: "poc show --since 2026-11-24" },
    { type: "poc checklist release --format md -o -" },
    { type: "poc memo --verify" },
    { type: "poc next --role platform" },
    { type: "poc checklist --format json" },
  ];
  const text = await transcript(steps, { disk, ran }, ["memos/checklist-release-2026-11-25.md"]);
  await expect(text).toMatchFileSnapshot("./sessions/checklist-release.txt");
});

test("lists that cannot be read", async () => {
  const disk = diskWithPoc({
    "templates/checklists/release.yaml":
      "checklist: release\ntitle: Release\nitems:\n  - {id: tests, text: Tests pass, check: npm test, by: person}\n  - {id: tests, text: Twice, evidence: same-runtim}\n",
    "templates/checklists/exit.yaml": "checklist: exit\ntitle: Easy\nitems:\n  - {id: fine, text: All is well}\n",
  });
  disk.set("/org/checklists/mvp.yaml", "checklist: mvp\ntitle: Ours\nitem: []\n");
  const steps: Step[] = [
    { type: "poc checklist", env: { POC_TEMPLATES: "/org" } },
    { type: "poc checklist release" },
    { type: "poc checklist exit" },
    { type: "poc next --role owner" },
    { type: "poc log --attest release.tests=https://example.com" },
    { type: "poc -C /work checklist mvp" },
  ];
  await expect(await transcript(steps, { disk, cwd: `${POC}/log` })).toMatchFileSnapshot(
    "./sessions/checklist-faulty.txt",
  );
});

test("what each role has to do, from the draft to the teardown", async () => {
  const disk = diskWithPoc();
  const steps: Step[] = [
    { type: "poc next", now: "2026-11-22T10:00:00+01:00" },
    START,
    { type: "poc next", now: "2026-11-24T10:00:00+01:00" },
    { type: "poc next --role owner --format json" },
    { type: "poc log --answer no-residency=yes", now: "2026-11-26T10:00:00+01:00" },
    { type: "poc next" },
    { type: 'poc decide no-go --why "The vendor refuses"', author: "Marta Weiss <marta@example.com>" },
    { type: "poc next" },
    { type: "poc log --attest teardown.keys-revoked=https://example.com/tickets/7", now: "2026-11-27T10:00:00+01:00" },
    { type: "poc checklist" },
    { type: "poc next --role platform", columns: 44 },
    { type: "poc next --role platform --as-of 2026-11-24" },
    { type: "poc next --role cfo" },
  ];
  await expect(await transcript(steps, { disk })).toMatchFileSnapshot("./sessions/next.txt");
});
