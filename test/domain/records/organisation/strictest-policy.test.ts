import { expect, test } from "vitest";
import { organisationPlace, type Organisation } from "../../../../src/domain/records/organisation/organisation.ts";
import type { Policy } from "../../../../src/domain/records/organisation/policy.ts";
import { withPoliciesAbove } from "../../../../src/domain/records/organisation/strictest-policy.ts";
import { NO_COSTS } from "../../../../src/domain/records/costs.ts";
import { money } from "../../../support/records.ts";

const nearest = (policy: Policy): Organisation => ({
  file: "poc-org.yaml",
  source: "../poc-org.yaml",
  costs: NO_COSTS,
  policy,
  lines: new Map(),
});
const above = (policy: Policy) => ({
  file: "../../poc-org.yaml",
  costs: NO_COSTS,
  policy,
  lines: new Map([["policy.sponsor_decides", 7]]),
});

test.each<[string, Policy, Policy, Policy]>([
  ["nothing nearer", {}, { sponsor_decides: "required" }, { sponsor_decides: "required" }],
  [
    "a weaker level nearer",
    { sponsor_decides: "asked" },
    { sponsor_decides: "required" },
    { sponsor_decides: "required" },
  ],
  [
    "a stricter level nearer",
    { sponsor_decides: "required" },
    { sponsor_decides: "asked" },
    { sponsor_decides: "required" },
  ],
  ["a longer timebox nearer", { longestTimebox: 15 }, { longestTimebox: 10 }, { longestTimebox: 10 }],
  ["a shorter timebox nearer", { longestTimebox: 5 }, { longestTimebox: 10 }, { longestTimebox: 5 }],
  ["a lower confidence nearer", { leastConfidence: 0.9 }, { leastConfidence: 0.95 }, { leastConfidence: 0.95 }],
  [
    "a larger cap nearer",
    { largestCap: money("9000 EUR") },
    { largestCap: money("5000 EUR") },
    { largestCap: money("5000 EUR") },
  ],
  [
    "a smaller cap nearer",
    { largestCap: money("500 EUR") },
    { largestCap: money("5000 EUR") },
    { largestCap: money("500 EUR") },
  ],
  [
    "a cap in another currency nearer",
    { largestCap: money("9 USD") },
    { largestCap: money("5000 EUR") },
    { largestCap: money("5000 EUR") },
  ],
  [
    "other checklists nearer",
    { requiredChecklists: ["mvp"] },
    { requiredChecklists: ["security"] },
    { requiredChecklists: ["mvp", "security"] },
  ],
  ["links asked for above", {}, { evidenceLinks: "https" }, { evidenceLinks: "https" }],
])("%s", (_, near, far, expected) => {
  expect(withPoliciesAbove(nearest(near), [above({}), above(far)]).policy).toEqual(expected);
});

test("the file that says a rule is named", () => {
  const merged = withPoliciesAbove(nearest({ longestTimebox: 5 }), [above({ sponsor_decides: "required" })]);
  expect(organisationPlace(merged, "policy.sponsor_decides")).toBe("../../poc-org.yaml:7");
  expect(organisationPlace(merged, "policy.longest_timebox")).toBe("poc-org.yaml");
});
