import { describe, expect, it } from "vitest";
import { RECORD_CODES } from "../../../src/diagnostics/catalogue.ts";
import { ENTRY_FILE, ENTRY_HEAD, readWith } from "./reading.ts";

type RecordCode = keyof typeof RECORD_CODES;

/** A file for each code that the reader raises, which fires that code alone. The others come from whoever opens files and templates. */
const FIRING: Readonly<
  Record<
    Exclude<
      RecordCode,
      | "cases-missing"
      | "policy-checklist-open"
      | "file-unreadable"
      | "file-not-regular"
      | "entry-copied"
      | "entry-misnamed"
      | "log-file-not-read"
      | "entry-twice"
      | "judged-by-files-of-today"
      | "as-of-in-future"
      | "invalid-template"
      | "recipe-arm-unknown"
      | "recipe-without-file"
    >,
    readonly [file: string, content: string | Uint8Array | undefined]
  >
> = {
  "file-missing": ["evals.yaml", undefined],
  "file-too-large": ["risks.yaml", new Uint8Array(1024 * 1024 + 1)],
  "invalid-utf8": ["risks.yaml", new Uint8Array([0xff])],
  "control-character": ["risks.yaml", "[]\0"],
  "merge-conflict": ["risks.yaml", "<<<<<<< HEAD\n=======\n>>>>>>> main\n"],
  "invalid-yaml": ["risks.yaml", "- ["],
  "yaml-feature": ["risks.yaml", "- id: !Ref a\n"],
  "duplicate-key": ["risks.yaml", "- id: a\n  id: b\n"],
  "file-empty": ["risks.yaml", ""],
  "too-deep": ["risks.yaml", "[".repeat(100)],
  "wrong-type": ["risks.yaml", "a: b\n"],
  "missing-field": ["risks.yaml", "- level: low\n"],
  "unknown-key": ["risks.yaml", "- id: a\n  nmae: b\n"],
  "value-not-allowed": ["risks.yaml", "- id: a\n  level: huge\n"],
  "invalid-value": ["value.yaml", "users: -1\n"],
  "too-long": ["risks.yaml", `- id: a\n  question: ${"x".repeat(70_000)}\n`],
  "invalid-number": ["value.yaml", "users: 1e3\n"],
  "invalid-amount": ["value.yaml", "hourly_rate: 48\n"],
  "price-implausible": ["costs.yaml", "models: {m: {input: 0.0000004 USD}}\n"],
  "unknown-currency": ["costs.yaml", "currency: EUX\n"],
  "invalid-date": ["kill-criteria.yaml", "- id: no-residency\n  ask: a\n  by: 2026-02-30\n"],
  "invalid-instant": [ENTRY_FILE, "at: noon\nby: Ana\nnote: A\n"],
  "unknown-timezone": ["poc.yaml", "version: 1\ntitle: A\ntimebox: {timezone: CET}\n"],
  "invalid-person": ["risks.yaml", "- id: a\n  owner: <ana@example.com>\n"],
  "invalid-quantity": [ENTRY_FILE, `${ENTRY_HEAD}results: [{eval: latency, value: fast}]\n`],
  "invalid-count": [ENTRY_FILE, `${ENTRY_HEAD}results: [{eval: wrong-rate, count: most of them}]\n`],
  "count-exceeds-total": [ENTRY_FILE, `${ENTRY_HEAD}results: [{eval: wrong-rate, count: 3/2}]\n`],
  "invalid-target": ["evals.yaml", "- id: a\n  better: lower\n  target: low\n"],
  "invalid-condition": ["kill-criteria.yaml", "- id: a\n  when: too many\n"],
  "invalid-baseline": ["evals.yaml", "- id: a\n  better: lower\n  baseline: low\n"],
  "invalid-id": ["risks.yaml", "- id: No Owner\n"],
  "duplicate-id": ["risks.yaml", "- id: a\n- id: a\n"],
  "unknown-reference": ["assumptions.yaml", "- id: a\n  tested_by: b\n"],
  "version-unsupported": ["poc.yaml", "version: 2\ntitle: A\n"],
  "entry-empty": [ENTRY_FILE, ENTRY_HEAD],
  "fields-conflict": ["kill-criteria.yaml", "- id: a\n  when: latency > 3 s\n  ask: b\n"],
  "range-out-of-order": ["value.yaml", "users: {low: 3, likely: 2, high: 1, grade: asserted}\n"],
  "target-contradicts": ["evals.yaml", "- id: a\n  better: lower\n  target: value >= 1%\n"],
  "target-unit-mismatch": ["evals.yaml", "- id: a\n  better: lower\n  target: value <= 1 s\n"],
  "percentage-out-of-range": ["evals.yaml", "- id: a\n  better: lower\n  target: value <= 101%\n"],
  "baseline-missing": ["evals.yaml", "- id: a\n  better: lower\n  target: reduction >= 10%\n"],
  "baseline-contradicts": ["evals.yaml", "- id: a\n  better: lower\n  baseline: 3 s\n"],
};

describe("codes of the records", () => {
  it("are silent on records that are right", () => {
    expect(readWith({}).diagnostics).toEqual([]);
  });

  it.each(Object.entries(FIRING))("%s fires, alone", (code, [file, content]) => {
    expect(readWith({ [file]: content }).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });

  it.each(Object.entries(RECORD_CODES))("%s is explained, with what to do", (_code, { explanation, fix, title }) => {
    expect(explanation.length).toBeGreaterThan(80);
    expect(fix).toMatch(/[.`]$/);
    expect(title).not.toMatch(/\.$/);
  });
});
