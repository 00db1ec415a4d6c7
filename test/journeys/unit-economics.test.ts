import { expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { POC, run, world } from "../support/run.ts";
import { transcript, type Step } from "../support/session.ts";

const golden = (name: string) => `./sessions/${name}.txt`;

const DAY_1: Step = { type: "poc start", now: "2026-11-23T09:00:00+01:00" };

test("what a task costs, from the first tasks to the memo", async () => {
  const disk = diskWithPoc();
  await transcript([DAY_1], { disk });
  const steps: Step[] = [
    { type: 'poc log "Corpus indexed" --spend 22.40:tokens', now: "2026-11-24T16:00:00+01:00" },
    {
      type: 'poc log "A day of tickets" --tasks "262/300:tickets of Monday" --latency 1.8s --review 30s --spend 13.60:tokens',
      now: "2026-11-25T16:00:00+01:00",
    },
    { type: "poc show aaaaaa9" },
    { type: "poc show aaaaaa9 --format json" },
    { type: "poc status", now: "2026-11-26T09:00:00+01:00" },
    { type: "poc memo", now: "2026-11-26T09:05:00+01:00" },
  ];
  await expect(
    await transcript(steps, { disk }, [
      "log/2026-11-25-1600-a-day-of-tickets-aaaaaa9.yaml",
      "memos/decision-2026-11-26.md",
    ]),
  ).toMatchFileSnapshot(golden("tasks"));
});

test("tasks that are none store nothing", async () => {
  const disk = diskWithPoc();
  const steps: Step[] = [
    { type: "poc log --tasks 301/300", now: "2026-11-25T16:00:00+01:00" },
    { type: "poc log --tasks 0/0 --tasks 87%" },
    { type: "poc log --tasks 2/3 --latency 1.8 --review 5m" },
    { type: "poc log --tasks 2/3 --latency -1s --review 25h" },
    { type: "poc log --latency 1.8s --hours 1" },
    { type: "poc log --review 30s --hours 1" },
    { type: "poc log --arm reranker --hours 1" },
    { type: 'poc log --tasks "2/3:key AKIAABCDEFGHIJKLMNOP"' },
    { type: "poc log --risk cost-surprise=low --evidence AKIAABCDEFGHIJKLMNOP" },
  ];
  const text = await transcript(steps, { disk });
  expect([...disk.keys()].filter((path) => path.startsWith(`${POC}/log/`))).toHaveLength(0);
  await expect(text).toMatchFileSnapshot(golden("tasks-refused"));
});

test("the records raise risks, and people answer", async () => {
  const disk = diskWithPoc();
  await transcript([DAY_1], { disk });
  const steps: Step[] = [
    { type: 'poc log --risk "cost-surprise=low: tokens are cheap"', now: "2026-11-26T16:00:00+01:00" },
    { type: "poc status", now: "2026-12-01T09:00:00+01:00" },
    { type: "poc check" },
    { type: "poc explain risk-raised" },
    {
      type: 'poc log --risk "cost-surprise=medium: 4 cents an answer by the bill" --evidence https://example.com/bills/11',
      now: "2026-12-01T10:00:00+01:00",
    },
    { type: "poc log --attest mvp.observability=https://example.com/board" },
    { type: "poc check" },
    { type: "poc checklist exit" },
    { type: "poc memo" },
  ];
  await expect(
    await transcript(steps, { disk }, ["log/2026-12-01-1000-entry-aaaaaa9.yaml", "memos/decision-2026-12-01.md"]),
  ).toMatchFileSnapshot(golden("risks-raised"));
});

test("hostile tasks and answers reach no screen and no document as they are", async () => {
  const disk = diskWithPoc();
  await transcript([DAY_1], { disk });
  const hostile = "\u001b[31m<script>{{x}}</script> | [a](javascript:1) __proto__";
  const here = world({ disk, now: "2026-12-01T10:00:00+01:00" });
  const logged = await run(
    [
      "log",
      "--tasks",
      `2/3:${hostile}`,
      "--arm",
      hostile,
      "--spend",
      "1:tokens",
      "--risk",
      `ops-invisible=low:${hostile}`,
      "--evidence",
      hostile,
    ],
    here,
  );
  expect(logged.exitCode).toBe(0);
  const shown = [logged, await run(["show"], here), await run(["status"], here), await run(["memo"], here)]
    .map(({ stdout, stderr }) => stdout + stderr)
    .join("");
  expect(shown).not.toContain("\u001b[31m");
  const memo = disk.get(`${POC}/memos/decision-2026-12-01.md`);
  expect(memo).toContain("2 of 3 tasks done right");
  expect(memo).toContain(
    "the records say that two thirds of the timebox are over, and mvp.observability is not attested",
  );
  expect(memo).not.toContain("<script>");
  // Each bracket is escaped, so that no link comes of it.
  expect(memo).not.toMatch(/[^\\]\]\(javascript/);
});
