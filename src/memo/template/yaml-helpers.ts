import type { TemplateHelper } from "./template-helper.ts";
import { oneLine } from "../text/one-line.ts";

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
      about: "a number as YAML reads one; TBD where it is none",
      parameters: ["text"],
      run: ([text]) => (/^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/.test(text as string) ? (text as string) : "TBD"),
    },
  ],
]);
