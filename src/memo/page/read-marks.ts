import type { StateCore, Token } from "markdown-it";
import { openedBy, sourceIn } from "../text/page-marks.ts";

/** Finds what our helpers left in a document: badges, leads, anchors of list items, boxes of checklists. */
export function readMarks({ tokens, Token: Made }: StateCore): void {
  let quotes = 0;
  let quote: Token | undefined;
  tokens.forEach((token, at) => {
    if (token.type === "blockquote_open") {
      quotes++;
      quote = token;
    }
    if (token.type === "blockquote_close") quotes--;
    if (token.type !== "inline" || token.children === null) return;
    pairMarks(token.children);
    // A heading is what it says, and a badge in it would be larger than the words.
    if (tokens[at - 1]?.type !== "heading_open") token.children = token.children.flatMap((one) => openMarks(one, Made));
    if (quotes > 0) keepLines(token.children);
    if (quote !== undefined) boxQuote(quote, token.children[0]);
    quote = undefined;
    const paragraph = tokens[at - 1];
    if (paragraph?.type !== "paragraph_open") return;
    if (markOf(token.children[0]) === "lead") paragraph.attrJoin("class", "led");
    const item = tokens[at - 2];
    if (item?.type === "list_item_open") readItem(item, token, new Made("mark", "", 0));
  });
}

/** A quotation that begins with a verdict is a box in its colour. */
function boxQuote(quote: Token, first: Token | undefined): void {
  const kind = markOf(first);
  if (kind === "good" || kind === "bad" || kind === "caution" || kind === "open")
    quote.attrJoin("class", `decision ${kind}`);
}

/** An open point is visible at a glance: the word for it is a badge, wherever it is in a text. */
function openMarks(token: Token, Made: StateCore["Token"]): Token[] {
  if (token.type !== "text" || !OPEN.test(token.content)) return [token];
  return token.content.split(OPEN).map((part) => {
    const open = part === "OPEN: ";
    const made = new Made(open ? "mark" : "text", "", 0);
    made.content = open ? '<strong class="badge open">OPEN</strong> ' : part;
    if (open) made.meta = { mark: "word" };
    return made;
  });
}

const OPEN = /(?<![\p{L}\p{N}])(OPEN: )/u;

function markOf(token: Token | undefined): unknown {
  return token?.type === "mark" ? token.meta?.["mark"] : undefined;
}

/** Only pairs count: what is left open or closes nothing is shown as it is written. */
function pairMarks(children: readonly Token[]): void {
  children.forEach((token, at) => {
    const source = token.type === "html_inline" ? sourceIn(token.content) : undefined;
    if (source !== undefined) become(token, sourceLink(source), { mark: "source", id: source });
    const opened = token.type === "html_inline" ? openedBy(token.content) : undefined;
    const close =
      opened &&
      children.slice(at + 1).find((other) => other.type === "html_inline" && other.content === opened.closedBy);
    if (opened === undefined || close === undefined) return;
    const { kind, id } = opened;
    const [before, after] =
      kind === "anchor"
        ? [`<a id="${id}">`, "</a>"]
        : [`<strong class="${kind === "lead" ? kind : `badge ${kind}`}">`, "</strong>"];
    become(token, before, { mark: kind, id });
    become(close, after, { mark: "end" });
    const next = children[children.indexOf(close) + 1];
    // The frame of a badge parts it from what follows; in text a comma or a colon does.
    if (kind !== "anchor" && kind !== "lead" && next?.type === "text")
      next.content = next.content.replace(/^[:,] /, " ");
  });
}

/** Page one has no ids; the arrow leads to the entry all the same. */
function sourceLink(id: string): string {
  return `<a class="source" href="#${id}" aria-label="log entry ${id}">↓</a>`;
}

function become(token: Token, html: string, meta: Record<string, unknown>): void {
  Object.assign(token, { type: "mark", content: html, meta });
}

/** A text that a person wrote on several lines is quoted on several lines. */
function keepLines(children: readonly Token[]): void {
  for (const token of children) if (token.type === "softbreak") token.type = "hardbreak";
}

/** An anchor that an item begins with is the item's own; a box that it begins with is drawn. */
function readItem(item: Token, text: Token, drawn: Token): void {
  const children = text.children!;
  if (markOf(children[0]) === "anchor" && markOf(children[1]) === "end") {
    item.attrSet("id", String(children[0]!.meta?.["id"]));
    item.attrJoin("class", "entry");
    children.splice(0, 2);
  }
  // Data that looks like a box has a backslash in front, which is gone from the children but not from the content.
  const box = /^\[([ x])\] /.exec(text.content);
  const words = children[0];
  if (box === null || words?.type !== "text") return;
  item.attrJoin("class", "task");
  words.content = words.content.slice(box[0].length);
  become(drawn, box[1] === "x" ? DONE : TO_DO, { mark: "box" });
  children.unshift(drawn);
}

const DONE = '<span class="box done" role="img" aria-label="done"></span>';
const TO_DO = '<span class="box" role="img" aria-label="to do"></span>';
