import { expect, test } from "vitest";
import { armsOf } from "../../../src/memo/charts/eval-figures.ts";
import { decisionView } from "../../../src/memo/documents/decision-view.ts";
import { accountSection } from "../../../src/memo/sections/account-section.ts";
import { MOST_LISTED } from "../../../src/memo/sections/long-log.ts";
import { corpusCase } from "../../support/corpus.ts";

const META = { toolVersion: "1.0.0", fingerprint: "0".repeat(12) };

test("an account of many looks shows the first and the last, and counts the rest", () => {
  const { standing } = corpusCase("ok", "decided-go");
  const item = standing.evals.find(({ account }) => account.spendings.length > 0)!;
  const spendings = Array.from({ length: 150 }, () => item.account.spendings[0]!);
  const [section] = accountSection({ ...standing, evals: [{ ...item, account: { ...item.account, spendings } }] });
  expect(section?.rows).toHaveLength(101);
  expect(section?.rows[20]).toMatchObject({ entries: [], what: expect.stringMatching(/^50 /) });
});

test("a picture of many runs shows the latest, and says how many it leaves out", () => {
  const { standing } = corpusCase("ok", "decided-go");
  const item = standing.evals.find(({ eval: { primary }, judged }) => primary && judged !== undefined)!;
  const results = Array.from({ length: 150 }, () => ({ ...item.judged! }));
  const chart = armsOf({ ...standing, evals: [{ ...item, results }] });
  expect(chart?.text).toContain("50 more runs");
  expect(chart?.text.match(/ · /g)?.length).toBeLessThan(220);
});

test("a memo of a long log lists what it cites, and counts the rest", () => {
  const { standing } = corpusCase("ok", "decided-go");
  const { entries } = standing.log;
  const note = { ...entries[0]!, results: [], spend: [], time: [] };
  const many = Array.from({ length: MOST_LISTED }, (_, k) => ({ ...note, id: `n${String(k).padStart(6, "0")}` }));
  const long = { ...standing, log: { ...standing.log, entries: [...entries, ...many] } };
  const [whole, short] = [decisionView(standing, META), decisionView(long, META)];
  const listed = short.log.flatMap((day) => day.entries.map(({ id }) => id));
  expect(whole.logRest).toBe("");
  expect(listed.length).toBeGreaterThan(0);
  expect(listed.some((id) => id.startsWith("n0"))).toBe(false);
  const rest = entries.length + many.length - listed.length;
  expect(short.logRest).toContain(rest.toLocaleString("en-US"));
  const named = [...short.evidence.rows.flatMap((row) => row.entries), ...short.decision.entries];
  for (const id of named.slice(0, 3)) expect(listed).toContain(id);
});
