import { valueAt } from "../../diagnostics/place.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Eval } from "../../domain/records/eval.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { termName, TERM_FAMILIES } from "../../domain/records/term-names.ts";
import { isHash } from "../../domain/records/term-table.ts";
import { termSubject, type Drift } from "../../domain/records/terms.ts";
import { LARGEST_DATASET } from "../log/facts/read-dataset.ts";
import type { OpenPoc } from "../poc/open-poc.ts";
import { FileFault, UsageFault } from "../ports/faults.ts";
import type { Context, Sha256 } from "../ports/ports.ts";
import { progressOf } from "../ports/progress.ts";
import type { TermEdit } from "./term-edits.ts";

/** The data sets that evals.yaml names, as they lie on the disk when the terms are frozen. */
export interface AgreedData {
  /** Hashes that evals.yaml does not state yet. */
  readonly hashes: readonly TermEdit[];
  /** Data sets whose file cannot be read; only their path is frozen. */
  readonly pathOnly: readonly { readonly eval: string; readonly file: string; readonly why: string }[];
  /** Data sets whose hash in evals.yaml is not the hash of the file. */
  readonly problems: readonly Diagnostic[];
}

export function agreedData(context: Context, poc: OpenPoc, sha256: Sha256): AgreedData {
  return dataOf(context, poc, poc.records.definitions.evals, sha256);
}

function dataOf(context: Context, poc: OpenPoc, evals: readonly Eval[], sha256: Sha256): AgreedData {
  const hashes: TermEdit[] = [];
  const pathOnly: AgreedData["pathOnly"][number][] = [];
  const problems: Diagnostic[] = [];
  for (const { id, dataset } of evals) {
    if (dataset === undefined || dataset.file === "") continue;
    const { file, sha256: stated } = dataset;
    const found = hashOf(context, poc, file, sha256);
    if (found.hash === undefined) {
      if (stated === undefined) pathOnly.push({ eval: id, file, why: found.why });
    } else if (stated === undefined) hashes.push([dataTerm(id), found.hash]);
    else if (stated.toLowerCase() !== found.hash) problems.push(otherFile(id, file, found.hash));
  }
  return { hashes, pathOnly, problems };
}

/** The data sets of an amendment. */
export interface AmendedData {
  /** The terms to set. A data set that was named by its path, or edited to another path, has the hash of its file. */
  readonly sets: readonly TermEdit[];
  /** The paths that go into evals.yaml with the hashes, by the names of the terms. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The hash of every data set that an amendment agrees on, as `poc start` takes it: of those that `sets` names by a
 * path, or without `sets`, of those that were edited to another path.
 *
 * @throws UsageFault where a named file cannot be read: nobody could tell later which cases were agreed
 */
export function amendedData(
  context: Context,
  poc: OpenPoc,
  sets: readonly TermEdit[],
  drift: readonly Drift[],
  sha256: Sha256,
): AmendedData {
  const files = new Map<string, string>();
  const named = sets.map(([term, text]): TermEdit => {
    if (text === undefined || text === "" || !isDataTerm(term) || isHash(text)) return [term, text];
    const found = hashOf(context, poc, text, sha256);
    if (found.hash === undefined)
      throw new UsageFault(
        `--set ${term}: ${text} ${found.why}, so nobody could tell later which cases were agreed`,
        "put the file there, or name another one: a path from the folder of the PoC",
      );
    files.set(term, text);
    return [term, found.hash];
  });
  if (sets.length > 0) return { sets: named, files };
  const edited = drift.flatMap(({ term, current }): readonly TermEdit[] => {
    if (current === undefined || !isDataTerm(term) || isHash(current)) return [];
    const { hash } = hashOf(context, poc, current, sha256);
    return hash === undefined ? [] : [[term, hash]];
  });
  return { sets: edited, files };
}

/** Data sets whose hash in evals.yaml is not that of their file; of all, or of those that `terms` names. */
export function otherData(
  context: Context,
  poc: OpenPoc,
  sha256: Sha256,
  terms?: readonly string[],
): readonly Diagnostic[] {
  if (terms?.some(isDataTerm) === false) return [];
  // Without a hash in the file there is nothing to compare, so the data set is not read.
  const stated = poc.records.definitions.evals.filter(({ dataset }) => dataset?.sha256 !== undefined);
  const evals = stated.filter(({ id }) => terms?.includes(dataTerm(id)) ?? true);
  return dataOf(context, poc, evals, sha256).problems;
}

function isDataTerm(term: string): boolean {
  const id = termSubject(term)?.id;
  return id !== undefined && term === dataTerm(id);
}

/** The name of the term of an eval's data set. */
function dataTerm(id: Eval["id"]): string {
  const { prefix, names } = TERM_FAMILIES.evals;
  return termName(prefix, id, names.dataset);
}

function otherFile(id: string, file: string, hash: string): Diagnostic {
  return {
    code: "invalid-value",
    message: `${id}: ${file} has another sha256 than evals.yaml states`,
    place: valueAt(DEFINITION_FILES.evals, id, "dataset", "sha256"),
    hint: `put the agreed file back, or write the hash of this one: sha256: ${hash}`,
  };
}

type Hashed = { readonly hash: string } | { readonly hash: undefined; readonly why: string };

function hashOf(context: Context, { folder }: OpenPoc, file: string, sha256: Sha256): Hashed {
  const progress = progressOf(context, `Hashing ${file}`, { slow: true });
  const path = /^(?:[/\\]|[A-Za-z]:[\\/])/.test(file) ? file : `${folder.path}/${file}`;
  try {
    return { hash: sha256(context.files.readNamed(path, LARGEST_DATASET)) };
  } catch (fault) {
    if (!(fault instanceof FileFault)) throw fault;
    return { hash: undefined, why: fault.kind === "missing" ? "is not there" : "cannot be read" };
  } finally {
    progress.end();
  }
}

/** The lines that would have to be added by hand: `sha256: … under the dataset of wrong-rate`. */
export function hashLines(hashes: readonly TermEdit[]): string {
  return hashes.map(([term, hash]) => `sha256: ${hash} under the dataset of ${termSubject(term)?.id}`).join(", ");
}
