import { listLabel } from "../../domain/scalars/labels.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { RecordsFault } from "../ports/faults.ts";

/**
 * Nothing is agreed or decided while a part of the records cannot be read: it may contain results that were seen.
 *
 * @throws RecordsFault
 */
export function requireReadable({ unreadable }: Pick<Standing, "unreadable">, why: string): void {
  if (unreadable.length === 0) return;
  const files = [...new Set(unreadable.map(({ file }) => file))];
  const named = files.length > 3 ? `${files.slice(0, 3).join(", ")} and others` : listLabel(files);
  throw new RecordsFault(
    `${named} cannot be read in full, so ${why}; nothing was stored`,
    "poc check names each place; fix it first",
  );
}
