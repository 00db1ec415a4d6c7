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
import { checklistsText } from "../../output/views/checklists-text.ts";
import { planToRun, runAnswer, runStarted } from "../../output/answers/run-answer.ts";
import type { InputOf } from "../command.ts";
import type { checklistCommand } from "../commands/checklist.ts";
import { formOfName } from "../form-of-name.ts";
import { printAnswer } from "../print-answer.ts";
import { printDocument } from "../print-document.ts";
import { printListFaults } from "../print-list-faults.ts";
import { printUnread } from "../print-unread.ts";
import { pocText, styleFor } from "../style.ts";
import type { Style } from "../../output/terminal/style.ts";

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
  const { out, write } = input.flags;
  const asked = input.flags.format === "json" ? "json" : formOfName(input.flags.format, out);
  if (asked === "pdf" && out === undefined && !write)
    throw new UsageFault(
      "a PDF is not printed to a terminal",
      "add --write to put it into memos/, or name a file with --out FILE",
    );
  const [form, format] = asked === "html" || asked === "pdf" ? ([asked, "human"] as const) : (["md", asked] as const);
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
  const shown = (style: Style) => checklistText(checklistStanding(checklist, result.standing), style);
  const looked = asked === "human" && result.path === undefined && out === undefined && result.fault === undefined;
  if (looked) printAnswer(context, await pocText(context, "out", result, shown));
  const printed = looked
    ? await printUnread(context, result)
    : await printDocument(
        context,
        "checklist",
        result,
        format,
        (path, style) => shown(style) + checklistWritten(path, style),
      );
  await printListFaults(context, folder, [found]);
  return printed !== EXIT.fine ? printed : found.diagnostics.length > 0 ? EXIT.records : ran;
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
  } else context.terminal.out(await pocText(context, "out", result, (style) => checklistsText(result, style)));
  const faulty = await printListFaults(
    context,
    result.folder,
    result.lists.map(({ found }) => found),
  );
  const unread = await printUnread(context, result);
  return faulty ? EXIT.records : unread;
}

async function run(context: Context, input: Input, found: FoundChecklist): Promise<number> {
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
