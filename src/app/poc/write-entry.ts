import { entryText } from "../../document/canonical/entry-text.ts";
import { readEntry } from "../../document/reading/read-entry.ts";
import { NO_FACTS, type Entry } from "../../domain/records/entry.ts";
import { slugText } from "../../domain/scalars/identifier.ts";
import { clockLabel, dateIn, type Instant, type Zone } from "../../domain/scalars/instant.ts";
import type { Person } from "../../domain/scalars/person.ts";
import { LOG_FOLDER } from "../../domain/records/records.ts";
import { FileFault } from "../ports/faults.ts";
import type { Context, Folder } from "../ports/ports.ts";

/** What an entry says, before it has a name and a place. */
export type Facts = Partial<
  Pick<
    Entry,
    | "note"
    | "results"
    | "tasks"
    | "spend"
    | "time"
    | "assumptions"
    | "risks"
    | "answers"
    | "attest"
    | "runs"
    | "start"
    | "amend"
    | "undo"
    | "decision"
    | "waivers"
    | "gate"
  >
>;

const ID_LENGTH = 7;

/** An entry with a fresh id, named by its time in the charter's zone and by what it is about. */
export function newEntry(context: Context, zone: Zone, at: Instant, by: Person, facts: Facts): Entry {
  const id = context.randomness.id(ID_LENGTH);
  const date = dateIn(zone, at.epochMs);
  const name = [date, clockLabel(at).replace(":", ""), slugText(subjectOf(facts)), id]
    .filter((part) => part !== "")
    .join("-");
  return {
    id,
    file: `${LOG_FOLDER}/${name}.yaml`,
    at,
    date,
    by,
    ...NO_FACTS,
    ...facts,
  };
}

/** What the name of the file tells of the entry. */
function subjectOf(facts: Facts): string {
  if (facts.start !== undefined) return "start";
  if (facts.amend !== undefined && facts.decision === undefined) return "amend";
  if (facts.undo !== undefined) return `undo ${facts.undo.entry}`;
  if (facts.decision !== undefined) return `decision ${facts.decision.outcome}`;
  if (facts.gate !== undefined) return `gate ${facts.gate.gate}`;
  if (facts.waivers !== undefined) return `waiver ${facts.waivers[0]?.item ?? ""}`;
  if (facts.runs !== undefined) return `checklist ${facts.runs[0]?.item.split(".")[0] ?? ""}`;
  return (
    facts.note ??
    facts.results?.[0]?.eval ??
    (facts.tasks === undefined ? undefined : "tasks") ??
    facts.spend?.[0]?.category ??
    (facts.time !== undefined && facts.time.length > 0 ? "hours" : "entry")
  );
}

/**
 * Puts an entry on the disk: written, read back and compared before it lands, then created exclusively. When this
 * returns, it survives a kill and a merge.
 *
 * @throws FileFault where the disk refuses; then nothing that was there has changed
 */
export function writeEntry(folder: Folder, entry: Entry, zone: Zone): void {
  const text = entryText(entry);
  const again = readEntry(entry.file, text, zone);
  if (again === undefined || entryText(again) !== text) {
    throw new FileFault("io", entry.file, "the entry would not read back as it was written; nothing was stored");
  }
  folder.create(entry.file, text);
}
