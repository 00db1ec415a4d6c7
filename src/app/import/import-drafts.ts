import { entryText } from "../../document/canonical/entry-text.ts";
import type { Entry, EntrySource } from "../../domain/records/entry.ts";
import { NO_FACTS, takesPlace, type Facts } from "../../domain/records/facts.ts";
import { effectiveLog, sourceKey } from "../../domain/records/log.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";
import type { Instant } from "../../domain/scalars/instant.ts";
import { optional } from "../../domain/scalars/optional.ts";
import { personText, type Person } from "../../domain/scalars/person.ts";
import type { Sha256 } from "../ports/ports.ts";

/** An entry that an import would make, before it is compared with the log. */
export interface ImportDraft {
  readonly format: string;
  /** The part of the source that it represents. */
  readonly key: string;
  readonly file: string;
  readonly facts: Facts;
  readonly at: Instant;
  /** Whether the source states `at`; then everybody who imports it gets the same file name. */
  readonly dated: boolean;
  /** Its day, if the same content on another day would be a different thing. */
  readonly day?: CivilDate;
  /** Whether only its key identifies it: two meetings on one day may look alike, and are two. */
  readonly keyed?: boolean;
  /** For a meeting: its calendar, as `EntrySource` has it. */
  readonly calendar?: string;
  /** Whether the source no longer has it. */
  readonly gone?: boolean;
  readonly by: Person;
  /** The person who typed the command, if the file names nobody and `--by` names another person. */
  readonly recordedBy?: Person;
}

/** What will happen to a draft. */
export type DraftFate =
  /** It is not in the log yet. */
  | { readonly fate: "new"; readonly id: string; readonly facts: Facts }
  /** The source has changed: the entry replaces an earlier one. */
  | { readonly fate: "changed"; readonly id: string; readonly facts: Facts; readonly replaces: Entry }
  /** The source no longer has it: the entry replaces an earlier one, and has no figures. */
  | { readonly fate: "gone"; readonly id: string; readonly facts: Facts; readonly replaces: Entry }
  /** The log has it already. */
  | { readonly fate: "same"; readonly entry: Entry }
  /** A person withdrew it, and it stays withdrawn. */
  | { readonly fate: "withdrawn"; readonly entry: Entry };

/** Whether an entry is made of it. */
export function isStored(fate: DraftFate): fate is Extract<DraftFate, { readonly facts: Facts }> {
  return fate.fate === "new" || fate.fate === "changed" || fate.fate === "gone";
}

/**
 * Holds what was imported against the log: the same key with the same content is there already, with other content it
 * is a correction. The id of an entry is made from its key, so that two people who import the same make one file.
 */
export function fateOf(draft: ImportDraft, log: readonly Entry[], sha256: Sha256, nowMs: number): DraftFate {
  const content = contentHash(draft, sha256);
  const { counted, withdrawn } = effectiveLog(log, Infinity);
  const mine = (entry: Entry) => entry.source !== undefined && sourceKey(entry.source) === sourceKey(draft);
  // A run may be written twice, once with its id and once without: JSON and JSON lines.
  const alike = ({ source }: Entry) => source?.format === draft.format && source.sha256 === content;
  // For a day: the entry of another person from the same file counts, whatever this person had imported before.
  const other = draft.day === undefined ? undefined : counted.findLast(alike);
  const current = other ?? counted.findLast(mine) ?? counted.findLast(alike);
  if (current?.source?.sha256 === content) return { fate: "same", entry: current };
  const undone = log.findLast((entry) => mine(entry) && withdrawn.get(entry.id)?.undo?.entry === entry.id);
  // A person who withdrew the correction wants what was there before.
  if (undone !== undefined && (current === undefined || undone.source?.sha256 === content))
    return { fate: "withdrawn", entry: undone };
  const { format, key, file, calendar } = draft;
  const source: EntrySource = {
    format,
    key,
    sha256: content,
    file,
    ...optional("calendar", calendar),
    ...(current === undefined ? {} : { replaces: current.id }),
  };
  const facts = { ...draft.facts, source };
  const seed = [
    sourceKey(draft),
    // Two calendars with the same meeting make two files, and a merge keeps both; one of them counts.
    ...(draft.keyed === true ? [file, calendar ?? ""] : []),
    ...(current === undefined ? [] : [current.id, content]),
    ...(draft.dated ? [] : [String(draft.at.epochMs)]),
    // What takes the place of another entry says when it was written.
    ...(takesPlace(facts) ? [String(nowMs)] : []),
    // Two files with the same name and not the same bytes would be a conflict of a merge.
    ...(draft.recordedBy === undefined ? [] : [personText(draft.recordedBy)]),
  ];
  const id = shortHash(seed.join("\n"), sha256);
  if (current === undefined) return { fate: "new", id, facts };
  return { fate: draft.gone === true ? "gone" : "changed", id, facts, replaces: current };
}

/** The content of an entry as one hash. */
export function contentHash({ facts, at, by, day, keyed, key }: ImportDraft, sha256: Sha256): string {
  // The duration of a command says nothing about its result.
  const shown = { ...NO_FACTS, ...facts, runs: [] };
  const text = entryText({ at: { epochMs: 0, offset: at.offset }, by: { name: by.name }, ...shown });
  return sha256([...(keyed === true ? [key] : []), ...(day === undefined ? [] : [day]), text].join("\n"));
}

const ID_LENGTH = 7;
/** The same alphabet as for random ids. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** Seven characters of a hash, in the alphabet of ids. */
export function shortHash(text: string, sha256: Sha256): string {
  return shortOf(sha256(text));
}

/** The same of a hash. */
export function shortOf(hash: string): string {
  return Array.from({ length: ID_LENGTH }, (_, k) => LETTERS[parseInt(hash.slice(k * 2, k * 2 + 2), 16) % 32]!).join(
    "",
  );
}
