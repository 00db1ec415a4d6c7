import { entryId, logFileKind } from "../../document/reading/entry-id.ts";
import { readCanonicalBytes } from "../../document/reading/read-entry.ts";
import { LARGEST_FILE } from "../../document/yaml/source-file.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { finalFact, mayJudge, type Facts } from "../../domain/records/facts.ts";
import { LOG_FOLDER } from "../../domain/records/records.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import { listLabel } from "../../domain/scalars/labels.ts";
import { FileFault, RuleFault } from "../ports/faults.ts";
import type { OpenPoc } from "../poc/open-poc.ts";

/**
 * What is agreed or decided rests on what was read. Where another command has stored something since that could change
 * it, nothing is stored, and the person reads who was first. To be called while no other act can be stored.
 *
 * @throws RuleFault
 */
export function requireNothingSince(poc: OpenPoc, facts: Facts): void {
  const since = storedSince(poc).filter((entry) => mayJudge(entry) || finalFact(entry) !== undefined);
  const same = since.find((entry) => isSameAct(entry, facts));
  if (same !== undefined) throw firstFault(same);
  const [other] = since;
  if (other === undefined) return;
  throw new RuleFault(
    `${other.id} by ${other.by.name} was stored while this command ran, and may change its basis; nothing ` +
      `was stored`,
    `look at it with poc show ${other.id}, then type the command again`,
  );
}

/** Entries whose files were not there when the records were read. */
function storedSince({ folder, sources, records }: OpenPoc): readonly Entry[] {
  const unread = new Set(records.unreadable.map(({ file }) => file));
  return folder.list(LOG_FOLDER).flatMap(({ name, kind }) => {
    const known = sources.text(name) !== undefined || unread.has(name);
    if (kind !== "file" || logFileKind(name) !== "entry" || known) return [];
    try {
      const bytes = folder.read(name, LARGEST_FILE);
      return readCanonicalBytes(bytes, { file: name, id: entryId(name), zone: records.zone })?.entry ?? [];
    } catch (fault) {
      // What could not be read before either is not of this moment.
      if (fault instanceof FileFault) return [];
      throw fault;
    }
  });
}

function isSameAct(entry: Entry, { start, gate, decision, amend, clear }: Facts): boolean {
  return (
    (start !== undefined && entry.start !== undefined) ||
    (gate !== undefined && entry.gate?.gate === gate.gate) ||
    (decision !== undefined && entry.decision !== undefined) ||
    (amend !== undefined && entry.amend !== undefined) ||
    (clear !== undefined && entry.clear?.criterion === clear.criterion)
  );
}

function firstFault({ id, date, by, start, gate, decision, amend }: Entry): RuleFault {
  const when = `on ${dateLabel(date)} (${id}), a moment before this; nothing was stored`;
  if (start !== undefined)
    return new RuleFault(`the clock was started by ${by.name} ${when}`, "to change a term, edit it and run poc amend");
  if (gate !== undefined)
    return new RuleFault(
      `${gate.title} was passed by ${by.name} ${when}`,
      `approved by ${gate.approver.name}; a gate is passed once`,
    );
  if (decision !== undefined)
    return new RuleFault(
      `${decision.by.name} decided ${decision.outcome} ${when}`,
      "read it first; to replace it, decide again with --supersede",
    );
  const terms = amend === undefined ? "a criterion" : listLabel(amend.changes.map(({ term }) => term));
  return new RuleFault(`${by.name} amended ${terms} ${when}`, "look at it with poc check, then type the command again");
}
