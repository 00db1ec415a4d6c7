import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { zodSchema } from "../../src/document/schema/zod-schema.ts";
import { UNREAD } from "../../src/document/schema/field.ts";
import { FILE_SCHEMAS } from "../../src/document/schema/file-schemas.ts";
import { locate } from "../../src/document/places/locate.ts";
import { fullRecords } from "../../src/document/reading/read-records.ts";
import { fullReader } from "../../src/document/reading/full-reader.ts";
import { readYamlText } from "../../src/document/yaml/read-yaml.ts";
import { isWrittenList, isWrittenMap, type Written } from "../../src/document/yaml/written.ts";
import { UTC } from "../../src/domain/scalars/instant.ts";
import { hostileText } from "./arbitrary-entry.ts";
import { runs } from "../support/properties.ts";

/** One full file of each kind, by its schema. */
const FULL: Readonly<Record<string, string>> = {
  poc: `version: 1
title: Retrieval
question: Does it help?
unknowns: [One, Two]
kind: feasibility
motivation: [visibility, self-learning]
owner: Ana Ruiz <ana@example.com>
sponsor: Marta
timebox: {start: 2026-11-23, working_days: 10, timezone: UTC, weekend: [saturday], holidays: [2026-12-01, {date: 2026-12-08, name: Feast}]}
spend_cap: 2000 EUR
hours_cap: 120 h
mvp: {budget: 120000 EUR, production_stack: [node]}
poc_stack: [node]
confidence: 90%
hours_shown: person
triage: {advice: poc, because: [none]}
`,
  assumptions: "- {id: a, statement: s, tested_by: [b, c]}\n- {id: b, tested_by: c}\n",
  evals: `- {id: a, metric: m, measure: percentile, better: lower, primary: true, percentile: 95, baseline: {value: 2 s, source: s}, target: value <= 1 s, expected: value 0.5 s, min_n: 5, max_errors: 5%}
- {id: b, better: higher, baseline: 41/200, target: gain >= 10%, dataset: {file: f, sha256: ${"a".repeat(64)}}, items_source: s, judge: j, run: "r {out}", tuned_on_these_items: no}
- {id: c, measure: mean, better: lower, baseline: {value: 2 s, sd: 0.5, n: 40, source: s}, target: reduction >= 10%}
- {id: d, measure: mean, better: lower, baseline: 2 s sd 0.5 n 40}
`,
  "kill-criteria": "- {id: a, statement: s, when: b > 3%, by: 2026-12-01}\n- {id: c, ask: q}\n",
  costs:
    "currency: EUR\nexchange: {USD: {rate: 0.92, date: 2026-11-20, source: ECB}}\nhourly_rates: {default: 95 EUR}\nmodels: {m: {input: 1 USD, cached_input: 2 USD, output: 3 USD}}\nplanned: [{category: tokens, amount: 3 EUR, note: n}]\n",
  value:
    "users: 3\nminutes_saved: {value: 4, grade: measured, source: s}\nhourly_rate: {low: 1 EUR, likely: 2 EUR, high: 3 EUR, grade: estimated}\nthresholds: {payback: 12 months, impact: 1 EUR}\n",
  risks: "- {id: a, cause: no-owner, question: q, level: high, owner: Ana, mitigation: m, evidence: e}\n",
  imports:
    "- {id: a, file: f, from: promptfoo, eval: [a, b], map: {a: passed}, arm: x, arms: {y: z}, columns: {case: qid}, rows: r, only: {project: [p, q], tag: t}, since: start}\n- {id: b, file: runs/*.json, eval: a}\n",
  entry: `at: 2026-11-25T16:20:00+01:00
by: Ana
note: n
results: [{eval: a, count: 1/2, clusters: [[1, 1], [0, 1]], within: 2 s, sample: 1.5 s, values: {file: f, sha256: ${"a".repeat(64)}, column: c, cluster: d}}, {eval: b, value: 1 s, n: 3, sd: 0.5, clusters: [[1.5, 2], ["1.5", 1]], arm: x, model: m, evidence: e}, {eval: c, pairs: {both: 1, baseline: 2, candidate: 3, neither: 4}, n: 10}]
spend: [{amount: 1 EUR, category: tokens, note: n, rate: 0.9}]
time: [{hours: 1}, {meeting: 1, people: 2, what: w}]
assumptions: {a: holds}
risks: [{id: a, level: low, note: n}]
answers: {a: yes}
attest: [{item: i, evidence: e}]
runs: [{item: i, command: c, cwd: d, exit: 1, seconds: 0.5, output: o, output_sha256: ${"a".repeat(64)}, tail: t}, {item: i, command: c, stopped: time-limit, seconds: 600}]
start: {terms: {t: v}}
amend: {reason: r, approver: Ana, changes: {t: {from: a, to: b, results_seen: 0}}}
undo: {entry: e, reason: r}
source: {format: f, key: k, sha256: ${"a".repeat(64)}, file: x, replaces: e}
decision: {outcome: go, by: Ana, why: w, conditions: [{what: w, owner: Ana, by: 2026-12-01}], recommended: go, rule: r, override: o}
waivers: [{item: i, reason: r, approver: Ana, until: 2026-12-31, evidence: e, document: d}]
gate: {gate: g, number: 1, title: t, after: f, outcome: passed, approver: Ana, conditions: [{item: c, state: met, basis: person, because: b, entries: [e]}]}
`,
  gate: `title: t
purpose: p
entry: [{id: a, text: t, closed_by: c, evidence: terms-frozen, attestable: false, waivable: false}]
exit: [{id: b, text: t}]
artifacts: [{id: c, text: t, file: runs/*.csv}, {id: d, text: t, document: decision, attestable: false}, {id: e, text: t, evidence: log-kept}]
questions: [{id: f, text: t}]
pitfall: {text: t, signs: [scope-grew]}
dropped: d
`,
  portfolio: `title: t
paths: [../a, "../team-*"]
wip_cap: 5
currency: EUR
exchange: {USD: {rate: 0.92, date: 2026-11-20, source: ECB}}
`,
  "poc-org": `currency: EUR
exchange: {USD: {rate: 0.92, date: 2026-11-20, source: ECB}}
hourly_rates: {default: 95 EUR}
models: {gpt: {input: 2 USD, output: 8 USD}}
policy: {longest_timebox: 10, sponsor_decides: required}
defaults: {spend_cap: 2000 EUR}
`,
  checklist:
    "checklist: c\ntitle: t\npurpose: p\nasked: after-go\nitems: [{id: a, text: t, closed_by: c, evidence: feasibility, role: owner}, {id: b, text: t, check: c, cwd: d}, {id: c, text: t, by: person}]\n",
};

const scalar = fc.oneof(
  hostileText,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, undefined, "12 EUR", "2026-12-01", "1/2", "a", "high", 0, 1, -1),
);
const wild: fc.Arbitrary<unknown> = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 2 }),
  fc.dictionary(fc.constantFrom("id", "value", "rate", "by", "x"), scalar, { maxKeys: 2 }),
);

/** Changes one value somewhere in a tree, or takes it out, or adds one. */
function changed(tree: Written, turns: readonly number[], value: unknown): Written {
  const [turn = 0, ...rest] = turns;
  const stop = rest.length === 0;
  if (isWrittenList(tree) && tree.length > 0) {
    const at = turn % tree.length;
    return tree.map((item, index) => (index === at ? (stop ? (value as Written) : changed(item, rest, value)) : item));
  }
  if (isWrittenMap(tree)) {
    const keys = [...Object.keys(tree), "added"];
    const key = keys[turn % keys.length] ?? "added";
    return { ...tree, [key]: stop || key === "added" ? (value as Written) : changed(tree[key], rest, value) };
  }
  return value as Written;
}

describe("the quick way of reading", () => {
  it.each(FILE_SCHEMAS.map((file) => [file.name, file] as const))("agrees with the schema on %s", (name, { field }) => {
    const full = readYamlText(FULL[name] ?? "", name).written;
    expect(field().quick(full)).not.toBe(UNREAD);
    fc.assert(
      fc.property(
        fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }),
        wild,
        fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }),
        wild,
        fc.boolean(),
        (turns, value, more, other, twice) => {
          const once = changed(full, turns, value);
          const written = twice ? changed(once, more, other) : once;
          const quick = field().quick(written);
          const slow = z.safeParse(zodSchema(field()), written);
          expect(quick !== UNREAD).toBe(slow.success);
          if (slow.success) expect(quick).toEqual(slow.data);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

describe("reading a folder", () => {
  const encoder = new TextEncoder();
  const names = (name: string) => (name === "entry" ? "log/2026-11-25-1620-a-k7f3q2m.yaml" : `${name}.yaml`);
  const folder = Object.entries(FULL)
    .filter(([name]) => name !== "gate")
    .map(([name, text]) => ({ name: names(name), bytes: encoder.encode(text) }));

  it("never throws, whatever happens to its bytes, and can locate all it tells", () => {
    const slip = fc.record({
      file: fc.nat(folder.length - 1),
      at: fc.nat(),
      length: fc.nat(12),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 6 }).map((bytes): Uint8Array => bytes),
        hostileText.map((text): Uint8Array => encoder.encode(text)),
      ),
    });
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 3 }), (slips) => {
        const files = folder.map((file, index) => {
          const bytes = slips
            .filter((one) => one.file === index)
            .reduce<Uint8Array>(
              (text, { at, length, put }) => spliced(text, at % (text.length + 1), length, put),
              file.bytes,
            );
          return { name: file.name, bytes };
        });
        const { records, diagnostics, sources } = fullRecords({ files, zoneOf: () => UTC, memos: [] }, fullReader);
        for (const diagnostic of diagnostics) {
          const { span, source } = locate(sources, diagnostic).location;
          expect(span.line).toBeGreaterThan(0);
          expect(span.endLine > span.line || span.endColumn >= span.column).toBe(true);
          expect(span.column).toBeLessThanOrEqual(source.length + 1);
        }
        // What was dropped was told.
        if (records.unreadable.length > 0) expect(diagnostics).not.toEqual([]);
      }),
      { numRuns: runs(200) },
    );
  });
});

function spliced(bytes: Uint8Array, at: number, length: number, put: Uint8Array): Uint8Array {
  const rest = bytes.subarray(Math.min(at + length, bytes.length));
  const all = new Uint8Array(at + put.length + rest.length);
  all.set(bytes.subarray(0, at));
  all.set(put, at);
  all.set(rest, at + put.length);
  return all;
}
