import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { standingOf } from "../../domain/standing/standing.ts";
import { openPocAsOf } from "../poc/poc-as-of.ts";
import { FileFault, RecordsFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";
import { relativePath } from "../ports/relative-path.ts";
import { sameKeyFault, shownPath, type KeyedPlace } from "./export-keys.ts";
import { madeOfPath, readMadeOf } from "./made-of.ts";

/**
 * The tables of another PoC are not replaced because both have one key. Without `--source`, another PoC is one in
 * another folder that is still there, as within one call. Otherwise it is one that another entry started: the same PoC
 * may be exported from many checkouts.
 *
 * @throws RecordsFault before anything is written
 */
export async function refuseOtherPocs(
  context: Context,
  { to, ending, source }: { readonly to: string; readonly ending: string; readonly source: string | undefined },
  places: readonly KeyedPlace[],
): Promise<void> {
  const tables = context.files.resolve(to);
  for (const place of places) {
    const before = readMadeOf(context, madeOfPath(to, place.file, ending));
    if (before === undefined || before.folder === relativePath(tables, place.path)) continue;
    const path = context.files.resolve(`${tables}/${before.folder}`);
    const isThere = context.files.bareNames(path)?.includes(DEFINITION_FILES.charter) === true;
    if (source === undefined && isThere) throw sameKeyFault(shownPath(context, path), place);
    if (before.start === "") continue;
    const start = await startOf(context, place);
    if (start !== "" && start !== before.start)
      throw new RecordsFault(
        `${to} has the tables of another PoC with the key of ${place.shown}, "${place.key}"; nothing was written`,
        `name each repository: --source acme/retrieval; or remove the tables of the other: rm ${to}/*/${place.file}.*`,
      );
  }
}

/** Id of the entry that started a PoC; "" for a draft, and where it cannot be read. */
async function startOf(context: Context, { path }: KeyedPlace): Promise<string> {
  try {
    const { poc, instant } = await openPocAsOf(context, path, undefined);
    return standingOf(poc.records, instant).started?.id ?? "";
  } catch (fault) {
    if (fault instanceof FileFault || fault instanceof RecordsFault) return "";
    throw fault;
  }
}
