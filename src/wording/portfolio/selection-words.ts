import { countLabel } from "../../domain/scalars/labels.ts";
import type { RowFilter } from "../../domain/portfolio/row-order.ts";
import type { UnknownName } from "../../domain/portfolio/unknown-names.ts";

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
