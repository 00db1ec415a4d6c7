import type { Entry } from "../domain/records/entry.ts";
import type { Person } from "../domain/scalars/person.ts";

/** `Marta Weiss (recorded by Ana Ruiz)`: whose word it is, and who typed it where that was somebody else. */
export function namedAs({ name }: Person, { recordedBy }: Pick<Entry, "recordedBy">): string {
  return recordedBy === undefined ? name : `${name} (recorded by ${recordedBy.name})`;
}
