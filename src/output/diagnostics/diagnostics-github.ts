import { catalogueEntry } from "../../diagnostics/catalogue.ts";
import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { DiagnosticPaths } from "./diagnostic-text.ts";
import { safe } from "../terminal/safe.ts";

const COMMANDS = { error: "error", warning: "warning", note: "notice" } as const;

/** Workflow commands that GitHub shows beside the line of a pull request. Paths must be relative to the repository. */
export function diagnosticsGithub(
  diagnostics: readonly LocatedDiagnostic[],
  paths: DiagnosticPaths = { prefix: "" },
): string {
  return diagnostics.map((diagnostic) => `${command(diagnostic, paths)}\n`).join("");
}

function command({ code, message, hint, location: { file, span } }: LocatedDiagnostic, paths: DiagnosticPaths): string {
  const { severity, title } = catalogueEntry(code);
  // GitHub takes columns only where the annotation is on one line.
  const columns = span.endLine === span.line ? { col: span.column, endColumn: span.endColumn } : {};
  const properties = Object.entries({
    file: safe(paths.prefix + file),
    line: span.line,
    endLine: span.endLine,
    ...columns,
    title: `${title} [${code}]`,
  })
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
    .join(",");
  const text = hint === undefined ? safe(message) : `${safe(message)}\nhint: ${safe(hint)}`;
  return `::${COMMANDS[severity]} ${properties}::${escapedData(text)}`;
}

function escapedData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
