import { expect, test } from "vitest";
import { gate } from "../../../src/checks/conduct/gate.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { passed, waived } from "../../support/gates.ts";
import { decided, entry, result, standing, start, type Poc } from "../../support/records.ts";
import { told } from "../../support/told.ts";

const log = (...entries: Entry[]): Poc => ({ log: [start(), ...entries] });
const waiver = (until: string, more = {}) => waived("2026-12-01", "feasibility-poc.risks", until, more);
const word = entry("2026-12-08", { attest: [{ item: "feasibility-poc.risks", evidence: "https://example.com" }] });
const early = entry("2026-11-30", { attest: [{ item: "feasibility-poc.risks", evidence: "https://example.com" }] });
const met = { item: "risks", state: "met", basis: "person", because: "shown", entries: [] } as const;

test.each<[string, Poc, string[]]>([
  ["no gate", log(), []],
  ["gates in order", log(passed("2026-12-01", "a"), passed("2026-12-02", "b", "a")), []],
  [
    "a gate that skips",
    log(passed("2026-12-01", "a"), passed("2026-12-02", "c", "b")),
    ["gate-skipped log/pass02c.yaml gate.after"],
  ],
  [
    "a second first gate",
    log(passed("2026-12-01", "a"), passed("2026-12-02", "z")),
    ["gate-skipped log/pass02z.yaml gate.gate"],
  ],
  ["the same gate on two branches", log(passed("2026-12-01", "a"), passed("2026-12-02", "a")), []],
  ["a waiver in force", log(waiver("2026-12-10")), []],
  ["a waiver that has expired", log(waiver("2026-12-09")), ["waiver-expired log/waive01.yaml waivers[0].until"]],
  ["a word that came later", log(waiver("2026-12-09"), word), []],
  [
    "a word that the waiver knew of",
    log(early, waiver("2026-12-09")),
    ["waiver-expired log/waive01.yaml waivers[0].until"],
  ],
  ["evidence that has come since", log(waiver("2026-12-09", { evidence: "risks-documented" })), []],
  [
    "evidence that has not",
    log(waiver("2026-12-09", { evidence: "decided-go" })),
    ["waiver-expired log/waive01.yaml waivers[0].until"],
  ],
  [
    "evidence by a name of another version",
    log(waiver("2026-12-09", { evidence: "toString" })),
    ["waiver-expired log/waive01.yaml waivers[0].until"],
  ],
  [
    "the document that was missing",
    { ...log(waiver("2026-12-09", { document: "decision" })), memos: ["decision-2026-12-04.md"] },
    [],
  ],
  [
    "another document",
    { ...log(waiver("2026-12-09", { document: "decision" })), memos: ["checklist-exit-2026-12-04.md"] },
    ["waiver-expired log/waive01.yaml waivers[0].until"],
  ],
  [
    "met after all when the gate was passed",
    log(waiver("2026-12-09"), passed("2026-12-05", "feasibility-poc", undefined, { conditions: [met] })),
    [],
  ],
  ["waived anew", log(waiver("2026-12-09"), waived("2026-12-09", "feasibility-poc.risks", "2026-12-31")), []],
  [
    "nothing is due of what was stopped",
    log(
      entry("2026-11-30", { results: [result("wrong-rate", "60/200")] }),
      waiver("2026-12-09"),
      decided("2026-12-05", "no-go"),
    ),
    [],
  ],
])("%s", (_, poc, expected) => {
  expect(gate.run(standing(poc, "2026-12-10")).map(told)).toEqual(expected);
});
