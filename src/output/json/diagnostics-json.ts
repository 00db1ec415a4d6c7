import { catalogueEntry, docsAnchor } from "../../diagnostics/catalogue.ts";
import type { DiagnosticKind, Severity } from "../../diagnostics/catalogue-entry.ts";
import type { LocatedDiagnostic, Location } from "../../diagnostics/diagnostic.ts";
import { pathText } from "../../diagnostics/place.ts";

/** 1-based; columns count UTF-16 units, and the end is exclusive. */
export interface LocationJson {
  /** Relative to the PoC folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly end_line: number;
  readonly end_column: number;
}

/** Another place that explains a diagnostic. */
export interface RelatedJson extends LocationJson {
  /** What is to be seen there. */
  readonly label: string;
}

/** A problem that was found. Its text is as the user wrote it: JSON escapes what has to be escaped. */
export interface DiagnosticJson extends LocationJson {
  /** Stable name of the kind of problem; docs/diagnostics.md explains each. */
  readonly code: string;
  readonly severity: Severity;
  readonly kind: DiagnosticKind;
  readonly title: string;
  /** One sentence: what was found and what was expected. */
  readonly message: string;
  /** Path of the value within its file: `results[0].eval`; "" for the whole file. */
  readonly path: string;
  /** The command or the edit that fixes it. */
  readonly hint: string | null;
  readonly related: readonly RelatedJson[];
  /** Where the code is explained. */
  readonly docs: string;
}

/** Diagnostics as plain JSON, in their order. */
export function diagnosticsJson(diagnostics: readonly LocatedDiagnostic[]): readonly DiagnosticJson[] {
  return diagnostics.map((diagnostic) => {
    const { severity, kind, title } = catalogueEntry(diagnostic.code);
    return {
      code: diagnostic.code,
      severity,
      kind,
      title,
      message: diagnostic.message,
      ...locationJson(diagnostic.location),
      path: pathText(diagnostic.place.path),
      hint: diagnostic.hint ?? null,
      related: diagnostic.relatedLocations.map((related) => ({ label: related.label, ...locationJson(related) })),
      docs: docsAnchor(diagnostic.code),
    };
  });
}

function locationJson({ file, span }: Location): LocationJson {
  return { file, line: span.line, column: span.column, end_line: span.endLine, end_column: span.endColumn };
}
