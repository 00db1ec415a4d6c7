import type { CataloguedTemplate, CopiedTemplate, TemplateCatalogue } from "../../app/templates/template-catalogue.ts";
import type { Origin } from "../../app/library/template-library.ts";
import type { ViewField, TemplateLanguage } from "../../app/templates/view-docs.ts";
import { apart, cell, paragraph, table, type Row } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { listLabel } from "../../domain/scalars/labels.ts";
import type { Role } from "../terminal/paint.ts";

const WHOSE: Readonly<Record<Origin, string>> = { poc: "this PoC", organisation: "organisation", shipped: "shipped" };

/** Everything that can be brought along, by what it makes: its name, whose it is, what comes of it. */
export function templatesText({ organisation, templates }: TemplateCatalogue, style: Style): string {
  const titles = [...new Set(templates.map(({ shelf }) => shelf.title))];
  const groups = titles.map((title) => [
    ...paragraph(style.text(title), style, 0, "strong"),
    ...table(
      templates.filter(({ shelf }) => shelf.title === title).map((template) => templateRow(template, style)),
      style,
      { indent: 2 },
    ),
  ]);
  const theirs =
    organisation === undefined
      ? []
      : [paragraph(style.text(`The organisation's are in ${organisation}.`), style, 0, "faint")];
  const next = paragraph(
    line`poc template show NAME prints one; poc template copy NAME makes this PoC's own copy.`,
    style,
    0,
    "faint",
  );
  return linesText(apart([...groups, ...theirs, next]));
}

function templateRow({ name, shelf, key, origin, makes, used, hides }: CataloguedTemplate, style: Style): Row {
  const shown = shelf.kind === "other" ? key : name;
  const over =
    hides.length === 0 || !used ? "" : `; instead of ${listLabel(hides.map((hidden) => `the ${word(hidden)}`))}`;
  const role: Role | undefined = used ? undefined : "warn";
  return {
    cells: [
      cell(style.text(shown), "name"),
      cell(style.text(WHOSE[origin]), origin === "shipped" ? "faint" : "strong"),
    ],
    tail: cell(style.text(makes + over), role),
  };
}

function word(origin: Origin): string {
  return origin === "shipped" ? "shipped one" : origin === "organisation" ? "organisation's" : "PoC's own";
}

/** What was copied, and what holds from now on. */
export function copiedText({ template, from, overwritten }: CopiedTemplate, prefix: string, style: Style): string {
  const did = overwritten ? line`Overwrote` : line`Wrote`;
  const file = style.text(prefix + template.file);
  const whose = from === "shipped" ? "as it ships" : "as the organisation has it";
  return linesText([
    ...paragraph(line`${style.paint("strong", did)} ${style.paint("name", file)}, ${style.text(whose)}`, style, 0),
    ...paragraph(
      style.text(`In this PoC it is now used instead of the ${word(from)}. Move it away to use that one again.`),
      style,
      2,
      "faint",
    ),
  ]);
}

/** What a template may write. */
export function helpersText({ words, helpers }: TemplateLanguage, style: Style): string {
  return linesText(
    apart([
      [...paragraph(line`The language`, style, 0, "strong"), ...wordRows(words, style)],
      [...paragraph(line`Helpers of Markdown templates`, style, 0, "strong"), ...wordRows(helpers, style)],
      paragraph(
        line`Nothing else of Handlebars is supported: no raw values, no code, no files. See docs/templates.md.`,
        style,
        0,
        "faint",
      ),
    ]),
  );
}

/** Usages are as long as they are: what they do stands below them. */
function wordRows(words: TemplateLanguage["words"], style: Style): readonly Safe[] {
  return words.flatMap(({ usage, about }) => [
    ...paragraph(style.text(usage), style, 2, "name"),
    ...paragraph(style.text(about), style, 6),
  ]);
}

const HOLDS: Readonly<Record<ViewField["kind"], string>> = {
  text: "text",
  truth: "yes or no",
  texts: "texts",
  list: "list",
  object: "part",
};

/** Every name that the templates of a document can use. */
export function viewText(kind: string, fields: readonly ViewField[], style: Style): string {
  const rows = fields.map(({ path, kind: holds, about }) => ({
    cells: [cell(style.text(path), "name"), cell(style.text(HOLDS[holds]), "faint")],
    tail: cell(style.text(about.replaceAll("`", ""))),
  }));
  return linesText(
    apart([
      paragraph(style.text(`What a template of ${kind} can use; [] stands for each item of a list.`), style, 0),
      table(rows, style, { indent: 2, most: [44] }),
      paragraph(
        style.text(
          `The values themselves: poc ${kind === "checklist" ? "checklist NAME" : `memo ${kind}`} --format json`,
        ),
        style,
        0,
        "faint",
      ),
    ]),
  );
}
