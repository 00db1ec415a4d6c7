import { expect, test } from "vitest";
import { policy } from "../../../src/checks/organisation/policy.ts";
import type { Organisation } from "../../../src/domain/records/organisation/organisation.ts";
import type { Policy } from "../../../src/domain/records/organisation/policy.ts";
import { NO_COSTS } from "../../../src/domain/records/costs.ts";
import type { Charter } from "../../../src/domain/records/charter.ts";
import { checked, type Row } from "../../support/checked.ts";
import { amended, entry, money, result, SOUND, start, withCharter } from "../../support/records.ts";

function under(required: Policy, charter: Partial<Charter> = {}) {
  const organisation: Organisation = {
    file: "poc-org.yaml",
    source: "../poc-org.yaml",
    costs: NO_COSTS,
    policy: required,
    lines: new Map([["policy.longest_timebox", 3]]),
  };
  return { ...withCharter(charter, SOUND), organisation };
}

const evidence = (text: string) => result("wrong-rate", "20/200", { evidence: text });

test.each<Row>([
  ["no organisation", {}, "2026-11-20", []],
  ["as long as allowed", { definitions: under({ longestTimebox: 10 }) }, "2026-11-20", []],
  [
    "a day longer",
    { definitions: under({ longestTimebox: 9 }) },
    "2026-11-20",
    ["policy-timebox-longer poc.yaml timebox.working_days"],
  ],
  [
    "longer by an extension",
    {
      definitions: under({ longestTimebox: 10 }),
      log: [start(), amended("2026-12-01", "timebox.working_days", "10", "12")],
    },
    "2026-12-02",
    ["policy-timebox-longer poc.yaml timebox.working_days"],
  ],
  ["a cap at the limit", { definitions: under({ largestCap: money("2000 EUR") }) }, "2026-11-20", []],
  [
    "a cent above",
    { definitions: under({ largestCap: money("1999.99 EUR") }) },
    "2026-11-20",
    ["policy-cap-larger poc.yaml spend_cap"],
  ],
  [
    "above, with the board's approval",
    { definitions: under({ largestCap: money("1000 EUR") }, { boardApproval: "https://example.com/minutes/12" }) },
    "2026-11-20",
    [],
  ],
  [
    "a limit in another currency, by its rate",
    { definitions: under({ largestCap: money("2200 USD") }) },
    "2026-11-20",
    [],
  ],
  [
    "a limit in a currency without a rate",
    { definitions: under({ largestCap: money("9000 CHF") }) },
    "2026-11-20",
    ["policy-cap-larger poc.yaml spend_cap"],
  ],
  [
    "a lower confidence",
    { definitions: under({ leastConfidence: 0.95 }, { confidence: 0.9 }) },
    "2026-11-20",
    ["policy-confidence-lower poc.yaml confidence"],
  ],
  ["the confidence that is required", { definitions: under({ leastConfidence: 0.95 }) }, "2026-11-20", []],
  [
    "evidence that is a path, and evidence that is a link",
    {
      definitions: under({ evidenceLinks: "https" }),
      log: [
        start(),
        entry("2026-11-24", { results: [evidence("runs/17.json"), evidence("https://ci.example.com/17")] }),
        entry("2026-11-25", { attest: [{ item: "exit.committed", evidence: "http://example.com" }] }),
      ],
    },
    "2026-11-25",
    [
      "policy-evidence-link log/112412x.yaml results[0].evidence",
      "policy-evidence-link log/112512x.yaml attest[0].evidence",
    ],
  ],
])("%s", (_name, poc, day, expected) => {
  expect(checked(policy, poc, day)).toEqual(expected);
});
