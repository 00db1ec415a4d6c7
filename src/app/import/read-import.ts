import type { Format, ReadImport, ReadOptions } from "../../imports/format.ts";
import { FORMATS, formatOf } from "../../imports/formats.ts";
import { ImportFault } from "../../imports/import-problem.ts";
import { FileFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";
import { openImport } from "./open-file.ts";
import type { ImportProblems } from "./import-problems.ts";
import type { ImportWish } from "./import-request.ts";

/** A file that was read in its format. */
export interface ReadFile {
  /** As it was named. */
  readonly path: string;
  /** Without folders. */
  readonly name: string;
  readonly format: Format;
  readonly read: ReadImport;
}

/** Reads a file, or notes everything that is wrong with it. */
export function readImport(
  context: Context,
  path: string,
  wish: ImportWish,
  options: ReadOptions,
  problems: ImportProblems,
): ReadFile | undefined {
  try {
    const { file, head } = openImport(context, path);
    const known = formatOf(head);
    const format = wish.from === undefined ? known : FORMATS[wish.from];
    const { read, problems: found } = format.read(file, options);
    problems.ofFile(path, found);
    return found.length > 0 ? undefined : { path, name: file.name, format, read };
  } catch (error) {
    if (error instanceof ImportFault) problems.ofFile(path, [error.problem]);
    else if (error instanceof FileFault)
      problems.add(
        error.message,
        error.kind === "missing" ? "the file is looked for from the current directory" : undefined,
      );
    else throw error;
    return undefined;
  }
}
