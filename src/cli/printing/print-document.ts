import { EXIT } from "../../app/ports/exit.ts";
import type { Context } from "../../app/ports/ports.ts";
import type { DocumentView } from "../../app/documents/documents.ts";
import type { DocumentResult } from "../../app/documents/write-document.ts";
import type { ReportData } from "../../output/json/envelope-json.ts";
import { safe } from "../../output/terminal/safe.ts";
import type { Style } from "../../output/terminal/style.ts";
import { pathPrefix } from "../path-prefix.ts";
import { printDiagnostics } from "./print-diagnostics.ts";
import { printUnread } from "./print-unread.ts";
import { styleFor } from "../style.ts";

/** The fault of a template, the view, the text itself, or the word that the document was written. */
export async function printDocument<Command extends "memo" | "checklist">(
  context: Context,
  command: Command,
  result: DocumentResult<DocumentView & ReportData[Command]>,
  format: "md" | "json" | "human",
  said: (path: string, style: Style) => string,
): Promise<number> {
  if (result.fault !== undefined) {
    await printDiagnostics(context, result.folder, [result.fault]);
    return EXIT.records;
  }
  if (format === "json") {
    const { envelopeJson } = await import("../../output/json/envelope-json.ts");
    context.terminal.out(envelopeJson(command, result, result.view, context.cwd));
  } else if (result.path === undefined) context.terminal.out(safeDocument(result.text ?? ""));
  else {
    const inside = result.path.startsWith("memos/");
    const path = inside ? pathPrefix(context.cwd, result.folder) + result.path : result.path;
    context.terminal.out(said(path, await styleFor(context, "out")));
  }
  return printUnread(context, result);
}

/** The isolates around text from right to left are ours: what data held of them is spelled out in the document. */
function safeDocument(text: string): string {
  return text
    .split(/(\u2068[^\u2066-\u2069\n]*\u2069)/)
    .map((part, k) =>
      k % 2 === 0 ? safe(part, { lines: true }) : `\u2068${safe(part.slice(1, -1), { lines: true })}\u2069`,
    )
    .join("");
}
