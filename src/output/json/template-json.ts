import type {
  CataloguedTemplate,
  CopiedTemplate,
  ShownTemplate,
  TemplateCatalogue,
} from "../../app/templates/template-catalogue.ts";
import type { ViewField, TemplateLanguage } from "../../app/templates/view-docs.ts";
import type { Origin } from "../../app/library/template-library.ts";

/** A file of the library. */
export interface TemplateJson {
  /** As a person calls it: `decision`. */
  readonly name: string;
  /** Within the library: `memo/decision.md.hbs`. */
  readonly key: string;
  /** `document`, `gate`, `checklist`, `checklist-page`, `page`, `partial` or `other`. */
  readonly kind: string;
  /** What it makes or is for; where nothing uses it, why. */
  readonly makes: string;
  readonly used: boolean;
  /** Whose file it is. */
  readonly origin: Origin;
  /** Where it lies: relative to the PoC folder, or within the organisation's folder as it was named. */
  readonly file: string;
  /** The origins whose files of the same name it replaces. */
  readonly hides: readonly Origin[];
}

export interface TemplateListJson {
  /** The organisation's folder as it was named. */
  readonly organisation: string | null;
  readonly templates: readonly TemplateJson[];
}

export interface TemplateShowJson extends TemplateJson {
  readonly text: string;
}

export interface TemplateCopyJson extends TemplateJson {
  /** Whose file was copied. */
  readonly from: Origin;
  readonly overwritten: boolean;
}

export interface TemplateHelpersJson {
  readonly words: readonly TemplateWordJson[];
  readonly helpers: readonly TemplateWordJson[];
}

/** A part of the template language. */
export interface TemplateWordJson {
  /** As it is written in a template. */
  readonly usage: string;
  readonly about: string;
}

export interface TemplateViewJson {
  /** The kind of document. */
  readonly kind: string;
  readonly fields: readonly TemplateFieldJson[];
}

/** A field that the templates of a document can use. */
export interface TemplateFieldJson {
  /** `evidence.rows[].metric`: `[]` stands for each item of a list. */
  readonly path: string;
  readonly kind: ViewField["kind"];
  readonly about: string;
}

export function templatesJson({ organisation, templates }: TemplateCatalogue): TemplateListJson {
  return { organisation: organisation ?? null, templates: templates.map(catalogued) };
}

export function shownJson({ template, text }: ShownTemplate): TemplateShowJson {
  return { ...catalogued(template), text };
}

export function copiedJson({ template, from, overwritten }: CopiedTemplate): TemplateCopyJson {
  return { ...catalogued(template), from, overwritten };
}

export function helpersJson({ words, helpers }: TemplateLanguage): TemplateHelpersJson {
  const plain = (list: TemplateLanguage["words"]) => list.map(({ usage, about }) => ({ usage, about }));
  return { words: plain(words), helpers: plain(helpers) };
}

export function viewJson(kind: string, fields: readonly ViewField[]): TemplateViewJson {
  return { kind, fields: fields.map(({ path, kind: holds, about }) => ({ path, kind: holds, about })) };
}

function catalogued({ key, name, shelf, makes, used, origin, file, hides }: CataloguedTemplate): TemplateJson {
  return { name, key, kind: shelf.kind, makes, used, origin, file, hides: [...hides] };
}
