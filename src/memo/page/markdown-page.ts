import createMarkdownIt, { type MarkdownIt, type RendererRule, type Token } from "markdown-it";
import { isChartName, type Charts, type Chart } from "../charts/chart.ts";
import { htmlText } from "../text/html-text.ts";
import { chartIn, END_PAPER_ONLY, PAPER_ONLY } from "../text/page-marks.ts";
import { appendixContents } from "./appendix-contents.ts";
import { readMarks } from "./read-marks.ts";
import { describeTables, tableStart } from "./page-tables.ts";
import { wholeFigures } from "./whole-figures.ts";
import { isolated } from "../text/isolated.ts";
import { oneLine } from "../text/one-line.ts";

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
  return {
    title: titleOf(tokens),
    front: render(at < 0 ? tokens : tokens.slice(0, at)),
    appendix: rest.length === 0 ? "" : withContents(rest, render),
  };
}

/** The contents stand between the heading of the appendix and its first part. */
function withContents(rest: Token[], render: (part: Token[]) => string): string {
  const contents = appendixContents(rest);
  const end = rest.findIndex((token) => token.type === "heading_close") + 1;
  return contents === "" ? render(rest) : render(rest.slice(0, end)) + contents + render(rest.slice(end));
}

function breakAt(tokens: readonly Token[]): number {
  return tokens.findIndex(
    (token, k) =>
      token.level === 0 &&
      (token.type === "hr" || (token.type === "heading_open" && /^Appendix\b/.test(tokens[k + 1]?.content ?? ""))),
  );
}

function titleOf(tokens: readonly Token[]): string {
  const heading = tokens.findIndex((token) => token.type === "heading_open");
  const words = (heading < 0 ? [] : (tokens[heading + 1]?.children ?? [])).map((token) =>
    token.type === "text" || token.type === "code_inline" ? token.content : "",
  );
  return words.join("").trim();
}

function converterFor(charts: Charts): MarkdownIt {
  const converter = createMarkdownIt({ html: true, linkify: false, typographer: false });
  converter.validateLink = (address) => /^(https?:|mailto:|#)/i.test(address) || isEmbeddedImage(address);
  converter.core.ruler.push("poc-marks", readMarks);
  converter.core.ruler.push("poc-tables", ({ tokens }) => describeTables(tokens));
  Object.assign(converter.renderer.rules, {
    html_block: (tokens, at) => htmlBlock(tokens[at]!.content, charts),
    html_inline: (tokens, at) => (tokens[at]!.content.startsWith("<!--") ? "" : htmlText(tokens[at]!.content)),
    code_inline: (tokens, at) => commandHtml(tokens[at]!.content),
    mark: (tokens, at) => tokens[at]!.content,
    text: (tokens, at) => wholeFigures(converter.utils.escapeHtml(tokens[at]!.content)),
    image,
    link_open: linkOpen,
    table_open: (tokens, at) => tableStart(tokens[at]!),
    table_close: () => "</table></div>\n",
  } satisfies Record<string, RendererRule>);
  return converter;
}

/** Each word of a command stays in one piece if it fits into a line. */
function commandHtml(command: string): string {
  const words = command.split(" ").map((word) => `<span>${htmlText(word)}</span>`);
  return `<code>${words.join(" ")}</code>`;
}

/** A logo may travel within a template; whatever would have to be fetched is named instead. */
function isEmbeddedImage(address: string): boolean {
  return /^data:image\/(png|jpeg|gif|webp);base64,/i.test(address);
}

const image: RendererRule = (tokens, at) => {
  const { content } = tokens[at]!;
  const address = attribute(tokens[at]!, "src");
  return isEmbeddedImage(address)
    ? `<img src="${htmlText(address)}" alt="${htmlText(content)}">`
    : htmlText(content === "" ? "(image)" : content);
};

const linkOpen: RendererRule = (tokens, at) => {
  const address = attribute(tokens[at]!, "href");
  if (isEmbeddedImage(address)) return "<a>";
  return address.startsWith("#")
    ? `<a class="cite" href="${htmlText(address)}">`
    : `<a href="${htmlText(address)}" rel="noopener noreferrer">`;
};

function attribute(token: Token, name: string): string {
  return String(token.attrGet(name) ?? "");
}

function htmlBlock(content: string, charts: Charts): string {
  const name = chartIn(content);
  if (name !== undefined) return isChartName(name) && charts.has(name) ? figureHtml(charts.get(name)!) : "";
  if (content.trim() === PAPER_ONLY) return '<div class="paper-only">\n';
  if (content.trim() === END_PAPER_ONLY) return "</div>\n";
  return content.startsWith("<!--") ? "" : `<p>${htmlText(content.trim())}</p>\n`;
}

/** A chart with its title above and how to read it below. */
function figureHtml(chart: Chart): string {
  const { name, title, legend } = chart;
  return (
    `<figure class="of-${name}">\n${chart.svg()}\n<figcaption>` +
    `<strong>${htmlText(isolated(oneLine(title)))}.</strong> ` +
    `${htmlText(oneLine(legend))}</figcaption>\n</figure>\n`
  );
}
