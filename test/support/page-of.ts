import { readFileSync } from "node:fs";
import { checklistDocument, MEMOS, type DocumentKind } from "../../src/app/documents.ts";
import { longDateLabel } from "../../src/domain/calendar.ts";
import { CHECKLISTS, type ChecklistName } from "../../src/domain/checklist-items.ts";
import type { Standing } from "../../src/domain/standing.ts";
import { CHART_NAMES } from "../../src/memo/charts/chart.ts";
import { standingCharts } from "../../src/memo/charts/standing-charts.ts";
import { documentPage } from "../../src/memo/page/document-page.ts";
import { renderTemplate } from "../../src/memo/render-template.ts";
import { shippedPartials, shippedTemplate } from "../memo/shipped.ts";

/** Every document that the tool can make. What is added to the tool's own lists joins by itself. */
export const DOCUMENTS: readonly DocumentKind[] = [...MEMOS, ...(Object.keys(CHECKLISTS) as ChecklistName[]).map(checklistDocument)];

const meta = { toolVersion: "0.1.0", fingerprint: "0123456789ab" };

/** The page of a document as of a standing, by the shipped templates. */
export function pageOf(document: DocumentKind, standing: Standing): string {
  const charts = standingCharts(standing);
  const reading = { medium: "page", charts: new Map(CHART_NAMES.map((name) => [name, charts.get(name)?.text ?? ""])) } as const;
  const rendered = renderTemplate(shippedTemplate(document.template), document.view(standing, meta), shippedPartials(), reading);
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.diagnostic, null, 2));
  return documentPage(rendered.text, charts, readFileSync("templates/page/page.css", "utf8"), { asOf: longDateLabel(standing.asOf.date), ...meta });
}
