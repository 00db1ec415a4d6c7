import { exitCodeOf } from "../app/poc/exit-code.ts";
import type { Context } from "../app/ports/ports.ts";
import { readCheckReport, type CheckReport } from "../app/reports/check-report.ts";
import { writeReports } from "../app/reports/write-reports.ts";
import { checkText } from "../output/diagnostics/check-text.ts";
import { diagnosticsGithub } from "../output/diagnostics/diagnostics-github.ts";
import { diagnosticsGitlab } from "../output/diagnostics/diagnostics-gitlab.ts";
import { diagnosticsJunit } from "../output/diagnostics/diagnostics-junit.ts";
import { diagnosticsSarif } from "../output/diagnostics/diagnostics-sarif.ts";
import { envelopeJson } from "../output/json/envelope-json.ts";
import type { InputOf } from "./command.ts";
import type { checkCommand, ReportFormat } from "./commands/check.ts";
import { pathPrefix } from "./path-prefix.ts";
import { pocText } from "./style.ts";

/** `poc check` for other programs: on standard output, in files, or both. */
export async function runCheckReports(
  context: Context,
  { directory, flags }: InputOf<typeof checkCommand>,
): Promise<number> {
  const { asOf, failOn, format } = flags;
  const report = await readCheckReport(context, { directory, asOf, failOn });
  const exitCode = exitCodeOf(report.diagnostics, failOn);
  const told = (word: ReportFormat) => REPORTS[word](report, { exitCode, context });
  if (format === "human") {
    const prefix = pathPrefix(context.cwd, report.folder);
    context.terminal.out(
      await pocText(context, "out", report, (style) => checkText(report, style, { prefix, all: flags.all })),
    );
  } else context.terminal.out(told(format));
  writeReports(
    context,
    flags.report.map(({ word, file }) => ({ file, text: told(word) })),
  );
  return exitCode;
}

const REPORTS: Readonly<
  Record<ReportFormat, (report: CheckReport, run: { readonly exitCode: number; readonly context: Context }) => string>
> = {
  json: (report, { exitCode, context }) =>
    envelopeJson(
      "check",
      report,
      { exit_code: exitCode, recommendation: report.standing.recommendation.outcome },
      context.cwd,
    ),
  sarif: (report, { exitCode, context }) => diagnosticsSarif(report, context.version, exitCode),
  junit: diagnosticsJunit,
  gitlab: diagnosticsGitlab,
  github: ({ reported }) => diagnosticsGithub(reported),
};
