import { MARKDOWN_HELPERS } from "./markdown-helpers.ts";
import { YAML_HELPERS } from "./yaml-helpers.ts";

/** One thing that a template may write, for the documentation. */
export interface TemplateWord {
  /** As it is written: `{{#each list}}…{{else}}…{{/each}}`. */
  readonly usage: string;
  readonly about: string;
}

/** What the renderer takes from Handlebars, beside helpers. What is not among these is refused, with its place. */
export const TEMPLATE_WORDS: readonly TemplateWord[] = [
  {
    usage: "{{name}}",
    about: "a value of the view, made safe for the document; a name that the view does not have is an error",
  },
  { usage: "{{part.name}}", about: "a value inside a part of the view" },
  { usage: "{{../name}}", about: "a value from outside the block" },
  { usage: "{{this}}", about: "the item of a list of texts" },
  {
    usage: "{{#if value}}…{{else}}…{{/if}}",
    about: 'whether there is a value: "", false and an empty list count as none; {{else if other}} adds a condition',
  },
  { usage: "{{#unless value}}…{{/unless}}", about: "whether there is no value" },
  { usage: "{{#if (eq value 'go')}}…{{/if}}", about: "whether two values are the same" },
  {
    usage: "{{#each list}}…{{else}}…{{/each}}",
    about:
      "each item of a list, or the part after {{else}} if the list is empty; {{#each list as |item|}} gives " +
      "the item a name",
  },
  { usage: "{{#with part}}…{{/with}}", about: "a part of the view, so that its values need no prefix" },
  {
    usage: "{{@index}} {{@first}} {{@last}} {{@root}}",
    about: "inside {{#each}}: the number of the item from 0, whether it is the first or the last; the whole view",
  },
  { usage: "{{list.length}}", about: "the number of items in a list" },
  {
    usage: "{{> name}}",
    about:
      "a partial, with the values around it; {{> name value}} passes another part, {{> name title=value}} adds names",
  },
  { usage: "{{! … }}", about: "a comment, which prints nothing; use {{!-- … --}} if it contains braces" },
  { usage: "{{~name~}}", about: "removes spaces and line breaks on that side" },
];

/** The helpers of Markdown templates, and of those that make YAML. */
export const HELPER_WORDS: { readonly markdown: readonly TemplateWord[]; readonly yaml: readonly TemplateWord[] } = {
  markdown: wordsOf(MARKDOWN_HELPERS),
  yaml: wordsOf(YAML_HELPERS),
};

function wordsOf(helpers: typeof MARKDOWN_HELPERS): readonly TemplateWord[] {
  return [...helpers.values()].map(({ usage, about }) => ({ usage, about }));
}
