import type { Report } from "../../app/poc/report.ts";
import { diagnosticsJson } from "./diagnostics-json.ts";
import type { JsonValue } from "./json-value.ts";
import { escapeOf } from "../../domain/scalars/visible-text.ts";

/** The version of the envelope and of everything in it. Fields may be added; none changes its meaning within one. */
export const ENVELOPE_VERSION = 1;

/**
 * What every command answers with `--format json`: the same few fields around the `data` of that command. Text in it
 * is as the user wrote it, and JSON escapes its controls.
 */
export function envelopeJson(command: string, report: Report, data: JsonValue): string {
  const { asOf, definitions } = report.standing;
  const envelope = {
    version: ENVELOPE_VERSION,
    command,
    as_of: { date: asOf.date, instant: new Date(asOf.epochMs).toISOString(), now: asOf.now },
    poc: { title: definitions.charter?.title ?? null, folder: report.folder },
    data,
    diagnostics: diagnosticsJson(report.diagnostics),
  };
  return jsonText(envelope);
}

/** JSON for people and programs: indented, keys in the order they were put, nothing that a terminal would act on. */
export function jsonText(value: JsonValue): string {
  // JSON.stringify escapes C0 and lone surrogates; the rest of what a terminal acts on, or hides, is escaped here.
  return `${JSON.stringify(value, null, 2).replace(/[^\n\x20-\x7e]/gu, escaped)}\n`;
}

function escaped(char: string): string {
  if (escapeOf(char.codePointAt(0)!, 0, 0) === undefined) return char;
  return char
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
