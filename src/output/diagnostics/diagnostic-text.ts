import { gravityOf } from "../../diagnostics/gravity.ts";
import type { Severity } from "../../diagnostics/catalogue-entry.ts";
import type { LocatedDiagnostic, Location } from "../../diagnostics/diagnostic.ts";
import { displayWidth } from "../terminal/display-width.ts";
import { hanging } from "../terminal/layout.ts";
import { linesText, plainLines } from "../terminal/lines-text.ts";
import { line, type Safe } from "../terminal/safe.ts";
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

/** All diagnostics, a blank line between two of them. Empty if there are none. */
export function diagnosticsText(
  diagnostics: readonly LocatedDiagnostic[],
  style: Style,
  paths: DiagnosticPaths = { prefix: "" },
): string {
  return diagnostics.map((diagnostic) => diagnosticText(diagnostic, style, paths)).join("\n");
}

/**
 * One diagnostic. Its first line, `file:line:column: severity[code]: message`, is stable, can be searched for and
 * clicked, and is one line wherever a program may read it; then come the source with carets, related places and the
 * hint.
 */
export function diagnosticText(
  diagnostic: LocatedDiagnostic,
  style: Style,
  paths: DiagnosticPaths = { prefix: "" },
): string {
  const { location, relatedLocations, hint } = diagnostic;
  const role = SEVERITY_ROLES[gravityOf(diagnostic.code).severity];
  const lines = [
    ...headLines(diagnostic, style, paths),
    ...sourceExcerpt(location.source, location.span, style, role),
    ...relatedLocations.flatMap((related) => [
      ...hung(line`${placeText(related, style, paths)}: `, related.label, style),
      ...sourceExcerpt(related.source, related.span, style, "faint"),
    ]),
    ...(hint === undefined ? [] : hung(line`${style.paint("name", line`hint:`)} `, hint, style)),
  ];
  return diagnosticLines(lines, style);
}

/** The line of a diagnostic that says where and what, without the source: in lines of the terminal's width. */
export function headLines(
  { code, message, location }: Pick<LocatedDiagnostic, "code" | "message" | "location">,
  style: Style,
  paths: DiagnosticPaths,
): readonly Safe[] {
  const { severity } = gravityOf(code);
  const head = style.paint(SEVERITY_ROLES[severity], line`${style.text(severity)}[${style.text(code)}]`);
  const place = placeText(location, style, paths);
  const whole = line`${place}: ${head}: `;
  // A path that takes the line keeps it for itself, so that no code is broken in two.
  if (style.terminal && displayWidth(whole) > style.columns)
    return [line`${place}:`, ...hung(line`    ${head}: `, message, style, "strong")];
  return hung(whole, message, style, "strong");
}

/** Paths are for programs as well, so only a person's terminal gets marks around what is written from right to left. */
export function diagnosticLines(lines: readonly Safe[], style: Style): string {
  return style.terminal ? linesText(lines) : plainLines(lines);
}

const HANG = 4;

function hung(lead: Safe, raw: string, style: Style, role?: Role): readonly Safe[] {
  const text = style.text(raw);
  if (style.terminal) return hanging(lead, text, style, HANG, role);
  return [line`${lead}${role === undefined ? text : style.paint(role, text)}`];
}

function placeText({ file, span }: Location, style: Style, paths: DiagnosticPaths): Safe {
  const place = line`${style.text(/^[~/]/.test(file) ? file : paths.prefix + file)}:${span.line}:${span.column}`;
  return style.link(place, { file, line: span.line });
}

/** How many diagnostics there are of each severity. */
function severityCounts(diagnostics: readonly LocatedDiagnostic[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { code } of diagnostics) counts[gravityOf(code).severity]++;
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
