import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import { peopleOf } from "../../domain/records/people.ts";
import { peopleFindings, type PeopleFinding } from "../../domain/standing/conduct-of-people.ts";
import { peopleClause } from "../../wording/people.ts";
import type { Check } from "../check.ts";

/** Two pairs of eyes: who approves is not who asks, who commits says so, and who decides is who was asked to. */
export const people: Check = {
  name: "people",
  codes: ["approved-by-author", "approver-unknown", "attested-by-other", "decided-by-other"],
  run(standing) {
    const { charter } = standing.definitions;
    const sponsor = charter?.sponsor?.name ?? "…";
    const known = peopleOf(charter, standing.log.counted);
    // Where the sponsor owns the work or made the entry, only another person is a second pair of eyes.
    const approverAfter = ({ entry: { by } }: PeopleFinding): string =>
      charter?.sponsor !== undefined &&
      [by, charter.owner].some((one) => one !== undefined && known.same(one, charter.sponsor!))
        ? `somebody other than ${charter.sponsor.name}`
        : sponsor;
    return peopleFindings(standing).map((finding): Diagnostic => ({
      code: finding.kind,
      message: `${peopleClause(finding)}, expected ${EXPECTED[finding.kind]}`,
      place: placeOf(finding),
      hint: hintOf(finding, sponsor, approverAfter(finding)),
    }));
  },
};

const EXPECTED = {
  "approved-by-author": "the approval of another person",
  "approver-unknown": "the sponsor, the owner, or somebody who has written in the log",
  "attested-by-other": "the sponsor's own word",
  "decided-by-other": "the decision of the sponsor",
} as const satisfies Record<PeopleFinding["kind"], string>;

function hintOf(finding: PeopleFinding, sponsor: string, other: string): string {
  switch (finding.kind) {
    case "approved-by-author":
      return finding.as === "in-name"
        ? `let ${finding.approver.name} type the next one; the memo says who recorded this one`
        : `let ${other} approve the next one; the memo says who approved this one`;
    case "approver-unknown":
      return `check the name, and let ${other} approve the next one`;
    case "attested-by-other":
      return `let ${sponsor} type it: poc log --attest exit.committed=LINK`;
    case "decided-by-other":
      return `poc decide ${finding.entry.decision?.outcome ?? "go"} --supersede --by "${sponsor}"`;
  }
}

function placeOf(finding: PeopleFinding): Place {
  const { file, gate, amend, clear, decision } = finding.entry;
  switch (finding.kind) {
    case "attested-by-other":
      return valueAt(file, "attest", finding.index);
    case "decided-by-other":
      return valueAt(file, "decision", "by");
    case "approved-by-author":
    case "approver-unknown":
      if (amend !== undefined) return valueAt(file, "amend", "approver");
      if (clear !== undefined) return valueAt(file, "clear", "approver");
      if (gate !== undefined) return valueAt(file, "gate", "approver");
      return decision === undefined ? valueAt(file, "waivers", 0, "approver") : valueAt(file, "decision", "by");
  }
}
