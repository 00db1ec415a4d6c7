import { badgeTone } from "../text/badge-tone.ts";
import { maskSecrets } from "../../domain/scalars/secret.ts";
import { nearest } from "../../domain/scalars/nearest.ts";
import { CITED_INLINE, linkedText, linkTo, markdownText } from "../text/markdown-text.ts";
import { HelperFault, type Reading, type TemplateHelper } from "./template-helper.ts";
import { oneLine } from "../text/one-line.ts";
import {
  appendixPart,
  badgeMark,
  chartMark,
  END_PAPER_ONLY,
  leadMark,
  PAPER_ONLY,
  sourceMark,
} from "../text/page-marks.ts";

/** Ids of entries are seven letters and digits; anything else is shown as text and never becomes a link. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** What a Markdown template may call beside `if`, `unless`, `each`, `with` and `eq`. Their output is safe Markdown. */
export const MARKDOWN_HELPERS: ReadonlyMap<string, TemplateHelper> = new Map<string, TemplateHelper>([
  [
    "block",
    {
      usage: "{{block text}}",
      about: "text of several lines as a quotation, each line kept; on a line of its own",
      parameters: ["text"],
      run: ([text], reading) => block(text as string, reading),
    },
  ],
  [
    "link",
    {
      usage: "{{link text url}}",
      about: "a link to an http, https or mailto address; for any other address, the text alone",
      parameters: ["text", "text"],
      run: ([text, url], reading) => link(text as string, url as string, reading),
    },
  ],
  [
    "linked",
    {
      usage: "{{linked text}}",
      about: "the text, with each http, https or mailto address in it as a link",
      parameters: ["text"],
      run: ([text], { spoken }) => linkedText(text as string, spoken),
    },
  ],
  [
    "cite",
    {
      usage: "{{cite entries}}",
      about: "ids of log entries, each a link into the appendix; if there are more than four, the first three",
      parameters: ["texts"],
      run: ([ids]) => cite(ids as readonly string[]),
    },
  ],
  [
    "cite-all",
    {
      usage: "{{cite-all entries}}",
      about: "as cite, but all of them, however many there are",
      parameters: ["texts"],
      run: ([ids]) => (ids as readonly string[]).map(cited).join(" "),
    },
  ],
  [
    "proof",
    {
      usage: "{{proof entries}}",
      about: "on a page, a small link to the first of these log entries; otherwise nothing",
      parameters: ["texts"],
      run: ([ids], { medium }) => source(ids as readonly string[], medium),
    },
  ],
  [
    "part",
    {
      usage: "{{part letter}}",
      about: "on a page, a link to the part of the appendix with this letter; otherwise the letter",
      parameters: ["text"],
      run: ([letter], { medium }) => part(letter as string, medium),
    },
  ],
  [
    "code",
    {
      usage: "{{code text}}",
      about: "a command as it is typed; no line breaks within one of its options",
      parameters: ["text"],
      run: ([text]) => code(text as string),
    },
  ],
  [
    "badge",
    {
      usage: "{{badge text}}",
      about: "a verdict in bold; on a page, a badge with a sign",
      parameters: ["text"],
      run: ([text], reading) => badge(text as string, reading),
    },
  ],
  [
    "lead",
    {
      usage: "{{lead text}}",
      about: "the first words of a paragraph, in bold; on a page, in the margin",
      parameters: ["text"],
      run: ([text], reading) => lead(text as string, reading),
    },
  ],
  [
    "chart",
    {
      usage: "{{chart name}}",
      about:
        "on a page, the chart of that name; otherwise its content in words; nothing if there are no figures; on a " +
        "line of its own",
      parameters: ["text"],
      run: ([name], reading) => chart(name as string, reading),
    },
  ],
  [
    "paper-only",
    {
      usage: "{{paper-only}}",
      about: "the text up to {{end-paper-only}} is on paper and in the PDF, but not on a screen; on its own line",
      parameters: [],
      run: (_, { medium }) => (medium === "page" ? PAPER_ONLY : ""),
    },
  ],
  [
    "end-paper-only",
    {
      usage: "{{end-paper-only}}",
      about: "the end of {{paper-only}}; on a line of its own",
      parameters: [],
      run: (_, { medium }) => (medium === "page" ? END_PAPER_ONLY : ""),
    },
  ],
  [
    "anchor",
    {
      usage: "{{anchor id}}",
      about: "the place that {{cite}} leads to",
      parameters: ["text"],
      run: ([id]) => (ID.test(id as string) ? `<a id="${id as string}"></a>` : ""),
    },
  ],
  [
    "reference",
    {
      usage: "{{reference id}}",
      about: "the definition that turns {{cite}} into a link; on a line of its own, at the end",
      parameters: ["text"],
      run: ([id]) => (ID.test(id as string) ? `[${id as string}]: #${id as string}` : ""),
    },
  ],
]);

function block(text: string, { spoken }: Reading): string {
  const lines = maskSecrets(text)
    .split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/)
    .map((line) => markdownText(line, spoken));
  return lines.map((line) => (line === "" ? ">" : `> ${line}`)).join("\n");
}

function link(text: string, url: string, { spoken }: Reading): string {
  const shown = markdownText(text, spoken);
  return linkTo(shown, url) ?? shown;
}

function part(letter: string, medium: Reading["medium"]): string {
  return medium === "page" && /^[A-Z]$/.test(letter)
    ? `[${letter}](#${appendixPart(letter.charCodeAt(0) - 64)})`
    : markdownText(letter);
}

function badge(text: string, { medium, spoken }: Reading): string {
  const shown = markdownText(text, spoken);
  if (shown === "") return "";
  return medium === "page" ? badgeMark(shown, badgeTone(text)) : `**${shown}**`;
}

function lead(text: string, { medium, spoken }: Reading): string {
  const shown = markdownText(text, spoken);
  if (shown === "") return "";
  return medium === "page" ? leadMark(shown) : `**${shown}.**`;
}

function chart(name: string, { medium, charts, spoken }: Reading): string {
  const words = charts.get(name);
  if (words === undefined) {
    const close = nearest(name, charts.keys());
    throw new HelperFault(
      `there is no chart ${name.slice(0, 60)}`,
      `${close === undefined ? "" : `did you mean ${close}? `}there is ${[...charts.keys()].join(", ")}`,
    );
  }
  if (words === "") return "";
  return medium === "page" ? chartMark(name) : markdownText(words, spoken);
}

/** The fence is longer than any run of backticks within it. */
function code(text: string): string {
  const shown = oneLine(text).trim();
  if (shown === "") return "";
  const runs = shown.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const edge = runs.length > 0 ? " " : "";
  return `${fence}${edge}${shown}${edge}${fence}`;
}

function cite(ids: readonly string[]): string {
  const shown = ids.length > CITED_INLINE ? ids.slice(0, CITED_INLINE - 1) : ids;
  const more = ids.length > shown.length ? [`and ${ids.length - shown.length} more`] : [];
  return [...shown.map(cited), ...more].join(" ");
}

function source([id]: readonly string[], medium: Reading["medium"]): string {
  return id !== undefined && medium === "page" && ID.test(id) ? sourceMark(id) : "";
}

function cited(id: string): string {
  return ID.test(id) ? `[${id}]` : markdownText(`[${id}]`);
}
