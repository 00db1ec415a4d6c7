import type { Report } from "../../app/poc/report.ts";
import { compareMoney } from "../../domain/scalars/money.ts";
import { diagnosticsText, diagnosticSummary, type DiagnosticPaths } from "../diagnostics/diagnostic-text.ts";
import { cell, flow } from "../terminal/layout.ts";
import { line, linesText, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { outcomeLabel } from "../../domain/standing/outcome.ts";
import { moneyLeft, timeLeft } from "./time-and-money.ts";

/** Every problem with its place, then how many there are, then one line of where the PoC stands. */
export function checkText(report: Report, style: Style, paths: DiagnosticPaths = { prefix: "" }): string {
  const { diagnostics } = report;
  const found = diagnosticsText(diagnostics, style, paths);
  return `${found}${found === "" ? "" : "\n"}${linesText([diagnosticSummary(diagnostics, style), ...standingLine(report, style)])}`;
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
