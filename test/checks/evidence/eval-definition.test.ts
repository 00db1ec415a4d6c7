import { expect, test } from "vitest";
import { evalDefinition } from "../../../src/checks/evidence/eval-definition.ts";
import { checked, type Row } from "../../support/checked.ts";
import { valueAt } from "../../../src/diagnostics/place.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { SOUND, evalOf } from "../../support/records.ts";

const withEvals = (...evals: Definitions["evals"]): Definitions => ({ ...SOUND, evals });

test.each<Row>([
  ["a whole one", {}, "2026-11-20", []],
  ["none", { definitions: withEvals() }, "2026-11-20", ["eval-missing evals.yaml"]],
  ["none that could be read", { definitions: withEvals(), unreadable: [valueAt("evals.yaml", 0)] }, "2026-11-20", []],
  [
    "none is primary",
    { definitions: withEvals(evalOf({ primary: false, target: "value <= 12%" })) },
    "2026-11-20",
    ["eval-primary-missing evals.yaml"],
  ],
  [
    "no target",
    { definitions: withEvals(evalOf({})) },
    "2026-11-20",
    ["eval-target-missing evals.yaml wrong-rate.target"],
  ],
  [
    "two without a target",
    { definitions: withEvals(evalOf({}), evalOf({ id: "latency", primary: false })) },
    "2026-11-20",
    ["eval-target-missing evals.yaml wrong-rate.target", "eval-target-missing evals.yaml latency.target"],
  ],
  [
    "a loss is allowed without a reason",
    { definitions: withEvals(evalOf({ baseline: "41/200", target: "not worse than 3pp" })) },
    "2026-11-20",
    ["margin-reason-missing evals.yaml wrong-rate.target"],
  ],
  [
    "and with one",
    { definitions: withEvals(evalOf({ baseline: "41/200", target: "not worse than 3pp", why: "half the cost" })) },
    "2026-11-20",
    [],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(evalDefinition, poc, day)).toEqual(expected);
});
