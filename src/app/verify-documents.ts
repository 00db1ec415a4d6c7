import { MEMO_FOLDER } from "../domain/records.ts";
import { dateIn } from "../domain/instant.ts";
import { memoFingerprint } from "../memo/memo-fingerprint.ts";
import { readMemo } from "../memo/memo-footer.ts";
import { checklistLibrary, type ChecklistLibrary } from "./checklist-library.ts";
import { documentOf } from "./documents.ts";
import { asOf } from "./judge.ts";
import { openPoc, type OpenPoc } from "./open-poc.ts";
import type { Context, Sha256 } from "./ports.ts";
import { rendering } from "./write-document.ts";

/** What became of a rendered document. */
export interface VerifiedDocument {
  /** Relative to the PoC folder. */
  readonly path: string;
  /**
   * `current`: it says what the records say. `stale`: the records have changed since. `edited`: somebody changed its
   * text by hand. `foreign`: it was not rendered by the tool.
   */
  readonly state: "current" | "stale" | "edited" | "foreign";
  /** What has changed since it was rendered: ids of entries, or what else it was. */
  readonly changed: readonly string[];
}

export interface VerifyResult {
  readonly folder: string;
  /** The latest document of each kind: older ones are history. */
  readonly documents: readonly VerifiedDocument[];
}

const LARGEST_MEMO = 16 * 1024 * 1024;

/** Whether the rendered documents still say what the records say. */
export async function verifyDocuments(context: Context, directory: string | undefined): Promise<VerifyResult> {
  const poc = openPoc(context, directory);
  const sha256 = await context.sha256();
  const lists = checklistLibrary(context, poc.folder);
  const latest = new Map<string, string>();
  for (const name of poc.records.memos) {
    const match = /^(.+)-\d{4}-\d{2}-\d{2}\.md$/.exec(name);
    if (match !== null && documentOf(match[1]!, lists) !== undefined) latest.set(match[1]!, name);
  }
  return { folder: poc.folder.path, documents: [...latest.values()].sort().map((name) => verified(context, poc, name, sha256, lists)) };
}

function verified(context: Context, poc: OpenPoc, name: string, sha256: Sha256, lists: ChecklistLibrary): VerifiedDocument {
  const path = `${MEMO_FOLDER}/${name}`;
  const text = new TextDecoder().decode(poc.folder.read(path, LARGEST_MEMO));
  const memo = readMemo(text, sha256);
  const document = memo && documentOf(memo.footer.kind, lists);
  if (memo === undefined || document === undefined) return { path, state: "foreign", changed: [] };
  if (!memo.intact) return { path, state: "edited", changed: [] };
  const { asOf: epochMs } = memo.footer;
  const instant = { epochMs, date: dateIn(poc.records.zone, epochMs), now: false };
  const again = rendering(context, poc, document, instant, sha256, undefined);
  if (sha256(memoFingerprint(again.report.standing)) !== memo.footer.records) return { path, state: "stale", changed: ["the records as of its day"] };
  const now = asOf(poc.records, context.clock, undefined);
  const later = poc.records.log.filter((entry) => entry.at.epochMs > epochMs && entry.at.epochMs <= now.epochMs);
  if (later.length > 0) return { path, state: "stale", changed: later.map((entry) => entry.id) };
  const same = again.text?.replaceAll("\r\n", "\n").trimEnd() === text.replaceAll("\r\n", "\n").trimEnd();
  return same ? { path, state: "current", changed: [] } : { path, state: "stale", changed: ["the template, the list or the version of poc"] };
}
