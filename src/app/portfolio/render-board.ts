import { BOARD_MARK, boardPage } from "../../memo/board/board-page.ts";
import { boardView } from "../../memo/board/board-view.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { base64Of } from "../agreement/base64.ts";
import { FileFault, UsageFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";
import { relativePath } from "../ports/relative-path.ts";
import { refuseRecordPath } from "../poc/record-path.ts";
import type { WholeList } from "./list-pocs.ts";

/**
 * The page of a portfolio.
 *
 * @throws UsageFault where there are too many PoCs for one page
 * @param out the file that it will be, from whose folder its links lead; undefined: the current directory
 */
export async function renderBoard(context: Context, result: WholeList, out: string | undefined): Promise<string> {
  const shipped = (name: string) => {
    const text = context.assets.text(`templates/${name}`);
    if (text === undefined) throw new Error(`templates/${name} does not ship with the tool`);
    return text;
  };
  const page = out === undefined ? `${context.cwd}/-` : context.files.resolve(out);
  const folder = page.slice(0, Math.max(page.lastIndexOf("/"), page.lastIndexOf("\\")));
  const script = shipped("board/board.js").trim();
  const made = boardPage(boardView({ ...result, from: (path) => relativePath(folder, path) || "." }), {
    template: shipped("board/board.html.hbs"),
    style: `${shipped("page/page.css")}\n${shipped("board/board.css")}`,
    script,
    scriptSha256: base64Of(hexBytes((await context.sha256())(script))),
    toolVersion: context.version,
  });
  if (made !== undefined) return made;
  throw new UsageFault(
    `the page of ${countLabel(result.rows.length, "PoC")} would be too large to read`,
    "choose some of them with --state open or --owner NAME, or take --format csv",
  );
}

function hexBytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

const LARGEST_PAGE = 16 * 1024 * 1024;

/**
 * Writes the list where the person said. A page that the tool made is made anew; anything else stays.
 *
 * @throws UsageFault where the file is one of the records, or is there already
 */
export function writeList(context: Context, out: string, text: string, force: boolean): void {
  refuseRecordPath(context, "--out", out);
  context.files.writeNamed(out, text, force || isOwnPage(context, out));
}

function isOwnPage({ files }: Context, out: string): boolean {
  try {
    const before = new TextDecoder().decode(files.readNamed(out, LARGEST_PAGE));
    if (before.includes(BOARD_MARK)) return true;
    throw new UsageFault(`--out: ${out} is there already; nothing was written`, "name another file, or add --force");
  } catch (fault) {
    if (fault instanceof FileFault && fault.kind === "missing") return false;
    throw fault;
  }
}
