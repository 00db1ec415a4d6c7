import { writtenMs, writtenOn } from "../../domain/records/seen.ts";
import { MEMO_FOLDER } from "../../domain/records/records.ts";
import { dateIn } from "../../domain/scalars/instant.ts";
import { memoFingerprint } from "../../memo/documents/memo-fingerprint.ts";
import { pdfText, readMemo } from "../../memo/documents/memo-footer.ts";
import type { ChecklistLibrary } from "../library/checklist-library.ts";
import { documentOf, MEMOS } from "./documents.ts";
import { openLibrary, type ListLibrary } from "../library/open-library.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { asOf, judge } from "../poc/judge.ts";
import { pocAt } from "../poc/poc-as-of.ts";
import { openPoc, type OpenPoc } from "../poc/open-poc.ts";
import type { Report } from "../poc/report.ts";
import type { AsOf } from "../../domain/standing/as-of.ts";
import { decisionStanding, isFinal } from "../../domain/standing/decision.ts";
import { effectiveLog } from "../../domain/records/log.ts";
import { meantName, nameHint } from "../../domain/scalars/nearest.ts";
import { UsageFault } from "../ports/faults.ts";
import type { Context, Sha256 } from "../ports/ports.ts";
import { LARGEST_DOCUMENT } from "./put-document.ts";
import { renderer, type Render } from "./render-document.ts";

/** Why a document no longer says what the records say. */
export type StaleReason =
  /** Entries that were logged since, by their ids. */
  | {
      readonly code: "entries-since";
      readonly entries: readonly string[];
      /**
       * Whether all of them are from later days; otherwise some are from the same day, after the document was rendered.
       */
      readonly afterDay: boolean;
    }
  /** What it was made from was edited, added or removed after it was rendered. */
  | { readonly code: "records-changed" }
  /**
   * The terms in the log do not match the hash that was kept with them, so a document would state terms that were never
   * agreed.
   */
  | { readonly code: "terms-unfit"; readonly entries: readonly string[] }
  /** The template, the checklist or the version of `poc` is another one. */
  | { readonly code: "rendered-otherwise" };

/** What became of a rendered document. */
export interface VerifiedDocument {
  /** Relative to the PoC folder. */
  readonly path: string;
  /**
   * `current`: it says what the records say. `stale`: the records have changed since. `edited`: somebody changed its
   * text by hand. `foreign`: it was not rendered by the tool. `passed`: its gate was passed on it, so it says what was
   * agreed then, and nothing that came later makes it stale.
   */
  readonly state: "current" | "stale" | "edited" | "foreign" | "passed";
  /** What has changed since it was rendered: ids of entries; empty where it was something else. */
  readonly changed: readonly string[];
  /** Why it is stale. */
  readonly reason?: StaleReason;
  /** Templates that it is made from and that do not ship, by their names; absent where nothing was rendered. */
  readonly foreign?: readonly string[];
}

export interface VerifyResult extends Pick<Report, "folder" | "diagnostics" | "ofRecords"> {
  /** The latest document of each kind and form; older ones are history. */
  readonly documents: readonly VerifiedDocument[];
}

type Form = "md" | "html" | "pdf";

interface DocumentFile {
  readonly name: string;
  readonly form: Form;
}

/**
 * Whether the rendered documents still say what the records say: all of them, or those of one kind.
 *
 * @throws UsageFault where no document is called so
 */
export async function verifyDocuments(
  context: Context,
  directory: string | undefined,
  named?: string,
): Promise<VerifyResult> {
  const poc = await openPoc(context, directory);
  const sha256 = await context.sha256();
  const library = await openLibrary(context, poc.folder);
  const lists = library.checklists;
  const only = named === undefined || documentOf(named, lists) !== undefined ? named : meantKind(named, lists);
  const latest = new Map<string, DocumentFile>();
  for (const name of poc.records.memos) {
    const [, kind, form] = /^(.+)-\d{4}-\d{2}-\d{2}\.(md|html|pdf)$/.exec(name) ?? [];
    if (kind !== undefined && (only ?? kind) === kind && documentOf(kind, lists) !== undefined)
      latest.set(`${kind}.${form}`, { name, form: form as Form });
  }
  const found = [...latest.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const passed = passedDocuments(library, poc);
  const renders = {
    md: await renderer(context, poc, "md"),
    html: found.some(({ form }) => form === "html") ? await renderer(context, poc, "html") : undefined,
  };
  const { folder, diagnostics, ofRecords } = judge(poc, asOf(poc.records, context.clock, undefined));
  return {
    folder,
    diagnostics,
    ofRecords,
    documents: await Promise.all(
      found.map((file) =>
        verified(file, (file.form === "html" ? renders.html : undefined) ?? renders.md, {
          context,
          poc,
          sha256,
          lists,
          passed,
        }),
      ),
    ),
  };
}

/** What every document is compared with. */
interface Verifying {
  readonly context: Context;
  readonly poc: OpenPoc;
  readonly sha256: Sha256;
  readonly lists: ChecklistLibrary;
  /** When the gate of a document was passed, by its kind, in milliseconds since 1970. */
  readonly passed: ReadonlyMap<string, number>;
}

async function verified(
  { name, form }: DocumentFile,
  render: Render,
  { context, poc, sha256, lists, passed }: Verifying,
): Promise<VerifiedDocument> {
  const path = `${MEMO_FOLDER}/${name}`;
  const bytes = poc.folder.read(path, LARGEST_DOCUMENT);
  const text = form === "pdf" ? pdfText(bytes) : new TextDecoder().decode(bytes);
  const memo = readMemo(text, sha256);
  const document = memo && documentOf(memo.footer.kind, lists);
  if (memo === undefined || document === undefined) return { path, state: "foreign", changed: [] };
  if (!memo.intact) return { path, state: "edited", changed: [] };
  const { asOf: epochMs, toolVersion } = memo.footer;
  if (epochMs <= (passed.get(document.kind) ?? -Infinity)) return { path, state: "passed", changed: [] };
  const instant = { epochMs, date: dateIn(poc.records.zone, epochMs), now: false };
  const again = await render(document, instant, undefined);
  const current: VerifiedDocument = { path, state: "current", changed: [], foreign: again.foreign };
  const stale = (reason: StaleReason): VerifiedDocument => ({
    path,
    state: "stale",
    changed: reason.code === "entries-since" ? reason.entries : [],
    reason,
    foreign: again.foreign,
  });
  const now = asOf(poc.records, context.clock, undefined);
  const until = document.kind === DECISION ? judgedUntil(poc, epochMs, now) : now.epochMs;
  const isOf = (standing: Standing) => sha256(memoFingerprint(standing)) === memo.footer.records;
  if (!isOf(again.report.standing)) {
    // Once a decision was taken, later edits change nothing in it, if git knows the text of that time.
    const decided = until === epochMs && isOf(judge(await pocAt(context, poc, instant), instant).standing);
    return decided ? current : stale({ code: "records-changed" });
  }
  if (again.unfit.length > 0) return stale({ code: "terms-unfit", entries: again.unfit.map(({ id }) => id) });
  const later = poc.records.log.filter((entry) => writtenMs(entry) > epochMs && writtenMs(entry) <= until);
  if (later.length > 0) {
    const afterDay = later.every((entry) => writtenOn(entry) > instant.date);
    return stale({ code: "entries-since", entries: later.map((entry) => entry.id), afterDay });
  }
  // A browser never prints a page to the same bytes twice, so only the source of a PDF can be compared.
  const same = form === "pdf" ? toolVersion === context.version : comparable(again.text ?? "") === comparable(text);
  return same ? current : stale({ code: "rendered-otherwise" });
}

/** The document that speaks of the decision. */
const DECISION = "decision";

/**
 * A memo that states the decision in force is judged as of that decision: a later note does not change what was
 * decided, but a later decision does.
 */
function judgedUntil(poc: OpenPoc, renderedMs: number, now: AsOf): number {
  const { current } = decisionStanding(effectiveLog(poc.records.log, now.epochMs).counted);
  const decidedMs = current !== undefined && isFinal(current.decision) ? current.entry.at.epochMs : Infinity;
  return decidedMs <= renderedMs ? renderedMs : now.epochMs;
}

function meantKind(name: string, lists: ChecklistLibrary): string {
  const kinds = [...MEMOS.map(({ kind }) => kind), ...lists.names.map((list) => `checklist-${list}`)];
  const meant = meantName(name, kinds);
  if (meant !== undefined) return meant;
  throw new UsageFault(
    `no document is called "${name.slice(0, 60)}"`,
    nameHint(name, kinds, "poc memo --list names them"),
  );
}

/** When the gate of a document was passed, by the kind of the document. */
function passedDocuments(library: ListLibrary, { records }: OpenPoc): ReadonlyMap<string, number> {
  const passages = records.log.flatMap((entry) =>
    entry.gate === undefined ? [] : [[entry.gate.gate, entry.at.epochMs] as const],
  );
  if (passages.length === 0) return new Map();
  const { gates } = library.gates();
  return new Map(
    passages.flatMap(([id, epochMs]) =>
      gates
        .filter((gate) => gate.id === id)
        .flatMap(({ artifacts }) =>
          artifacts.flatMap(({ document }) => (document === undefined ? [] : [[document, epochMs] as const])),
        ),
    ),
  );
}

function comparable(text: string): string {
  return text.replaceAll("\r\n", "\n").trimEnd();
}
