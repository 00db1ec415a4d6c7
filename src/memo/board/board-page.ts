import { visibleText } from "../../domain/scalars/visible-text.ts";
import { clipped } from "../page-one/words.ts";
import { htmlFile } from "../page/html-file.ts";
import { renderTemplate } from "../template/render-template.ts";
import { htmlText } from "../text/html-text.ts";
import { oneLine } from "../text/one-line.ts";
import type { BoardView } from "./board-view.ts";

/** The files for the page that ship with the tool. */
export interface BoardParts {
  /** `templates/board/board.html.hbs` */
  readonly template: string;
  /** The style of every page, and that of boards. */
  readonly style: string;
  /** Sorts and looks for cards; the page says everything without it. */
  readonly script: string;
  /** Hash of `script`, base64: no other script may run on the page, whatever a title contains. */
  readonly scriptSha256: string;
  readonly toolVersion: string;
}

/** Says that the tool made a page, and may make it anew. */
export const BOARD_MARK = '<meta name="generator" content="poc list">';

/**
 * A board as one HTML file that needs no other file and fetches nothing; undefined where it has more cards than a
 * document has room for.
 */
export function boardPage(view: BoardView, parts: BoardParts): string | undefined {
  const body = renderTemplate({ name: "board.html.hbs", text: parts.template }, view);
  // The template ships with the tool and has no faults of its own.
  if (!body.ok) return undefined;
  const name = visibleText(oneLine(view.title));
  return htmlFile({
    mark: BOARD_MARK,
    title: clipped(`${name}${view.asOf === "" ? "" : ` · ${view.asOf}`}`, 24),
    style: parts.style,
    foot: clipped(`${name} · ${view.asOf}`, 24),
    bodyClass: "board",
    scriptSha256: parts.scriptSha256,
    body: `<a class="skip" href="#page.board">Skip to the PoCs</a>
${body.text.trim()}
<footer class="imprint">Made by poc ${htmlText(parts.toolVersion)} from the records of each PoC.</footer>
<script>${parts.script}</script>`,
  });
}
