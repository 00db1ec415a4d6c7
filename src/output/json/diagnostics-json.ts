import { catalogueEntry, docsAnchor } from "../../diagnostics/catalogue.ts";
import type { LocatedDiagnostic, Location } from "../../diagnostics/diagnostic.ts";
import { pathText } from "../../diagnostics/place.ts";
import type { JsonObject } from "./json-value.ts";

/** Diagnostics as plain JSON, in their order. Text is as the user wrote it: JSON escapes what has to be escaped. */
export function diagnosticsJson(diagnostics: readonly LocatedDiagnostic[]): readonly JsonObject[] {
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

/** 1-based; columns count UTF-16 units, and the end is exclusive. */
function locationJson({ file, span }: Location): JsonObject {
  return { file, line: span.line, column: span.column, end_line: span.endLine, end_column: span.endColumn };
}
