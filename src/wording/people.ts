import { writtenOn } from "../domain/records/seen.ts";
import { dateLabel } from "../domain/scalars/calendar.ts";
import type { Authorship, Entry } from "../domain/records/entry.ts";
import type { Person } from "../domain/scalars/person.ts";
import type { Approved, OwnApproval, PeopleFinding } from "../domain/standing/conduct-of-people.ts";

/** `Marta Weiss (recorded by Ana Ruiz)`: the person who speaks, and the one who typed it in that person's name. */
export function namedAs({ name }: Person, { recordedBy }: Pick<Entry, "recordedBy">): string {
  return recordedBy === undefined ? name : `${name} (recorded by ${recordedBy.name})`;
}

const APPROVED: Readonly<Record<Approved, string>> = {
  amendment: "an amendment",
  extension: "an extension of the timebox",
  clearing: "the clearing of a kill criterion",
  gate: "that a gate was passed",
  waiver: "a waiver",
};

const OWN_APPROVALS: Readonly<Record<OwnApproval, (entry: Authorship) => string>> = {
  owner: () => "the owner",
  "in-name": ({ recordedBy }) => `in whose name ${recordedBy?.name ?? "somebody else"} recorded it`,
  author: () => "who also made the entry",
  recorder: ({ by }) => `who recorded it in the name of ${by.name}`,
  named: () => "whom it makes the owner or the sponsor",
};

/** `Ana Ruiz, the owner, approved an amendment; nobody else did`: who did what another person should have done. */
export function peopleClause(finding: PeopleFinding): string {
  switch (finding.kind) {
    case "approved-by-author": {
      const { approver, as, approved, entry } = finding;
      return `${approver.name}, ${OWN_APPROVALS[as](entry)}, approved ${APPROVED[approved]}; nobody else did`;
    }
    case "attested-by-other":
      return `that the sponsor is committed was attested by ${finding.by.name}, and not by ${finding.sponsor.name}`;
    case "approver-unknown": {
      const { approver, approved } = finding;
      return `${approver.name}, whom neither the charter nor the log knows, approved ${APPROVED[approved]}`;
    }
    case "decided-by-other":
      return `the decision was taken by ${finding.by.name}, who is ${notSponsor(finding)}`;
  }
}

/** `not the sponsor`; `neither the owner nor the sponsor`. */
export function notSponsor({ owner }: Pick<PeopleFinding & { kind: "decided-by-other" }, "owner">): string {
  return owner ? "not the sponsor" : "neither the owner nor the sponsor";
}

/** `, logged Wed 9 Dec`, of an entry that is about an earlier day; else "". */
export function writtenLater(entry: Pick<Entry, "at" | "date" | "logged">): string {
  const on = writtenOn(entry);
  return on === entry.date ? "" : `, logged ${dateLabel(on)}`;
}
