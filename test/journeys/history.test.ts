import { expect, test } from "vitest";
import type { ReadTimestamp } from "../../src/app/ports/ports.ts";
import { diskWithPoc } from "../support/definitions.ts";
import { POC, run, world } from "../support/run.ts";
import { transcript, type Step } from "../support/session.ts";

/** How the log stands up to being bent. `npx vitest run test/journeys/history.test.ts --update` writes it anew. */

const APPROVED = '--reason "Agreed with Marta" --approver "Marta Weiss <marta@example.com>"';
const START: Step = { type: "poc start", now: "2026-11-23T09:00:00.250+01:00" };
const RESULT: Step = { type: "poc log --eval wrong-rate=60/400", now: "2026-11-24T10:00:00.125+01:00" };
const TARGET = `poc amend --set evals.wrong-rate.target="reduction >= 20%" ${APPROVED}`;

/** Edits a definition by hand, as a person would in an editor. */
function edit(disk: Map<string, string>, file: string, from: string, to: string): void {
  const path = `${POC}/${file}`;
  disk.set(path, disk.get(path)!.replace(from, to));
}

test("an amendment agrees to what it names and to nothing else", async () => {
  const disk = diskWithPoc();
  await transcript([START, RESULT], { disk });
  edit(disk, "evals.yaml", "reduction >= 40%", "reduction >= 10%");
  const at = { now: "2026-11-25T10:00:00+01:00" };
  const steps: Step[] = [
    { type: `poc amend --set spend_cap="2500 EUR" ${APPROVED}`, ...at },
    { type: 'poc decide extend --days 2 --by "Marta Weiss <marta@example.com>" --why "The vendor is late"', ...at },
    { type: `poc amend --set evals.wrong-rate.target= ${APPROVED}`, ...at },
    { type: `poc amend --set evals.wrong-rate.target=TBD ${APPROVED}`, ...at },
    { type: `poc amend --unset evals.wrong-rate.min_n ${APPROVED}`, ...at },
    { type: `poc amend --set spend_cap="2500 EUR" ${APPROVED}`, ...at },
    { type: "poc check", ...at },
  ];
  await expect(await transcript(steps, { disk }, ["evals.yaml"])).toMatchFileSnapshot("./sessions/history-amend.txt");
});

test("a file that is missing retires nothing, and what cannot be read stops an amendment", async () => {
  const disk = diskWithPoc();
  await transcript([START, RESULT], { disk });
  const value = disk.get(`${POC}/value.yaml`)!;
  disk.delete(`${POC}/value.yaml`);
  const at = { disk, now: "2026-11-25T10:00:00+01:00" };
  const amend = ["amend", "--reason", "r", "--approver", "Marta Weiss"];
  expect((await run(amend, world(at))).stderr).toContain("value.yaml is missing");
  disk.set(`${POC}/value.yaml`, value);
  disk.set(`${POC}/log/2026-11-24-1100-x-aaaaaaz.yaml`, "<<<<<<< HEAD\n=======\n>>>>>>> main\n");
  for (const act of [
    amend,
    ["decide", "no-go", "--why", "So agreed", "--by", "Marta Weiss", "--override", "Known to all"],
  ]) {
    const { exitCode, stderr } = await run(act, world(at));
    expect(exitCode).toBe(3);
    expect(stderr).toContain("2026-11-24-1100-x-aaaaaaz.yaml cannot be read in full");
  }
});

test("what was seen is computed from the log and not believed", async () => {
  const disk = diskWithPoc();
  await transcript([START, RESULT], { disk });
  const undo: Step = { type: "poc undo aaaaaa8", now: "2026-11-24T11:00:00+01:00" };
  const back: Step = { type: "poc undo aaaaaa9", now: "2026-11-24T13:00:00+01:00" };
  await transcript([undo, { type: TARGET, now: "2026-11-24T12:00:00+01:00" }, back], { disk });
  const [amendment] = [...disk.keys()].filter((name) => name.includes("-amend-"));
  expect(disk.get(amendment!)).toContain('"results_seen": 1');
  disk.set(amendment!, disk.get(amendment!)!.replace('"results_seen": 1', '"results_seen": 0'));
  const steps: Step[] = [{ type: "poc check", now: "2026-11-24T14:00:00+01:00" }, { type: "poc memo -o -" }];
  const shown = await transcript(steps, { disk });
  expect(shown).toContain("error[amendment-understates]");
  expect(shown).toContain("after 1 result");
  expect(shown).not.toContain("before any result");
});

test("acts of one moment keep their order", async () => {
  for (let times = 0; times < 3; times++) {
    const disk = diskWithPoc();
    const now = "2026-11-24T10:00:00+01:00";
    const ids = "zyx"[times]!;
    const cap = (amount: number): Step => ({ type: `poc amend --set spend_cap="${amount} EUR" ${APPROVED}`, now, ids });
    const decide = (outcome: string): Step => ({
      type: `poc decide ${outcome} --why "So agreed" --override "Known to all" --supersede --by "Marta Weiss <marta@example.com>"`,
      now,
      ids,
    });
    await transcript([START, cap(2100), cap(2200), cap(2300), decide("no-go"), decide("go")], { disk });
    const status = (await run(["status"], world({ disk, now }))).stdout;
    expect(status).toContain("DECIDED: Go");
    expect((await run(["check"], world({ disk, now }))).stdout).not.toMatch(/terms-drift|disputed/);
  }
});

test("a clock that is off is named before anything is stored", async () => {
  const disk = diskWithPoc();
  const steps: Step[] = [
    START,
    { type: "poc log a", now: "2026-11-25T10:00:00+01:00" },
    { type: "poc log b", now: "2026-11-24T10:00:00+01:00" },
    { type: `poc amend --set spend_cap="2500 EUR" ${APPROVED}`, now: "2026-11-24T10:00:00+01:00" },
    { type: "poc log c", now: "1970-01-01T10:00:00+01:00" },
    { type: "poc log d", now: "2099-01-01T10:00:00+01:00" },
    { type: "poc log e", now: "2026-11-26T10:00:00+01:00", nowIsSet: true },
    { type: "poc status --as-of 2026-12-24", nowIsSet: false },
  ];
  await expect(await transcript(steps, { disk }, [])).toMatchFileSnapshot("./sessions/history-clock.txt");
  const memo = (await run(["memo", "-o", "-"], world({ disk, now: "2026-11-26T11:00:00+01:00" }))).stdout;
  expect(memo).toMatch(/was set by hand \(with POC.?_NOW/);
});

test("an entry of a colleague whose clock is a little ahead counts at once", async () => {
  const disk = diskWithPoc();
  await transcript([START, { type: "poc log --spend 100 --category other", now: "2026-11-24T10:03:00+01:00" }], {
    disk,
  });
  const { stdout } = await run(
    ["log", "--spend", "50", "--category", "other"],
    world({ disk, now: "2026-11-24T10:00:00+01:00" }),
  );
  expect(stdout).toContain("1,850.00 of 2,000.00 EUR");
});

test("a start that is dated back knows what its author knew", async () => {
  const disk = diskWithPoc();
  const late: Step = { type: "poc start --date 2026-11-23", now: "2026-11-24T12:00:00+01:00" };
  await transcript([RESULT, late], { disk });
  const memo = (await run(["memo", "-o", "-"], world({ disk, now: "2026-11-24T13:00:00+01:00" }))).stdout;
  expect(memo).toContain("logged before the terms were frozen");
});

const STAMP = (sha256: string): ReadTimestamp => {
  const token = { epochMs: Date.parse("2026-11-23T08:58:12Z"), sha256, authority: "Test TSA", issuer: "Test Root" };
  return (bytes) => (bytes.length === 0 ? { ok: false, why: "it is empty" } : { ok: true, token });
};

test("the hash of the terms is printed, kept, and calculated anew", async () => {
  const disk = diskWithPoc();
  const now = "2026-11-23T10:00:00+01:00";
  const before = await run(["check", "--hash"], world({ disk, now }));
  const hash = /[0-9a-f]{64}/.exec(before.stdout)![0];
  const edited = new Map(disk);
  edit(edited, "poc.yaml", "2000 EUR", "2001 EUR");
  disk.set("/work/terms.tsr", "token");
  const stamped = { disk, now, timestamps: STAMP(hash) };
  const other = await run(
    ["start", "--timestamp", "/work/terms.tsr"],
    world({ ...stamped, timestamps: STAMP("0".repeat(64)) }),
  );
  expect(other.stderr).toContain("have the hash");
  const started = await run(["start", "--timestamp", "/work/terms.tsr"], world(stamped));
  expect(started.stdout).toContain(hash);
  expect((await run(["check", "--hash"], world({ disk: edited, now }))).stdout).not.toContain(hash);
  const steps: Step[] = [
    { type: `poc amend --set spend_cap="2500 EUR" ${APPROVED}`, now: "2026-11-24T10:00:00+01:00" },
    { type: "poc check --hash" },
  ];
  expect(await transcript(steps, stamped)).not.toContain("(exit");
  const [entry] = [...disk.keys()].filter((name) => name.includes("-start-"));
  disk.set(entry!, disk.get(entry!)!.replace("reduction >= 40%", "reduction >= 20%"));
  const bent = await run(["check", "--hash"], world(stamped));
  expect(bent.exitCode).toBe(1);
  expect(bent.stdout).toContain("it stamps another hash");
  expect((await run(["check", "--hash", "--json"], world(stamped))).exitCode).toBe(2);
});
