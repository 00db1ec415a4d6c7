// PoC folders to measure on, and the same records for the tools beside which poc is measured.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const DEFINITIONS = {
  "poc.yaml": `version: 1
title: A PoC to measure
question: How fast is it?
unknowns: [{ question: Is it fast enough?, answered_by: latency }]
owner: Ana Ruiz <ana@example.com>
sponsor: Marta Weiss <marta@example.com>
timebox:
  start: 2026-11-23
  working_days: 10
  timezone: Europe/Berlin
spend_cap: 2000000 EUR
mvp:
  budget: 120000 EUR
  production_stack: [python 3.12]
poc_stack: [python 3.12]
`,
  "evals.yaml": `- id: wrong-rate
  metric: Wrong answers on safety-critical intents
  better: lower
  primary: true
  baseline: 82/400
  target: reduction >= 40%
  min_n: 400
- id: latency
  metric: Time to the answer
  measure: percentile
  percentile: 95
  better: lower
  target: value <= 2 s
`,
  "kill-criteria.yaml": `- id: no-better-than-search
  statement: No better than the search box we have
  when: wrong-rate > 18%
  by: 2026-12-02
- id: no-residency
  statement: The vendor cannot keep data in the EU
  ask: Has the vendor refused EU residency?
  by: 2026-11-27
`,
  "assumptions.yaml": `- id: corpus-is-clean
  statement: The corpus holds no duplicates that matter
  tested_by: wrong-rate
`,
  "costs.yaml": `currency: EUR
exchange:
  USD: { rate: 0.92, date: 2026-11-20, source: ECB }
hourly_rates:
  default: 95 EUR
planned:
  - { category: tokens, amount: 600 EUR }
`,
  "value.yaml": `users: 120
tasks_per_day: 6
minutes_saved: 4
hourly_rate: 85 EUR
workdays_per_year: 220
build_cost: 120000 EUR
thresholds:
  payback: 12 months
`,
  "risks.yaml": [
    "wrong-stack",
    "no-owner",
    "no-value-signal",
    "risk-ignored",
    "ops-invisible",
    "cost-surprise",
    "customer-chaos",
  ]
    .map((cause) => `- id: ${cause}\n  cause: ${cause}\n  level: low\n`)
    .join(""),
};

/** A PoC under way, with `count` entries in the canonical form, spread over its ten working days or some of them. */
export function writePoc(poc, folder, count, days = DAYS) {
  mkdirSync(join(folder, "log"), { recursive: true });
  for (const [name, text] of Object.entries(DEFINITIONS)) writeFileSync(join(folder, name), text);
  start(poc, folder);
  for (let index = 0; index < count; index++) {
    const { day, time, amount, id } = record(index, count, days);
    const result = index % 5 === 0 ? `results: [{"eval": "wrong-rate", "count": "${40 + (index % 20)}/400"}]\n` : "";
    const text = `at: "${day}T${time}+01:00"\nby: "Ana Ruiz <ana@example.com>"\nnote: "Run ${index} of the reranker"\n${result}spend: [{"amount": "${amount} EUR", "category": "tokens"}]\ntime: [{"hours": 0.5}]\n`;
    writeFileSync(join(folder, "log", `${day}-${time.slice(0, 5).replace(":", "")}-run-${id}.yaml`), text);
  }
}

/**
 * A portfolio of PoCs under way, twenty teams with folders of their own, each with `entries` entries: spread over the
 * first three days of ten, so that days follow on which nobody has touched a PoC within its timebox.
 */
export function writePortfolio(poc, root, pocs, entries) {
  const one = `${root}-one`;
  writePoc(poc, one, entries, DAYS.slice(0, 3));
  for (let index = 0; index < pocs; index++)
    cpSync(one, join(root, `team-${index % 20}`, `poc-${index}`), { recursive: true });
}

/** The same records as a plain-text journal, which hledger and ledger both read. */
export function journalOf(count) {
  const lines = [];
  for (let index = 0; index < count; index++) {
    const { day, amount, id } = record(index, count);
    lines.push(
      `${day} Run ${index} of the reranker  ; ${id}`,
      `    expenses:tokens  ${amount} EUR`,
      `    effort:hours  0.5 h`,
      `    assets:budget  -${amount} EUR`,
      `    assets:time  -0.5 h`,
      "",
    );
  }
  return lines.join("\n");
}

const DAYS = [
  "2026-11-23",
  "2026-11-24",
  "2026-11-25",
  "2026-11-26",
  "2026-11-27",
  "2026-11-30",
  "2026-12-01",
  "2026-12-02",
  "2026-12-03",
  "2026-12-04",
];

function record(index, count, days = DAYS) {
  const day = days[Math.floor((index * days.length) / count)];
  const second = index % 36_000;
  const pad = (number) => String(number).padStart(2, "0");
  const time = `${pad(8 + Math.floor(second / 3600))}:${pad(Math.floor(second / 60) % 60)}:${pad(second % 60)}`;
  return { day, time, amount: ((index % 997) / 100 + 0.01).toFixed(2), id: index.toString(36).padStart(7, "0") };
}

const AUTHOR = "Ana Ruiz <ana@example.com>";

/** The environment of what is measured: the evening of the last day, when every record has happened. */
export const LAST_DAY = { POC_AUTHOR: AUTHOR, POC_NOW: "2026-12-04T18:00:00+01:00" };

/** Freezes the terms before anything is logged, as those of every PoC that is under way. */
function start(poc, folder) {
  const env = { ...process.env, POC_AUTHOR: AUTHOR, POC_NOW: "2026-11-23T07:30:00+01:00" };
  const { status, stderr } = spawnSync(process.execPath, [poc, "start"], { cwd: folder, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`the PoC to measure cannot be started: ${stderr}`);
}
