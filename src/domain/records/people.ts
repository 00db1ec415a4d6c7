import { personText, samePerson, type Person } from "../scalars/person.ts";
import type { Charter } from "./charter.ts";
import type { Entry } from "./entry.ts";

/** Everybody in the records: owner and sponsor, the authors of the log, and those who typed for others. */
export function peopleOf(charter: Pick<Charter, "owner" | "sponsor"> | undefined, log: readonly Entry[]): People {
  const { owner, sponsor } = charter ?? {};
  // Most entries of a log have the same author, and few were typed for others.
  const others = new Set<Person>();
  for (const { by, recordedBy } of log) {
    others.add(by);
    if (recordedBy !== undefined) others.add(recordedBy);
  }
  return new People(
    [owner, sponsor].filter((person) => person !== undefined),
    [...others],
  );
}

/** The known person that a text means. Several candidates mean that more of the name is needed. */
export type PersonMatch =
  | { readonly kind: "known"; readonly person: Person }
  | { readonly kind: "new"; readonly person: Person }
  | { readonly kind: "ambiguous"; readonly candidates: readonly Person[] };

/** The people who can be told apart, each in the fullest form that the records have. */
export class People {
  readonly #people: { full: Person; readonly forms: Person[] }[] = [];

  /**
   * @param known the people of the charter first, each of whom is somebody; then others, such as the authors of
   *   entries, who may be one of these under a shorter name or another address
   */
  constructor(charter: readonly Person[], others: readonly Person[] = []) {
    for (const person of charter) {
      const same = this.#people.find(
        ({ full }) => !differ(full, person) && (sameWords(full, person) || isPart(full, person)),
      );
      if (same === undefined) this.#people.push({ full: person, forms: [person] });
      else addForm(same, person);
    }
    // Full forms come first, so that a first name finds its owner.
    for (const person of [...new Map(others.map((one) => [personText(one), one])).values()].sort(fuller)) {
      const found = this.#find(person);
      if (found.length === 0) this.#people.push({ full: person, forms: [person] });
      else if (found.length === 1) addForm(found[0]!, person);
    }
  }

  /**
   * Tolerates case, accents, the order of the words and initials. An address decides; two full names that are equal are
   * one person, whatever the address, unless two people of the charter share the name.
   */
  match(person: Person): PersonMatch {
    const found = this.#find(person);
    if (found.length > 1) return { kind: "ambiguous", candidates: found.map(({ full }) => full) };
    return found.length === 0 ? { kind: "new", person } : { kind: "known", person: found[0]!.full };
  }

  /** Whether two forms are certainly the same person. */
  same(a: Person, b: Person): boolean {
    if (samePerson(a, b)) return true;
    const [first, second] = [this.match(a), this.match(b)];
    if (first.kind === "known" && second.kind === "known") return first.person === second.person;
    return first.kind === "new" && second.kind === "new" && new People([a]).match(b).kind === "known";
  }

  #find(person: Person) {
    const address = addressOf(person);
    const byAddress = this.#people.filter(({ forms }) => forms.some((form) => hasAddress(form, address)));
    if (byAddress.length === 1) return byAddress;
    const equal = this.#people.filter(({ forms }) => forms.some((form) => isOneName(form, person)));
    if (equal.length > 0 && wordsOf(person.name).length > 1) return equal;
    return this.#people.filter(({ forms }) => forms.some((form) => isOneName(form, person) || isPart(form, person)));
  }
}

/** A bare address may replace the name. */
function addressOf({ name, email }: Person): string | undefined {
  return (email ?? (/^[^@\s]+@[^@\s]+$/.test(name) ? name : undefined))?.toLowerCase();
}

function hasAddress(person: Person, address: string | undefined): boolean {
  return address !== undefined && addressOf(person) === address;
}

function differ(a: Person, b: Person): boolean {
  const [one, other] = [addressOf(a), addressOf(b)];
  return one !== undefined && other !== undefined && one !== other;
}

/** The words of a name without case, accents and the comma of a name that is written family name first. */
function wordsOf(name: string): readonly string[] {
  return smallLetters(name)
    .split(/[\s,.]+/)
    .filter((word) => word !== "")
    .sort();
}

/** Without accents. ASCII has none, and V8 would load tables of Unicode to look for them. */
function smallLetters(name: string): string {
  if (ASCII.test(name)) return name.toLowerCase();
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
}

const ASCII = /^[\x20-\x7e]*$/;

function sameWords(a: Person, b: Person): boolean {
  return wordsOf(a.name).join(" ") === wordsOf(b.name).join(" ");
}

/** Many people share a name of one word, so different addresses tell them apart. */
function isOneName(a: Person, b: Person): boolean {
  return sameWords(a, b) && (wordsOf(a.name).length > 1 || !differ(a, b));
}

/** One form is part of the other: a first name, or an initial beside a family name. */
function isPart(a: Person, b: Person): boolean {
  if (differ(a, b)) return false;
  const [one, other] = [wordsOf(a.name), wordsOf(b.name)];
  return isPartOf(one, other) || isPartOf(other, one);
}

/** An initial alone is nobody's name. */
function isPartOf(part: readonly string[], whole: readonly string[]): boolean {
  const left = [...whole];
  const words = part.toSorted((x, y) => y.length - x.length);
  for (const word of words) {
    const at = left.findIndex((other) => other === word || (word.length === 1 && other.startsWith(word)));
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return words.some((word) => word.length > 1);
}

function addForm(known: { full: Person; readonly forms: Person[] }, form: Person): void {
  known.forms.push(form);
  const [name, email] = [
    wordsOf(form.name).length > wordsOf(known.full.name).length ? form.name : known.full.name,
    known.full.email ?? form.email,
  ];
  known.full = email === undefined ? { name } : { name, email };
}

/** Sorts forms with more of a name first, then those with an address. */
function fuller(a: Person, b: Person): number {
  const address = (person: Person) => (person.email === undefined ? 0 : 1);
  return wordsOf(b.name).length - wordsOf(a.name).length || address(b) - address(a);
}
