import { expect, test } from "vitest";
import { measuredByText, parseMeasuredBy } from "../../../src/domain/records/evals/measured-by.ts";
import { read, refused } from "../scalars/outcome.ts";

test.each([
  ["npm run eval", "command", "npm run eval"],
  ["pytest evals/test_rag.py --json out.json", "command", "pytest evals/test_rag.py --json out.json"],
  ["./run.sh", "command", "./run.sh"],
  ["make", "command", "make"],
  ["results/*.json", "file", "results/*.json"],
  ["runs/latest.csv", "file", "runs/latest.csv"],
  ["scores.jsonl", "file", "scores.jsonl"],
  ["Ana Ruiz on 2026-12-02", "person", "Ana Ruiz on 2026-12-02"],
  ["Ana Ruiz, 2026-12-02", "person", "Ana Ruiz on 2026-12-02"],
  ["Ana by 2 Dec 2026", "person", "Ana on 2026-12-02"],
  ["Ana Ruiz <ana@example.com> until 02.12.2026", "person", "Ana Ruiz <ana@example.com> on 2026-12-02"],
])("%s is a %s", (text, kind, canonical) => {
  const way = read(parseMeasuredBy(text));
  expect([way.kind, measuredByText(way)]).toEqual([kind, canonical]);
  expect(read(parseMeasuredBy(measuredByText(way)))).toEqual(way);
});

test.each(["Ana Ruiz", "Ana Ruiz <ana@example.com>", "Marta von Weiss"])("%s lacks the day", (text) => {
  expect(refused(parseMeasuredBy(text)).hint).toBe(`write ${text} on 2026-12-02, with the day`);
});
