import { expect, test } from "vitest";
import { actionsByRole, nextActions } from "../../../src/domain/next/next-actions.ts";
import { nextText } from "../../../src/output/views/next-text.ts";
import { gateOf, passed, way } from "../../support/gates.ts";
import { decided, entry, result, standing, start, type Poc } from "../../support/records.ts";
import { plainStyle } from "../../../src/output/terminal/style.ts";

const STYLE = plainStyle({ columns: 80, unicode: true });

test("with nothing to do it says so, once and plainly", () => {
  const poc: Poc = {
    log: [
      start(),
      entry("2026-11-23 10:00", { attest: [{ item: "exit.committed", evidence: "https://example.com/12" }] }),
      entry("2026-11-30", { results: [result("wrong-rate", "19/200")] }),
      decided("2026-12-04", "go"),
      passed("2026-12-05", "poc"),
    ],
  };
  const now = standing(poc, "2026-12-07");
  const actions = nextActions(now, { lists: [], gates: way([gateOf(1, "poc")], poc, "2026-12-07") });
  const roles = actionsByRole(actions, now);
  expect(nextText({ standing: now, roles }, STYLE).trimEnd().split("\n").at(-1)).toBe("Nothing to do now.");
  const owner = roles.filter(({ role }) => role === "owner");
  expect(nextText({ standing: now, roles: owner }, STYLE)).toContain("Owner · Ana Ruiz · nothing to do now");
});
