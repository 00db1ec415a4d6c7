// Templates that ship are parsed when the tool is built, because reading them takes longer than rendering them. What
// was read is used for a template of exactly the same text; any other, and every fault, goes the way of
// `renderTemplate`, which says where in a template the fault is. Without this file everything does.

import { fromPreparedForm } from "./prepared-form.ts";
import { Rendering, type Partials } from "./rendering.ts";
import { TemplateFault, type Template } from "./template-fault.ts";
import type { Reading } from "./template-helper.ts";
import { templateFormat } from "./template-format.ts";
import type { ViewObject } from "./template-scope.ts";

/** Prepared forms of templates in which values are safe as Markdown, by their exact text. */
export type PreparedTemplates = Readonly<Record<string, unknown>>;

/** The document; undefined if a template is not prepared or is faulty. */
export function renderPrepared(
  prepared: PreparedTemplates,
  template: Template,
  view: object,
  partials: Partials,
  reading: Reading,
): string | undefined {
  const format = templateFormat(template.name);
  if (format.name !== "markdown") return undefined;
  const read = ({ text }: Template): hbs.AST.Program => {
    if (Object.hasOwn(prepared, text)) return fromPreparedForm(prepared[text]);
    throw new NotPrepared();
  };
  try {
    return new Rendering(format, partials, reading, read).document(template, view as ViewObject);
  } catch (error) {
    if (error instanceof NotPrepared || error instanceof TemplateFault || error instanceof RangeError) return undefined;
    throw error;
  }
}

class NotPrepared extends Error {}
