import { expect, test } from "vitest";
import type { Decision } from "../../../src/domain/records/entry.ts";
import { conditionStandings, decisionStanding } from "../../../src/domain/standing/decision.ts";
import { entry, MARTA } from "../../support/records.ts";

type Given = Pick<Decision, "outcome" | "met"> & { readonly set?: readonly string[] };

/** Decisions one after the other, each of which replaces the one before. */
function states(...given: readonly Given[]): readonly string[] {
  const log = given.map(({ outcome, set = [], met }, k) => {
    const decision: Decision = {
      outcome,
      by: MARTA,
      why: "Because",
      conditions: set.map((what) => ({ what })),
      recommended: "go",
      rule: "everything-met",
      ...(met === undefined ? {} : { met }),
    };
    return entry(`2026-12-0${k + 1}`, { id: `d${k}`, decision, ...(k === 0 ? {} : { supersedes: [`d${k - 1}`] }) });
  });
  return conditionStandings(decisionStanding(log)).map(
    ({ condition, state, entry: { id } }) => `${condition.what} ${state} ${id}`,
  );
}

const DPA: Given = { outcome: "conditional", set: ["DPA", "Review"] };

test.each<[string, readonly Given[], readonly string[]]>([
  ["open", [DPA], ["DPA open d0", "Review open d0"]],
  [
    "met only where the go says so",
    [DPA, { outcome: "go", met: ["Review"] }],
    ["DPA not-confirmed d1", "Review met d1"],
  ],
  ["dropped by a no-go", [DPA, { outcome: "no-go" }], ["DPA dropped d1", "Review dropped d1"]],
  [
    "dropped by another conditional go that does not repeat it",
    [DPA, { outcome: "conditional", set: ["Review", "Budget"] }],
    ["Review open d1", "Budget open d1", "DPA dropped d1"],
  ],
  [
    "settled once: a later go says nothing of what was dropped",
    [DPA, { outcome: "conditional", set: ["Review"] }, { outcome: "go", met: ["Review"] }],
    ["DPA dropped d1", "Review met d2"],
  ],
  ["gone with an extension", [DPA, { outcome: "extend" }], []],
])("a condition is %s", (_, decisions, expected) => {
  expect(states(...decisions)).toEqual(expected);
});
