import { EXIT } from "../../app/ports/exit.ts";
import { UsageFault } from "../../app/ports/faults.ts";
import type { Context } from "../../app/ports/ports.ts";
import { copyTemplate, listTemplates, showTemplate } from "../../app/templates/template-catalogue.ts";
import { viewFields, templateLanguage } from "../../app/templates/view-docs.ts";
import { safe } from "../../output/terminal/safe.ts";
import type { Style } from "../../output/terminal/style.ts";
import { libraryEnvelopeJson } from "../../output/json/envelope-json.ts";
import { relativeFolder } from "../../output/json/relative-folder.ts";
import { copiedJson, helpersJson, shownJson, templatesJson, viewJson } from "../../output/json/template-json.ts";
import { copiedText, helpersText, templatesText, viewText } from "../../output/views/template-text.ts";
import type { InputOf } from "../command.ts";
import type { templateCommand } from "../commands/template.ts";
import { pathPrefix } from "../path-prefix.ts";
import { printAnswer } from "../printing/print-answer.ts";
import { styleFor } from "../style.ts";

type Input = InputOf<typeof templateCommand>;

export async function runTemplate(context: Context, input: Input): Promise<number> {
  return ACTIONS[input.args.action ?? "list"](context, input);
}

const ACTIONS: Readonly<
  Record<NonNullable<Input["args"]["action"]>, (context: Context, input: Input) => Promise<number>>
> = { list, show, copy, helpers, view };

async function list(context: Context, input: Input): Promise<number> {
  refuseName(input, "list");
  const catalogue = await listTemplates(context, input.directory);
  await print(
    context,
    input,
    () => libraryEnvelopeJson("template list", templatesJson(catalogue), pocOf(context, catalogue.folder)),
    (style) => templatesText(catalogue, style),
  );
  return EXIT.fine;
}

async function show(context: Context, input: Input): Promise<number> {
  const shown = await showTemplate(context, input.directory, nameOf(input, "show", "NAME"));
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
  const copied = await copyTemplate(context, { directory: input.directory, name, force: input.flags.force });
  const prefix = pathPrefix(context.cwd, copied.folder);
  if (input.flags.format === "json")
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
  context.terminal.out(input.flags.format === "json" ? json() : human(await styleFor(context, "out")));
}

function nameOf(input: Input, action: string, what: string): string {
  const name = input.args.name;
  if (name !== undefined) return name;
  throw new UsageFault(
    `poc template ${action} needs a name`,
    `poc template ${action} ${what}; poc template list names them`,
  );
}

function refuseName(input: Input, action: string): void {
  const name = input.args.name;
  if (name !== undefined) throw new UsageFault(`poc template ${action} takes no name, found "${name.slice(0, 60)}"`);
}
