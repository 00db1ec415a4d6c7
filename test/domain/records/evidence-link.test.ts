import { expect, test } from "vitest";
import { evidenceForm, type EvidenceForm } from "../../../src/domain/records/evidence-link.ts";

test.each<[string, EvidenceForm]>([
  ["https://wiki.example.com/minutes/12", "link"],
  ["https://wiki/guardrails", "link"],
  ["https://example.com", "link"],
  ["http://localhost:8080", "link"],
  ["mailto:marta@example.com", "link"],
  ["s3://bucket/runs/31.json", "link"],
  ["file:///srv/minutes.pdf", "link"],
  ["docs/minutes.md", "path"],
  ["./minutes", "path"],
  ["minutes.pdf", "path"],
  ["SEC-118", "reference"],
  ["", "empty"],
  ["x", "empty"],
  ["none", "empty"],
  ["None", "empty"],
  ["n/a", "empty"],
  ["N/A", "empty"],
  ["todo", "empty"],
  ["TBD", "empty"],
  ["-", "empty"],
  ["--", "empty"],
  ["...", "empty"],
  ["/", "empty"],
  ["https://", "empty"],
  ["https://x", "empty"],
  ["https:///", "empty"],
  ["mailto:", "empty"],
  ["mailto:x", "empty"],
  ["said-so", "empty"],
  ["X-1", "empty"],
])("10 %j as evidence is %s", (text, form) => {
  expect(evidenceForm(text)).toBe(form);
});
