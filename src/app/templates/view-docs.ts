import { nameHint } from "../../domain/scalars/nearest.ts";
import { UsageFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";
import { type TemplateWord, TEMPLATE_WORDS, HELPER_WORDS } from "../../memo/template/template-language.ts";

/** A field of a view, and what it holds. */
export interface ViewField {
  /** `evidence.rows[].metric`: `[]` stands for each item of a list. */
  readonly path: string;
  /** `text`, `truth` for conditions, `texts` such as ids, `list`, or `object`. */
  readonly kind: "text" | "truth" | "texts" | "list" | "object";
  readonly about: string;
}

interface TypeField {
  readonly name: string;
  readonly kind: ViewField["kind"];
  readonly type?: string;
  readonly about: string;
}

/** As docs/template-views.json holds it: generated from the interfaces of the views, and held to them by a test. */
export interface ViewDocs {
  /** Name of the type of each kind of document. */
  readonly views: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, readonly TypeField[]>>;
}

const FILE = "docs/template-views.json";

/** Every field that the templates of a kind of document can use, in order. @throws UsageFault */
export function viewFields({ assets }: Pick<Context, "assets">, kind: string): readonly ViewField[] {
  const { views, types } = JSON.parse(assets.text(FILE) ?? '{"views":{},"types":{}}') as ViewDocs;
  const type = Object.hasOwn(views, kind) ? views[kind] : undefined;
  if (type === undefined) {
    const kinds = Object.keys(views);
    throw new UsageFault(`no kind of document is called "${kind.slice(0, 60)}"`, nameHint(kind, kinds));
  }
  return flattened(types, type, "");
}

function flattened(types: ViewDocs["types"], type: string, prefix: string): readonly ViewField[] {
  return (types[type] ?? []).flatMap((field) => {
    const path = prefix + field.name;
    const inner =
      field.type === undefined ? [] : flattened(types, field.type, `${path}${field.kind === "list" ? "[]" : ""}.`);
    return [{ path, kind: field.kind, about: field.about }, ...inner];
  });
}

/** What a template may write. */
export interface TemplateLanguage {
  readonly words: readonly TemplateWord[];
  /** Of templates that make Markdown. */
  readonly helpers: readonly TemplateWord[];
}

export function templateLanguage(): TemplateLanguage {
  return { words: TEMPLATE_WORDS, helpers: HELPER_WORDS.markdown };
}
