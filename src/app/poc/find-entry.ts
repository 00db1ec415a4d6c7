import type { Entry } from "../../domain/records/entry.ts";
import { nameHint } from "../../domain/scalars/nearest.ts";
import { UsageFault } from "../ports/faults.ts";

/**
 * The entry that `text` names: an id, or as much of its beginning as is unique.
 *
 * @throws UsageFault where none does, or several do
 */
export function findEntry(log: readonly Entry[], text: string): Entry {
  const exact = log.find((entry) => entry.id === text || entry.file === text);
  if (exact !== undefined) return exact;
  const begun = text === "" ? [] : log.filter((entry) => entry.id.startsWith(text));
  if (begun.length === 1) return begun[0]!;
  if (begun.length > 1)
    throw new UsageFault(
      `"${text}" begins the ids of ${begun.length} entries`,
      `say which: ${begun
        .slice(0, 5)
        .map((entry) => entry.id)
        .join(", ")}`,
    );
  const ids = log.map((entry) => entry.id);
  throw new UsageFault(`no entry is called "${text.slice(0, 60)}"`, nameHint(text, ids, "poc show lists them"));
}
