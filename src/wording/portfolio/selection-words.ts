import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { isMeantBy, type RowFilter } from "../../domain/portfolio/row-order.ts";
import { ROLES, type Person, type Role } from "../../domain/scalars/person.ts";
import { nearestPerson, type UnknownName } from "../../domain/portfolio/unknown-names.ts";

/** What of a portfolio was asked for: `in state overdue, of owner "ruiz"`; empty where it was all of it. */
export function selectionLabel({ states, owners, teams, like }: RowFilter & { readonly like?: string | undefined }) {
  return [
    ...some("in state", states),
    ...some("of owner", owners.map(quoted)),
    ...some("of team", teams.map(quoted)),
    ...(like === undefined ? [] : [`with a question like ${quoted(like)}`]),
  ].join(", ");
}

function some(label: string, words: readonly string[]): readonly string[] {
  return words.length === 0 ? [] : [`${label} ${words.join(" or ")}`];
}

function quoted(text: string): string {
  return `"${text}"`;
}

/** `None of 41 PoCs has an owner "wiess". Did you mean Marta Weiss?` */
export function unknownNameSentence({ as, name, meant }: UnknownName, found: number): string {
  const none = `None of ${countLabel(found, "PoC")} has ${as === "owner" ? "an owner" : "a team"} ${quoted(name)}.`;
  if (meant === undefined) return none;
  const sponsors = meant.as === "sponsor" ? [`${meant.name} is a sponsor.`] : [];
  return [none, ...(meant.near ? [`Did you mean ${meant.name}?`] : []), ...sponsors].join(" ");
}

/** Nothing was found, and why as far as that is known. */
export function nothingFound(found: number, unknown: readonly UnknownName[]): readonly string[] {
  if (found === 0) return ["No PoC found."];
  if (unknown.length === 0) return [`No PoC of ${countLabel(found, "PoC")} matches.`];
  return unknown.map((name) => unknownNameSentence(name, found));
}

/** No PoC has a similar question. `chosen` of `found` pass the filter, which hides `hidden` that do have one. */
export function nothingAlike(
  { found, chosen, hidden }: { readonly found: number; readonly chosen: number; readonly hidden: number },
  { states, owners, teams }: RowFilter,
): string {
  const label = selectionLabel({ states, owners, teams });
  if (label === "") return `None of ${countLabel(found, "PoC")} has a similar question.`;
  const none =
    chosen === 1
      ? `The only PoC ${label} has no similar question`
      : `None of ${countLabel(chosen, "PoC")} ${label} has a similar question`;
  if (hidden === 0) return `${none}, and no other of ${countLabel(found, "PoC")} has one.`;
  return `${none}, but ${hidden === 1 ? "1 other PoC has" : `${hidden} other PoCs have`} one: leave out the filter.`;
}

/** Nobody has anything to do, or nobody is known by the name of whom it was asked. `people` are all who are known. */
export function nothingWaits(
  pocs: number,
  people: readonly Person[],
  { person, role }: { readonly person: string | undefined; readonly role: Role | undefined },
): string {
  const count = countLabel(pocs, "PoC");
  if (pocs === 0) return "No PoC found.";
  if (person === undefined) return `Nothing is waiting ${role === undefined ? "" : `for role ${role} `}in ${count}.`;
  const meant = [...new Set(people.filter((one) => isMeantBy(one, person)).map(({ name }) => name))];
  if (meant.length > 0)
    return `Nothing is waiting for ${listLabel(meant)}${role === undefined ? "" : ` in role ${role}`} in ${count}.`;
  const asRole = ROLES.find((one) => one === person.trim().toLowerCase());
  if (asRole !== undefined) return `${quoted(person)} is a role, not a person: poc next --all --role ${asRole}`;
  const near = nearestPerson(person, people);
  const none = `Nobody in ${count} is called ${quoted(person)}.`;
  return near === undefined ? none : `${none} Did you mean ${near.name}?`;
}
