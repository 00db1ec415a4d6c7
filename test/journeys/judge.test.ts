import { expect, test } from "vitest";
import { DEFINITIONS, diskWithPoc } from "../support/definitions.ts";
import { POC, run, world } from "../support/run.ts";
import { transcript, type Step } from "../support/session.ts";

const golden = (name: string) => `./sessions/${name}.txt`;

const EVALS = `- id: right-rate
  metric: Right answers
  better: higher
  primary: true
  target: value >= 90%
  min_n: 300
  judge: { who: LLM judge, model: gpt-4.1-2025-04-14, prompt: v3, blinded: yes }
`;

/** 281 of 300 passed; of those every tenth is wrong in truth, and of the failed ones every fourth is right. */
const passed = (k: number) => k >= 19;
const truly = (k: number) => (passed(k) ? k % 10 !== 0 : k % 4 === 0);
const name = (k: number) => `q-${String(k).padStart(3, "0")}`;
const CASES = `case,passed\n${Array.from({ length: 300 }, (_, k) => `${name(k)},${passed(k)}\n`).join("")}`;

const world300 = () => ({
  disk: diskWithPoc({
    "poc.yaml": DEFINITIONS["poc.yaml"]!.replace("answered_by: wrong-rate", "answered_by: right-rate"),
    "evals.yaml": EVALS,
    "kill-criteria.yaml": "- id: no-residency\n  ask: Has the vendor refused EU residency?\n  by: 2026-11-27\n",
    "assumptions.yaml": "[]\n",
    "run.csv": CASES,
  }),
});

test("a judge is held against people: a blind sheet, its labels, and a verdict that is corrected for it", async () => {
  const start = world300();
  const drawn: Step[] = [
    { type: "poc start", now: "2026-11-23T09:00:00+01:00" },
    { type: "poc import run.csv --eval right-rate", now: "2026-11-25T10:00:00+01:00" },
    { type: "poc check" },
    { type: "poc cases right-rate --sample 60 --seed 2026" },
    { type: "poc cases right-rate --sample 60 --seed 2026" },
    { type: "poc cases right-rate --sample 40 --seed 7 --format json" },
    { type: "poc cases right-rate --sample 5" },
    { type: "poc cases right-rate --sample 60 --flipped" },
  ];
  const first = await transcript(drawn, start);
  const sheet = start.disk.get(`${POC}/labels/right-rate-2026.csv`)!;
  const page = start.disk.get(`${POC}/labels/right-rate-2026.html`)!;
  // Neither says what the judge said.
  expect([sheet.includes("true"), sheet.includes("passed"), page.includes("true")]).toEqual([false, false, false]);
  const labelled = sheet
    .split("\n")
    .map((row, index) => {
      const [id = "", , , of] = row.split(",");
      if (index === 0 || id === "") return row;
      return index === 7 ? row : `${id},${truly(Number(id.slice(2))) ? "yes" : "no"},,${of}`;
    })
    .join("\n");
  start.disk.set(`${POC}/labels/right-rate-2026.csv`, labelled);
  const wrong = labelled.replace(/^(q-\d+),(?:yes|no)/m, "$1,perhaps").replace(/^q-\d+,no/m, "q-999,no");
  start.disk.set(`${POC}/wrong.csv`, `${wrong}${wrong.split("\n")[10]}\n`);
  start.disk.set(`${POC}/other.csv`, "id,answer\nq-001,yes\n");
  const back: Step[] = [
    { type: 'poc log "Labels" --labels right-rate=@wrong.csv', now: "2026-11-26T10:00:00+01:00" },
    { type: 'poc log "Labels" --labels right-rate=@other.csv --labels wrong=@x --labels right-rate=labels' },
    { type: 'poc log "Labelled by two agents" --labels right-rate=@labels/right-rate-2026.csv' },
    { type: "poc check" },
    { type: "poc status" },
    { type: "poc show" },
  ];
  const second = await transcript(back, start);
  await expect(`${first}\n${second}`).toMatchFileSnapshot(golden("judge"));
});

test("a count that was typed has no cases to label", async () => {
  const start = world({ ...world300(), now: "2026-11-25T10:00:00+01:00" });
  await run(["log", "typed", "--eval", "right-rate=281/300"], start);
  const { exitCode, stderr } = await run(["cases", "right-rate", "--sample", "60"], start);
  expect(exitCode).toBe(1);
  expect(stderr).toContain("poc import FILE --eval right-rate");
});
