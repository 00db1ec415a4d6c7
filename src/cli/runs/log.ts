import { EXIT } from "../../app/ports/exit.ts";
import { logEntry } from "../../app/log/log-entry.ts";
import type { Context } from "../../app/ports/ports.ts";
import { entryJson } from "../../output/json/entry-json.ts";
import { envelopeJson } from "../../output/json/envelope-json.ts";
import { logAnswer } from "../../output/answers/log-answer.ts";
import type { Input } from "../command.ts";
import { flag, pieces, text, texts, words } from "../flag-values.ts";
import { printAnswer } from "../print-answer.ts";
import { styleFor } from "../style.ts";

export async function runLog(context: Context, input: Input): Promise<number> {
  const result = await logEntry(context, {
    directory: text(input, "directory"),
    text: words(input, 0),
    pieces: pieces(input, 0),
    results: texts(input, "eval"),
    arm: text(input, "arm"),
    model: text(input, "model"),
    evidence: text(input, "evidence"),
    dataset: text(input, "dataset"),
    tasks: texts(input, "tasks"),
    latency: text(input, "latency"),
    review: text(input, "review"),
    spend: texts(input, "spend"),
    category: text(input, "category"),
    tokens: texts(input, "tokens"),
    basis: text(input, "basis"),
    replaces: texts(input, "replaces"),
    hours: texts(input, "hours"),
    meetings: texts(input, "meeting"),
    assumptions: texts(input, "assume"),
    risks: texts(input, "risk"),
    answers: texts(input, "answer"),
    attest: texts(input, "attest"),
    date: text(input, "date"),
    time: text(input, "at"),
    by: text(input, "by"),
    allowSecret: flag(input, "allowSecret"),
  });
  if (text(input, "format") === "json") {
    printAnswer(
      context,
      envelopeJson(
        "log",
        result,
        { entry: entryJson(result.entry, result.standing), file: result.entry.file },
        context.cwd,
      ),
    );
    return EXIT.fine;
  }
  printAnswer(context, logAnswer(result, await styleFor(context, "out")));
  // Most entries raise nothing, and then nothing that prints diagnostics has to be loaded.
  if (result.diagnostics.length > 0)
    await (await import("../print-diagnostics.ts")).printDiagnostics(context, result.folder, result.diagnostics);
  return EXIT.fine;
}
