import { htmlText } from "../text/html-text.ts";
import { isolated } from "../text/isolated.ts";

export interface HtmlFile {
  /** Of the texts: `de`, `pt-BR`. English where it is left out. */
  readonly lang?: string | undefined;
  /** Names the command that made the page, and may make it anew. */
  readonly mark?: string;
  /** What the window and the PDF are called. */
  readonly title: string;
  /** Ours; no data ever gets into it. */
  readonly style: string;
  /** What stands at the foot of each printed page. */
  readonly foot: string;
  readonly bodyClass?: string;
  /** HTML, in which every text of the records is made safe already. */
  readonly body: string;
  /** Hash, base64, of the only script that may run; without it none does. */
  readonly scriptSha256?: string;
}

/** Nothing is fetched, whatever the page holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** One file of HTML that needs nothing else: no font, no picture from elsewhere, no script but a known one. */
export function htmlFile({ lang, mark, title, style, foot, bodyClass, body, scriptSha256 }: HtmlFile): string {
  const policy = scriptSha256 === undefined ? POLICY : `${POLICY}; script-src 'sha256-${scriptSha256}'`;
  return `<!doctype html>
<html lang="${htmlText(lang ?? "en")}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${mark === undefined ? "" : `${mark}\n`}<title>${htmlText(isolated(title))}</title>
<style>
${style.trim()}
</style>
${pageFoot(foot)}
</head>
<body${bodyClass === undefined ? "" : ` class="${bodyClass}"`}>
${body.trim()}
</body>
</html>
`;
}

/**
 * The foot of every printed page: title, day and fingerprint. It is a rule of style, because nothing else reaches the
 * margin of a page; every sign but plain letters and digits is written by its number, so that no title can end it.
 */
function pageFoot(text: string): string {
  return `<style class="foot">@media print { @page { @bottom-left { content: "${cssText(text)}" } } }</style>`;
}

function cssText(text: string): string {
  return [...text].map((letter) => (/[A-Za-z0-9 ]/.test(letter) ? letter : `\\${hex(letter)} `)).join("");
}

function hex(letter: string): string {
  return (letter.codePointAt(0) ?? 0xfffd).toString(16);
}
