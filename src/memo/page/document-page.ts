import type { Charts } from "../charts/chart.ts";
import { htmlText } from "../text/html-text.ts";
import { clipped } from "../page-one/words.ts";
import { oneLine } from "../text/one-line.ts";
import { htmlFile } from "./html-file.ts";
import { markdownPage } from "./markdown-page.ts";

export interface PageMeta {
  /** `Fri 20 Nov 2026`. */
  readonly asOf: string;
  readonly toolVersion: string;
  /** Of the records that the document was made from. */
  readonly fingerprint: string;
  /** What the window and the PDF are called: document, verdict, PoC and day. Else the first heading. */
  readonly title?: string;
  /** Of the texts: `de`, `pt-BR`. English where it is left out. */
  readonly lang?: string;
}

const FOOT_LETTERS = 80;

/** However long a title is, day and fingerprint stand behind it in one line. */
function footTitle(title: string): string {
  const letters = [...clipped(title, 12)];
  return letters.length <= FOOT_LETTERS ? letters.join("") : `${letters.slice(0, FOOT_LETTERS).join("").trimEnd()}…`;
}

/**
 * A document as one file of HTML that needs nothing else: no script, no font, no picture from elsewhere. `style` is
 * ours, and no data ever gets into it.
 */
export function documentPage(markdown: string, charts: Charts, style: string, meta: PageMeta): string {
  const { title, front, appendix } = markdownPage(markdown, charts);
  const name = oneLine(meta.title ?? (title === "" ? "Document" : title));
  const imprint = `As of ${meta.asOf}, made from the records ${meta.fingerprint} by poc ${meta.toolVersion}.`;
  return htmlFile({
    lang: meta.lang,
    title: name,
    style,
    foot: `${footTitle(title === "" ? name : title)} · ${meta.asOf} · ${meta.fingerprint}`,
    body: `<a class="skip" href="#page.document">Skip to the document</a>
<main id="page.document" tabindex="-1">
<article class="front">
${front.trim()}
</article>
${appendix === "" ? "" : `<article class="appendix" aria-label="Appendix">\n${appendix.trim()}\n</article>\n`}</main>
<footer class="imprint">${htmlText(imprint)}</footer>`,
  });
}
