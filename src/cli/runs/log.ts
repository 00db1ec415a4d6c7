import { EXIT } from "../../app/ports/exit.ts";
import { logEntry } from "../../app/log/log-entry.ts";
import type { Context } from "../../app/ports/ports.ts";
import { logAnswer } from "../../output/answers/log-answer.ts";
import type { InputOf } from "../command.ts";
import type { logCommand } from "../commands/log.ts";
import { printAnswer } from "../printing/print-answer.ts";
import { pocText } from "../style.ts";

export async function runLog(
  context: Context,
  { directory, args, flags }: InputOf<typeof logCommand>,
): Promise<number> {
  const result = await logEntry(context, {
    directory,
    text: args.text.length === 0 ? undefined : args.text.join(" "),
    pieces: args.text,
    results: flags.eval,
    labels: flags.labels,
    arm: flags.arm,
    model: flags.model,
    evidence: flags.evidence,
    dataset: flags.dataset,
    tasks: flags.tasks,
    latency: flags.latency,
    review: flags.review,
    spend: flags.spend,
    category: flags.category,
    tokens: flags.tokens,
    basis: flags.basis,
    replaces: flags.replaces,
    hours: flags.hours,
    meetings: flags.meeting,
    focus: flags.focus,
    assumptions: flags.assume,
    risks: flags.risk,
    answers: flags.answer,
    attest: flags.attest,
    date: flags.date,
    time: flags.at,
    by: flags.by,
    allowSecret: flags.allowSecret,
    asNote: flags.note,
    yes: flags.yes,
  });
  if (flags.format === "json") {
    // Text is what people ask for all day, and has no use for these.
    const { entryJson } = await import("../../output/json/entry-json.ts");
    const { envelopeJson } = await import("../../output/json/envelope-json.ts");
    printAnswer(
      context,
      envelopeJson(
        "log",
        result,
        { entry: entryJson(result.entry, result.standing), file: result.entry.file, readings: result.readings },
        context.cwd,
      ),
    );
    return EXIT.fine;
  }
  printAnswer(
    context,
    flags.quiet ? `${result.entry.id}\n` : await pocText(context, "out", result, (style) => logAnswer(result, style)),
  );
  // Most entries raise nothing, and then nothing that prints diagnostics has to be loaded.
  if (result.diagnostics.length > 0)
    await (
      await import("../printing/print-diagnostics.ts")
    ).printDiagnostics(context, result.folder, result.diagnostics);
  return EXIT.fine;
}
