import { followUp, type AnswerResult } from "../../../app/follow-up/answer-forecast.ts";
import type { ForecastReport } from "../../../app/follow-up/compare-forecasts.ts";
import { readFollowUp, type FollowUpResult } from "../../../app/follow-up/read-follow-up.ts";
import { EXIT } from "../../../app/ports/exit.ts";
import { UsageFault, type UsageProblem } from "../../../app/ports/faults.ts";
import type { Context } from "../../../app/ports/ports.ts";
import { visibleText } from "../../../domain/scalars/visible-text.ts";
import { followUpStateJson } from "../../../output/follow-up/follow-up-json.ts";
import { followUpAnswer, followUpText } from "../../../output/follow-up/follow-up-text.ts";
import { entryJson } from "../../../output/json/entry-json.ts";
import { envelopeJson, libraryEnvelopeJson } from "../../../output/json/envelope-json.ts";
import type { InputOf } from "../../command.ts";
import type { followupCommand } from "../../commands/portfolio/followup.ts";
import { printAnswer } from "../../printing/print-answer.ts";
import { printUnread } from "../../printing/print-unread.ts";
import { pocText, styleFor } from "../../style.ts";

type Input = InputOf<typeof followupCommand>;

export async function runFollowup(context: Context, input: Input): Promise<number> {
  refuseTogether(input);
  if (input.flags.report) return report(context, input);
  const { directory, flags } = input;
  const { actual: actuals, notInUse, source, note, by, allowSecret } = flags;
  const result =
    flags.asOf === undefined
      ? await followUp(context, { directory, actuals, notInUse, source, note, by, allowSecret })
      : (await readFollowUp(context, directory, flags.asOf)).result;
  const { promised, lines } = result;
  if (flags.format === "json") {
    const entry = isAnswer(result) ? entryJson(result.entry, result.standing) : null;
    const data = { entry, file: entry?.file ?? null, ...followUpStateJson(promised, lines) };
    printAnswer(context, envelopeJson("followup", result, data, context.cwd));
    return EXIT.fine;
  }
  if (isAnswer(result))
    printAnswer(
      context,
      flags.quiet
        ? `${result.entry.id}\n`
        : await pocText(context, "out", result, (style) => followUpAnswer(result, style)),
    );
  else context.terminal.out(await pocText(context, "out", result, (style) => followUpText(result, style)));
  const unread = await printUnread(context, result);
  return isAnswer(result) ? EXIT.fine : unread;
}

function isAnswer(result: AnswerResult | FollowUpResult): result is AnswerResult {
  return "answered" in result;
}

/** An answer is about one PoC and today, a report about many and nothing to store. */
function refuseTogether({ args, flags }: Input): void {
  const { actual, notInUse, source, note, report: asked, format, out, asOf } = flags;
  const problems: UsageProblem[] = [];
  const answers = [
    ...(actual.length > 0 ? ["--actual"] : []),
    ...(notInUse === undefined ? [] : ["--not-in-use"]),
    ...(source === undefined ? [] : ["--source"]),
    ...(note === undefined ? [] : ["--note"]),
  ];
  const [first] = answers;
  if (first !== undefined && asked)
    problems.push({ message: `${first} is for one PoC, and --report for all`, hint: "leave one of them out" });
  if (first !== undefined && asOf !== undefined)
    problems.push({ message: `${first} is stored as of now, found --as-of too`, hint: "leave --as-of out" });
  const [where] = args.where;
  if (where !== undefined && !asked)
    problems.push({
      message: `found "${where.slice(0, 60)}" without --report`,
      hint: `add --report, or name one PoC: -C ${where}`,
    });
  if (!asked && (format === "csv" || format === "html"))
    problems.push({ message: `--format ${format} is for all PoCs`, hint: "add --report" });
  if (!asked && out !== undefined)
    problems.push({ message: "--out is for the report of all PoCs", hint: "add --report" });
  if (problems.length > 0) throw new UsageFault(problems);
}

async function report(context: Context, { directory, args, flags }: Input): Promise<number> {
  const { compareForecasts } = await import("../../../app/follow-up/compare-forecasts.ts");
  const named = args.where.length === 0 && directory !== undefined ? [directory] : args.where;
  const found = await compareForecasts(context, { named, asOf: flags.asOf });
  const out = flags.out === "-" ? undefined : flags.out;
  const text = await reportText(context, found, flags.format, out === undefined);
  if (out === undefined) context.terminal.out(text);
  else {
    const { writeList } = await import("../../../app/portfolio/render-board.ts");
    writeList(context, out, text, flags.force);
    context.terminal.err(`Written: ${visibleText(out)}\n`);
  }
  return found.notRead.length > 0 ? EXIT.records : EXIT.fine;
}

async function reportText(
  context: Context,
  found: ForecastReport,
  format: Input["flags"]["format"],
  shown: boolean,
): Promise<string> {
  switch (format) {
    case "json": {
      const { calibrationJson } = await import("../../../output/follow-up/calibration-json.ts");
      return libraryEnvelopeJson("followup --report", calibrationJson(found, context.cwd));
    }
    case "csv":
      return (await import("../../../output/follow-up/calibration-csv.ts")).calibrationCsv(found);
    case "html":
      return (await import("../../../app/follow-up/render-forecasts.ts")).renderForecasts(context, found);
    default: {
      const { calibrationText } = await import("../../../output/follow-up/calibration-text.ts");
      const style = await styleFor(context, "out");
      return calibrationText(found, context.cwd, shown ? style : { ...style, terminal: false });
    }
  }
}
