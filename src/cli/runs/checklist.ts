import { checklistDocument } from "../../app/documents/documents.ts";
import { EXIT } from "../../app/ports/exit.ts";
import { UsageFault } from "../../app/ports/faults.ts";
import type { FoundChecklist } from "../../app/library/checklist-library.ts";
import { findChecklist, listChecklists } from "../../app/checklists/list-checklists.ts";
import type { Context } from "../../app/ports/ports.ts";
import { DEFAULT_TIMEOUT, runCommands } from "../../app/checklists/run-commands.ts";
import { writeDocument } from "../../app/documents/write-document.ts";
import { checklistStanding } from "../../domain/standing/checklist.ts";
import { checklistText, checklistWritten } from "../../output/views/checklist-text.ts";
import { checklistsJson } from "../../output/json/checklists-json.ts";
import { checklistsText } from "../../output/views/checklists-text.ts";
import { envelopeJson } from "../../output/json/envelope-json.ts";
import { planToRun, runAnswer, runStarted } from "../../output/answers/run-answer.ts";
import type { Input } from "../command.ts";
import { argument, flag, paper, text, wholeNumber } from "../flag-values.ts";
import { printAnswer } from "../print-answer.ts";
import { printDocument } from "../print-document.ts";
import { printListFaults } from "../print-list-faults.ts";
import { styleFor } from "../style.ts";

export async function runChecklist(context: Context, input: Input): Promise<number> {
  const name = argument(input, 0);
  if (flag(input, "run") && text(input, "asOf") !== undefined)
    throw new UsageFault("--run runs commands now, so it takes no --as-of");
  if (name === undefined) return all(context, input);
  const { found, folder } = findChecklist(context, text(input, "directory"), name);
  const { checklist } = found;
  if (checklist === undefined) {
    await printListFaults(context, folder, [found]);
    return EXIT.records;
  }
  const ran = flag(input, "run") ? await run(context, input, found) : EXIT.fine;
  const asked = text(input, "format");
  const format = asked === "json" || asked === "md" ? asked : "human";
  const form = asked === "html" || asked === "pdf" ? asked : "md";
  const result = await writeDocument(context, {
    directory: text(input, "directory"),
    document: checklistDocument(checklist),
    form,
    asOf: text(input, "asOf"),
    template: undefined,
    out: text(input, "out") ?? (format === "human" ? undefined : "-"),
    force: flag(input, "force"),
    browser: text(input, "browser"),
    paper: paper(input),
  });
  const printed = await printDocument(
    context,
    "checklist",
    result,
    format,
    (path, style) =>
      checklistText(checklistStanding(checklist, result.standing), style) + checklistWritten(path, style),
  );
  await printListFaults(context, folder, [found]);
  return printed !== EXIT.fine ? printed : found.diagnostics.length > 0 ? EXIT.records : ran;
}

/** Without a name: every list, and how much of it is done. */
async function all(context: Context, input: Input): Promise<number> {
  const unasked = ["run", "force", "out"].find((name) => input.flags[name] !== undefined);
  if (unasked !== undefined)
    throw new UsageFault(`--${unasked} needs the name of a checklist`, `poc checklist NAME --${unasked}`);
  const result = listChecklists(context, { directory: text(input, "directory"), asOf: text(input, "asOf") });
  context.terminal.out(
    text(input, "format") === "json"
      ? envelopeJson("checklist", result, checklistsJson(result), context.cwd)
      : checklistsText(result, await styleFor(context, "out")),
  );
  return (await printListFaults(
    context,
    result.folder,
    result.lists.map(({ found }) => found),
  ))
    ? EXIT.records
    : EXIT.fine;
}

async function run(context: Context, input: Input, found: FoundChecklist): Promise<number> {
  const style = await styleFor(context, "err");
  const say = (said: string) => context.terminal.err(said);
  const request = {
    directory: text(input, "directory"),
    found,
    by: text(input, "by"),
    timeout: wholeNumber(input, "timeout", "--timeout") ?? DEFAULT_TIMEOUT,
    yes: flag(input, "yes"),
  };
  const result = await runCommands(context, request, {
    plan: (runs, list) => say(planToRun(runs, list.file ?? list.name, style)),
    started: (planned) => say(runStarted(planned, style)),
  });
  const toOut = text(input, "format") === undefined || text(input, "format") === "human";
  if (toOut) printAnswer(context, runAnswer(result, await styleFor(context, "out")));
  else say(runAnswer(result, style));
  if (result.cancelled) return EXIT.cancelled;
  return result.runs.every(({ run: one }) => one.exit === 0) ? EXIT.fine : EXIT.breach;
}
