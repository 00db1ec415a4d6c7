import { MEMOS } from "../../app/documents/documents.ts";
import { EXIT } from "../../app/ports/exit.ts";
import { UsageFault } from "../../app/ports/faults.ts";
import type { Context } from "../../app/ports/ports.ts";
import { verifyDocuments } from "../../app/documents/verify-documents.ts";
import { writeDocument, type DocumentForm } from "../../app/documents/write-document.ts";
import { nearest } from "../../domain/scalars/nearest.ts";
import { memoAnswer, verifyAnswer, memoListText } from "../../output/answers/memo-answer.ts";
import { libraryEnvelopeJson } from "../../output/json/envelope-json.ts";
import { memoListJson } from "../../output/json/memo-list-json.ts";
import type { Input } from "../command.ts";
import { argument, flag, paper, text } from "../flag-values.ts";
import { pathPrefix } from "../path-prefix.ts";
import { printDocument } from "../print-document.ts";
import { styleFor } from "../style.ts";

export async function runMemo(context: Context, input: Input): Promise<number> {
  if (flag(input, "list")) return list(context, input);
  if (flag(input, "verify")) return verify(context, input);
  const document = kindOf(argument(input, 0) ?? "decision");
  const result = await writeDocument(context, {
    directory: text(input, "directory"),
    document,
    form: formOf(text(input, "format")),
    asOf: text(input, "asOf"),
    template: text(input, "template"),
    out: text(input, "format") === "json" ? "-" : text(input, "out"),
    force: flag(input, "force"),
    browser: text(input, "browser"),
    paper: paper(input),
  });
  return printDocument(context, "memo", result, text(input, "format") === "json" ? "json" : "md", (path, style) =>
    memoAnswer(
      {
        path,
        state: result.state,
        ...(document.kind === "decision"
          ? { recommendation: result.standing.recommendation }
          : { open: result.text?.match(/\bOPEN:/g)?.length ?? 0 }),
      },
      style,
    ),
  );
}

async function list(context: Context, input: Input): Promise<number> {
  context.terminal.out(
    text(input, "format") === "json"
      ? libraryEnvelopeJson("memo --list", memoListJson(MEMOS))
      : memoListText(MEMOS, await styleFor(context, "out")),
  );
  return EXIT.fine;
}

function formOf(format: string | undefined): DocumentForm {
  return format === "html" || format === "pdf" ? format : "md";
}

async function verify(context: Context, input: Input): Promise<number> {
  const { folder, documents } = await verifyDocuments(context, text(input, "directory"), argument(input, 0));
  const prefix = pathPrefix(context.cwd, folder);
  context.terminal.out(
    verifyAnswer(
      documents.map((document) => ({ ...document, path: prefix + document.path })),
      await styleFor(context, "out"),
    ),
  );
  if (documents.length === 0) return EXIT.due;
  return documents.every(({ state }) => state === "current" || state === "passed") ? EXIT.fine : EXIT.breach;
}

function kindOf(name: string) {
  const kinds = MEMOS.map((memo) => memo.kind);
  const found = MEMOS.find((memo) => memo.kind === name);
  if (found !== undefined) return found;
  const close = nearest(name, kinds);
  throw new UsageFault(
    `no document is called "${name.slice(0, 60)}"`,
    close === undefined ? "poc memo --list names them" : `did you mean ${close}?`,
  );
}
