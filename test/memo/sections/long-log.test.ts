import { expect, test } from "vitest";
import { decisionView } from "../../../src/memo/documents/decision-view.ts";
import { MOST_LISTED } from "../../../src/memo/sections/long-log.ts";
import { corpusCase } from "../../support/corpus.ts";

const META = { toolVersion: "1.0.0", fingerprint: "0".repeat(12) };

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
