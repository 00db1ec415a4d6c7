import type {
  CataloguedTemplate,
  CopiedTemplate,
  ShownTemplate,
  TemplateCatalogue,
} from "../../app/templates/template-catalogue.ts";
import type { ViewField, TemplateLanguage } from "../../app/templates/view-docs.ts";
import { ENVELOPE_VERSION, jsonText } from "./envelope-json.ts";
import type { JsonValue } from "./json-value.ts";

/** The envelope of the other commands, but for what a standing would say: templates can be looked at without a PoC. */
export function templateJson(action: string, folder: string | undefined, data: JsonValue): string {
  return jsonText({
    version: ENVELOPE_VERSION,
    command: `template ${action}`,
    poc: folder === undefined ? null : { folder },
    data,
  });
}

export function templatesJson({ organisation, templates }: TemplateCatalogue): JsonValue {
  return { organisation: organisation ?? null, templates: templates.map(catalogued) };
}

export function shownJson({ template, text }: ShownTemplate): JsonValue {
  return { ...catalogued(template), text };
}

export function copiedJson({ template, from, overwritten }: CopiedTemplate): JsonValue {
  return { ...catalogued(template), from, overwritten };
}

export function helpersJson({ words, helpers }: TemplateLanguage): JsonValue {
  const plain = (list: TemplateLanguage["words"]) => list.map(({ usage, about }) => ({ usage, about }));
  return { words: plain(words), helpers: plain(helpers) };
}

export function viewJson(kind: string, fields: readonly ViewField[]): JsonValue {
  return { kind, fields: fields.map(({ path, kind: holds, about }) => ({ path, kind: holds, about })) };
}

function catalogued({ key, name, shelf, makes, used, origin, file, hides }: CataloguedTemplate) {
  return { name, key, kind: shelf.kind, makes, used, origin, file, hides: [...hides] };
}
