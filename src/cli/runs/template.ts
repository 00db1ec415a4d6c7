import { EXIT } from "../../app/ports/exit.ts";
import { UsageFault } from "../../app/ports/faults.ts";
import type { Context } from "../../app/ports/ports.ts";
import { copyTemplate, listTemplates, showTemplate } from "../../app/templates/template-catalogue.ts";
import { viewFields, templateLanguage } from "../../app/templates/view-docs.ts";
import { nearest } from "../../domain/scalars/nearest.ts";
import { safe } from "../../output/terminal/safe.ts";
import type { Style } from "../../output/terminal/style.ts";
import { libraryEnvelopeJson } from "../../output/json/envelope-json.ts";
import { relativeFolder } from "../../output/json/relative-folder.ts";
import { copiedJson, helpersJson, shownJson, templatesJson, viewJson } from "../../output/json/template-json.ts";
import { copiedText, helpersText, templatesText, viewText } from "../../output/views/template-text.ts";
import type { Input } from "../command.ts";
import { argument, flag, text } from "../flag-values.ts";
import { pathPrefix } from "../path-prefix.ts";
import { printAnswer } from "../print-answer.ts";
import { styleFor } from "../style.ts";

const ACTIONS = { list, show, copy, helpers, view } as const;

export async function runTemplate(context: Context, input: Input): Promise<number> {
  const typed = argument(input, 0) ?? "list";
  if (Object.hasOwn(ACTIONS, typed)) return ACTIONS[typed as keyof typeof ACTIONS](context, input);
  const actions = Object.keys(ACTIONS);
  const close = nearest(typed, actions);
  throw new UsageFault(
    `poc template: found "${typed.slice(0, 60)}", expected ${actions.join(", ")}`,
    close === undefined
      ? `to see a template: poc template show ${/^[\w./-]{1,60}$/.test(typed) ? typed : "NAME"}`
      : `did you mean ${close}?`,
  );
}

async function list(context: Context, input: Input): Promise<number> {
  refuseName(input, "list");
  const catalogue = listTemplates(context, text(input, "directory"));
  await print(
    context,
    input,
    () => libraryEnvelopeJson("template list", templatesJson(catalogue), pocOf(context, catalogue.folder)),
    (style) => templatesText(catalogue, style),
  );
  return EXIT.fine;
}

async function show(context: Context, input: Input): Promise<number> {
  const shown = showTemplate(context, text(input, "directory"), nameOf(input, "show", "NAME"));
  await print(
    context,
    input,
    () => libraryEnvelopeJson("template show", shownJson(shown)),
    () => safe(shown.text, { lines: true }),
  );
  return EXIT.fine;
}

async function copy(context: Context, input: Input): Promise<number> {
  const name = nameOf(input, "copy", "NAME");
  const copied = copyTemplate(context, { directory: text(input, "directory"), name, force: flag(input, "force") });
  const prefix = pathPrefix(context.cwd, copied.folder);
  if (text(input, "format") === "json")
    printAnswer(context, libraryEnvelopeJson("template copy", copiedJson(copied), pocOf(context, copied.folder)));
  else printAnswer(context, copiedText(copied, prefix, await styleFor(context, "out")));
  return EXIT.fine;
}

async function helpers(context: Context, input: Input): Promise<number> {
  refuseName(input, "helpers");
  const language = templateLanguage();
  await print(
    context,
    input,
    () => libraryEnvelopeJson("template helpers", helpersJson(language)),
    (style) => helpersText(language, style),
  );
  return EXIT.fine;
}

async function view(context: Context, input: Input): Promise<number> {
  const kind = nameOf(input, "view", "KIND");
  const fields = viewFields(context, kind);
  await print(
    context,
    input,
    () => libraryEnvelopeJson("template view", viewJson(kind, fields)),
    (style) => viewText(kind, fields, style),
  );
  return EXIT.fine;
}

function pocOf({ cwd }: Context, folder: string | undefined) {
  return folder === undefined ? null : { folder: relativeFolder(cwd, folder) };
}

async function print(
  context: Context,
  input: Input,
  json: () => string,
  human: (style: Style) => string,
): Promise<void> {
  context.terminal.out(text(input, "format") === "json" ? json() : human(await styleFor(context, "out")));
}

function nameOf(input: Input, action: string, what: string): string {
  const name = argument(input, 1);
  if (name !== undefined) return name;
  throw new UsageFault(
    `poc template ${action} needs a name`,
    `poc template ${action} ${what}; poc template list names them`,
  );
}

function refuseName(input: Input, action: string): void {
  const name = argument(input, 1);
  if (name !== undefined) throw new UsageFault(`poc template ${action} takes no name, found "${name.slice(0, 60)}"`);
}
