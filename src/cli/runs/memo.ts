import { forSponsor, MEMOS, type MemoView } from "../../app/documents/documents.ts";
import { EXIT } from "../../app/ports/exit.ts";
import { UsageFault } from "../../app/ports/faults.ts";
import type { Context } from "../../app/ports/ports.ts";
import { writeDocument } from "../../app/documents/write-document.ts";
import { meantName, nameHint } from "../../domain/scalars/nearest.ts";
import { memoAnswer, memoListText, verifyAnswer } from "../../output/answers/memo-answer.ts";
import type { InputOf } from "../command.ts";
import type { memoCommand } from "../commands/memo.ts";
import { formOfName } from "../form-of-name.ts";
import { pathPrefix } from "../path-prefix.ts";
import { printDocument } from "../printing/print-document.ts";
import { printUnread } from "../printing/print-unread.ts";
import { styleFor } from "../style.ts";

/** What is marked as open: in the text of a document, or as the badge of a condition; in Markdown and on a page. */
const OPEN = /\bOPEN(?::|<\/strong>)|(?:\*\*|>)Open(?:\*\*|<\/strong>)/g;

type Input = InputOf<typeof memoCommand>;

export async function runMemo(context: Context, input: Input): Promise<number> {
  if (input.flags.list) return list(context, input);
  if (input.flags.verify) return verify(context, input);
  if (input.flags.open) requireShowable(input);
  const asked = input.flags.format === "json" ? "json" : formOfName(input.flags.format, input.flags.out);
  const form = input.flags.open && asked === "md" ? "html" : asked;
  const document = kindOf(input.args.kind ?? "decision");
  const result = await writeDocument(context, {
    directory: input.directory,
    document: input.flags.for === "sponsor" ? forSponsor<MemoView>(document) : document,
    form: form === "json" ? "md" : form,
    asOf: input.flags.asOf,
    template: input.flags.template,
    out: input.flags.format === "json" ? "-" : input.flags.out,
    force: input.flags.force,
    browser: input.flags.browser,
    paper: input.flags.paper,
  });
  const shown = input.flags.open && result.path !== undefined && (await show(context, result.folder, result.path));
  return printDocument(context, "memo", result, input.flags.format === "json" ? "json" : "md", (path, style) =>
    memoAnswer(
      {
        path,
        state: result.state,
        foreign: result.foreign,
        ...(input.flags.open ? { shown } : {}),
        ...(document.kind === "decision"
          ? { recommendation: result.standing.recommendation }
          : { open: result.text?.match(OPEN)?.length ?? 0 }),
      },
      style,
    ),
  );
}

function requireShowable({ flags: { format, out } }: Input): void {
  if (format !== "json" && out !== "-") return;
  throw new UsageFault("--open shows a file, and none is written here", "leave out --format json and --out -");
}

/** A path that was named is relative to the current directory; the default is in the folder of the PoC. */
async function show(context: Context, folder: string, path: string): Promise<boolean> {
  const browser = await context.browser();
  const inside = path.startsWith("memos/");
  return browser.open(context.files.resolve(inside ? `${folder}/${path}` : path));
}

async function list(context: Context, input: Input): Promise<number> {
  if (input.flags.format === "json") {
    const { libraryEnvelopeJson } = await import("../../output/json/envelope-json.ts");
    const { memoListJson } = await import("../../output/json/gate-json.ts");
    context.terminal.out(libraryEnvelopeJson("memo --list", memoListJson(MEMOS)));
  } else context.terminal.out(memoListText(MEMOS, await styleFor(context, "out")));
  return EXIT.fine;
}

async function verify(context: Context, input: Input): Promise<number> {
  const { verifyDocuments } = await import("../../app/documents/verify-documents.ts");
  const result = await verifyDocuments(context, input.directory, input.args.kind);
  const { folder, documents } = result;
  const prefix = pathPrefix(context.cwd, folder);
  context.terminal.out(
    verifyAnswer(
      documents.map((document) => ({ ...document, path: prefix + document.path })),
      await styleFor(context, "out"),
    ),
  );
  const unread = await printUnread(context, result);
  if (unread !== EXIT.fine) return unread;
  if (documents.length === 0) return EXIT.due;
  return documents.every(({ state }) => state === "current" || state === "passed") ? EXIT.fine : EXIT.breach;
}

function kindOf(name: string) {
  const kinds = MEMOS.map((memo) => memo.kind);
  const found = MEMOS.find((memo) => memo.kind === meantName(name, kinds));
  if (found !== undefined) return found;
  throw new UsageFault(
    `no document is called "${name.slice(0, 60)}"`,
    nameHint(name, kinds, "poc memo --list names them"),
  );
}
