import type { Checklist } from "../../domain/records/checklist-items.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { businessCaseView, type BusinessCaseView } from "../../memo/documents/business-case-view.ts";
import { checklistView, type ChecklistView } from "../../memo/documents/checklist-view.ts";
import { decisionView, type DecisionView, type MadeFor } from "../../memo/documents/decision-view.ts";
import type { GateInput } from "../../memo/documents/gate-document.ts";
import { mvpReadinessView, type MvpReadinessView } from "../../memo/documents/mvp-readiness-view.ts";
import { pilotReportView, type PilotReportView } from "../../memo/documents/pilot-report-view.ts";
import { proofOfValueView, type ProofOfValueView } from "../../memo/documents/proof-of-value-view.ts";
import { renderPrepared, type PreparedTemplates } from "../../memo/template/prepared-templates.ts";
import type { Rendered } from "../../memo/template/render-template.ts";
import { scalePlanView, type ScalePlanView } from "../../memo/documents/scale-plan-view.ts";
import type { Template } from "../../memo/template/template-fault.ts";
import type { Reading } from "../../memo/template/template-helper.ts";
import type { ChecklistLibrary } from "../library/checklist-library.ts";
import { DiagnosedFault } from "../ports/faults.ts";
import type { Context, Folder } from "../ports/ports.ts";
import { decoded, templateLibrary, type TemplateLibrary } from "../library/template-library.ts";

/** What the template of a memo sees. */
export type MemoView =
  | BusinessCaseView
  | DecisionView
  | ProofOfValueView
  | MvpReadinessView
  | PilotReportView
  | ScalePlanView;

export type { ChecklistView };

/** What the template of any document sees. */
export type DocumentView = MemoView | ChecklistView;

/** A document that can be rendered: its name in memos/, its template, and the view the template sees. */
export interface DocumentKind<View extends DocumentView = DocumentView> {
  /** `decision`, `checklist-exit`: the beginning of its file name, and what its footer says. */
  readonly kind: string;
  /** Under `templates/`, the tool's or the PoC's own. */
  readonly template: string;
  /** `gate` reads what the document of a gate is made from, where it is one. */
  readonly view: (standing: Standing, meta: MadeFor, gate: () => GateInput) => View;
}

/** A document of a gate, by the name that `poc memo` takes. */
export interface Memo extends DocumentKind<MemoView> {
  /** Number of the gate that asks for it. */
  readonly gate: number;
  /** What it is for, in a few words. */
  readonly about: string;
}

/** Memos in the order of their gates. */
export const MEMOS: readonly Memo[] = [
  ofGate(0, "business-case", "why to try it, on one page: value, hypotheses, kill criteria", businessCaseView),
  {
    kind: "decision",
    gate: 1,
    about: "go or no-go on one page, with the log behind it",
    template: "memo/decision.md.hbs",
    view: (standing, meta, input) => {
      const read = inputIfReadable(input);
      return decisionView(standing, meta, read?.gate, read?.checklists);
    },
  },
  ofGate(
    2,
    "proof-of-value",
    "results with real users before and after, who they were, whether it pays",
    proofOfValueView,
  ),
  ofGate(3, "mvp-readiness", "whether it may go live: service levels, on-call, threats, checklists", mvpReadinessView),
  ofGate(4, "pilot-report", "incidents, cost, drift, adoption; go or no-go for all users", pilotReportView),
  ofGate(5, "scale-plan", "limits on cost, new models, red team, lifecycle, rollout", scalePlanView),
];

function ofGate(
  gate: number,
  kind: string,
  about: string,
  view: (standing: Standing, meta: MadeFor, input: GateInput) => MemoView,
): Memo {
  return {
    kind,
    gate,
    about,
    template: `memo/${kind}.md.hbs`,
    view: (standing, meta, input) => view(standing, meta, input()),
  };
}

/** A decision waits for no gate: if the gates cannot be read, the memo leaves out what they require. */
function inputIfReadable(input: () => GateInput): GateInput | undefined {
  try {
    return input();
  } catch (error) {
    if (error instanceof DiagnosedFault) return undefined;
    throw error;
  }
}

export function checklistDocument(checklist: Checklist): DocumentKind<ChecklistView> {
  return {
    kind: `checklist-${checklist.name}`,
    template: "checklist/checklist.md.hbs",
    view: (standing, meta) => checklistView(standing, checklist, meta),
  };
}

const FOR_SPONSOR = "-for-sponsor";

/** The same memo for a reader who types no commands. It is a document of its own, so it can be verified. */
export function forSponsor<View extends DocumentView>(document: DocumentKind<View>): DocumentKind<View> {
  return {
    ...document,
    kind: document.kind + FOR_SPONSOR,
    view: (standing, meta, input) => document.view(standing, { ...meta, reader: "sponsor" }, input),
  };
}

/** The document that a gate requires, for any reader. */
export function askedDocument({ kind }: DocumentKind): string {
  return kind.endsWith(FOR_SPONSOR) ? kind.slice(0, -FOR_SPONSOR.length) : kind;
}

/** The document whose footer says `kind`, or undefined where this version renders none of that kind. */
export function documentOf(kind: string, lists: ChecklistLibrary): DocumentKind | undefined {
  const name = /^checklist-(.+)$/.exec(kind)?.[1];
  const checklist = name === undefined ? undefined : lists.find(name)?.checklist;
  if (checklist !== undefined) return checklistDocument(checklist);
  return [...MEMOS, ...MEMOS.map((memo) => forSponsor<MemoView>(memo))].find((document) => document.kind === kind);
}

const LARGEST_TEMPLATE = 256 * 1024;

/** A document as its template gives it, and which of the templates are not those that ship. */
type RenderedDocument = Rendered & { readonly foreign: readonly string[] };

/** Renders a document: by the template that was named, else by that of the library. */
export async function renderDocument(
  context: Context,
  folder: Folder,
  document: DocumentKind,
  view: object,
  named: string | undefined,
  reading: Reading,
): Promise<RenderedDocument> {
  const library = await templateLibrary(context, folder);
  const template =
    named === undefined
      ? required(library, document.template)
      : { name: named, text: decoded(named, context.files.readNamed(named, LARGEST_TEMPLATE)) };
  const all = partials(library);
  const foreign = foreignTemplates(context, document.template, template, all);
  const text = renderPrepared(preparedTemplates(context), template, view, all, reading);
  if (text !== undefined) return { ok: true, text, foreign };
  const { renderTemplate } = await import("../../memo/template/render-template.ts");
  return { ...renderTemplate(template, view, all, reading), foreign };
}

/**
 * The names of the templates behind a document whose text is not the shipped one: its own, and the partials that it
 * uses. An unchanged copy does not count.
 */
function foreignTemplates(
  { assets }: Context,
  key: string,
  template: Template,
  all: ReadonlyMap<string, Template>,
): readonly string[] {
  const used = new Map([[key, template]]);
  for (const { text } of used.values())
    for (const [, name = ""] of text.matchAll(/\{\{~?#?>\s*([a-z0-9/_-]+)/gi)) {
      const partial = all.get(name);
      if (partial !== undefined) used.set(`partials/${name}.md.hbs`, partial);
    }
  return [...used].filter(([of, { text }]) => assets.text(`templates/${of}`) !== text).map(([, { name }]) => name);
}

function preparedTemplates({ assets }: Context): PreparedTemplates {
  const text = assets.prepared("templates");
  return text === undefined ? {} : (JSON.parse(text) as PreparedTemplates);
}

function partials(library: TemplateLibrary): ReadonlyMap<string, Template> {
  const keys = library.list("partials").filter((key) => key.endsWith(".md.hbs"));
  return new Map(keys.map((key) => [key.slice("partials/".length, -".md.hbs".length), required(library, key)]));
}

function required(library: TemplateLibrary, key: string): Template {
  const found = library.find(key);
  if (found === undefined) throw new Error(`templates/${key} does not ship with the tool`);
  return found;
}
