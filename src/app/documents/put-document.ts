import { pdfText, readMemo } from "../../memo/documents/memo-footer.ts";
import { RuleFault } from "../ports/faults.ts";
import type { Folder, Sha256 } from "../ports/ports.ts";

/** No document that the tool renders is larger. */
export const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/**
 * Writes a document of text. What was edited by hand is not overwritten unless told to.
 * @throws RuleFault, FileFault
 */
export function putText(
  folder: Folder,
  path: string,
  text: string,
  sha256: Sha256,
  force: boolean,
): "written" | "unchanged" {
  if (folder.kind(path) === undefined) {
    folder.create(path, text);
    return "written";
  }
  const before = new TextDecoder().decode(folder.read(path, LARGEST_DOCUMENT));
  if (before === text) return "unchanged";
  if (!force && readMemo(before, sha256)?.intact !== true) throw edited(path);
  folder.replace(path, text, before);
  return "written";
}

/**
 * Refuses to write over a PDF that is not as it was made: a signed one is a person's work too.
 * @throws RuleFault, FileFault
 */
export function refuseEditedPdf(folder: Folder, path: string, sha256: Sha256): void {
  const there = folder.kind(path) !== undefined;
  if (there && readMemo(pdfText(folder.read(path, LARGEST_DOCUMENT)), sha256)?.intact !== true) throw edited(path);
}

export function putPdf(folder: Folder, path: string, pdf: Uint8Array): void {
  if (folder.kind(path) === undefined) folder.create(path, pdf);
  else folder.replaceBytes(path, pdf);
}

function edited(path: string): RuleFault {
  return new RuleFault(
    `${path} was edited by hand; nothing was written`,
    "move it aside, write elsewhere with --out FILE, or overwrite it with --force",
  );
}
