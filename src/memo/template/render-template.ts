// Handlebars reads templates, and rendering.ts renders them. Handlebars itself would compile a template into code,
// cannot stop one that loops without end, and does not say where in a template a name is missing.

import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { parseTemplate } from "./parse-template.ts";
import { Rendering, type Partials } from "./rendering.ts";
import { spotAt, TemplateFault, templateDiagnostic, type Template } from "./template-fault.ts";
import { AS_TEXT, type Reading } from "./template-helper.ts";
import { templateFormat, type TemplateFormat } from "./template-format.ts";
import type { ViewObject } from "./template-scope.ts";
import { refuseUnquoted, refuseUnsafePlaces } from "./unsafe-places.ts";

export type Rendered =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly diagnostic: LocatedDiagnostic };

/**
 * Renders a Handlebars template. Handlebars reads it; what it read is followed here, statement by statement, instead of
 * being compiled: a template can reach the view and the named helpers and nothing else, runs no code, cannot run long,
 * and a name that the view does not hold is a fault with its place. Values are always made safe for the kind of
 * document; there is no raw output.
 */
export function renderTemplate(
  template: Template,
  view: object,
  partials: Partials = new Map(),
  reading: Reading = AS_TEXT,
): Rendered {
  const format = templateFormat(template.name);
  try {
    const rendering = new Rendering(format, partials, reading, (read) => safeProgram(read, format));
    return { ok: true, text: rendering.document(template, view as ViewObject) };
  } catch (error) {
    if (error instanceof TemplateFault) return { ok: false, diagnostic: templateDiagnostic(error) };
    if (error instanceof RangeError)
      return {
        ok: false,
        diagnostic: templateDiagnostic(
          new TemplateFault(template, spotAt(template.text, 0, 0), "the template nests too deeply"),
        ),
      };
    throw error;
  }
}

/** The tree of a template in which every value stands where it can be made safe. @throws TemplateFault */
export function safeProgram(template: Template, { name }: TemplateFormat): hbs.AST.Program {
  const program = parseTemplate(template);
  if (name === "markdown") refuseUnsafePlaces(template, program);
  if (name === "html") refuseUnquoted(template, program);
  return program;
}
