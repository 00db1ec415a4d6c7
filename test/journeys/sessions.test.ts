import { expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { POC } from "../support/run.ts";
import { transcript, type Step } from "../support/session.ts";

/** What people see, session by session. `npx vitest run test/golden -u` writes them anew; read the difference. */

const golden = (name: string) => `./sessions/${name}.txt`;

const DAY_1: Step = { type: "poc start", now: "2026-11-23T09:00:00+01:00" };

test("a PoC from the start to the decision", async () => {
  const steps: Step[] = [
    { type: "poc check", now: "2026-11-23T08:55:00+01:00" },
    DAY_1,
    { type: 'poc log "Baseline of the search box reproduced" --hours 3', now: "2026-11-23T17:10:00+01:00" },
    {
      type: 'poc log "First index, chunks of 500" --eval wrong-rate=61/400 --arm plain --spend "41.20 USD:tokens" --hours 4',
      now: "2026-11-24T16:40:00+01:00",
    },
    {
      type: 'poc log "Reranker on, k=8" --eval wrong-rate=30/400 --arm reranker --evidence runs/17.json --spend 140:infrastructure --meeting "0.5x4: Review with security"',
      now: "2026-11-25T16:20:00+01:00",
    },
    {
      type: "poc log --date yesterday --answer no-residency=no --attest exit.committed=https://mail.example.com/123 --by Marta",
      now: "2026-11-27T10:00:00+01:00",
    },
    { type: "poc status", now: "2026-11-30T09:00:00+01:00" },
    {
      type: 'poc log "Confirmation run on the reranker" --eval wrong-rate=28/400 --arm reranker --eval latency=591/600 --assume security-agrees=holds --spend 18.40:tokens',
      now: "2026-12-03T15:00:00+01:00",
    },
    { type: "poc check", now: "2026-12-04T15:00:00+01:00" },
    { type: "poc memo", now: "2026-12-04T15:01:00+01:00" },
    {
      type: 'poc decide go --why "Wrong answers fall by two thirds, and the latency holds"',
      now: "2026-12-04T16:00:00+01:00",
      author: "Marta Weiss <marta@example.com>",
    },
    { type: "poc memo --verify", now: "2026-12-04T16:01:00+01:00" },
    { type: "poc memo", now: "2026-12-04T16:02:00+01:00" },
    { type: "poc checklist exit --write", now: "2026-12-04T16:03:00+01:00" },
    { type: "poc checklist mvp --write", now: "2026-12-04T16:03:30+01:00" },
    { type: "poc memo --verify", now: "2026-12-04T16:04:00+01:00" },
    { type: "poc status", now: "2026-12-07T09:00:00+01:00" },
    { type: "poc check", now: "2026-12-07T09:00:00+01:00" },
  ];
  const shown = ["memos/decision-2026-12-04.md", "memos/checklist-mvp-2026-12-04.md"];
  await expect(await transcript(steps, { disk: diskWithPoc() }, shown)).toMatchFileSnapshot(golden("main-job"));
});

test("typos store nothing and suggest the name", async () => {
  const disk = diskWithPoc();
  const steps: Step[] = [
    DAY_1,
    {
      type: 'poc log "x" --eval wrng-rate=22/200 --assume corpus-clean=holds --answer no-residncy=yes --spend 12,400 --risk cost-surprize=high --attest mvp.gaurdrails=https://x',
      now: "2026-11-24T10:00:00+01:00",
    },
    { type: "poc log --eval wrong-rate=210/200" },
    { type: "poc log --eval latency" },
    { type: "poc log --spend 1,000 --spend 5XYZ --hours -2 --meeting 3 --category food" },
    { type: "poc log --assume corpus-is-clean=hold --answer no-residency=y --risk cost-surprise=hgih" },
    { type: "poc log --eval wrong-rate=22/200 --arm plain --eval wrong-rate=20/200 --arm reranker" },
    { type: "poc log --hours 25 --date 2026-02-30" },
    { type: "poc log tomorrow --date 2026-12-24" },
    { type: "poc log" },
    { type: "poc log --arm x note" },
    { type: 'poc log "key AKIAABCDEFGHIJKLMNOP in the config"' },
    { type: "poc sttus" },
    { type: "poc stop" },
    { type: "poc status --format xml" },
    { type: "poc status --as-of soon" },
    { type: "poc show --eval wrongrate" },
    { type: "poc undo zzz" },
    { type: "poc explain terms-drft" },
    { type: "poc checklist exits" },
    { type: "poc memo decisions" },
  ];
  const text = await transcript(steps, { disk });
  expect([...disk.keys()].filter((path) => path.startsWith(`${POC}/log/`))).toHaveLength(1);
  await expect(text).toMatchFileSnapshot(golden("typos"));
});

test("frozen terms: drift, amendments, extensions", async () => {
  const disk = diskWithPoc();
  await transcript([DAY_1, { type: "poc log --eval wrong-rate=61/400 --hours 2", now: "2026-11-24T16:00:00+01:00" }], {
    disk,
  });
  const path = `${POC}/evals.yaml`;
  disk.set(path, disk.get(path)!.replace("reduction >= 40%", "reduction >= 20%"));
  const steps: Step[] = [
    { type: "poc check", now: "2026-11-25T10:00:00+01:00" },
    { type: "poc amend" },
    { type: 'poc amend --reason "The legal minimum is 20%" --approver "Marta Weiss <marta@example.com>"' },
    { type: 'poc amend --set spend_cap="2500 EUR" --set timbox.working_days=12 --reason x --approver y' },
    { type: 'poc amend --set spend_cap="much" --reason x --approver y' },
    { type: 'poc amend --set spend_cap="2500 EUR" --reason x --approver y' },
    { type: 'poc amend --set spend_cap="2500 EUR" --reason "A larger corpus" --approver "Marta Weiss"' },
    {
      type: 'poc amend --extend 3 --reason "The vendor delivered late" --approver "Marta Weiss"',
      now: "2026-12-01T10:00:00+01:00",
    },
    {
      type: 'poc decide extend --days 2 --why "One more experiment" --override "We are nearly there"',
      now: "2026-12-02T10:00:00+01:00",
    },
    { type: "poc check" },
    { type: "poc show" },
  ];
  await expect(await transcript(steps, { disk }, ["poc.yaml"])).toMatchFileSnapshot(golden("amendments"));
});

test("corrections, filters and other people's entries", async () => {
  const disk = diskWithPoc();
  const steps: Step[] = [
    DAY_1,
    { type: 'poc log "Wrong column" --eval wrong-rate=12/400 --spend 1900', now: "2026-11-24T10:00:00+01:00" },
    {
      type: 'poc log "Load test" --eval latency=180/200 --hours 1h30m',
      author: "Jon Okafor <jon@example.com>",
      now: "2026-11-25T10:00:00+01:00",
    },
    {
      type: 'poc undo aaaaaa8 --reason "Counted the wrong column"',
      author: "Ana Ruiz <ana@example.com>",
      now: "2026-11-25T11:00:00+01:00",
    },
    { type: "poc undo aaaaaa8" },
    { type: "poc undo aaaaaa7" },
    { type: "poc show" },
    { type: "poc show --eval latency" },
    { type: "poc show --since yesterday --by ana" },
    { type: "poc show aaaaaa9 --format json" },
    { type: "poc show aaaaaa8" },
  ];
  await expect(await transcript(steps, { disk })).toMatchFileSnapshot(golden("corrections"));
});

test("what most likely means something else is refused with the corrected text, and what is not literal is said back", async () => {
  const day = "2026-11-25T10:00:00+01:00";
  const steps: Step[] = [
    DAY_1,
    { type: "poc log --hours 1:30", now: day },
    { type: "poc log --hours 1:30:harness --meeting 1:15x4" },
    { type: "poc log --hours 1.5:30" },
    { type: "poc log --hours 90 --meeting 15x4" },
    { type: 'poc log --hours 90m --meeting "15m x4"' },
    { type: "poc log --hours 17 --yes" },
    { type: "poc log --eval wrong-rate=12.5" },
    { type: 'poc log --eval "wrong-rate=12 ms" --eval latency=1.8' },
    { type: 'poc log --eval "wrong-rate=11.3% n 200"' },
    { type: 'poc log --eval "wrong-rate=11% n 400"' },
    { type: "poc log --eval wrong-rate=30%" },
    { type: "poc log wrong-rate=12/100" },
    { type: 'poc log "Reranker on: wrong-rat=12/100, no-residency=no"' },
    { type: 'poc log "12.40 EUR"' },
    { type: "poc log wrong-rate=12/100 --note" },
    { type: "poc log -d yesterday first", now: "2026-11-26T09:00:00+01:00" },
    { type: "poc log -d yesterday second" },
    { type: "poc log -d yesterday third" },
    { type: "poc show --format human" },
  ];
  await expect(await transcript(steps, { disk: diskWithPoc() })).toMatchFileSnapshot(golden("not-literal"));
});

test("on a terminal a person is asked what was meant", async () => {
  const now = "2026-11-25T10:00:00+01:00";
  const terminal = true;
  const steps: Step[] = [
    DAY_1,
    { type: "poc log --meeting 15x4", now, terminal, answers: ["15m x4"] },
    { type: "poc log --hours 17", answers: [""] },
    { type: "poc log --hours 9 --hours 9", answers: [false] },
    { type: 'poc log "Reranker on, wrong-rate=40/400"', answers: ["fact"] },
    { type: "poc log wrong-rate=40/400", answers: ["words"] },
    { type: "poc log 12.40 EUR", answers: ["nothing"] },
  ];
  await expect(await transcript(steps, { disk: diskWithPoc() })).toMatchFileSnapshot(golden("asked-back"));
});
