import { parsePerson, type Person } from "../../domain/scalars/person.ts";
import { UsageFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";

/** Who is typing: `--by`, else POC_AUTHOR or git's configuration. */
export function authorOf(context: Context, by: string | undefined): Person {
  if (by !== undefined) return personFrom("--by", by);
  const known = context.identity.author(context.cwd);
  const person = known === undefined ? undefined : parsePerson(known);
  if (person?.ok) return person.value;
  throw new UsageFault(
    "the author of the entry is not known",
    'say --by "Ana Ruiz <ana@example.com>", set POC_AUTHOR, or git config user.name and user.email',
  );
}

export function personFrom(flag: string, text: string): Person {
  const person = parsePerson(text);
  if (person.ok) return person.value;
  throw new UsageFault(`${flag}: found "${text.slice(0, 60)}", expected ${person.problem.expected}`);
}
