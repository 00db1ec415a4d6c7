import type { LocatedDiagnostic } from "../diagnostics/diagnostic.ts";
import { dateIn } from "../domain/instant.ts";
import { MEMO_FOLDER } from "../domain/records.ts";
import type { AsOf } from "../domain/standing.ts";
import { memoFingerprint } from "../memo/memo-fingerprint.ts";
import { readMemo, stampMemo } from "../memo/memo-footer.ts";
import { renderDocument, type DocumentKind } from "./documents.ts";
import { RuleFault } from "./faults.ts";
import { gateInput } from "./gate-input.ts";
import { asOf, judge } from "./judge.ts";
import { openPoc, type OpenPoc } from "./open-poc.ts";
import type { Context, Sha256 } from "./ports.ts";
import type { Report } from "./report.ts";

export interface DocumentRequest {
  readonly directory: string | undefined;
  readonly document: DocumentKind;
  readonly asOf: string | undefined;
  /** A template that was named. */
  readonly template: string | undefined;
  /** Where to; undefined: into memos/; `-`: nowhere, the text is the answer. */
  readonly out: string | undefined;
  /** Whether to overwrite what somebody edited by hand. */
  readonly force: boolean;
}

export interface DocumentResult extends Report {
  /** The rendered text with its footer; undefined where the template is at fault. */
  readonly text: string | undefined;
  /** What its template saw. */
  readonly view: object;
  /** Relative to the PoC folder, or as it was named; undefined where nothing was written. */
  readonly path: string | undefined;
  readonly state: "written" | "unchanged";
  readonly fault: LocatedDiagnostic | undefined;
}

export interface Rendering {
  readonly report: Report;
  readonly view: object;
  readonly text: string | undefined;
  readonly fault: LocatedDiagnostic | undefined;
  /** Name within memos/. */
  readonly name: string;
}

/**
 * The document as of an instant. That it exists is one of the things it may say, so it is rendered as if it were in
 * place already: rendering it again gives the same bytes.
 */
export function rendering(context: Context, poc: OpenPoc, document: DocumentKind, instant: AsOf, sha256: Sha256, template: string | undefined): Rendering {
  const name = `${document.kind}-${dateIn(poc.records.zone, instant.epochMs)}.md`;
  const memos = [...new Set([...poc.records.memos, name])].sort();
  const placed = { ...poc, records: { ...poc.records, memos } };
  const report = judge(placed, instant);
  const records = sha256(memoFingerprint(report.standing));
  const meta = { toolVersion: context.version, fingerprint: records.slice(0, 12) };
  const view = document.view(report.standing, meta, () => gateInput(context, placed, report.standing, document.kind));
  const rendered = renderDocument(context, poc.folder, document, view, template);
  if (!rendered.ok) return { report, view, text: undefined, fault: rendered.diagnostic, name };
  const footer = { kind: document.kind, asOf: instant.epochMs, toolVersion: context.version, records };
  return { report, view, text: stampMemo(rendered.text, footer, sha256), fault: undefined, name };
}

/**
 * Renders a document and writes it. What somebody edited by hand is not overwritten unless told to.
 *
 * @throws RuleFault, FileFault, RecordsFault, UsageFault
 */
export async function writeDocument(context: Context, request: DocumentRequest): Promise<DocumentResult> {
  const poc = openPoc(context, request.directory);
  const sha256 = await context.sha256();
  const instant = asOf(poc.records, context.clock, request.asOf);
  const { report, view, text, fault, name } = rendering(context, poc, request.document, instant, sha256, request.template);
  if (text === undefined || request.out === "-") return { ...report, view, text, fault, path: undefined, state: "unchanged" };
  if (request.out !== undefined) {
    context.files.writeNamed(request.out, text, request.force);
    return { ...report, view, text, fault, path: request.out, state: "written" };
  }
  const path = `${MEMO_FOLDER}/${name}`;
  return { ...report, view, text, fault, path, state: put(poc, path, text, sha256, request.force) };
}

const LARGEST_MEMO = 16 * 1024 * 1024;

function put(poc: OpenPoc, path: string, text: string, sha256: Sha256, force: boolean): "written" | "unchanged" {
  if (poc.folder.kind(path) === undefined) {
    poc.folder.create(path, text);
    return "written";
  }
  const before = new TextDecoder().decode(poc.folder.read(path, LARGEST_MEMO));
  if (before === text) return "unchanged";
  if (!force && readMemo(before, sha256)?.intact !== true) {
    throw new RuleFault(`${path} was edited by hand; nothing was written`, "move it aside, write elsewhere with --out FILE, or overwrite it with --force");
  }
  poc.folder.replace(path, text, before);
  return "written";
}
