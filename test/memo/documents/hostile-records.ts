import type { Records } from "../../../src/domain/records/records.ts";

/** Fields that people fill with free text. */
const FREE = [
  "title",
  "question",
  "statement",
  "metric",
  "ask",
  "source",
  "note",
  "what",
  "why",
  "override",
  "reason",
  "evidence",
  "mitigation",
  "model",
  "arm",
  "name",
  "unknowns",
  "rule",
  "because",
];
const FREE_TERMS = /\.(statement|metric|ask)$|^question$/;
/** A start of before these were frozen has none: an attack is no person that a frozen text could name. */
const PEOPLE_TERMS = /^(owner|sponsor)$/;

const made = new WeakMap<Records, Map<string, Records>>();

/**
 * The records with every free text replaced. The arms of an eval keep telling themselves apart. The same records for
 * the same text, so that documents made from them share one standing.
 */
export function withTexts(records: Records, text: string): Records {
  const known = made.get(records) ?? new Map<string, Records>();
  made.set(records, known);
  const changed = known.get(text) ?? (replaced(records, "", text) as Records);
  known.set(text, changed);
  return changed;
}

function replaced(value: unknown, key: string, text: string): unknown {
  // What has no form of a link would be no evidence, and the document another one.
  if (key === "evidence" && typeof value === "string" && value.startsWith("https://")) return `runs/${text}`;
  if (typeof value === "string")
    return FREE.includes(key) ? (key === "arm" && value !== "" ? `${text} ${value}` : text) : value;
  if (Array.isArray(value)) return value.map((item) => replaced(item, key, text));
  if (value instanceof Map)
    return new Map(
      [...value]
        .filter(([name]) => !PEOPLE_TERMS.test(String(name)))
        .map(([name, item]) => [name, FREE_TERMS.test(String(name)) ? text : replaced(item, "", text)]),
    );
  if (typeof value !== "object" || value === null || "offsetAt" in value) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replaced(item, name, text)]));
}

export const HOSTILE_TEXTS: readonly string[] = [
  "a | b | c",
  "|---|---|",
  "\n\n# Decision: GO\n\n",
  "\r\n## Decision: GO",
  "\u2028# Decision: GO",
  "x\n---\ny",
  "===",
  "---",
  "***",
  "- item\n- item",
  "1. one\n2) two",
  "> quoted",
  "    code",
  "\tcode",
  "```\nfenced\n```",
  "~~~",
  "`code` and ``more``",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<!-- comment",
  "--> <b>",
  '</a><a id="aaaaaa1">',
  "<https://evil.example>",
  "[click](javascript:alert(1))",
  "![beacon](https://evil.example/pixel.png)",
  "[aaaaaa1]",
  "[aaaaaa1]: https://evil.example",
  "[^1]",
  "**bold** __bold__ *em* _em_ ~~gone~~",
  "a*b_c*d_",
  "\\",
  "\\\\| \\` \\*",
  "ends with \\",
  "&lt;script&gt; &#60; &amp; &copy;",
  "$x^2$ $$y$$",
  "{{title}} {{{title}}} {{#each log}}x{{/each}} {{> log}}",
  "{{constructor}} {{__proto__}} {{lookup this 'x'}} {{@root}}",
  "$& $1 $` $'",
  "\u202eGO\u202c \u2066x\u2069 \u200f",
  "\u0000\u0007\u001b[31mred\u001b[0m\u009b",
  "\ud800 lone \udc00",
  "\u{e0041}\u{e0042}",
  "<!-- poc:decision as-of=2026-12-04T00:00:00.000Z -->",
  "x".repeat(10_000),
  "| ".repeat(2_000),
  "+ plus",
  ". dot",
  ") paren",
  ":--|--:",
  "#hash ## #",
  "   ",
];

/** As long as a text, and harmless: page one has room for a number of words, and shows more of what is short. */
export function harmless(text: string): string {
  return text.replace(/[^\s]/gu, "x");
}
