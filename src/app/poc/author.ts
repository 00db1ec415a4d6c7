import type { Authorship } from "../../domain/records/entry.ts";
import { peopleOf } from "../../domain/records/people.ts";
import type { Records } from "../../domain/records/records.ts";
import { parsePerson, personText, type Person } from "../../domain/scalars/person.ts";
import { UsageFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";

/**
 * The author of an entry: `--by`, else the person who types, by POC_AUTHOR or git's configuration. If `--by` names
 * another person, both are returned.
 *
 * @throws UsageFault where nobody knows, or where what was typed may be several people
 */
export function authorOf(context: Context, by: string | undefined, records: Records): Authorship {
  if (by !== undefined) return inTheNameOf(context, personFrom("--by", by, records), records);
  const typist = typistOf(context, records);
  if (typist !== undefined) return { by: typist };
  throw new UsageFault(
    "the author of the entry is not known",
    'add --by "Ana Ruiz <ana@example.com>", or set POC_AUTHOR, or git config user.name and user.email',
  );
}

/** The same; where it may be several people, asks on a terminal. */
export async function askedAuthor(context: Context, by: string | undefined, records: Records): Promise<Authorship> {
  return by === undefined
    ? authorOf(context, by, records)
    : inTheNameOf(context, await askedPerson(context, "--by", by, records), records);
}

/** Where neither POC_AUTHOR nor git names a person, nobody can tell who types in the name of another. */
function inTheNameOf(context: Context, by: Person, records: Records): Authorship {
  const typist = typistOf(context, records);
  if (typist === undefined || peopleOf(records.definitions.charter, records.log).same(by, typist)) return { by };
  return { by, recordedBy: typist };
}

function typistOf(context: Context, records: Records): Person | undefined {
  const known = context.identity.author(context.cwd);
  const person = known === undefined ? undefined : parsePerson(known);
  if (person?.ok !== true) return undefined;
  const meant = meantBy(person.value, records);
  return "candidates" in meant ? person.value : meant.person;
}

/**
 * The person that a text means: somebody whom the records know, in full, or somebody new.
 *
 * @throws UsageFault where it may be several people
 */
function personFrom(flag: string, text: string, records: Records): Person {
  const meant = meantBy(typedPerson(flag, text), records);
  if (!("candidates" in meant)) return meant.person;
  throw new UsageFault(
    `${flag}: "${text.slice(0, 60)}" may be ${meant.candidates.map(({ name }) => name).join(" or ")}`,
    `name one: ${meant.candidates.map((one) => `${flag} "${personText(one)}"`).join(", or ")}`,
  );
}

/** The same; where it may be several people, asks on a terminal. */
export async function askedPerson(context: Context, flag: string, text: string, records: Records): Promise<Person> {
  const meant = meantBy(typedPerson(flag, text), records);
  if (!("candidates" in meant)) return meant.person;
  const { inIsTerminal, errIsTerminal } = context.terminal;
  if (!inIsTerminal || !errIsTerminal) return personFrom(flag, text, records);
  const prompts = await context.prompter();
  const choices = meant.candidates.map((person, index) => ({ value: String(index), label: personText(person) }));
  return meant.candidates[Number(await prompts.choose(`Who is ${text.trim()}?`, choices))]!;
}

/** No name is longer, and no field of a file holds what is much longer. */
const LONGEST_PERSON = 1000;

/** What a text says of a person, before anybody looks whom it means. */
export function typedPerson(flag: string, text: string): Person {
  if (text.length > LONGEST_PERSON)
    throw new UsageFault(
      `${flag}: found ${text.length} characters, expected a person such as Ana Ruiz <ana@example.com>`,
    );
  const person = parsePerson(text);
  if (person.ok) return person.value;
  throw new UsageFault(`${flag}: found "${text.slice(0, 60)}", expected ${person.problem.expected}`);
}

function meantBy(
  typed: Person,
  { definitions: { charter }, log }: Records,
): { readonly person: Person } | { readonly candidates: readonly Person[] } {
  const match = peopleOf(charter, log).match(typed);
  if (match.kind === "ambiguous") return { candidates: match.candidates };
  if (match.kind === "new") return { person: typed };
  // An address that was typed is not exchanged for another one.
  const email = typed.email ?? match.person.email;
  const name = typed.email !== undefined && typed.email !== match.person.email ? typed.name : match.person.name;
  return { person: email === undefined ? { name } : { name, email } };
}
