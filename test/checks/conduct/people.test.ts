import { expect, test } from "vitest";
import { people } from "../../../src/checks/conduct/people.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { checked, type Row } from "../../support/checked.ts";
import { passed, waived } from "../../support/gates.ts";
import { ANA, CHARTER, decided, entry, lacking, MARTA, person, start } from "../../support/records.ts";

const TOM = person("Tom Okafor");
const log = (...entries: Entry[]) => ({ log: [start(), ...entries] });
const amended = (approver: string, by = ANA) =>
  entry("2026-11-25", {
    by,
    amend: {
      changes: [{ term: "spend_cap", from: "2000 EUR", to: "2500 EUR", resultsSeen: 0 }],
      reason: "x",
      approver: person(approver),
    },
  });
const word = (day: string, by = ANA) =>
  entry(day, { by, attest: [{ item: "exit.committed", evidence: "https://example.com/1" }] });
const ONE = { ...CHARTER, sponsor: ANA };

test.each<Row>([
  ["10 an amendment that the sponsor approved", log(amended("Marta")), "2026-11-26", []],
  ["10 what the sponsor wrote down and approved", log(amended("Marta Weiss", MARTA)), "2026-11-26", []],
  [
    "12 an amendment that nobody known approved",
    log(amended("Tom Okafor")),
    "2026-11-26",
    ["approver-unknown log/112512x.yaml amend.approver"],
  ],
  [
    "12 the clearing of a criterion, approved by a letter",
    log(entry("2026-11-25", { by: ANA, clear: { criterion: "k", reason: "x", approver: person("y") } })),
    "2026-11-26",
    ["approver-unknown log/112512x.yaml clear.approver"],
  ],
  [
    "12 an author of the log may approve",
    log(entry("2026-11-24", { by: TOM, note: "a day" }), amended("T. Okafor")),
    "2026-11-26",
    [],
  ],
  ["10 by the owner", log(amended("Ana")), "2026-11-26", ["approved-by-author log/112512x.yaml amend.approver"]],
  [
    "10 by the owner, typed by somebody else",
    log(amended("RUIZ, Ana", TOM)),
    "2026-11-26",
    ["approved-by-author log/112512x.yaml amend.approver"],
  ],
  [
    "10 by its author",
    log(amended("T. Okafor", TOM)),
    "2026-11-26",
    ["approved-by-author log/112512x.yaml amend.approver"],
  ],
  [
    "10 by an owner who is the sponsor too",
    { ...log(amended("Ana")), definitions: { ...lacking(), charter: ONE } },
    "2026-11-26",
    ["approved-by-author log/112512x.yaml amend.approver"],
  ],
  [
    "10 a gate and a waiver",
    log(
      passed("2026-11-25", "a", undefined, { approver: ANA }),
      waived("2026-11-26", "a.x", "2026-12-31", { approver: ANA }),
    ),
    "2026-11-27",
    ["approved-by-author log/pass25a.yaml gate.approver", "approved-by-author log/waive26.yaml waivers[0].approver"],
  ],
  [
    "10 an extension by the owner",
    log(decided("2026-11-27", "extend", { by: ANA })),
    "2026-11-27",
    ["approved-by-author log/112712x.yaml decision.by"],
  ],
  [
    "10 the sponsor's commitment by the owner",
    log(word("2026-11-25")),
    "2026-11-26",
    ["attested-by-other log/112512x.yaml attest[0]"],
  ],
  ["10 by the sponsor since", log(word("2026-11-25"), word("2026-11-26", person("Weiss, Marta"))), "2026-11-26", []],
  ["10 a decision of the sponsor", log(decided("2026-12-04", "go", { by: person("Marta") })), "2026-12-04", []],
  [
    "10 a decision of somebody else",
    log(decided("2026-12-04", "go", { by: TOM })),
    "2026-12-04",
    ["decided-by-other log/120412x.yaml decision.by"],
  ],
  [
    "13 a decision of the owner, in the place of the sponsor",
    log(decided("2026-12-04", "go", { by: ANA })),
    "2026-12-04",
    ["decided-by-other log/120412x.yaml decision.by"],
  ],
  [
    "13 a decision of the owner, where there is no sponsor",
    { ...log(decided("2026-12-04", "go", { by: ANA })), definitions: lacking("sponsor") },
    "2026-12-04",
    [],
  ],
  [
    "10 a decision where the charter names nobody",
    { ...log(decided("2026-12-04", "go", { by: TOM })), definitions: lacking("owner", "sponsor") },
    "2026-12-04",
    [],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(people, poc, day)).toEqual(expected);
});
