import { gravityOf } from "../../diagnostics/gravity.ts";
import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Report } from "../../app/poc/report.ts";
import { compareMoney } from "../../domain/scalars/money.ts";
import { outcomeLabel } from "../../domain/standing/outcome.ts";
import { cell, flow } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { moneyLeft, timeLeft } from "../views/time-and-money.ts";
import {
  diagnosticLines,
  diagnosticsText,
  diagnosticSummary,
  headLines,
  type DiagnosticPaths,
} from "./diagnostic-text.ts";
import { foldPlaceholders } from "./fold-placeholders.ts";

export interface CheckTextOptions extends DiagnosticPaths {
  /** Every placeholder separately, each with its source and its hint. */
  readonly all?: boolean;
}

/**
 * Every problem with its place, then how many there are, then one line of where the PoC stands. A draft is a list to
 * work down: a line for each problem, and one for the placeholders of a file.
 */
export function checkText(report: Report, style: Style, options: CheckTextOptions = { prefix: "" }): string {
  const { diagnostics, standing } = report;
  const { all = false } = options;
  const folded = all ? diagnostics : foldPlaceholders(diagnostics, standing.placeholders);
  const draft = !all && standing.phase === "draft" && folded.length < diagnostics.length;
  const found = draft
    ? diagnosticLines(draftList(folded, style, options), style)
    : diagnosticsText(folded, style, options);
  const more =
    folded.length < diagnostics.length
      ? flow([cell(style.text(MORE), "faint"), cell(line`poc check --all`, "name")], style, style.columns)
      : [];
  return (
    `${found}${found === "" ? "" : "\n"}` +
    `${linesText([diagnosticSummary(diagnostics, style), ...standingLine(report, style), ...more])}`
  );
}

const MORE = "each problem with its source and a hint";

/** What stops `poc start` comes first: errors, in the order of the files. */
function draftList(diagnostics: readonly LocatedDiagnostic[], style: Style, paths: DiagnosticPaths): readonly Safe[] {
  const stops = ({ code }: LocatedDiagnostic) => gravityOf(code).severity === "error";
  const groups = [diagnostics.filter(stops), diagnostics.filter((diagnostic) => !stops(diagnostic))];
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => [
      ...(index === 0 ? [] : [EMPTY]),
      ...group.flatMap((diagnostic) => headLines(diagnostic, style, paths)),
    ]);
}

/** `Day 6 of 10 · 387.60 of 2,000.00 EUR left · Keep going (exit-criteria-open)`, or what was decided. */
function standingLine({ standing }: Pick<Report, "standing">, style: Style): readonly Safe[] {
  const { recommendation, timebox, phase, spend } = standing;
  const day =
    timebox === undefined || phase !== "running" || timebox.day === 0
      ? timeLeft(standing, style)
      : [cell(line`Day ${timebox.day} of ${timebox.of}`)];
  const money = moneyLeft(standing, standing, style);
  const within = spend.cap !== undefined && compareMoney(spend.total, spend.cap) <= 0;
  const decision = standing.decision.current?.decision;
  const said =
    phase === "decided" && decision !== undefined
      ? `decided: ${outcomeLabel(decision.outcome)}`
      : `${outcomeLabel(recommendation.outcome)} (${recommendation.rule})`;
  const recommended = cell(style.text(said), "strong");
  return flow([...day, within ? cell(line`${money.text} left`, money.role) : money, recommended], style, style.columns);
}
