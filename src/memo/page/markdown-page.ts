import createMarkdownIt, { type MarkdownIt, type RendererRule, type StateCore, type Token } from "markdown-it";
import { htmlText } from "../html-text.ts";
import type { Charts } from "../charts/chart.ts";
import { isChartName } from "../charts/chart.ts";
import { chartIn, openedBy } from "../page-marks.ts";
import { figureHtml } from "./figure-html.ts";

/** A document of Markdown as HTML, in the two parts that print on sheets of their own. */
export interface PageBody {
  /** Text of the first heading. */
  readonly title: string;
  /** What comes before the first `---`, or before the first heading that says `Appendix`. */
  readonly front: string;
  /** "" where there is none. */
  readonly appendix: string;
}

/**
 * Turns Markdown that was made safe into HTML. No HTML in it is passed on but the marks of our own helpers; links lead
 * to web pages, mail and places in the document; an image is shown only where it lies in the Markdown itself.
 */
export function markdownPage(markdown: string, charts: Charts): PageBody {
  const converter = converterFor(charts);
  const tokens = converter.parse(markdown, {});
  const at = breakAt(tokens);
  const render = (part: Token[]) => converter.renderer.render(part, converter.options, {});
  const rest = at < 0 ? [] : tokens.slice(tokens[at]!.type === "hr" ? at + 1 : at);
  return { title: titleOf(tokens), front: render(at < 0 ? tokens : tokens.slice(0, at)), appendix: rest.length === 0 ? "" : render(rest) };
}

function breakAt(tokens: readonly Token[]): number {
  return tokens.findIndex((token, k) => token.level === 0 && (token.type === "hr" || (token.type === "heading_open" && /^Appendix\b/.test(tokens[k + 1]?.content ?? ""))));
}

function titleOf(tokens: readonly Token[]): string {
  const heading = tokens[tokens.findIndex((token) => token.type === "heading_open") + 1];
  return (heading?.children ?? []).map((token) => (token.type === "text" || token.type === "code_inline" ? token.content : "")).join("").trim();
}

function converterFor(charts: Charts): MarkdownIt {
  const converter = createMarkdownIt({ html: true, linkify: false, typographer: false });
  converter.validateLink = (address) => /^(https?:|mailto:|#)/i.test(address) || isEmbeddedImage(address);
  converter.core.ruler.push("poc-marks", readMarks);
  const { rules } = converter.renderer;
  rules["html_block"] = (tokens, at) => htmlBlock(tokens[at]!.content, charts);
  rules["html_inline"] = (tokens, at) => (tokens[at]!.content.startsWith("<!--") ? "" : htmlText(tokens[at]!.content));
  rules["mark"] = (tokens, at) => tokens[at]!.content;
  rules["softbreak"] = (tokens, at) => (tokens[at]!.meta === "quoted" ? "<br>\n" : "\n");
  rules["image"] = image;
  rules["link_open"] = linkOpen;
  for (const [name, rule] of Object.entries(TABLE_RULES)) rules[name] = rule;
  return converter;
}

/** A logo may travel within a template; whatever would have to be fetched is named instead. */
function isEmbeddedImage(address: string): boolean {
  return /^data:image\/(png|jpeg|gif|webp);base64,/i.test(address);
}

const image: RendererRule = (tokens, at) => {
  const { content, attrGet } = Object.assign(tokens[at]!, {});
  const address = attrGet.call(tokens[at], "src") ?? "";
  return isEmbeddedImage(address) ? `<img src="${htmlText(address)}" alt="${htmlText(content)}">` : htmlText(content === "" ? "(image)" : content);
};

const linkOpen: RendererRule = (tokens, at) => {
  const address = tokens[at]!.attrGet("href") ?? "";
  return address.startsWith("#") ? `<a class="cite" href="${htmlText(address)}">` : `<a href="${htmlText(address)}" rel="noopener noreferrer">`;
};

function htmlBlock(content: string, charts: Charts): string {
  const name = chartIn(content);
  if (name !== undefined) return isChartName(name) && charts.has(name) ? figureHtml(charts.get(name)!) : "";
  return content.startsWith("<!--") ? "" : `<p>${htmlText(content.trim())}</p>\n`;
}

/** Finds the marks of our helpers, boxes of checklists and anchors of list items, and names the cells of tables. */
function readMarks({ tokens }: StateCore): void {
  let quotes = 0;
  tokens.forEach((token, at) => {
    if (token.type === "blockquote_open") quotes++;
    if (token.type === "blockquote_close") quotes--;
    if (token.type !== "inline" || token.children === null) return;
    pairMarks(token.children);
    if (quotes > 0) for (const child of token.children) if (child.type === "softbreak") child.meta = "quoted";
    const paragraph = tokens[at - 1];
    if (paragraph?.type !== "paragraph_open") return;
    if (token.children[0]?.meta === "label") paragraph.attrJoin("class", "led");
    const item = tokens[at - 2];
    if (item?.type === "list_item_open") readItem(item, token);
  });
  nameCells(tokens);
}

/** Only pairs count: what is left open or closes nothing is shown as it is written. */
function pairMarks(children: Token[]): void {
  children.forEach((token, at) => {
    if (token.type !== "html_inline") return;
    const opened = openedBy(token.content);
    if (opened === undefined) return;
    const close = children.slice(at + 1).find((other) => other.type === "html_inline" && other.content === opened.closedBy);
    if (close === undefined) return;
    const [before, after] = opened.kind === "anchor" ? [`<a id="${opened.id}">`, "</a>"] : opened.kind === "label" ? ['<strong class="label">', "</strong>"] : [`<strong class="badge ${opened.kind}">`, "</strong>"];
    Object.assign(token, { type: "mark", content: before, meta: opened.kind === "anchor" ? { id: opened.id } : opened.kind });
    Object.assign(close, { type: "mark", content: after, meta: "close" });
  });
}

/** An anchor that an item begins with is the item's own; a box that it begins with is drawn. */
function readItem(item: Token, text: Token): void {
  const [first, second] = text.children ?? [];
  const id = (first?.meta as { readonly id?: string } | null)?.id;
  if (id !== undefined && second?.meta === "close") {
    item.attrSet("id", id);
    item.attrJoin("class", "entry");
    text.children!.splice(0, 2);
  }
  const box = /^\[([ x])\] /.exec(text.content);
  if (box === null || first?.type !== "text") return;
  item.attrJoin("class", "task");
  first.content = first.content.slice(box[0].length);
  const drawn = Object.assign(Object.create(Object.getPrototypeOf(first) as object) as Token, first, { type: "mark", content: box[1] === "x" ? DONE : TO_DO });
  text.children!.unshift(drawn);
}

const DONE = '<span class="box done" role="img" aria-label="done"></span>';
const TO_DO = '<span class="box" role="img" aria-label="to do"></span>';

/** On a narrow screen rows are stacked, and each cell says which column it stood in. */
function nameCells(tokens: readonly Token[]): void {
  let names: string[] = [];
  let column = 0;
  let heading = true;
  tokens.forEach((token, at) => {
    if (token.type === "table_open") [names, heading] = [[], true];
    else if (token.type === "tbody_open") heading = false;
    else if (token.type === "tr_open") column = 0;
    else if (token.type === "th_open") names.push(tokens[at + 1]?.content ?? "");
    else if (token.type === "td_open") token.meta = { name: names[column++] ?? "", first: column === 1 };
    if (token.type === "table_open") token.meta = { columns: columnsFrom(tokens, at) };
    if (token.type === "th_open" && heading) token.meta = { empty: (tokens[at + 1]?.content ?? "") === "" };
    if (token.type === "th_close" || token.type === "td_close") token.meta = tokens[at - 2]?.meta as unknown;
  });
}

function columnsFrom(tokens: readonly Token[], table: number): number {
  const end = tokens.findIndex((token, k) => k > table && token.type === "tr_close");
  return tokens.slice(table, end).filter((token) => token.type === "th_open").length;
}

/** More columns than this may not fit on a desk either, and scroll within their own box. */
const WIDE = 6;

/** Roles are said although the elements have them: a style that stacks rows takes them away in some browsers. */
const TABLE_RULES: Readonly<Record<string, RendererRule>> = {
  table_open: (tokens, at) => {
    const { columns } = tokens[at]!.meta as { readonly columns: number };
    const scrolls = columns > WIDE ? ' tabindex="0" role="region" aria-label="Wide table"' : "";
    return `<div class="table"${scrolls}><table role="table" class="of-${Math.min(columns, WIDE)}">\n`;
  },
  table_close: () => "</table></div>\n",
  thead_open: () => '<thead role="rowgroup">',
  tbody_open: () => '<tbody role="rowgroup">\n',
  tr_open: () => '<tr role="row">',
  th_open: (tokens, at) => ((tokens[at]!.meta as { readonly empty: boolean }).empty ? '<td role="cell">' : '<th role="columnheader" scope="col">'),
  th_close: (tokens, at) => ((tokens[at]!.meta as { readonly empty: boolean }).empty ? "</td>" : "</th>"),
  td_open: (tokens, at) => {
    const { name, first } = tokens[at]!.meta as { readonly name: string; readonly first: boolean };
    return first ? '<th role="rowheader" scope="row">' : `<td role="cell" data-label="${htmlText(name)}">`;
  },
  td_close: (tokens, at) => ((tokens[at]!.meta as { readonly first: boolean }).first ? "</th>" : "</td>"),
};
