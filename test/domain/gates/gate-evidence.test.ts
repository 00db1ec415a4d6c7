import { describe, expect, test } from "vitest";
import { gateEvidence } from "../../../src/domain/gates/gate-evidence.ts";
import { GATE_EVIDENCE_NAMES } from "../../../src/domain/records/gate.ts";
import { gateSpan } from "../../../src/domain/records/gate-log.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { passed, SHIPPED_GATES } from "../../support/gates.ts";
import {
  SOUND,
  decided,
  entry,
  evalOf,
  hours,
  killOf,
  known,
  lacking,
  money,
  result,
  spent,
  standing,
  start,
  withCharter,
  type Poc,
} from "../../support/records.ts";
import { gateClause } from "../../../src/wording/gate-reasons.ts";

function derived(name: string, poc: Poc, reached = true, day = "2026-12-10") {
  const found = standing(poc, day);
  return gateEvidence(name, found, gateSpan(found.gates, "g", reached));
}

const log = (...entries: Entry[]): Poc => ({ log: [start(), ...entries] });
const measured = entry("2026-11-30", { id: "measure", results: [result("wrong-rate", "19/200")] });
const again = entry("2026-12-08", { id: "again00", results: [result("wrong-rate", "20/200")] });
const gate = passed("2026-12-05", "feasibility-poc");
const never = { ...SOUND, value: { ...SOUND.value, platformCost: known(money("900000 EUR")) } };

const bare = { ...SOUND.value, buildCost: { ...SOUND.value.buildCost!, grade: "asserted" } } as const;

const asking = withCharter({
  unknowns: [
    { question: "a", answeredBy: ["wrong-rate"] },
    { question: "b", answeredBy: ["wrong-rate", "no-better", "nowhere"] },
  ],
});

test.each<[name: string, what: string, poc: Poc, state: string]>([
  ["question-asked", "with its unknowns", {}, "met"],
  ["question-asked", "without", { definitions: withCharter({ unknowns: [] }) }, "open"],
  ["unknowns-answered", "nothing measured", {}, "open"],
  ["unknowns-answered", "measured", log(measured), "met"],
  ["unknowns-answered", "one of two", { definitions: asking, log: [start(asking), measured] }, "open"],
  ["unknowns-answered", "none named", { definitions: withCharter({ unknowns: [] }) }, "open"],
  ["question-asked", "no charter", { definitions: { ...SOUND, charter: undefined as never } }, "open"],
  ["owner-named", "named", {}, "met"],
  ["owner-named", "not named", { definitions: lacking("owner") }, "open"],
  ["case-quantified", "complete", {}, "met"],
  ["case-quantified", "worth nothing, and still quantified", { definitions: never }, "met"],
  ["case-quantified", "empty", { definitions: { ...SOUND, value: {} } }, "open"],
  ["threshold-set", "set", {}, "met"],
  ["threshold-set", "not set", { definitions: { ...SOUND, value: {} } }, "open"],
  ["case-meets-threshold", "met", {}, "met"],
  ["case-meets-threshold", "missed", { definitions: never }, "failed"],
  ["case-meets-threshold", "incomplete", { definitions: { ...SOUND, value: {} } }, "open"],
  ["kill-criteria-dated", "each with state and day", {}, "met"],
  ["kill-criteria-dated", "none", { definitions: { ...SOUND, killCriteria: [] } }, "open"],
  ["kill-criteria-dated", "no day", { definitions: { ...SOUND, killCriteria: [killOf({ ask: "Is it?" })] } }, "open"],
  [
    "kill-criteria-dated",
    "no state",
    { definitions: { ...SOUND, killCriteria: [killOf({ by: "2026-12-02" })] } },
    "open",
  ],
  ["hypotheses-mapped", "the primary eval tests one", {}, "met"],
  [
    "hypotheses-mapped",
    "an assumption that init wrote and nobody stated",
    { definitions: { ...SOUND, assumptions: [{ id: "the-data-is-there", testedBy: ["wrong-rate"] }] } },
    "open",
  ],
  ["inputs-sourced", "each with its source", {}, "met"],
  ["inputs-sourced", "one bare", { definitions: { ...SOUND, value: bare } }, "open"],
  ["inputs-sourced", "none", { definitions: { ...SOUND, value: {} } }, "open"],
  ["threshold-set", "a placeholder", { definitions: { ...SOUND, value: {} } }, "open"],
  ["hypotheses-mapped", "no assumption", { definitions: { ...SOUND, assumptions: [] } }, "open"],
  ["hypotheses-mapped", "no primary eval", { definitions: { ...SOUND, evals: [evalOf({ primary: false })] } }, "open"],
  [
    "hypotheses-mapped",
    "a primary eval that tests none",
    { definitions: { ...SOUND, assumptions: [{ id: "a", testedBy: [] }] } },
    "open",
  ],
  ["hypotheses-mapped", "no target", { definitions: { ...SOUND, evals: [evalOf({ baseline: "60/200" })] } }, "open"],
  ["terms-frozen", "started", log(), "met"],
  ["terms-frozen", "not started", {}, "open"],
  ["caps-set", "both", {}, "met"],
  ["caps-set", "no cap", { definitions: lacking("spendCap") }, "open"],
  ["caps-set", "no timebox", { definitions: lacking("timebox") }, "open"],
  ["log-kept", "results and money", log(measured, entry("2026-11-30 13:00", { spend: [spent("1 EUR")] })), "met"],
  ["log-kept", "results and hours", log(measured, entry("2026-11-30 13:00", { time: [hours("2")] })), "met"],
  ["log-kept", "no result", log(entry("2026-11-30", { spend: [spent("1 EUR")] })), "open"],
  ["log-kept", "neither money nor hours", log(measured), "open"],
  ["decided-go", "go", log(measured, decided("2026-12-04", "go")), "met"],
  ["decided-go", "conditional", log(measured, decided("2026-12-04", "conditional")), "met"],
  ["decided-go", "no-go", log(decided("2026-12-04", "no-go")), "failed"],
  ["decided-go", "extended", log(decided("2026-12-04", "extend")), "open"],
  ["decided-go", "nobody", log(), "open"],
  ["target-met-since", "measured again", log(measured, gate, again), "met"],
  ["target-met-since", "met before the gate only", log(measured, gate), "open"],
  [
    "target-met-since",
    "missed since",
    log(measured, gate, entry("2026-12-08", { results: [result("wrong-rate", "60/200")] })),
    "failed",
  ],
  ["target-met-since", "no gate before", log(measured), "met"],
  [
    "target-met-since",
    "no primary eval",
    { definitions: { ...SOUND, evals: [] }, log: [start({ ...SOUND, evals: [] })] },
    "open",
  ],
  ["budget-named", "named, and nobody has committed it", {}, "open"],
  ["budget-named", "not named", { definitions: lacking("mvpBudget") }, "failed"],
  ["spend-logged", "since the gate before", log(gate, entry("2026-12-08", { spend: [spent("5 EUR")] })), "met"],
  ["spend-logged", "before it only", log(entry("2026-11-30", { spend: [spent("5 EUR")] }), gate), "open"],
])("%s, %s", (name, _, poc, state) => {
  const found = derived(name, poc)!;
  expect(found.state).toBe(state);
  expect(found.because.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(gateClause(found.because)).toMatch(/^\S.*[^.]$/);
});

describe("evidence of a gate", () => {
  test("is not looked for before the gate is reached", () => {
    expect(derived("target-met-since", log(measured), false)?.state).toBe("open");
    expect(derived("spend-logged", log(entry("2026-11-30", { spend: [spent("5 EUR")] })), false)?.state).toBe("open");
  });

  test("rests on the entries that show it", () => {
    expect(derived("target-met-since", log(measured, gate, again))?.entries).toEqual(["again00"]);
    expect(derived("decided-go", log(decided("2026-12-04", "go")))?.entries).toEqual(["120412x"]);
    expect(derived("terms-frozen", log())?.entries).toEqual(["start00"]);
  });

  test("of a name that nobody knows is none", () => {
    for (const name of ["", "no-such", "constructor", "__proto__", "toString"])
      expect(derived(name, log())).toBeUndefined();
  });

  test("is all used by the gates that ship, or by a checklist", () => {
    const used = new Set(
      SHIPPED_GATES.flatMap((one) =>
        [...one.entry, ...one.exit, ...one.artifacts].flatMap((item) => item.evidence ?? []),
      ),
    );
    const checklists = ["value-signal", "committed", "cost-model"];
    expect(GATE_EVIDENCE_NAMES.filter((name) => !used.has(name) && !checklists.includes(name))).toEqual([]);
  });
});
