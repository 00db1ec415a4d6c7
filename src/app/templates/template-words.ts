import { HELPER_WORDS, TEMPLATE_WORDS, type TemplateWord } from "../../memo/template/template-language.ts";

/** What a template may write. */
export interface TemplateLanguage {
  readonly words: readonly TemplateWord[];
  /** Of templates that make Markdown. */
  readonly helpers: readonly TemplateWord[];
}

export function templateLanguage(): TemplateLanguage {
  return { words: TEMPLATE_WORDS, helpers: HELPER_WORDS.markdown };
}
