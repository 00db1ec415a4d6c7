import { expect, test } from "vitest";
import { evidenceEmpty } from "../../../src/checks/conduct/evidence-empty.ts";
import { checked, type Row } from "../../support/checked.ts";
import { entry } from "../../support/records.ts";

const word = (day: string, evidence: string) => entry(day, { attest: [{ item: "exit.committed", evidence }] });

test.each<Row>([
  ["10 a link", { log: [word("2026-11-25", "https://example.com/1")] }, "2026-11-26", []],
  [
    "10 a word",
    { log: [word("2026-11-25", "x")] },
    "2026-11-26",
    ["evidence-empty log/112512x.yaml attest[0].evidence"],
  ],
  ["10 a word, and a link since", { log: [word("2026-11-25", "x"), word("2026-11-26", "a/b.md")] }, "2026-11-26", []],
  [
    "10 a link, and a word since",
    { log: [word("2026-11-25", "a/b.md"), word("2026-11-26", "none")] },
    "2026-11-26",
    ["evidence-empty log/112612x.yaml attest[0].evidence"],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(evidenceEmpty, poc, day)).toEqual(expected);
});
