import { expect, test } from "vitest";
import { secret } from "../../../src/checks/conduct/secret.ts";
import { checked, type Row } from "../../support/checked.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { MARTA, decided, entry, hours, result, spent, standing, start } from "../../support/records.ts";

// Put together here, so that no scanner takes this file for a leak.
const KEY = ["AKIA", "IOSFODNN7EXAMPLE"].join("");
const holding = (facts: Parameters<typeof entry>[1]) => ({
  log: [start(), entry("2026-11-25", facts)] as readonly Entry[],
});
const FOUND = "secret-in-log log/112512x.yaml at";
const OTHER = "secret-in-log log/112612x.yaml at";

test.each<Row>([
  ["none", holding({ note: "all is well" }), "2026-11-25", []],
  ["in a note", holding({ note: `set ${KEY} first` }), "2026-11-25", [FOUND]],
  [
    "in evidence",
    holding({ results: [result("wrong-rate", "22/200", { evidence: `https://x.example/?key=${KEY}` })] }),
    "2026-11-25",
    [FOUND],
  ],
  [
    "beside money and time",
    holding({ spend: [{ ...spent("5 EUR"), note: KEY }], time: [{ ...hours("1"), what: KEY }] }),
    "2026-11-25",
    [FOUND, FOUND],
  ],
  [
    "beside risks and attestations",
    holding({
      risks: [{ id: "leak", level: "low", note: KEY }],
      attest: [{ item: "exit.committed", evidence: KEY, note: KEY }],
    }),
    "2026-11-25",
    [FOUND, FOUND, FOUND],
  ],
  [
    "in acts",
    {
      log: [
        start(),
        entry("2026-11-25", { amend: { changes: [], reason: KEY, approver: MARTA } }),
        decided("2026-11-26", "no-go", { why: KEY, override: KEY }),
      ],
    },
    "2026-11-26",
    [FOUND, OTHER, OTHER],
  ],
  [
    "in an entry that was withdrawn",
    {
      log: [
        start(),
        entry("2026-11-25", { note: KEY }),
        entry("2026-11-26", { undo: { entry: "112512x", reason: KEY } }),
      ],
    },
    "2026-11-26",
    [FOUND, OTHER],
  ],
  ["in an entry of tomorrow", holding({ note: KEY }), "2026-11-24", [FOUND]],
])("%s", (_, poc, day, expected) => {
  expect(checked(secret, poc, day)).toEqual(expected);
});

test("the secret itself is never told", () => {
  const found = secret.run(standing(holding({ note: `set ${KEY} first` }), "2026-11-25"));
  expect(found).toHaveLength(1);
  expect(JSON.stringify(found)).not.toContain(KEY);
  expect(found[0]!.message).toContain("note");
});
