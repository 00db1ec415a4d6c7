import { ok, problem, type Parsed } from "./parsed.ts";

export interface Person {
  readonly name: string;
  readonly email?: string;
}

/** Reads `Ana Ruiz <ana@example.com>` or a bare name. */
export function parsePerson(text: string): Parsed<Person> {
  const match = /^([^<>]*[^<>\s]) *(?:<([^<>@\s]+@[^<>@\s]+)>)?$/.exec(text.trim());
  if (!match || match[1]!.trim() === "")
    return problem("invalid-person", "a person such as Ana Ruiz <ana@example.com>");
  const name = match[1]!.trim();
  return ok(match[2] === undefined ? { name } : { name, email: match[2] });
}

export function personText(person: Person): string {
  return person.email === undefined ? person.name : `${person.name} <${person.email}>`;
}

/** The same person is the same address, or the same name where one of the two has none. */
export function samePerson(a: Person, b: Person): boolean {
  if (a.email !== undefined && b.email !== undefined) return a.email.toLowerCase() === b.email.toLowerCase();
  return a.name.toLowerCase() === b.name.toLowerCase();
}

/** Who has to do something. Owner and sponsor are people of the charter; the others are roles that people fill. */
export const ROLES = ["engineer", "owner", "sponsor", "platform", "security"] as const;

export type Role = (typeof ROLES)[number];
