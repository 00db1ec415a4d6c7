import { writtenMs } from "../../domain/records/seen.ts";
import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { termsChain, unfitTerms } from "../../domain/history/terms-chain.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { listLabel } from "../../domain/scalars/labels.ts";
import { madeFromSentence } from "../../wording/organisation/foreign-templates.ts";
import { dateIn } from "../../domain/scalars/instant.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { CHART_NAMES, type Charts } from "../../memo/charts/chart.ts";
import { spokenTexts } from "../../memo/text/spoken-texts.ts";
import { standingCharts } from "../../memo/charts/standing-charts.ts";
import { memoFingerprint } from "../../memo/documents/memo-fingerprint.ts";
import { stampMemo, type MemoFooter } from "../../memo/documents/memo-footer.ts";
import { askedDocument, renderDocument, type DocumentKind, type DocumentView } from "./documents.ts";
import { optional } from "../../domain/scalars/optional.ts";
import { pageTitle } from "../../memo/documents/page-title.ts";
import { asOf, judge } from "../poc/judge.ts";
import { judgeWithDisk } from "../poc/judge-draft.ts";
import type { OpenPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";
import type { Report } from "../poc/report.ts";
import { templateLibrary } from "../library/template-library.ts";
import type { AsOf } from "../../domain/standing/as-of.ts";
import { type GateInput, gateInputOf } from "../../memo/documents/gate-document.ts";
import { openLibrary, type ListLibrary } from "../library/open-library.ts";
import { DiagnosedFault } from "../ports/faults.ts";
import { gateWay } from "../../domain/gates/gate-standing.ts";
import { foundInPlace } from "./found-files.ts";
import { checklistStanding } from "../../domain/standing/checklist.ts";

/** A document as it would be written. */
export interface Rendering<View extends DocumentView> {
  readonly report: Report;
  readonly view: View;
  /** Starts and amendments whose hash does not fit the terms in the log. */
  readonly unfit: readonly Entry[];
  /** With its footer; undefined where the template is at fault. */
  readonly text: string | undefined;
  readonly fault: LocatedDiagnostic | undefined;
  /** The templates that it was made from and that do not ship with the tool, by their names. */
  readonly foreign: readonly string[];
  /** Name within memos/. */
  readonly name: string;
  readonly footer: MemoFooter;
}

/** Renders a document as of an instant, by the template that was named or else by that of its kind. */
export type Render = <View extends DocumentView>(
  document: DocumentKind<View>,
  instant: AsOf,
  template: string | undefined,
) => Promise<Rendering<View>>;

type ToPage = (markdown: string, charts: Charts, view: DocumentView, standing: Standing, fingerprint: string) => string;

/** What renders Markdown or pages. Only pages need the reader of Markdown, so it is loaded for them alone. */
export async function renderer(context: Context, poc: OpenPoc, form: "md" | "html"): Promise<Render> {
  const sha256 = await context.sha256();
  const toPage = form === "html" ? await pageMaker(context, poc) : undefined;
  return async (document, instant, template) => {
    // The document may mention that it exists, so it is rendered as if it were in place already: then rendering it
    // again gives the same bytes.
    const name = `${document.kind}-${dateIn(poc.records.zone, instant.epochMs)}.${form}`;
    const memos = [...new Set([...poc.records.memos, name])].sort();
    const placed = { ...poc, records: { ...poc.records, memos } };
    const report = await judgeWithDisk(context, placed, instant);
    const records = sha256(memoFingerprint(report.standing));
    const fingerprint = records.slice(0, 12);
    let way: GateInput["way"] = [];
    const now = nowOf(context, placed, instant);
    const { started, amendments } = report.standing;
    const unfit = unfitTerms(termsChain(started, amendments), sha256);
    const made = { toolVersion: context.version, fingerprint, unfit, ...optional("now", now) };
    const library = await openLibrary(context, poc.folder);
    const view = document.view(report.standing, made, () => {
      const input = gateInput(library, placed, report.standing, askedDocument(document));
      way = input.way;
      return input;
    });
    const charts = standingCharts(report.standing, way);
    const reading = {
      medium: toPage === undefined ? "text" : "page",
      charts: new Map(CHART_NAMES.map((chart) => [chart, charts.get(chart)?.text ?? ""])),
      spoken: spokenTexts(report.standing),
    } as const;
    const rendered = await renderDocument(context, poc.folder, document, view, template, reading);
    const footer: MemoFooter = { kind: document.kind, asOf: instant.epochMs, toolVersion: context.version, records };
    const { foreign } = rendered;
    if (!rendered.ok)
      return { report, view, unfit, text: undefined, fault: rendered.diagnostic, foreign, name, footer };
    const markdown = withOrigin(rendered.text, foreign);
    const text = toPage === undefined ? markdown : toPage(markdown, charts, view, report.standing, fingerprint);
    return { report, view, unfit, text: stampMemo(text, footer, sha256), fault: undefined, foreign, name, footer };
  };
}

/** A template can say anything, so a document whose template is not ours names its source. */
function withOrigin(markdown: string, foreign: readonly string[]): string {
  if (foreign.length === 0) return markdown;
  const names = listLabel(foreign.map((name) => `\`${name.replaceAll("`", "'")}\``));
  return `${markdown.trimEnd()}\n\n---\n\n${madeFromSentence(names, foreign.length)}\n`;
}

/** The standing of now, where something was logged after the moment that a document speaks of. */
function nowOf(context: Context, poc: OpenPoc, { epochMs }: AsOf): Standing | undefined {
  const now = asOf(poc.records, context.clock, undefined);
  const since = poc.records.log.some((entry) => writtenMs(entry) > epochMs && writtenMs(entry) <= now.epochMs);
  return since ? judge(poc, now).standing : undefined;
}

/** An organisation may bring its own style sheet. */
async function pageMaker(context: Context, poc: OpenPoc): Promise<ToPage> {
  const { documentPage } = await import("../../memo/page/document-page.ts");
  const style = (await templateLibrary(context, poc.folder)).find("page/page.css")?.text;
  if (style === undefined) throw new Error("templates/page/page.css does not ship with the tool");
  return (markdown, charts, view, standing, fingerprint) =>
    documentPage(markdown, charts, style, {
      asOf: longDateLabel(standing.asOf.date),
      toolVersion: context.version,
      fingerprint,
      title: pageTitle(view, standing),
      ...optional("lang", standing.written.charter?.lang),
    });
}

/** What an MVP needs before and while it is built, as far as there is a list of that name. */
const MVP_LISTS = ["mvp", "essentials"];
/** What becomes of code, data and access after a stop. */
const STOP_LISTS = ["teardown"];

/**
 * What the document of a gate is made from, by the gates of this PoC.
 *
 * @throws DiagnosedFault where gates cannot be read: half of them would be another document
 */
function gateInput(library: ListLibrary, poc: OpenPoc, standing: Standing, document: string): GateInput {
  const asked = library.gates();
  const { gates, faults } = asked;
  if (faults.length > 0) throw new DiagnosedFault(faults);
  const lists = (document === "decision" ? STOP_LISTS : MVP_LISTS)
    .map((name) => library.checklists.find(name))
    .filter((found) => found !== undefined);
  const faulty = lists.flatMap(({ diagnostics }) => diagnostics);
  if (faulty.length > 0) throw new DiagnosedFault(faulty);
  const way = gateWay(gates, standing, foundInPlace(poc, asked, standing.asOf.date));
  return gateInputOf(
    way,
    standing,
    document,
    lists.flatMap(({ checklist }) => (checklist === undefined ? [] : [checklistStanding(checklist, standing)])),
  );
}
