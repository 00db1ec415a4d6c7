import { COMMITMENT_ITEM } from "../records/checklist-items.ts";
import type { Charter } from "../records/charter.ts";
import type { Entry } from "../records/entry.ts";
import { lastAttestation } from "../records/gate-log.ts";
import { People, peopleOf } from "../records/people.ts";
import type { Person } from "../scalars/person.ts";
import { isFinal, type DecisionStanding } from "./decision.ts";
import type { Evidenced } from "./evidenced.ts";
import { sayingAny } from "../records/log.ts";

/** What somebody approved. */
export const APPROVALS = ["amendment", "extension", "clearing", "gate", "waiver"] as const;
export type Approved = (typeof APPROVALS)[number];

/** A person who did what another should have done. */
export type PeopleFinding =
  | {
      readonly kind: "approved-by-author";
      readonly approved: Approved;
      readonly approver: Person;
      /** Whom the approver is one person with; the owner is named first. */
      readonly as: "owner" | "author";
      readonly entry: Entry;
    }
  | {
      readonly kind: "attested-by-other";
      readonly by: Person;
      readonly sponsor: Person;
      readonly entry: Entry;
      /** Index within the attestations of the entry. */
      readonly index: number;
    }
  /** The approver is nobody whom the charter names, and has written nothing in the log. */
  | {
      readonly kind: "approver-unknown";
      readonly approved: Approved;
      readonly approver: Person;
      readonly entry: Entry;
    }
  /** `owner`: the owner decided in the place of the sponsor. */
  | { readonly kind: "decided-by-other"; readonly by: Person; readonly owner: boolean; readonly entry: Entry };

/** Who approved what they may not, attested for the sponsor, or decided without being asked to. */
export function peopleFindings({ definitions, log, decision }: Evidenced): readonly PeopleFinding[] {
  const { charter } = definitions;
  const people = peopleOf(charter, log.counted);
  const approved = sayingAny(log.counted, APPROVED).flatMap((entry): readonly PeopleFinding[] => {
    const approval = approvalIn(entry);
    const as = approval && ownApproval(approval.approver, entry.by, charter, people);
    return as === undefined ? [] : [{ kind: "approved-by-author", ...approval!, as, entry }];
  });
  return [
    ...approved,
    ...unknownApprovers(definitions, log.counted, people),
    ...attestedForSponsor(charter, log.counted, people),
    ...decidedForSponsor(decision, charter, people),
  ];
}

/** The decision in force, where the charter names a sponsor and somebody else took it; an extension, nobody named. */
function decidedForSponsor(
  { current }: DecisionStanding,
  charter: Charter | undefined,
  people: People,
): readonly PeopleFinding[] {
  if (current === undefined) return [];
  const { decision, entry } = current;
  const { owner, sponsor } = charter ?? {};
  const isOther = mayNotDecide(decision.by, charter, people);
  const inPlace = isFinal(decision) && sponsor !== undefined && !people.same(decision.by, sponsor);
  if (!isOther && !inPlace) return [];
  const byOwner = owner !== undefined && people.same(decision.by, owner);
  return [{ kind: "decided-by-other", by: decision.by, owner: byOwner, entry }];
}

/** Any name can be typed as that of an approver: one that nobody in the records bears says nothing. */
function unknownApprovers(
  { charter, risks }: Evidenced["definitions"],
  counted: readonly Entry[],
  people: People,
): readonly PeopleFinding[] {
  if (charter?.owner === undefined && charter?.sponsor === undefined) return [];
  const named = new People(risks.flatMap(({ owner }) => owner ?? []));
  return sayingAny(counted, ["amend", "clear"]).flatMap((entry): readonly PeopleFinding[] => {
    const { amend, clear, decision } = entry;
    const approver = (amend ?? clear)?.approver;
    if (approver === undefined || decision !== undefined) return [];
    if (people.match(approver).kind !== "new" || named.match(approver).kind !== "new") return [];
    return [{ kind: "approver-unknown", approved: amend === undefined ? "clearing" : "amendment", approver, entry }];
  });
}

/** What of an entry somebody approves. */
const APPROVED = ["amend", "clear", "decision", "waivers", "gate"] as const;

/** One act, one approval: a gate that is passed with waivers has one approver for all. */
function approvalIn({ amend, clear, gate, waivers, decision }: Entry) {
  if (decision?.outcome === "extend")
    return { approved: "extension" as const, approver: amend?.approver ?? decision.by };
  if (amend !== undefined) return { approved: "amendment" as const, approver: amend.approver };
  if (clear !== undefined) return { approved: "clearing" as const, approver: clear.approver };
  if (gate !== undefined) return { approved: "gate" as const, approver: gate.approver };
  const [waiver] = waivers ?? [];
  return waiver === undefined ? undefined : { approved: "waiver" as const, approver: waiver.approver };
}

/**
 * Whether the approver of an act is its author, or the owner. The sponsor is whose approval is asked for, so nobody
 * else is due where the sponsor approves; unless owner and sponsor are one.
 */
export function ownApproval(
  approver: Person,
  author: Person,
  charter: Pick<Charter, "owner" | "sponsor"> | undefined,
  people: People,
): "owner" | "author" | undefined {
  const { owner, sponsor } = charter ?? {};
  if (owner !== undefined && people.same(approver, owner)) return "owner";
  if (sponsor !== undefined && people.same(approver, sponsor)) return undefined;
  return people.same(approver, author) ? "author" : undefined;
}

function attestedForSponsor(
  charter: Charter | undefined,
  counted: readonly Entry[],
  people: People,
): readonly PeopleFinding[] {
  const word = lastAttestation(counted, COMMITMENT_ITEM);
  const sponsor = charter?.sponsor;
  if (word === undefined || sponsor === undefined || people.same(word.entry.by, sponsor)) return [];
  const { entry, attestation } = word;
  return [{ kind: "attested-by-other", by: entry.by, sponsor, entry, index: entry.attest.indexOf(attestation) }];
}

/** Neither the owner nor the sponsor; where the charter names neither, nobody can tell. */
export function mayNotDecide(
  by: Person,
  charter: Pick<Charter, "owner" | "sponsor"> | undefined,
  people: People,
): boolean {
  const asked = [charter?.owner, charter?.sponsor].filter((person) => person !== undefined);
  return asked.length > 0 && !asked.some((person) => people.same(by, person));
}
