import { EXIT } from "../../app/ports/exit.ts";
import { UsageFault } from "../../app/ports/faults.ts";
import type { FoundChecklist } from "../../app/library/checklist-library.ts";
import { findChecklist, listChecklists } from "../../app/checklists/list-checklists.ts";
import { showChecklist } from "../../app/checklists/show-checklist.ts";
import type { Context } from "../../app/ports/ports.ts";
import { checklistStanding } from "../../domain/standing/checklist.ts";
import { checklistText, checklistWritten } from "../../output/views/checklist-text.ts";
import type { InputOf } from "../command.ts";
import type { checklistCommand } from "../commands/checklist.ts";
import { formOfName } from "../form-of-name.ts";
import { printAnswer } from "../printing/print-answer.ts";
import { printDiagnostics } from "../printing/print-diagnostics.ts";
import { printListFaults } from "../printing/print-list-faults.ts";
import { printUnread } from "../printing/print-unread.ts";
import { pocText, styleFor } from "../style.ts";
import type { Checklist } from "../../domain/records/checklist-items.ts";

type Input = InputOf<typeof checklistCommand>;

export async function runChecklist(context: Context, input: Input): Promise<number> {
  const name = input.args.name;
  if (input.flags.run && input.flags.asOf !== undefined)
    throw new UsageFault("--run runs commands now, so it takes no --as-of");
  if (name === undefined) return all(context, input);
  const { found, folder } = await findChecklist(context, input.directory, name);
  const { checklist } = found;
  if (checklist === undefined) {
    await printListFaults(context, folder, [found]);
    return EXIT.records;
  }
  const ran = input.flags.run ? await run(context, input, found) : EXIT.fine;
  const printed = await show(context, input, checklist);
  await printListFaults(context, folder, [found]);
  return printed !== EXIT.fine ? printed : found.diagnostics.length > 0 ? EXIT.records : ran;
}

/** The items and their state on the terminal, or the document of the list. */
async function show(context: Context, input: Input, checklist: Checklist): Promise<number> {
  const { out, write } = input.flags;
  const asked = input.flags.format === "json" ? "json" : formOfName(input.flags.format, out);
  if (asked === "pdf" && out === undefined && !write)
    throw new UsageFault(
      "a PDF is not printed to a terminal",
      "add --write to put it into memos/, or name a file with --out FILE",
    );
  const [form, format] = asked === "html" || asked === "pdf" ? ([asked, "human"] as const) : (["md", asked] as const);
  if (asked === "human" && out === undefined && !write) return look(context, input, checklist);
  const { checklistDocument } = await import("../../app/documents/documents.ts");
  const { writeDocument } = await import("../../app/documents/write-document.ts");
  const { printDocument } = await import("../printing/print-document.ts");
  const result = await writeDocument(context, {
    directory: input.directory,
    document: checklistDocument(checklist),
    form,
    asOf: input.flags.asOf,
    template: undefined,
    out: out ?? (write ? undefined : "-"),
    force: input.flags.force,
    browser: input.flags.browser,
    paper: input.flags.paper,
  });
  return printDocument(
    context,
    "checklist",
    result,
    format,
    (path, style) =>
      checklistText(checklistStanding(checklist, result.standing), style) + checklistWritten(path, style),
  );
}

async function look(context: Context, input: Input, checklist: Checklist): Promise<number> {
  const result = await showChecklist(context, { directory: input.directory, asOf: input.flags.asOf }, checklist);
  if (result.fault !== undefined) {
    await printDiagnostics(context, result.folder, [result.fault]);
    return EXIT.records;
  }
  const standing = checklistStanding(checklist, result.standing);
  printAnswer(context, await pocText(context, "out", result, (style) => checklistText(standing, style)));
  return printUnread(context, result);
}

/** Without a name: every list, and how much of it is done. */
async function all(context: Context, input: Input): Promise<number> {
  const { flags } = input;
  const unasked = flags.run
    ? "run"
    : flags.write
      ? "write"
      : flags.force
        ? "force"
        : flags.out === undefined
          ? undefined
          : "out";
  if (unasked !== undefined)
    throw new UsageFault(`--${unasked} needs the name of a checklist`, `poc checklist NAME --${unasked}`);
  const result = await listChecklists(context, { directory: input.directory, asOf: input.flags.asOf });
  if (input.flags.format === "json") {
    const { envelopeJson } = await import("../../output/json/envelope-json.ts");
    const { checklistsJson } = await import("../../output/json/checklists-json.ts");
    context.terminal.out(envelopeJson("checklist", result, checklistsJson(result), context.cwd));
  } else {
    const { checklistsText } = await import("../../output/views/checklists-text.ts");
    context.terminal.out(await pocText(context, "out", result, (style) => checklistsText(result, style)));
  }
  const faulty = await printListFaults(
    context,
    result.folder,
    result.lists.map(({ found }) => found),
  );
  const unread = await printUnread(context, result);
  return faulty ? EXIT.records : unread;
}

async function run(context: Context, input: Input, found: FoundChecklist): Promise<number> {
  const { DEFAULT_TIMEOUT, runCommands } = await import("../../app/checklists/run-commands.ts");
  const { planToRun, runAnswer, runStarted } = await import("../../output/answers/run-answer.ts");
  const style = await styleFor(context, "err");
  const say = (said: string) => context.terminal.err(said);
  const request = {
    directory: input.directory,
    found,
    by: input.flags.by,
    timeout: input.flags.timeout ?? DEFAULT_TIMEOUT,
    yes: input.flags.yes,
  };
  const result = await runCommands(context, request, {
    plan: (runs, list) => say(planToRun(runs, list.file ?? list.name, style)),
    started: (planned) => say(runStarted(planned, style)),
  });
  if (input.flags.format === "human") printAnswer(context, runAnswer(result, await styleFor(context, "out")));
  else say(runAnswer(result, style));
  if (result.cancelled) return EXIT.cancelled;
  return result.runs.every(({ run: one }) => one.exit === 0) ? EXIT.fine : EXIT.breach;
}
