import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";

/** A template and the file it came from. */
export interface Template {
  /** As people know the file: `templates/memo/decision.md.hbs`. Its ending decides how values are made safe. */
  readonly name: string;
  readonly text: string;
}

/** Where in a template: lines from 1, columns from 0, as the parser counts them. */
export interface TemplateSpot {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** Why a template cannot be rendered, and where. Thrown inside `memo` only, and told as a diagnostic. */
export class TemplateFault extends Error {
  readonly template: Template;
  readonly spot: TemplateSpot;
  readonly hint: string | undefined;

  constructor(template: Template, spot: TemplateSpot, message: string, hint?: string) {
    super(message);
    this.template = template;
    this.spot = spot;
    this.hint = hint;
  }
}

export function templateDiagnostic(fault: TemplateFault): LocatedDiagnostic {
  const { template, spot, hint } = fault;
  const file = template.name;
  const span = {
    line: spot.start.line,
    column: spot.start.column + 1,
    endLine: spot.end.line,
    endColumn: spot.end.column + 1,
  };
  const source = template.text.split(/\r\n?|\n/)[span.line - 1] ?? "";
  return {
    code: "invalid-template",
    message: fault.message,
    place: valueAt(file),
    ...(hint === undefined ? {} : { hint }),
    location: { file, span, source },
    relatedLocations: [],
  };
}

/** The spot of the characters from `start` to `end`. */
export function spotAt(text: string, start: number, end: number): TemplateSpot {
  return { start: positionAt(text, start), end: positionAt(text, end) };
}

function positionAt(text: string, offset: number): TemplateSpot["start"] {
  const lines = text.slice(0, offset).split(/\r\n?|\n/);
  return { line: lines.length, column: lines.at(-1)!.length };
}
