import { describe, expect, it } from "vitest";
import { readCanonicalEntry } from "../../../src/document/canonical/canonical-entry.ts";
import { entryText } from "../../../src/document/canonical/entry-text.ts";
import { readEntry } from "../../../src/document/reading/read-entry.ts";
import { UTC } from "../../../src/domain/scalars/instant.ts";
import { ENTRY_FILE } from "../reading/reading.ts";

/** The sample of the design, in the canonical form. */
const SAMPLE = `at: "2026-11-25T16:20:00+01:00"
by: "Ana Ruiz <ana@example.com>"
note: "Reranker on, k=8. Clear gain on multi-hop questions."
results: [{"eval": "wrong-rate", "count": "22/200", "arm": "reranker-k8", "model": "gpt-4.1-2025-04-14", "evidence": "runs/17.json"}]
spend: [{"amount": "12.40 EUR", "category": "tokens"}]
time: [{"hours": 2}, {"meeting": 0.5, "people": 4, "what": "Review with security"}]
assumptions: {"corpus-is-clean": "holds"}
risks: [{"id": "pii-in-traces", "level": "high", "note": "Traces hold customer names"}]
`;

const ACTS = `at: "2026-12-04T17:00:00+00:00"
by: "Marta"
results: [{"eval": "latency", "value": "1.8 s", "n": 200, "sd": 0.4}, {"eval": "wrong-rate", "pairs": {"both": 1, "baseline": 2, "candidate": 3, "neither": 4}}]
spend: [{"amount": "-5.00 USD", "category": "other", "note": "Refund", "rate": 0.92}]
answers: {"no-residency": "no"}
attest: [{"item": "exit.sponsor-committed", "evidence": "https://example.com/12", "note": "In the minutes"}]
start: {"terms": {"spend_cap": "2000.00 EUR"}}
amend: {"reason": "r", "approver": "Marta", "changes": {"spend_cap": {"from": "2000.00 EUR", "to": "2500.00 EUR", "results_seen": 2}, "hours_cap": {"results_seen": 0}}}
undo: {"entry": "k7f3q2m", "reason": "Twice"}
decision: {"outcome": "conditional", "by": "Marta", "why": "w", "conditions": [{"what": "Sign", "owner": "Ana", "by": "2026-12-18"}], "recommended": "go", "rule": "all", "override": "o"}
`;

describe("the canonical form of an entry", () => {
  it.each([
    ["of the design", SAMPLE],
    ["with every kind of act", ACTS],
  ])("%s is written as it was read", (_what, text) => {
    const entry = readEntry(ENTRY_FILE, text, UTC);
    expect(readCanonicalEntry(text)).toBeDefined();
    expect(entry && entryText(entry)).toBe(text);
  });

  it.each([
    ["another order", 'by: "Ana"\nat: "2026-11-25T16:20:00+01:00"\nnote: "A"\n'],
    ["a key twice", 'at: "2026-11-25T16:20:00+01:00"\nby: "Ana"\nby: "Ben"\n'],
    ["a key that no entry has", 'at: "2026-11-25T16:20:00+01:00"\nby: "Ana"\nnoet: "A"\n'],
    ["no blank after a comma", 'time: [{"hours": 2},{"hours": 3}]\n'],
    ["no blank after a colon", 'time: [{"hours":2}]\n'],
    ["a blank too many", 'time: [{"hours": 2 }]\n'],
    ["a blank at the end", 'note: "A" \n'],
    ["a comment", 'note: "A" # why\n'],
    ["no line end", 'note: "A"'],
    ["a carriage return", 'note: "A"\r\n'],
    ["plain text", "note: A\n"],
    ["a number with an exponent", 'time: [{"hours": 2e0}]\n'],
    ["a number with a zero behind it", 'time: [{"hours": 2.0}]\n'],
    ["a number that a double does not hold", 'time: [{"hours": 9007199254740993}]\n'],
    ["minus zero", 'time: [{"hours": -0}]\n'],
    ["a key of a map twice", 'answers: {"a": "yes", "a": "no"}\n'],
    ["a key of JavaScript's own", 'answers: {"__proto__": "yes"}\n'],
    ["an escape that is not needed", 'note: "\\u0041"\n'],
    ["an escaped slash", 'note: "a\\/b"\n'],
    ["an escape in capitals", 'note: "\\u001B"\n'],
    ["a raw line separator", 'note: "a\u2028b"\n'],
    ["a raw delete character", 'note: "a\u007fb"\n'],
    ["a raw mark that turns text around", 'note: "a\u202eb"\n'],
    ["nothing", ""],
    ["a blank line", "\n"],
    ["nesting too deep", `note: ${"[".repeat(9)}${"]".repeat(9)}\n`],
  ])("is not %s", (_what, text) => {
    expect(readCanonicalEntry(text)).toBeUndefined();
  });

  it("escapes what belongs raw into no file, and reads it back", () => {
    const note = "del \u007f c1 \u0085 ls \u2028 bom \ufeff rlo \u202e lone \ud800 nul \0 tab \t";
    const entry = readEntry(ENTRY_FILE, SAMPLE, UTC);
    const text = entryText({ ...entry!, note });
    expect(text).toContain(
      String.raw`"del \u007f c1 \u0085 ls \u2028 bom \ufeff rlo \u202e lone \ud800 nul \u0000 tab \t"`,
    );
    expect(readEntry(ENTRY_FILE, text, UTC)?.note).toBe(note);
  });

  it("writes decimals as numbers while a double holds them, else as text", () => {
    const text =
      'at: "2026-11-25T16:20:00+01:00"\nby: "Ana"\nspend: [{"amount": "1.00 EUR", "category": "other", "rate": "0.1234567890123456"}]\n';
    expect(readEntry(ENTRY_FILE, text, UTC)).toBeUndefined();
    const longest = text.replace("0.1234567890123456", "1234567.123456789");
    expect(entryText(readEntry(ENTRY_FILE, longest, UTC)!)).toBe(longest);
  });
});
