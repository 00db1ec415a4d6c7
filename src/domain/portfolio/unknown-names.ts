import { nearest } from "../scalars/nearest.ts";
import { samePerson, type Person } from "../scalars/person.ts";
import type { PortfolioRow, RowSummary } from "./poc-summary.ts";
import { isMeantBy, isTeamMeantBy, type RowFilter } from "./row-order.ts";

/** A name that people looked for and that no PoC has, and whom or what they may have meant. */
export interface UnknownName {
  readonly as: "owner" | "team";
  readonly name: string;
  readonly meant: MeantName | undefined;
}

export interface MeantName {
  readonly name: string;
  /** A sponsor has the name, or one close to it, and no owner does. */
  readonly as: "owner" | "sponsor" | "team";
  /** Whether the name is only close to what was typed. */
  readonly near: boolean;
}

/** Those names of a filter that no PoC of a portfolio has: each of them alone would find nothing. */
export function unknownNames(rows: readonly PortfolioRow[], { owners, teams }: RowFilter): readonly UnknownName[] {
  const known = rows.flatMap((row) => ("summary" in row ? [row.summary] : []));
  return [
    ...owners
      .filter((part) => !known.some(({ owner }) => isMeantBy(owner, part)))
      .map((name): UnknownName => ({ as: "owner", name, meant: meantOwner(name, known) })),
    ...teams
      .filter((part) => !known.some(({ team }) => isTeamMeantBy(team, part)))
      .map((name): UnknownName => ({ as: "team", name, meant: meantTeam(name, known) })),
  ];
}

function meantOwner(part: string, known: readonly RowSummary[]): MeantName | undefined {
  const sponsors = known.flatMap(({ sponsor }) => sponsor ?? []);
  const exact = sponsors.find((sponsor) => isMeantBy(sponsor, part));
  if (exact !== undefined) return { name: exact.name, as: "sponsor", near: false };
  const owner = nearestPerson(
    part,
    known.flatMap((summary) => summary.owner ?? []),
  );
  if (owner !== undefined) return { name: owner.name, as: "owner", near: true };
  const sponsor = nearestPerson(part, sponsors);
  return sponsor && { name: sponsor.name, as: "sponsor", near: true };
}

function meantTeam(part: string, known: readonly RowSummary[]): MeantName | undefined {
  const name = nearestOf(
    part,
    known.flatMap(({ team }) => (team === undefined ? [] : [[team, [team]] as const])),
  );
  return name === undefined ? undefined : { name, as: "team", near: true };
}

/** The person whose name, or one word of it, or whose address is the nearest to a mistyped one. */
export function nearestPerson(part: string, people: readonly Person[]): Person | undefined {
  const each = people.filter((person, index) => people.findIndex((one) => samePerson(one, person)) === index);
  return nearestOf(
    part,
    each.map((person) => [person, [person.name, person.email ?? ""]] as const),
  );
}

/** By a whole text or one word of it. */
function nearestOf<T>(part: string, known: readonly (readonly [T, readonly string[]])[]): T | undefined {
  const byText = new Map<string, T>();
  for (const [thing, texts] of known)
    for (const text of texts)
      for (const one of [text, ...text.split(/[\s@.]+/)]) if (one !== "" && !byText.has(one)) byText.set(one, thing);
  const found = nearest(part.trim(), byText.keys());
  return found === undefined ? undefined : byText.get(found);
}
