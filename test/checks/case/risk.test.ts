import { expect, test } from "vitest";
import { risk } from "../../../src/checks/case/risk.ts";
import { checked, type Row } from "../../support/checked.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import type { Risk } from "../../../src/domain/records/risk.ts";
import { ANA, SOUND, decided, entry, lacking, start, withCharter } from "../../support/records.ts";

const withRisk = (risk: Risk): Definitions => ({ ...SOUND, risks: [...SOUND.risks, risk] });
const BARE: readonly Risk[] = SOUND.risks.map(({ id, cause, level }) => ({
  id,
  level,
  ...(cause === undefined ? {} : { cause }),
}));
const HIGH: Risk = { id: "leak", level: "high" };

test.each<Row>([
  ["all assessed", { log: [start()] }, "2026-11-25", []],
  ["unknown before the start", { definitions: withRisk({ id: "leak", level: "unknown" }) }, "2026-11-20", []],
  [
    "unknown while whoever knows is asked",
    { definitions: withRisk({ id: "leak", level: "unknown" }), log: [start()] },
    "2026-11-24",
    [],
  ],
  [
    "unknown on the third day",
    { definitions: withRisk({ id: "leak", level: "unknown" }), log: [start()] },
    "2026-11-25",
    ["risk-unassessed risks.yaml leak.level"],
  ],
  [
    "assessed in the log",
    {
      definitions: withRisk({ id: "leak", level: "unknown" }),
      log: [start(), entry("2026-11-25", { risks: [{ id: "leak", level: "low" }] })],
    },
    "2026-11-25",
    [],
  ],
  [
    "high, without owner and mitigation",
    { definitions: withRisk(HIGH) },
    "2026-11-20",
    ["risk-high-unowned risks.yaml leak.owner"],
  ],
  [
    "high, without mitigation",
    { definitions: withRisk({ ...HIGH, owner: ANA }) },
    "2026-11-20",
    ["risk-high-unowned risks.yaml leak.mitigation"],
  ],
  ["high, with both", { definitions: withRisk({ ...HIGH, owner: ANA, mitigation: "scrub traces" }) }, "2026-11-20", []],
  [
    "high in the log only",
    {
      log: [
        start(),
        entry("2026-11-25", {
          risks: [
            { id: "privacy", level: "low" },
            { id: "leak", level: "high", note: "seen" },
          ],
        }),
      ],
    },
    "2026-11-25",
    ["risk-high-unowned log/112512x.yaml risks[1]"],
  ],
  [
    "high and closed since",
    { definitions: withRisk(HIGH), log: [start(), entry("2026-11-25", { risks: [{ id: "leak", level: "closed" }] })] },
    "2026-11-25",
    [],
  ],
  [
    "high and stopped",
    { definitions: withRisk(HIGH), log: [start(), decided("2026-11-25", "no-go")] },
    "2026-11-25",
    [],
  ],
  [
    "raised by the records, late",
    { definitions: withRisk({ id: "value", level: "low" }), log: [start()] },
    "2026-12-01",
    [],
  ],
  [
    "raised, without owner and mitigation",
    { definitions: { ...SOUND, risks: BARE }, log: [start()] },
    "2026-12-01",
    ["risk-raised risks.yaml operations.level", "risk-raised risks.yaml cost.level"],
  ],
  [
    "raised, and called high: one word is enough",
    {
      definitions: { ...SOUND, risks: BARE.map((one) => ({ ...one, level: "high" as const, owner: ANA })) },
      log: [start()],
    },
    "2026-12-01",
    [
      "risk-high-unowned risks.yaml privacy.mitigation",
      "risk-high-unowned risks.yaml operations.mitigation",
      "risk-high-unowned risks.yaml cost.mitigation",
      "risk-high-unowned risks.yaml users.mitigation",
    ],
  ],
  [
    "raised and missing in the register: said once",
    { definitions: { ...SOUND, risks: BARE.filter(({ id }) => id === "privacy" || id === "users") }, log: [start()] },
    "2026-12-01",
    ["risk-raised risks.yaml", "risk-raised risks.yaml"],
  ],
  [
    "raised and answered",
    {
      definitions: { ...SOUND, risks: BARE },
      log: [
        start(),
        entry("2026-12-01", {
          risks: [
            { id: "operations", level: "low", note: "run like the search" },
            { id: "cost", level: "low", note: "one call a day" },
          ],
        }),
      ],
    },
    "2026-12-01",
    [],
  ],
  [
    "raised, which other checks say",
    { definitions: { ...withCharter({ pocStack: ["notebook"] }, lacking("mvpBudget")), value: {} }, log: [start()] },
    "2026-11-25",
    [],
  ],
  [
    "raised, and stopped",
    { definitions: { ...SOUND, risks: BARE }, log: [start(), decided("2026-12-01", "no-go")] },
    "2026-12-01",
    [],
  ],
  ["an empty register", { definitions: { ...SOUND, risks: [] } }, "2026-11-20", ["risk-cause-missing risks.yaml"]],
  [
    "one cause left out",
    { definitions: { ...SOUND, risks: SOUND.risks.slice(1) } },
    "2026-11-20",
    ["risk-cause-missing risks.yaml"],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(risk, poc, day)).toEqual(expected);
});
