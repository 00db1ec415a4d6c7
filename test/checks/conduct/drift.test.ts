import { expect, test } from "vitest";
import { drift } from "../../../src/checks/conduct/drift.ts";
import { checked, type Row } from "../../support/checked.ts";
import { valueAt } from "../../../src/diagnostics/place.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { CHARTER, SOUND, amended, evalOf, killOf, money, start, withCharter } from "../../support/records.ts";

const eased: Definitions = {
  ...SOUND,
  evals: [evalOf({ metric: "Wrong answers", baseline: "60/200", target: "reduction >= 30%", minN: 200 })],
};
const EASED = "terms-drift evals.yaml wrong-rate.target";

test.each<Row>([
  ["nothing frozen", { definitions: eased }, "2026-11-25", []],
  ["as it was frozen", { log: [start()] }, "2026-11-25", []],
  [
    "the same amount in other words",
    { definitions: withCharter({ spendCap: money("2000.00 EUR") }), log: [start()] },
    "2026-11-25",
    [],
  ],
  ["an easier target", { definitions: eased, log: [start()] }, "2026-11-25", [EASED]],
  [
    "an easier target, amended",
    {
      definitions: eased,
      log: [start(), amended("2026-11-24", "evals.wrong-rate.target", "reduction >= 40%", "reduction >= 30%")],
    },
    "2026-11-25",
    [],
  ],
  [
    "an amendment that the file does not follow",
    { log: [start(), amended("2026-11-24", "evals.wrong-rate.target", "reduction >= 40%", "reduction >= 30%")] },
    "2026-11-25",
    [EASED],
  ],
  [
    "an easier target, amended on a later day than the one asked for",
    {
      definitions: eased,
      log: [start(), amended("2026-11-26", "evals.wrong-rate.target", "reduction >= 40%", "reduction >= 30%")],
    },
    "2026-11-25",
    [],
  ],
  [
    "a target that a later amendment does not explain either",
    {
      definitions: eased,
      log: [start(), amended("2026-11-26", "evals.wrong-rate.target", "reduction >= 40%", "reduction >= 35%")],
    },
    "2026-11-25",
    [EASED],
  ],
  [
    "a higher cap",
    { definitions: withCharter({ spendCap: money("3000 EUR") }), log: [start()] },
    "2026-11-25",
    ["terms-drift poc.yaml spend_cap"],
  ],
  [
    "a longer timebox",
    { definitions: withCharter({ timebox: { ...CHARTER.timebox!, workingDays: 12 } }), log: [start()] },
    "2026-11-25",
    ["terms-drift poc.yaml timebox.working_days"],
  ],
  [
    "an eval that came later, as a whole",
    {
      definitions: { ...SOUND, evals: [...SOUND.evals, evalOf({ id: "latency", target: "value <= 5%" })] },
      log: [start()],
    },
    "2026-11-25",
    ["terms-drift evals.yaml latency"],
  ],
  [
    "a kill criterion that went, as a whole",
    { definitions: { ...SOUND, killCriteria: [] }, log: [start()] },
    "2026-11-25",
    ["terms-drift kill-criteria.yaml no-better"],
  ],
  [
    "a criterion put in the place of another",
    {
      definitions: { ...SOUND, killCriteria: [killOf({ id: "easier", ask: "Is it?", by: "2026-12-02" })] },
      log: [start()],
    },
    "2026-11-25",
    ["terms-drift kill-criteria.yaml no-better", "terms-drift kill-criteria.yaml easier"],
  ],
  [
    "a file that could not be read says nothing",
    { definitions: { ...SOUND, evals: [] }, log: [start()], unreadable: [valueAt("evals.yaml")] },
    "2026-11-25",
    [],
  ],
  [
    "what could be read of a file is held to",
    { definitions: eased, log: [start()], unreadable: [valueAt("evals.yaml", 1)] },
    "2026-11-25",
    [EASED],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(drift, poc, day)).toEqual(expected);
});
