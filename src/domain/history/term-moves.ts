import { termWay, type TermWay } from "./term-way.ts";
import type { Entry, TermChange } from "../records/entry.ts";
import type { EffectiveLog } from "../records/log.ts";
import type { Definitions } from "../records/records.ts";
import { peopleOf } from "../records/people.ts";
import { termSubject } from "../records/terms.ts";
import { parsePerson, type Person } from "../scalars/person.ts";
import type { LoggedAmendment } from "./amendments.ts";

/** An amended term, or a whole eval or kill criterion that was added or removed. */
export interface TermMove {
  readonly kind: "changed" | "added" | "removed";
  readonly way: TermWay;
  /** The first of its changes; the only one if a single term was changed. */
  readonly change: TermChange;
  /** Several if a whole was added or removed. */
  readonly changes: readonly TermChange[];
  readonly resultsSeen: number;
  readonly entry: Entry;
  readonly approver: Person;
  /** `nobody`: neither the sponsor nor the owner; `unknown` where the charter names neither. */
  readonly approvedAs: "sponsor" | "owner" | "nobody" | "unknown";
}

/** What was agreed at the start and since, and who agreed to it. */
interface Agreed {
  readonly started: Entry | undefined;
  readonly amendments: readonly LoggedAmendment[];
  readonly definitions: Pick<Definitions, "charter">;
  readonly log: Pick<EffectiveLog, "counted">;
}

/** Every change of the terms, oldest first. A whole eval or criterion that was added or removed is one move. */
export function termMoves({ started, amendments, definitions: { charter }, log }: Agreed): readonly TermMove[] {
  if (amendments.length === 0) return [];
  const people = peopleOf(charter, log.counted);
  const isWho = (person: Person, who: Person | undefined) => who !== undefined && people.same(person, who);
  const terms = new Map(started?.start?.terms);
  // As agreed at that moment: somebody who becomes the sponsor by an amendment was not the sponsor when it was
  // approved.
  const personOf = (term: "sponsor" | "owner"): Person | undefined => {
    const agreed = parsePerson(terms.get(term) ?? "");
    return agreed.ok ? agreed.value : charter?.[term];
  };
  const approvedAs = (approver: Person): TermMove["approvedAs"] => {
    const [sponsor, owner] = [personOf("sponsor"), personOf("owner")];
    if (sponsor === undefined && owner === undefined) return "unknown";
    if (isWho(approver, sponsor)) return "sponsor";
    return isWho(approver, owner) ? "owner" : "nobody";
  };
  return amendments.flatMap(({ entry, amendment: { changes, approver } }) => {
    const as = approvedAs(approver);
    const before = new Set(terms.keys());
    for (const { term, to } of changes) {
      if (to === undefined) terms.delete(term);
      else terms.set(term, to);
    }
    return grouped(changes, before, new Set(terms.keys())).map((move) => ({
      ...move,
      resultsSeen: Math.max(...move.changes.map(({ resultsSeen }) => resultsSeen)),
      entry,
      approver,
      approvedAs: as,
    }));
  });
}

type Grouped = Pick<TermMove, "kind" | "way" | "change" | "changes">;

/** In the order of their first changes. */
function grouped(
  changes: readonly TermChange[],
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): readonly Grouped[] {
  const wholes = new Map<string, Grouped>();
  return changes.flatMap((change) => {
    const { term, from, to } = change;
    const subject = termSubject(term);
    const prefix = subject === undefined ? undefined : `${subject.family}.${subject.id}.`;
    const [was, is] = [hasTerms(before, prefix), hasTerms(after, prefix)];
    if (prefix === undefined || was === is)
      return [{ kind: "changed" as const, way: termWay(term, from, to), change, changes: [change] }];
    if (wholes.has(prefix)) return [];
    const all = changes.filter((one) => one.term.startsWith(prefix));
    const kind = was ? ("removed" as const) : ("added" as const);
    const whole: Grouped = { kind, way: wayOfWhole(kind, all), change, changes: all };
    wholes.set(prefix, whole);
    return [whole];
  });
}

function hasTerms(terms: ReadonlySet<string>, prefix: string | undefined): boolean {
  return prefix !== undefined && [...terms].some((term) => term.startsWith(prefix));
}

/** An addition asks for more, unless its results were known: then it may have been picked because of them. */
function wayOfWhole(kind: "added" | "removed", changes: readonly TermChange[]): TermWay {
  if (kind === "removed") return "relaxed";
  return changes.some(({ resultsSeen }) => resultsSeen > 0) ? "changed" : "tightened";
}
