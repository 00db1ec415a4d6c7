import { catalogueEntry } from "../../diagnostics/catalogue.ts";
import type { Severity } from "../../diagnostics/catalogue-entry.ts";
import type { LocatedDiagnostic, Location } from "../../diagnostics/diagnostic.ts";
import { line, linesText, type Safe } from "../terminal/safe.ts";
import { sourceExcerpt } from "./source-excerpt.ts";
import type { Style } from "../terminal/style.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import type { Role } from "../terminal/paint.ts";

/** How the file names of diagnostics become paths that can be opened from where the person is. */
export interface DiagnosticPaths {
  /** Put before every file: `retrieval-poc/`, or "" within the PoC folder. */
  readonly prefix: string;
}

const SEVERITY_ROLES: Readonly<Record<Severity, Role>> = { error: "bad", warning: "warn", note: "name" };

/** All diagnostics, a blank line between two of them. Empty where there are none. */
export function diagnosticsText(
  diagnostics: readonly LocatedDiagnostic[],
  style: Style,
  paths: DiagnosticPaths = { prefix: "" },
): string {
  return diagnostics.map((diagnostic) => diagnosticText(diagnostic, style, paths)).join("\n");
}

/**
 * One diagnostic. Its first line, `file:line:column: severity[code]: message`, is stable, never wrapped, and can be
 * searched for and clicked; then come the source with carets, related places and the hint.
 */
export function diagnosticText(
  diagnostic: LocatedDiagnostic,
  style: Style,
  paths: DiagnosticPaths = { prefix: "" },
): string {
  const { severity } = catalogueEntry(diagnostic.code);
  const role = SEVERITY_ROLES[severity];
  const code = style.text(diagnostic.code);
  const head = style.paint(role, line`${style.text(severity)}[${code}]`);
  return linesText([
    line`${placeText(diagnostic.location, style, paths)}: ${head}: ${style.paint("strong", style.text(diagnostic.message))}`,
    ...sourceExcerpt(diagnostic.location.source, diagnostic.location.span, style, role),
    ...diagnostic.relatedLocations.flatMap((related) => [
      line`${placeText(related, style, paths)}: ${style.text(related.label)}`,
      ...sourceExcerpt(related.source, related.span, style, "faint"),
    ]),
    ...(diagnostic.hint === undefined
      ? []
      : [line`${style.paint("name", line`hint:`)} ${style.text(diagnostic.hint)}`]),
  ]);
}

function placeText({ file, span }: Location, style: Style, paths: DiagnosticPaths): Safe {
  return line`${style.text(paths.prefix + file)}:${span.line}:${span.column}`;
}

/** How many diagnostics there are of each severity. */
export function severityCounts(diagnostics: readonly LocatedDiagnostic[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { code } of diagnostics) counts[catalogueEntry(code).severity]++;
  return counts;
}

/** `2 errors, 1 warning`, or `nothing wrong`. */
export function diagnosticSummary(diagnostics: readonly LocatedDiagnostic[], style: Style): Safe {
  const counts = severityCounts(diagnostics);
  const parts = (["error", "warning", "note"] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => style.paint(SEVERITY_ROLES[severity], style.text(countLabel(counts[severity], severity))));
  return parts.length === 0 ? style.paint("good", line`nothing wrong`) : (parts.join(", ") as Safe);
}
