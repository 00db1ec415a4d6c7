import { isChecklistName, type ChecklistName } from "../domain/checklist-items.ts";
import { TEMPLATE_FOLDER } from "../domain/records.ts";
import type { Standing } from "../domain/standing.ts";
import { checklistView } from "../memo/checklist-view.ts";
import { decisionView, type DocumentMeta } from "../memo/decision-view.ts";
import { renderTemplate, type Rendered } from "../memo/render-template.ts";
import type { Template } from "../memo/template-fault.ts";
import type { Reading } from "../memo/template-helper.ts";
import { FileFault } from "./faults.ts";
import type { Context, Folder } from "./ports.ts";

/** A document that can be rendered: its name in memos/, its template, and the view the template sees. */
export interface DocumentKind {
  /** `decision`, `checklist-exit`: the beginning of its file name, and what its footer says. */
  readonly kind: string;
  /** Under `templates/`, the tool's or the PoC's own. */
  readonly template: string;
  readonly view: (standing: Standing, meta: DocumentMeta) => object;
}

const DECISION: DocumentKind = { kind: "decision", template: "memo/decision.md.hbs", view: decisionView };

/** Memos by the name that `poc memo` takes. */
export const MEMOS: readonly DocumentKind[] = [DECISION];

export function checklistDocument(name: ChecklistName): DocumentKind {
  return { kind: `checklist-${name}`, template: "checklist/checklist.md.hbs", view: (standing, meta) => checklistView(standing, name, meta) };
}

/** The document whose footer says `kind`, or undefined where this version renders none of that kind. */
export function documentOf(kind: string): DocumentKind | undefined {
  const list = /^checklist-(.+)$/.exec(kind)?.[1];
  return list !== undefined && isChecklistName(list) ? checklistDocument(list) : MEMOS.find((document) => document.kind === kind);
}

const LARGEST_TEMPLATE = 256 * 1024;

/** Renders a document: by the template that was named, else by the PoC's own of that name, else by the shipped one. */
export function renderDocument(context: Context, folder: Folder, document: DocumentKind, view: object, named: string | undefined, reading: Reading): Rendered {
  return renderTemplate(templateFor(context, folder, document, named), view, partials(context, folder), reading);
}

function templateFor(context: Context, folder: Folder, document: DocumentKind, named: string | undefined): Template {
  if (named !== undefined) return { name: named, text: decoded(named, context.files.readNamed(named, LARGEST_TEMPLATE)) };
  return ownTemplate(folder, document.template) ?? shippedTemplate(context, document.template);
}

function partials(context: Context, folder: Folder): ReadonlyMap<string, Template> {
  const shipped = context.assets.files("templates/partials");
  const own = folder.list(`${TEMPLATE_FOLDER}/partials`).map((item) => item.name.slice(`${TEMPLATE_FOLDER}/partials/`.length));
  return new Map([...new Set([...shipped, ...own])].map((file) => [file.replace(/\.md\.hbs$/, ""), ownTemplate(folder, `partials/${file}`) ?? shippedTemplate(context, `partials/${file}`)]));
}

function ownTemplate(folder: Folder, name: string): Template | undefined {
  const path = `${TEMPLATE_FOLDER}/${name}`;
  return folder.kind(path) === undefined ? undefined : { name: path, text: decoded(path, folder.read(path, LARGEST_TEMPLATE)) };
}

function shippedTemplate(context: Context, name: string): Template {
  const text = context.assets.text(`templates/${name}`);
  if (text === undefined) throw new Error(`templates/${name} does not ship with the tool`);
  return { name: `templates/${name}`, text };
}

function decoded(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FileFault("io", name, `${name} is not UTF-8 text`);
  }
}
