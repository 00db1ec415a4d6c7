import type { Token } from "markdown-it";
import { appendixPart } from "../text/page-marks.ts";
import { htmlText } from "../text/html-text.ts";

/**
 * Gives the parts of an appendix places to lead to, and says what it contains: only where it begins with a heading of
 * its own, and the parts follow it. "" where there are too few parts to need it.
 */
export function appendixContents(tokens: readonly Token[]): string {
  const headings = tokens.flatMap((token, at) =>
    token.type === "heading_open" && token.tag === "h2" && token.level === 0 ? [{ token, text: tokens[at + 1]! }] : [],
  );
  const [first, ...parts] = headings;
  if (first === undefined || parts.length < 3 || !/^Appendix\b/.test(first.text.content)) return "";
  const items = parts.map(({ token, text }, index) => {
    const id = appendixPart(index + 1);
    token.attrSet("id", id);
    return `<li><a href="#${id}">${htmlText(wordsOf(text))}</a></li>`;
  });
  return `<nav class="contents" aria-label="Appendix"><ul>\n${items.join("\n")}\n</ul></nav>\n`;
}

function wordsOf({ children }: Token): string {
  return (children ?? [])
    .map((token) => (token.type === "text" || token.type === "code_inline" ? token.content : ""))
    .join("");
}
