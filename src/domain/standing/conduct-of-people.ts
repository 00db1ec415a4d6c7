import { COMMITMENT_ITEM } from "../records/checklist-items.ts";
import type { Charter } from "../records/charter.ts";
import type { Authorship, Entry, TermChange } from "../records/entry.ts";
import { lastAttestation } from "../records/gate-log.ts";
import { People, peopleOf } from "../records/people.ts";
import { optional } from "../scalars/optional.ts";
import { parsePerson, type Person } from "../scalars/person.ts";
import { isFinal, type DecisionStanding } from "./decision.ts";
import type { Evidenced } from "./evidenced.ts";
import { byTime, saying, sayingAny } from "../records/log.ts";

/** What somebody approved. */
const APPROVALS = ["amendment", "extension", "clearing", "gate", "waiver"] as const;
export type Approved = (typeof APPROVALS)[number];

/**
 * Whom an approver is one person with: the first of these. `named`: whom the amendment makes owner or sponsor.
 * `recorder`: who typed the entry in the name of another. `in-name`: the author, in whose name another person typed
 * the entry and with it the approval.
 */
export type OwnApproval = "owner" | "in-name" | "author" | "recorder" | "named";

/** A person who did what another should have done. */
export type PeopleFinding =
  | {
      readonly kind: "approved-by-author";
      readonly approved: Approved;
      readonly approver: Person;
      readonly as: OwnApproval;
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
  const agreedAt = agreedPeople(charter, log.counted);
  const approved = sayingAny(log.counted, APPROVED).flatMap((entry): readonly PeopleFinding[] => {
    const approval = approvalIn(entry);
    const as =
      approval &&
      ownApproval(
        { approver: approval.approver, author: entry, named: namedPeople(entry.amend?.changes) },
        agreedAt(entry),
        people,
      );
    return as === undefined ? [] : [{ kind: "approved-by-author", ...approval!, as, entry }];
  });
  return [
    ...approved,
    ...unknownApprovers(definitions, log.counted, agreedAt),
    ...attestedForSponsor(charter, log.counted, people),
    ...decidedForSponsor(decision, charter, people),
  ];
}

type Agreed = Pick<Charter, "owner" | "sponsor">;

/** Owner and sponsor as they were agreed before an entry: an amendment that names a sponsor needs the one before. */
function agreedPeople(now: Agreed | undefined, counted: readonly Entry[]): (entry: Entry) => Agreed | undefined {
  const moves = saying(counted, "amend").flatMap((entry) =>
    entry.amend.changes.flatMap(({ term, from }) => (isPersonTerm(term) ? [{ entry, term, from }] : [])),
  );
  if (moves.length === 0) return () => now;
  return (entry) =>
    moves
      .filter((move) => byTime(move.entry, entry) >= 0)
      .reduceRight<Agreed>((agreed, { term, from }) => ({ ...agreed, ...optional(term, personOf(from)) }), now ?? {});
}

function isPersonTerm(term: string): term is "owner" | "sponsor" {
  return term === "owner" || term === "sponsor";
}

function personOf(text: string | undefined): Person | undefined {
  const person = text === undefined ? undefined : parsePerson(text);
  return person?.ok ? person.value : undefined;
}

/** Whom a change of terms makes owner or sponsor. */
export function namedPeople(changes: readonly TermChange[] = []): readonly Person[] {
  return changes.flatMap(({ term, to }) => (isPersonTerm(term) ? (personOf(to) ?? []) : []));
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
  agreedAt: (entry: Entry) => Agreed | undefined,
): readonly PeopleFinding[] {
  if (charter?.owner === undefined && charter?.sponsor === undefined) return [];
  const named = new People(risks.flatMap(({ owner }) => owner ?? []));
  // Nearly always owner and sponsor are the same throughout: the authors of a log are gathered once for them.
  const peopleBy = new Map<Agreed | undefined, People>();
  const peopleAt = (entry: Entry) => {
    const agreed = agreedAt(entry);
    let people = peopleBy.get(agreed);
    if (people === undefined) peopleBy.set(agreed, (people = peopleOf(agreed, counted)));
    return people;
  };
  return sayingAny(counted, ["amend", "clear"]).flatMap((entry): readonly PeopleFinding[] => {
    const { amend, clear, decision } = entry;
    const approver = (amend ?? clear)?.approver;
    if (approver === undefined || decision !== undefined) return [];
    if (peopleAt(entry).match(approver).kind !== "new" || named.match(approver).kind !== "new") return [];
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

/** An act, by the people in it. */
export interface Approval {
  readonly approver: Person;
  readonly author: Authorship;
  /** The people whom the act makes owner or sponsor. */
  readonly named?: readonly Person[];
}

/**
 * Whether the approver of an act is its author, or the owner. It is the sponsor who has to approve, so the sponsor's
 * own approval is enough, unless owner and sponsor are the same person, or another person typed the entry in the
 * sponsor's name: then no second person is known to have looked.
 */
export function ownApproval(
  { approver, author: { by, recordedBy }, named = [] }: Approval,
  charter: Agreed | undefined,
  people: People,
): OwnApproval | undefined {
  const { owner, sponsor } = charter ?? {};
  if (owner !== undefined && people.same(approver, owner)) return "owner";
  const isAuthor = people.same(approver, by);
  const isSponsor = (person: Person | undefined) =>
    person !== undefined && sponsor !== undefined && people.same(person, sponsor);
  if (isAuthor && recordedBy !== undefined && !isSponsor(recordedBy)) return "in-name";
  if (isSponsor(approver)) return undefined;
  if (isAuthor) return "author";
  if (recordedBy !== undefined && people.same(approver, recordedBy)) return "recorder";
  return named.some((person) => people.same(approver, person)) ? "named" : undefined;
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
export function mayNotDecide(by: Person, charter: Agreed | undefined, people: People): boolean {
  const asked = [charter?.owner, charter?.sponsor].filter((person) => person !== undefined);
  return asked.length > 0 && !asked.some((person) => people.same(by, person));
}
