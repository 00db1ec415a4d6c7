import { editField, removeField, UneditableField } from "../../document/editing/edit-field.ts";
import { isFieldMap, type FieldValue } from "../../document/editing/splice.ts";
import { isPlaceholder } from "../../document/yaml/placeholder.ts";
import type { SourceFile } from "../../document/yaml/source-file.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import type { Facts } from "../../domain/records/facts.ts";
import { dateIn } from "../../domain/scalars/instant.ts";
import { nameHint } from "../../domain/scalars/nearest.ts";
import { namedTerm } from "../../domain/records/term-table.ts";
import { DEFINITION_FILES, LOG_FOLDER } from "../../domain/records/records.ts";
import { FREE_OF_EVAL } from "../../domain/records/term-names.ts";
import { logFileKind } from "../../document/reading/entry-id.ts";
import { termPlace, termsOf } from "../../domain/records/terms.ts";
import { costTerm, mayBeAgreed } from "../../domain/records/terms/cost-terms.ts";
import type { TermValues } from "../../domain/records/term-values.ts";
import { RecordsFault, RuleFault, UsageFault } from "../ports/faults.ts";
import { requireDefinitionsRead } from "../poc/require-definitions-read.ts";
import { readFolder, readPoc, type OpenPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";
import { recordEntry, type LogResult, type Recording } from "../log/record-entry.ts";

import { saidTerm } from "./said-term.ts";
import { typedTerm } from "./typed-term.ts";

/** The definitions with new values for some terms, not yet on the disk. */
export interface Edits {
  readonly poc: OpenPoc;
  readonly texts: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
}

/** A term by its name, and its new value; undefined removes it. */
export type TermEdit = readonly [term: string, text: string | undefined];

/**
 * The records as they would be with the terms set: nothing is written yet.
 *
 * @param agreed what is frozen: such a term may be set, or go, where the file lacks it
 * @param files paths of data sets, by the names of their terms: they are written beside the hashes
 */
export async function editedTerms(
  context: Context,
  poc: OpenPoc,
  flag: string,
  sets: readonly TermEdit[],
  agreed: TermValues = new Map(),
  files: ReadonlyMap<string, string> = new Map(),
): Promise<Edits> {
  const written = termsOf(poc.records.definitions);
  const terms = new Set([...written.keys(), ...agreed.keys()]);
  const texts = new Map<string, { before: string; after: string }>();
  // An entry that another command has stored meanwhile is noticed when this one is written; then nothing is stored.
  const read = readFolder(poc.folder).filter(({ name }) => !isNewEntry(name, poc));
  requireStillReadable(read, poc);
  const today = dateIn(poc.records.zone, context.clock.now());
  for (const [term, value] of sets) {
    if (!terms.has(term) && !isOpen(term, terms, agreed)) {
      refuseFree(flag, term);
      requireDefinitionsRead(poc.records, `terms cannot be told apart`);
      refuseUnknownTerm(flag, term, [...terms]);
    }
    if (value !== undefined && isPlaceholder(value))
      throw new UsageFault(
        `${flag}: ${term} has no value${value === "" ? "" : `, only "${value.slice(0, 60)}"`}`,
        `give its value: --set ${term}="…"; or remove the term: --unset ${term}`,
      );
    // Removing a term that the file lacks needs no edit, only the record.
    if (value === undefined && !written.has(term)) continue;
    const place = termPlace(term);
    const text = texts.get(place.file) ?? sourceOf(read, place.file);
    const to =
      value === undefined
        ? undefined
        : typedTerm(flag, term, saidTerm(flag, term, value, poc.records.definitions, today));
    const whole = namedTerm(term).kind === "parts" || (to !== undefined && isFieldMap(to));
    const file = files.get(term);
    const named = file === undefined ? text.after : edit(text.after, fileBeside(place), file, false);
    texts.set(place.file, { before: text.before, after: edit(named, place, to, whole) });
  }
  const after = read.map((file): SourceFile => {
    const text = texts.get(file.name);
    return text === undefined ? file : { name: file.name, bytes: new TextEncoder().encode(text.after) };
  });
  return { poc: texts.size === 0 ? poc : await readPoc(context, poc.folder, after), texts };
}

/** The path of a data set, beside its hash. */
function fileBeside({ file, path }: Place): Place {
  return valueAt(file, ...path.slice(0, -1), "file");
}

/**
 * Whether a name could be a term although none is set: one of an existing eval or criterion, or of a file with a single
 * record.
 */
function isOpen(term: string, terms: ReadonlySet<string>, agreed: TermValues): boolean {
  const { id, listed, name } = namedTerm(term);
  if (costTerm(term) !== undefined) return mayBeAgreed(term, agreed);
  if (!listed || id === undefined) return listed;
  const item = term.slice(0, -name.length);
  return [...terms].some((one) => one.startsWith(item));
}

/** A term that is not frozen needs no amendment. */
function refuseFree(flag: string, term: string): void {
  const [, id, key] = /^evals\.([^.]+)\.(.+)$/.exec(term) ?? [];
  if (Object.values(FREE_OF_EVAL).every((free) => free !== key)) return;
  throw new UsageFault(
    `${flag}: ${key} of ${id} is not frozen, so no amendment is needed`,
    `edit it in ${DEFINITION_FILES.evals}; no verdict depends on it`,
  );
}

/** A file that has become unreadable since would be missing when the change is judged. */
function requireStillReadable(files: readonly SourceFile[], { sources }: OpenPoc): void {
  for (const file of files)
    if ("fault" in file && sources.text(file.name) !== undefined)
      throw new RecordsFault(`${file.fault.message}; nothing was stored`, "type the command again");
}

function isNewEntry(name: string, { sources, records }: OpenPoc): boolean {
  const known = sources.text(name) !== undefined || records.unreadable.some(({ file }) => file === name);
  return name.startsWith(`${LOG_FOLDER}/`) && logFileKind(name) === "entry" && !known;
}

/** @param whole whether the new value says all that the keys of the old one did, so that they may go */
function edit(text: string, place: Place, value: FieldValue | undefined, whole: boolean): string {
  try {
    if (value === undefined) return removeField(text, place.path);
    return editField(text, place.path, value, whole);
  } catch (fault) {
    if (!(fault instanceof UneditableField)) throw fault;
    throw new RuleFault(
      `${place.file} cannot be edited there: ${fault.message}`,
      `edit ${place.file} by hand, then poc amend without --set`,
    );
  }
}

function refuseUnknownTerm(flag: string, term: string, terms: readonly string[]): never {
  throw new UsageFault(`${flag}: no frozen term is called "${term.slice(0, 60)}"`, nameHint(term, terms));
}

function sourceOf(files: readonly SourceFile[], name: string): { before: string; after: string } {
  const file = files.find((candidate) => candidate.name === name);
  if (file === undefined || !("bytes" in file))
    throw new RecordsFault(`${name} cannot be read, so nothing in it can be amended`, "poc check");
  // The byte order mark belongs to the user too, so it stays.
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes);
  return { before: text, after: text };
}

/** The entry and the files it describes are written together or not at all. */
export function recordWithEdits(
  context: Context,
  { poc, texts }: Edits,
  facts: Facts,
  recording: Recording,
): LogResult {
  const edits = [...texts].map(([name, text]) => ({ name, ...text }));
  return recordEntry(context, poc, facts, edits.length === 0 ? recording : { ...recording, edits });
}
