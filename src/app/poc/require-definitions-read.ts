import { DEFINITION_FILES, type Records } from "../../domain/records/records.ts";
import { listLabel } from "../../domain/scalars/labels.ts";
import { RecordsFault } from "../ports/faults.ts";

/**
 * What a file says that cannot be read at all is not known, so nobody is told that a name in it is wrong.
 *
 * @param what cannot be done for it
 * @throws RecordsFault
 */
export function requireDefinitionsRead({ unreadable }: Pick<Records, "unreadable">, what: string, only?: string): void {
  const names: readonly string[] = only === undefined ? Object.values(DEFINITION_FILES) : [only];
  const unread = names.filter((name) => unreadable.some(({ file, path }) => file === name && path.length === 0));
  if (unread.length === 0) return;
  throw new RecordsFault(`${listLabel(unread)} cannot be read, so ${what}; nothing was stored`, "poc check says why");
}
