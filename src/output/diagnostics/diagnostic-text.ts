import { catalogueEntry } from "../../diagnostics/catalogue.ts";
import type { Severity } from "../../diagnostics/catalogue-entry.ts";
import type { LocatedDiagnostic, Location } from "../../diagnostics/diagnostic.ts";
import { line, linesText, type Safe } from "../terminal/safe.ts";
import { sourceExcerpt } from "./source-excerpt.ts";
import type { Style } from "../terminal/style.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import type { Role } from "../terminal/paint.ts";
import type { Report } from "../../app/poc/report.ts";
import { timeLeft, moneyLeft } from "../views/time-and-money.ts";
import { cell, flow } from "../terminal/layout.ts";
import { compareMoney } from "../../domain/scalars/money.ts";
import { outcomeLabel } from "../../domain/standing/outcome.ts";

/** How the file names of diagnostics become paths that can be opened from where the person is. */
export interface DiagnosticPaths {
  /** Put before every file: `retrieval-poc/`, or "" within the PoC folder. */
  readonly prefix: string;
}

const SEVERITY_ROLES: Readonly<Record<Severity, Role>> = { error: "bad", warning: "warn", note: "name" };

/** All diagnostics, a blank line between two of them. Empty where there are none. */
export function diagnosticsText(
  diagnostics: readonly LocatedDiagnostic[],
  style: Style,
  paths: DiagnosticPaths = { prefix: "" },
): string {
  return diagnostics.map((diagnostic) => diagnosticText(diagnostic, style, paths)).join("\n");
}

/**
 * One diagnostic. Its first line, `file:line:column: severity[code]: message`, is stable, never wrapped, and can be
 * searched for and clicked; then come the source with carets, related places and the hint.
 */
export function diagnosticText(
  diagnostic: LocatedDiagnostic,
  style: Style,
  paths: DiagnosticPaths = { prefix: "" },
): string {
  const { severity } = catalogueEntry(diagnostic.code);
  const role = SEVERITY_ROLES[severity];
  const code = style.text(diagnostic.code);
  const head = style.paint(role, line`${style.text(severity)}[${code}]`);
  const message = style.paint("strong", style.text(diagnostic.message));
  return linesText([
    line`${placeText(diagnostic.location, style, paths)}: ${head}: ${message}`,
    ...sourceExcerpt(diagnostic.location.source, diagnostic.location.span, style, role),
    ...diagnostic.relatedLocations.flatMap((related) => [
      line`${placeText(related, style, paths)}: ${style.text(related.label)}`,
      ...sourceExcerpt(related.source, related.span, style, "faint"),
    ]),
    ...(diagnostic.hint === undefined
      ? []
      : [line`${style.paint("name", line`hint:`)} ${style.text(diagnostic.hint)}`]),
  ]);
}

function placeText({ file, span }: Location, style: Style, paths: DiagnosticPaths): Safe {
  return line`${style.text(paths.prefix + file)}:${span.line}:${span.column}`;
}

/** How many diagnostics there are of each severity. */
export function severityCounts(diagnostics: readonly LocatedDiagnostic[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { code } of diagnostics) counts[catalogueEntry(code).severity]++;
  return counts;
}

/** `2 errors, 1 warning`, or `nothing wrong`. */
export function diagnosticSummary(diagnostics: readonly LocatedDiagnostic[], style: Style): Safe {
  const counts = severityCounts(diagnostics);
  const parts = (["error", "warning", "note"] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => style.paint(SEVERITY_ROLES[severity], style.text(countLabel(counts[severity], severity))));
  return parts.length === 0 ? style.paint("good", line`nothing wrong`) : (parts.join(", ") as Safe);
}

/** Every problem with its place, then how many there are, then one line of where the PoC stands. */
export function checkText(report: Report, style: Style, paths: DiagnosticPaths = { prefix: "" }): string {
  const { diagnostics } = report;
  const found = diagnosticsText(diagnostics, style, paths);
  return (
    `${found}${found === "" ? "" : "\n"}` +
    `${linesText([diagnosticSummary(diagnostics, style), ...standingLine(report, style)])}`
  );
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
