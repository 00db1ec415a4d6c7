import { MARKDOWN_HELPERS } from "./markdown-helpers.ts";
import { visibleText } from "../../domain/scalars/visible-text.ts";
import { htmlText } from "../text/html-text.ts";
import { isolated } from "../text/isolated.ts";
import { oneLine } from "../text/one-line.ts";
import { markdownText } from "../text/markdown-text.ts";
import type { TemplateHelper } from "./template-helper.ts";
import { YAML_HELPERS, yamlScalar } from "./yaml-helpers.ts";

/** How values are made safe in one kind of document, and what its templates may call. */
export interface TemplateFormat {
  readonly name: "markdown" | "yaml" | "html";
  /** What `{{value}}` prints. There is no way around it. */
  readonly escape: (text: string, spoken?: readonly string[]) => string;
  readonly helpers: ReadonlyMap<string, TemplateHelper>;
}

const MARKDOWN: TemplateFormat = { name: "markdown", escape: markdownText, helpers: MARKDOWN_HELPERS };
const YAML: TemplateFormat = { name: "yaml", escape: yamlScalar, helpers: YAML_HELPERS };

const HTML: TemplateFormat = {
  name: "html",
  escape: (text) => htmlText(isolated(visibleText(oneLine(text)))),
  helpers: new Map(),
};

/** By the ending before `.hbs`; Markdown where there is none. */
export function templateFormat(file: string): TemplateFormat {
  if (/\.html(\.hbs)?$/.test(file)) return HTML;
  return /\.ya?ml(\.hbs)?$/.test(file) ? YAML : MARKDOWN;
}
