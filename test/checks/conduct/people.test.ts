import { expect, test } from "vitest";
import { people } from "../../../src/checks/conduct/people.ts";
import type { Entry } from "../../../src/domain/records/entry.ts";
import { personText } from "../../../src/domain/scalars/person.ts";
import { checked, type Row } from "../../support/checked.ts";
import { passed, waived } from "../../support/gates.ts";
import { ANA, CHARTER, decided, entry, lacking, MARTA, person, SOUND, standing, start } from "../../support/records.ts";

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
/** A PoC that was started without these: `poc start` refuses that, and people edit entries by hand. */
const without = (fields: Parameters<typeof lacking>, ...entries: Entry[]) => {
  const definitions = lacking(...fields);
  return { definitions, log: [start(definitions), ...entries] };
};
const TOM_SPONSORS = { ...SOUND, charter: { ...CHARTER, sponsor: TOM } };
/** Tom becomes the sponsor, in the file too. */
const replaced = (approver: string, by = ANA, ...before: Entry[]) => ({
  definitions: TOM_SPONSORS,
  log: [
    start(),
    ...before,
    entry("2026-11-25", {
      by,
      amend: {
        changes: [{ term: "sponsor", from: personText(MARTA), to: "Tom Okafor", resultsSeen: 0 }],
        reason: "Marta left the company",
        approver: person(approver),
      },
    }),
  ],
});
const word = (day: string, by = ANA) =>
  entry(day, { by, attest: [{ item: "exit.committed", evidence: "https://example.com/1" }] });
const typedBy = (recordedBy: typeof ANA, one: Entry): Entry => ({ ...one, recordedBy });
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
    {
      log: [start({ ...SOUND, charter: ONE }), amended("Ana")],
      definitions: { ...SOUND, charter: ONE },
    },
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
  [
    "11 an amendment in the name of another, approved by who typed it",
    log(typedBy(TOM, amended("T. Okafor", person("Ben Frey")))),
    "2026-11-26",
    ["approved-by-author log/112512x.yaml amend.approver"],
  ],
  [
    "11 an amendment that somebody typed in the name of its approver",
    log(typedBy(TOM, amended("Marta Weiss", MARTA))),
    "2026-11-26",
    ["approved-by-author log/112512x.yaml amend.approver"],
  ],
  [
    "11 an amendment in the name of another, approved by the sponsor",
    log(typedBy(TOM, amended("Marta Weiss", ANA)), typedBy(MARTA, amended("Marta Weiss", TOM))),
    "2026-11-26",
    [],
  ],
  [
    "11 an extension that the owner typed in the name of the sponsor",
    log(typedBy(ANA, decided("2026-11-27", "extend", { by: MARTA }))),
    "2026-11-27",
    ["approved-by-author log/112712x.yaml decision.by"],
  ],
  ["11 a decision for the sponsor is told", log(typedBy(ANA, decided("2026-12-04", "go"))), "2026-12-04", []],
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
    without(["sponsor"], decided("2026-12-04", "go", { by: ANA })),
    "2026-12-04",
    [],
  ],
  [
    "10 a decision where the charter names nobody",
    without(["owner", "sponsor"], decided("2026-12-04", "go", { by: TOM })),
    "2026-12-04",
    [],
  ],
  [
    "20 a sponsor who was written into the file alone decides nothing",
    { definitions: TOM_SPONSORS, log: [start(), decided("2026-12-04", "go", { by: TOM })] },
    "2026-12-04",
    ["decided-by-other log/120412x.yaml decision.by"],
  ],
  ["20 a new sponsor, approved by the one before", replaced("Marta Weiss"), "2026-11-26", []],
  [
    "20 a new sponsor who decides, approved by the one before",
    { ...replaced("Marta"), log: [...replaced("Marta").log, decided("2026-12-04", "go", { by: TOM })] },
    "2026-12-04",
    [],
  ],
  [
    "20 a new sponsor who approves of that, and made the entry",
    replaced("Tom Okafor", TOM),
    "2026-11-26",
    ["approved-by-author log/112512x.yaml amend.approver"],
  ],
  [
    "20 a new sponsor who approves of that, and has written in the log",
    replaced("Tom Okafor", ANA, entry("2026-11-24", { by: TOM, note: "a day" })),
    "2026-11-26",
    ["approved-by-author log/112512x.yaml amend.approver"],
  ],
  [
    "20 a new sponsor, whom nobody knew, approves of that",
    replaced("Tom Okafor"),
    "2026-11-26",
    ["approved-by-author log/112512x.yaml amend.approver", "approver-unknown log/112512x.yaml amend.approver"],
  ],
  [
    "20 the word of the sponsor before is not that of the new one",
    { ...replaced("Marta"), log: [...replaced("Marta").log, word("2026-11-26", MARTA)] },
    "2026-11-27",
    ["attested-by-other log/112612x.yaml attest[0]"],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(people, poc, day)).toEqual(expected);
});

test.each([
  ["owner, sponsor and author are one", ANA, "let somebody other than Ana Ruiz approve the next one"],
  ["the sponsor is another person", MARTA, "let Marta Weiss approve the next one"],
])("who is asked for the next approval: %s", (_, sponsor, hint) => {
  const definitions = { ...SOUND, charter: { ...CHARTER, sponsor } };
  const judged = standing({ definitions, log: [start(definitions), amended("Ana Ruiz")] }, "2026-11-26");
  expect(people.run(judged).map((one) => one.hint)).toEqual([expect.stringContaining(hint)]);
});
