import { catalogueEntry } from "../../diagnostics/catalogue.ts";
import type { Severity } from "../../diagnostics/catalogue-entry.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import type { ReportedDiagnostic } from "../../app/reports/check-report.ts";
import { safe } from "../terminal/safe.ts";

const COMMANDS = { error: "error", warning: "warning", note: "notice" } as const;
const BY_WEIGHT = ["error", "warning", "note"] as const satisfies readonly Severity[];

/** GitHub shows this many annotations of a kind for each step, and silently drops the others. */
const SHOWN = 10;

/**
 * Workflow commands that GitHub shows beside the lines of a pull request: errors first. What GitHub would drop stays
 * in the log of the step as plain lines, and a notice says how many they are.
 */
export function diagnosticsGithub(reported: readonly ReportedDiagnostic[]): string {
  const kinds = BY_WEIGHT.map((severity) => {
    const all = reported.filter(({ code }) => catalogueEntry(code).severity === severity);
    return { severity, all };
  });
  const over = kinds.some(({ all }) => all.length > SHOWN);
  // The notice takes the place of one.
  const room = (severity: Severity) => (over && severity === "note" ? SHOWN - 1 : SHOWN);
  const shown = kinds.flatMap(({ severity, all }) => all.slice(0, room(severity)));
  const left = kinds.map(({ severity, all }) => ({ severity, rest: all.slice(room(severity)) }));
  const rest = left.flatMap((kind) => kind.rest);
  return [...shown.map(command), ...(rest.length === 0 ? [] : [leftOut(left, rest.length), ...rest.map(plainLine)])]
    .map((text) => `${text}\n`)
    .join("");
}

function command({ code, message, hint, path, location: { span } }: ReportedDiagnostic): string {
  const { severity, title } = catalogueEntry(code);
  // GitHub takes columns only where the annotation is on one line.
  const columns = span.endLine === span.line ? { col: span.column, endColumn: span.endColumn } : {};
  const properties = Object.entries({
    file: safe(path),
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

function leftOut(
  left: readonly { readonly severity: Severity; readonly rest: readonly ReportedDiagnostic[] }[],
  total: number,
): string {
  const counts = left
    .filter(({ rest }) => rest.length > 0)
    .map(({ severity, rest }) => countLabel(rest.length, severity));
  const title = `${countLabel(total, "problem")} without an annotation`;
  const limit = `GitHub shows ${SHOWN} annotations of a kind`;
  const text = `${limit}. Not shown: ${listLabel(counts)}. The log of this step lists them.`;
  return `::notice title=${escapedProperty(title)}::${escapedData(text)}`;
}

/** A line that the runner does not take for a command, whatever a person has written. */
function plainLine({ code, message, path, location: { span } }: ReportedDiagnostic): string {
  return `- ${safe(path)}:${span.line}:${span.column}: ${catalogueEntry(code).severity}[${code}]: ${safe(message)}`;
}

function escapedData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
