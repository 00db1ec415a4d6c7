import { expect, test } from "vitest";
import type { Act, Acts } from "../../src/domain/next/next-actions.ts";
import { actWords } from "../../src/wording/acts.ts";
import { ANA, MARTA, money } from "../support/records.ts";

const item = { item: "mvp.guardrails", list: "mvp", text: "Guardrails are in place", failed: false, why: undefined };
const measure: Acts["measure-eval"] = {
  id: "latency",
  metric: undefined,
  early: false,
  cases: undefined,
  planned: undefined,
  kill: [],
};

test.each<[Act, string, string | undefined]>([
  [{ code: "measure-eval", data: measure }, "Measure latency", "poc log --eval latency=…"],
  [
    { code: "answer-kill-criterion", data: { id: "no-residency", ask: "Has the vendor refused?" } },
    "Answer kill criterion no-residency",
    "poc log --answer no-residency=yes|no",
  ],
  [
    { code: "rate-risk", data: { id: "ops-invisible", question: "Who deploys it?" } },
    "Rate this risk: who deploys it?",
    "poc log --risk ops-invisible=low|medium|high",
  ],
  [
    { code: "rate-risk", data: { id: "vendor", question: "Acme may raise its prices" } },
    "Rate this risk: Acme may raise its prices",
    "poc log --risk vendor=low|medium|high",
  ],
  [
    { code: "pass-gate", data: { gate: 2, title: "Proof of value" } },
    "Get Proof of value approved",
    'poc gate pass --approver "…"',
  ],
  [
    {
      code: "close-gate-conditions",
      data: {
        gate: 2,
        title: "Proof of value",
        open: ["value.users", "value.budget"],
        of: 5,
        first: "Users work with it",
      },
    },
    "Close the open conditions of gate 2, Proof of value",
    "poc gate",
  ],
  [
    { code: "decide", data: { recommended: "no-go", rule: "kill-criterion-tripped", memo: undefined } },
    "Decide: the recommendation is no-go",
    "poc decide go|no-go|conditional",
  ],
  [
    { code: "decide", data: { recommended: "keep-going", rule: "exit-criteria-open", memo: "decision-2026-12-04.md" } },
    "Read the memo and decide whether to go on",
    "poc decide go|no-go|conditional",
  ],
  [
    {
      code: "commit-budget",
      data: { item: "exit.committed", budget: money("9000 EUR"), owner: ANA, why: { code: "commitment-unattested" } },
    },
    "Commit 9,000.00 EUR to the MVP, in writing, together with Ana Ruiz",
    "poc log --attest exit.committed=LINK",
  ],
  [
    { code: "meet-condition", data: { what: "Contract signed", outcome: "conditional", decider: MARTA, owner: ANA } },
    "Meet the condition: Contract signed",
    undefined,
  ],
  [
    { code: "cover-risk", data: { id: "leak", lacks: ["owner", "mitigation"] } },
    "Name an owner and a mitigation for the risk leak",
    undefined,
  ],
  [{ code: "attest-item", data: item }, "Tick off: Guardrails are in place", "poc log --attest mvp.guardrails=LINK"],
  [
    { code: "run-item", data: { ...item, failed: true, why: { code: "not-run", command: "npm test" } } },
    "Fix: Guardrails are in place",
    "poc checklist mvp --run",
  ],
])("$code: $data", (act, text, command) => {
  expect(actWords(act)).toMatchObject({ text, command });
});

test.each<[Partial<Acts["measure-eval"]>, string]>([
  [{}, "not measured yet"],
  [{ metric: "Time to the answer" }, "Time to the answer: not measured yet"],
  [{ early: true }, "only an early look so far"],
])("why %o has to be measured: %s", (changes, because) => {
  expect(actWords({ code: "measure-eval", data: { ...measure, ...changes } }).because).toBe(because);
});

test("an early look says how much is planned, and which kill criteria wait for it", () => {
  const data = { ...measure, early: true, cases: 120, planned: 400, kill: ["slow", "no-better"] };
  expect(actWords({ code: "measure-eval", data }).because).toBe(
    "only an early look so far, 120 of 400 cases; kill criteria slow and no-better need it",
  );
});
