import { expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { transcript, type Step } from "../support/session.ts";

/** Files of cases: a baseline from one, comparisons case by case in groups and runs, and tries. */

const EVALS = `# what is true today comes from a file
- id: wrong-rate
  metric: Wrong answers on safety-critical intents
  better: lower
  primary: true
  target: reduction >= 20%
  min_n: 40
- id: quality
  metric: Usefulness by the judge
  measure: mean
  range: [1, 5]
  better: higher
  baseline: 3
  target: difference >= 0.5
  min_n: 40
- id: solved
  metric: Tickets solved at the second try
  measure: pass@k
  k: 2
  better: higher
  target: value >= 60%
  min_n: 40
`;

/** Every figure follows from the numbers of case and run, so that it can be counted by hand. */
function cases(runs: number, wrong: (id: number, run: number) => boolean, quality: (id: number) => number): string {
  const rows = Array.from({ length: 48 }, (_, id) =>
    Array.from({ length: runs }, (_, run) => {
      const is = wrong(id, run);
      return `q${String(id).padStart(2, "0")},${run + 1},doc${Math.floor(id / 4)},${is},${!is},${quality(id)},${400 + 10 * id}`;
    }),
  );
  return `${["case,run,document,wrong,solved,quality,latency_ms", ...rows.flat()].join("\n")}\n`;
}

const TODAY = cases(
  1,
  (id) => id % 3 === 0,
  (id) => 2 + (id % 3),
);
const BETTER = cases(
  1,
  (id) => id % 12 === 0 || id === 5,
  (id) => 3 + (id % 3),
);
const TRIES = cases(
  3,
  (id, run) => (id + run) % 4 === 0,
  (id) => 3 + (id % 3),
);

test("a baseline is a file of cases, and what is measured on its cases is compared case by case, in groups", async () => {
  const disk = diskWithPoc({
    "evals.yaml": EVALS,
    "kill-criteria.yaml": `- id: worse-than-today
  statement: It is worse than what we have
  when: wrong-rate > 40%
  by: 2026-12-02
`,
    "today.csv": TODAY,
    "better.csv": BETTER,
    "tries.csv": TRIES,
    "odd.csv": BETTER.replace(",true,5,", ",true,7,"),
  });
  const steps: Step[] = [
    {
      type: "poc import today.csv -m wrong=wrong-rate -m quality=quality --columns group=document --as-baseline",
      now: "2026-11-20T09:00:00+01:00",
    },
    { type: "poc start", now: "2026-11-23T09:00:00+01:00" },
    { type: "poc import today.csv -m wrong=wrong-rate --columns group=document --as-baseline" },
    { type: "poc import odd.csv -m quality=quality", now: "2026-12-01T10:00:00+01:00" },
    { type: "poc import better.csv -m wrong=wrong-rate -m quality=quality --columns group=document" },
    { type: "poc import tries.csv -m solved=solved --columns group=document" },
    { type: "poc cases wrong-rate --flipped" },
    { type: "poc status" },
    { type: "poc check --hash" },
  ];
  await expect(await transcript(steps, { disk })).toMatchFileSnapshot("./sessions/cases.txt");
});
