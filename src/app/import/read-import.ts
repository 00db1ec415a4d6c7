import { readerOf, type Format, type ReadImport, type ReadOptions } from "../../imports/format.ts";
import { FORMATS, formatOf } from "../../imports/formats.ts";
import { ImportFault } from "../../imports/import-problem.ts";
import { FileFault, isOfName } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";
import { casesInOrder } from "./found/cases-in-order.ts";
import { foundIn, type Found } from "./found/found.ts";
import { openImport } from "./open-file.ts";
import type { ImportProblems } from "./import-problems.ts";
import type { JobFile } from "./recipes/import-recipes.ts";
import type { ImportWish } from "./import-request.ts";

/** A file that was read in its format. */
export interface ReadFile {
  /** As it was named. */
  readonly path: string;
  /** Without folders. */
  readonly name: string;
  readonly format: Format;
  readonly read: ReadImport;
  readonly found: Found;
  /** How it was to be read. */
  readonly wish: ImportWish;
}

/** Reads a file, or notes everything that is wrong with it. */
export async function readImport(
  context: Context,
  named: JobFile,
  wish: ImportWish,
  about: Pick<ReadOptions, "sha256" | "zone" | "days" | "mail">,
  problems: ImportProblems,
): Promise<ReadFile | undefined> {
  const { shown } = named;
  if (named.path === "-" && named.bytes === undefined)
    return problems.add(
      "-: standard input is not read, because nobody could import it again",
      "write it to a file; or name its command in imports.yaml (run: npx ccusage daily --json), and type: poc import",
    );
  try {
    const { file, head } = openImport(context, named);
    const known = formatOf(head);
    const format = wish.from === undefined ? known : FORMATS[wish.from];
    const { columns, at, cost, dateOrder } = wish;
    const zoneOf = (name: string) => context.zones.zone(name);
    const reader = await readerOf(format);
    const { read: told, problems: found } = reader(file, { columns, at, cost, dateOrder, zoneOf, ...about });
    problems.ofFile(shown, found);
    if (found.length > 0) return undefined;
    // In one order from here on, so that a large run is not there twice.
    const read = told.kind === "cases" ? casesInOrder(told) : told;
    return { path: shown, name: file.name, format, read, found: foundIn(read, about.zone), wish };
  } catch (error) {
    if (error instanceof ImportFault) problems.ofFile(shown, [error.problem]);
    else if (error instanceof FileFault && isOfName(error))
      problems.add(error.message, error.kind === "missing" ? "the path starts at the current directory" : undefined);
    else throw error;
    return undefined;
  }
}
