import { POC } from "./run.ts";
import type { Disk } from "./memory-files.ts";

/** The definitions of a complete PoC, as a person would have written them. */
export const DEFINITIONS: Readonly<Record<string, string>> = {
  "poc.yaml": `# The charter
version: 1
title: Retrieval for the policy assistant
question: Does retrieval cut wrong answers on the policy corpus?
unknowns:
  - { question: "Does retrieval lower the wrong-answer rate on safety-critical intents?", answered_by: wrong-rate }
kind: feasibility
motivation: business-problem
owner: Ana Ruiz <ana@example.com>
sponsor: Marta Weiss <marta@example.com>
timebox:
  start: 2026-11-23
  working_days: 10   # two weeks
  timezone: Europe/Berlin
spend_cap: 2000 EUR   # agreed with Marta
mvp:
  budget: 120000 EUR
  production_stack: [python 3.12, kubernetes]
poc_stack: [python 3.12, kubernetes]
`,
  "assumptions.yaml": `- id: corpus-is-clean
  statement: The corpus holds one current version of each policy
  tested_by: wrong-rate
- id: security-agrees
  statement: Security lets us keep the traces
`,
  "evals.yaml": `- id: wrong-rate
  metric: Wrong answers on safety-critical intents
  better: lower
  primary: true
  baseline: 82/400
  target: reduction >= 40%
  min_n: 400
  measured_by: runs/*.csv
- id: latency
  metric: Time to the answer
  measure: percentile
  percentile: 95
  better: lower
  target: value <= 2 s
  measured_by: runs/*.csv
`,
  "kill-criteria.yaml": `- id: no-better-than-search
  statement: Retrieval is no better than the search box we have
  when: wrong-rate > 18%
  by: 2026-12-02
- id: no-residency
  statement: The vendor cannot keep data in the EU
  ask: Has the vendor refused EU residency?
  by: 2026-11-27
`,
  "costs.yaml": `currency: EUR
exchange:
  USD: { rate: 0.92, date: 2026-11-20, source: ECB }
hourly_rates:
  default: 95 EUR
planned:
  - { category: tokens, amount: 600 EUR }
`,
  "value.yaml": `users: { value: 120, grade: measured, source: head count of March }
tasks_per_day: { value: 6, grade: measured, source: tickets of a month }
minutes_saved: { value: 4, grade: estimated, source: five agents were shadowed }
hourly_rate: { value: 85 EUR, grade: estimated, source: finance }
workdays_per_year: { value: 220, grade: estimated, source: finance }
build_cost: { value: 120000 EUR, grade: estimated, source: platform team }
thresholds:
  payback: 12 months
`,
  "risks.yaml": `- { id: wrong-stack, cause: wrong-stack, level: low }
- { id: no-owner, cause: no-owner, level: low }
- { id: no-value-signal, cause: no-value-signal, level: low }
- { id: risk-ignored, cause: risk-ignored, level: medium, owner: Ana Ruiz, mitigation: review in week one }
- { id: ops-invisible, cause: ops-invisible, level: medium, owner: Ana Ruiz, mitigation: on the platform's dashboards }
- { id: cost-surprise, cause: cost-surprise, level: low }
- { id: customer-chaos, cause: customer-chaos, level: low }
`,
};

/** A disk with the complete PoC, not started. */
export function diskWithPoc(changes: Readonly<Record<string, string>> = {}): Disk {
  return new Map(Object.entries({ ...DEFINITIONS, ...changes }).map(([name, text]) => [`${POC}/${name}`, text]));
}
