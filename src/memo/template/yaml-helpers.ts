import type { TemplateHelper } from "./template-helper.ts";
import { oneLine } from "../text/one-line.ts";
import { isUnseen } from "../../domain/scalars/visible-text.ts";

/** What a YAML template may call beside the built-ins. A plain `{{value}}` is always one valid scalar. */
export const YAML_HELPERS: ReadonlyMap<string, TemplateHelper> = new Map<string, TemplateHelper>([
  [
    "comment",
    {
      usage: "# {{comment text}}",
      about: "text for a comment, kept on its line",
      parameters: ["text"],
      run: ([text]) => oneLine(text as string),
    },
  ],
  [
    "number",
    {
      usage: "{{number text}}",
      about: "a number in the form that YAML reads; TBD if it is not a number",
      parameters: ["text"],
      run: ([text]) => (/^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/.test(text as string) ? (text as string) : "TBD"),
    },
  ],
]);

/** Words that some reader of YAML, old or new, takes for something else than text. */
const TAKEN = /^(null|true|false|yes|no|on|off|y|n)$/i;

/** Text that YAML reads as that text without quotes: it starts with a letter or digit and holds no mark of YAML. */
const PLAIN = /^[A-Za-z0-9](?:[A-Za-z0-9 _.,;+%<>=@/()?!'"&*~$-]*[A-Za-z0-9_.%>)?!/+])?$/;

/** Dates, times and numbers in all the notations that readers know. */
const NUMERIC = /^[-+.\d][-+.,_:\dA-Fa-fxXoO]*$/;

/** A date is text to YAML 1.2, and reads better without quotes. */
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** `text` as one YAML scalar that reads back as the same text: plain where that is safe, else in double quotes. */
export function yamlScalar(text: string): string {
  if (DATE.test(text)) return text;
  if (PLAIN.test(text) && !TAKEN.test(text) && !NUMERIC.test(text) && !/(?:^|\d)e[-+]?\d/i.test(text)) return text;
  let escaped = "";
  for (const character of text) escaped += escapeOf(character) ?? character;
  return `"${escaped}"`;
}

function escapeOf(character: string): string | undefined {
  if (character === "\n") return "\\n";
  if (character === "\t") return "\\t";
  if (character === '"' || character === "\\") return `\\${character}`;
  const code = character.codePointAt(0)!;
  if (!isUnseen(code)) return undefined;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
