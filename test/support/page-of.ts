import { readFileSync } from "node:fs";
import { checklistDocument, MEMOS, type DocumentKind } from "../../src/app/documents/documents.ts";
import { longDateLabel } from "../../src/domain/scalars/calendar.ts";
import { checklistStanding } from "../../src/domain/standing/checklist.ts";
import { gateWay } from "../../src/domain/gates/gate-standing.ts";
import type { Standing } from "../../src/domain/standing/standing.ts";
import { CHART_NAMES } from "../../src/memo/charts/chart.ts";
import { standingCharts } from "../../src/memo/charts/standing-charts.ts";
import { gateInputOf, type GateInput } from "../../src/memo/documents/gate-document.ts";
import { spokenTexts } from "../../src/memo/text/spoken-texts.ts";
import { documentPage } from "../../src/memo/page/document-page.ts";
import { renderTemplate } from "../../src/memo/template/render-template.ts";
import { shippedPartials, shippedTemplate } from "../memo/template/shipped.ts";
import { SHIPPED_CHECKLISTS, shippedChecklist } from "./checklists.ts";
import { SHIPPED_GATES } from "./gates.ts";

/** Every document that the tool can make. What is added to the tool's own lists joins by itself. */
export const DOCUMENTS: readonly DocumentKind[] = [
  ...MEMOS,
  ...SHIPPED_CHECKLISTS.map((name) => checklistDocument(shippedChecklist(name))),
];

const meta = { toolVersion: "0.1.0", fingerprint: "0123456789ab" };

/** The page of a document as of a standing, by the shipped templates. */
export function pageOf(document: DocumentKind, standing: Standing): string {
  const input = gateInputFor(document, standing);
  const charts = standingCharts(standing, input.way);
  const reading = {
    medium: "page",
    charts: new Map(CHART_NAMES.map((name) => [name, charts.get(name)?.text ?? ""])),
    spoken: spokenTexts(standing),
  } as const;
  const rendered = renderTemplate(
    shippedTemplate(document.template),
    document.view(standing, meta, () => input),
    shippedPartials(),
    reading,
  );
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostic, null, 2));
  return documentPage(rendered.text, charts, readFileSync("templates/page/page.css", "utf8"), {
    asOf: longDateLabel(standing.asOf.date),
    ...meta,
  });
}

/** What the template of a document gets. */
export function viewOf(document: DocumentKind, standing: Standing): ReturnType<DocumentKind["view"]> {
  return document.view(standing, meta, () => gateInputFor(document, standing));
}

/** What the document of a gate is made from, by the shipped gates and lists, with nothing rendered yet. */
function gateInputFor({ kind }: DocumentKind, standing: Standing): GateInput {
  const lists = ["mvp", "essentials"].map((name) => checklistStanding(shippedChecklist(name), standing));
  return gateInputOf(
    gateWay(SHIPPED_GATES, standing, { files: [], documents: [], checklists: lists.map(({ checklist }) => checklist) }),
    standing,
    kind,
    lists,
  );
}
