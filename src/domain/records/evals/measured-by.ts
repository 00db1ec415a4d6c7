import type { CivilDate } from "../../scalars/calendar.ts";
import { ok, problem, type Parsed } from "../../scalars/parsed.ts";
import { parsePerson, personText, type Person } from "../../scalars/person.ts";
import { parseWrittenDate } from "../../scalars/readings/parse-day.ts";

/**
 * How an eval will be measured: by a command, by files that something else writes, or by a person on a day. It is no
 * term: another way to count the same cases moves nothing that was agreed, and no verdict reads it.
 */
export type MeasuredBy =
  | { readonly kind: "command"; readonly command: string }
  | { readonly kind: "file"; readonly pattern: string }
  | { readonly kind: "person"; readonly person: Person; readonly on: CivilDate };

const EXPECTED = "a command, a file such as results/*.json, or a person and a day such as Ana Ruiz on 2026-12-02";

/** Reads `Ana Ruiz on 2026-12-02`, `results/*.json` or `npm run eval`, told apart by what they look like. */
export function parseMeasuredBy(text: string): Parsed<MeasuredBy> {
  const said = text.trim();
  const dated = /^(.*?\S),?(?: (?:on|by|until|before))? (\d\S*(?: \S+){0,2})$/.exec(said);
  const day = dated === null ? undefined : parseWrittenDate(dated[2]!);
  if (dated !== null && day?.ok === true) {
    const person = parsePerson(dated[1]!);
    return person.ok ? ok({ kind: "person", person: person.value, on: day.value }) : person;
  }
  if (said === "") return problem("invalid-value", EXPECTED);
  if (isPerson(said))
    return problem("invalid-value", EXPECTED, {
      found: "a person without the day",
      hint: `write ${said} on 2026-12-02, with the day`,
    });
  // A file is one word with a folder, a wildcard or an ending; commands have arguments.
  if (/^\S*(?:[*?/\\]|\.[a-z0-9]{1,6}$)\S*$/i.test(said) && !said.startsWith("./"))
    return ok({ kind: "file", pattern: said });
  return ok({ kind: "command", command: said });
}

/** A name has capitals and no sign of a shell: `Ana Ruiz`, `Ana Ruiz <ana@example.com>`. */
function isPerson(text: string): boolean {
  return /<\S+@\S+>$/.test(text) || /^\p{Lu}[\p{L}'.-]*(?: (?:\p{Lu}[\p{L}'.-]*|von|van|de|der|la))+$/u.test(text);
}

export function measuredByText(way: MeasuredBy): string {
  if (way.kind === "command") return way.command;
  return way.kind === "file" ? way.pattern : `${personText(way.person)} on ${way.on}`;
}
