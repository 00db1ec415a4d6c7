import { openPocAsOf } from "../poc/poc-as-of.ts";
import { refuseRecordPath } from "../poc/record-path.ts";
import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { MEMO_FOLDER } from "../../domain/records/records.ts";
import { stampPdf } from "../../memo/documents/memo-footer.ts";
import type { DocumentKind, DocumentView } from "./documents.ts";
import { RecordsFault, UsageFault } from "../ports/faults.ts";

import type { OpenPoc } from "../poc/open-poc.ts";
import type { Paper } from "../ports/paper.ts";
import type { Context } from "../ports/ports.ts";
import { progressOf, type Progress } from "../ports/progress.ts";
import { putPdf, putText, refuseEditedPdf } from "./put-document.ts";
import { renderer, type Rendering } from "./render-document.ts";
import type { Report } from "../poc/report.ts";

/** How a document is written: Markdown, the page made from it, or that page as it prints. */
export type DocumentForm = "md" | "html" | "pdf";

export interface DocumentRequest<View extends DocumentView = DocumentView> {
  readonly directory: string | undefined;
  readonly document: DocumentKind<View>;
  readonly form: DocumentForm;
  readonly asOf: string | undefined;
  /** A template that was named. */
  readonly template: string | undefined;
  /** Where to; undefined: into memos/; `-`: nowhere, the text is the answer. */
  readonly out: string | undefined;
  /** Whether to overwrite what was edited by hand. */
  readonly force: boolean;
  /** For a PDF: the browser that was named. */
  readonly browser: string | undefined;
  readonly paper: Paper;
}

export interface DocumentResult<View extends DocumentView> extends Report {
  /** The rendered text with its footer; undefined where the template is at fault. */
  readonly text: string | undefined;
  /** What its template saw. */
  readonly view: View;
  /** Relative to the PoC folder, or as it was named; undefined where nothing was written. */
  readonly path: string | undefined;
  readonly state: "written" | "unchanged";
  readonly fault: LocatedDiagnostic | undefined;
  /** The templates that it was made from and that do not ship with the tool, by their names. */
  readonly foreign: readonly string[];
}

/**
 * Renders a document and writes it. What was edited by hand is not overwritten unless told to.
 *
 * @throws RuleFault, FileFault, RecordsFault, UsageFault
 */
export async function writeDocument<View extends DocumentView>(
  context: Context,
  request: DocumentRequest<View>,
): Promise<DocumentResult<View>> {
  if (request.form === "pdf" && request.out === "-")
    throw new UsageFault(
      "a PDF is not printed to a terminal",
      "name a file with --out FILE, or leave out --out: the PDF then goes to memos/",
    );
  if (request.out !== undefined && request.out !== "-") refuseRecordPath(context, "--out", request.out);
  const { poc, instant } = await openPocAsOf(context, request.directory, request.asOf);
  const render = await renderer(context, poc, request.form === "md" ? "md" : "html");
  const { report, ...rendering } = await render(request.document, instant, request.template);
  const { view, text, fault, foreign, name } = rendering;
  if (text === undefined || request.out === "-")
    return { ...report, view, text, fault, foreign, path: undefined, state: "unchanged" };
  if (request.form === "pdf") {
    const path = await writePdf(context, poc, request, rendering, text);
    return { ...report, view, text, fault, foreign, path, state: "written" };
  }
  if (request.out !== undefined) {
    context.files.writeNamed(request.out, text, request.force);
    return { ...report, view, text, fault, foreign, path: request.out, state: "written" };
  }
  const path = `${MEMO_FOLDER}/${name}`;
  return {
    ...report,
    view,
    text,
    fault,
    foreign,
    path,
    state: putText(poc.folder, path, text, await context.sha256(), request.force),
  };
}

/** The page is written first, so that it can be printed by hand if no browser is found. */
async function writePdf(
  context: Context,
  poc: OpenPoc,
  request: DocumentRequest,
  { name, footer }: Pick<Rendering<DocumentView>, "name" | "footer">,
  page: string,
): Promise<string> {
  const { out, force } = request;
  const browser = await context.browser();
  const found = browser.find(request.browser);
  const sha256 = await context.sha256();
  const [pagePath, path] = [`${MEMO_FOLDER}/${name}`, `${MEMO_FOLDER}/${name.replace(/html$/, "pdf")}`];
  if (out === undefined) {
    if (!force) refuseEditedPdf(poc.folder, path, sha256);
    putText(poc.folder, pagePath, page, sha256, force);
  }
  if (found === undefined) throw noBrowser(out === undefined ? pagePath : undefined);
  const progress = progressOf(context, "Printing the PDF", { slow: true });
  const printed = printing(() => browser.print(found, onPaper(page, request.paper)), progress);
  const pdf = stampPdf(printed, footer, sha256);
  if (out === undefined) putPdf(poc.folder, path, pdf);
  else context.files.writeNamed(out, pdf, force);
  return out ?? path;
}

function printing(print: () => Uint8Array, progress: Progress): Uint8Array {
  try {
    return print();
  } finally {
    progress.end();
  }
}

function noBrowser(page: string | undefined): RecordsFault {
  const name = "name one with --browser PATH or POC_BROWSER";
  return page === undefined
    ? new RecordsFault(
        "no Chromium or Chrome was found, so no PDF was made and nothing was written",
        `${name}; or write the page with --format html and print it from any browser`,
      )
    : new RecordsFault(
        `no Chromium or Chrome was found, so no PDF was made; the page to print is ${page}`,
        `open it in any browser and print it to a PDF, or ${name}`,
      );
}

/** A page leaves the paper size to the printer; here we are the printer. */
function onPaper(page: string, paper: Paper): string {
  const at = page.indexOf("</head>");
  const size = paper === "letter" ? "letter" : "A4";
  return `${page.slice(0, at)}<style>@page { size: ${size} }</style>\n${page.slice(at)}`;
}
