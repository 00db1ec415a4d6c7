import { gravityOf } from "../../diagnostics/gravity.ts";
import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Path, Place } from "../../diagnostics/place.ts";
import { listLabel } from "../../domain/scalars/labels.ts";

/**
 * The diagnostics with one for all placeholders of a file, at the first of them: "9 placeholders left, on lines 14, 16
 * and 24". A warning that only says of a placeholder's field that it is empty goes with it; an error stays by itself,
 * and its line is not told twice.
 *
 * @param placeholders every field of the files that was left for later
 */
export function foldPlaceholders(
  diagnostics: readonly LocatedDiagnostic[],
  placeholders: readonly { readonly place: Place }[],
): readonly LocatedDiagnostic[] {
  const folds = (diagnostic: LocatedDiagnostic) =>
    gravityOf(diagnostic.code).severity !== "error" &&
    placeholders.some(({ place }) => isWithin(place, diagnostic.place));
  const told = new Set(diagnostics.filter((one) => !folds(one)).map(lineKey));
  const files = new Map<string, LocatedDiagnostic[]>();
  for (const diagnostic of diagnostics.filter(folds)) {
    const { file } = diagnostic.location;
    files.set(file, [...(files.get(file) ?? []), diagnostic]);
  }
  return diagnostics.flatMap((diagnostic) => {
    if (!folds(diagnostic)) return [diagnostic];
    const ofFile = files.get(diagnostic.location.file)!;
    if (ofFile[0] !== diagnostic) return [];
    const left = ofFile.filter((one) => !told.has(lineKey(one)));
    return left.length === 0 ? [] : [foldedInto(left)];
  });
}

/** The lines on which something was left for later, file by file. */
export function placeholderLines(
  diagnostics: readonly LocatedDiagnostic[],
  placeholders: readonly { readonly place: Place }[],
): readonly { readonly file: string; readonly lines: readonly number[] }[] {
  const open = diagnostics.filter((one) => placeholders.some(({ place }) => isWithin(place, one.place)));
  return [...new Set(open.map(({ location }) => location.file))].map((file) => ({
    file,
    lines: linesOf(open.filter(({ location }) => location.file === file)),
  }));
}

function linesOf(diagnostics: readonly LocatedDiagnostic[]): readonly number[] {
  return [...new Set(diagnostics.map(({ location }) => location.span.line))];
}

function foldedInto(left: readonly LocatedDiagnostic[]): LocatedDiagnostic {
  const [first] = left;
  const lines = linesOf(left);
  if (lines.length === 1) return first!;
  return {
    ...first!,
    code: "placeholder-left",
    message: `${lines.length} placeholders to fill in, on lines ${listLabel(lines.map(String))}`,
    hint: "fill them in, or remove the lines that the PoC does not need",
  };
}

/** Whether a place is the other field, or lies within it. */
function isWithin(place: Place, { file, path }: Place): boolean {
  return place.file === file && path.length > 0 && startsWith(place.path, path);
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}

function lineKey({ location: { file, span } }: LocatedDiagnostic): string {
  return `${file}:${span.line}`;
}
