import type { Report } from "../../app/poc/report.ts";
import type { KillStanding } from "../../domain/standing/kill-standing.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { outcomeLabel } from "../../domain/standing/outcome.ts";
import { killVerdictLabel } from "../../wording/evals.ts";
import { killClause } from "../../wording/kill-reasons.ts";
import { alarmClause } from "../../wording/recommendation.ts";
import { answerLine, evalFacts, leftFacts, nextLine, primaryEval, proofAnswerLine } from "../answers/log-answer.ts";
import { diagnosticSummary } from "../diagnostics/diagnostic-text.ts";
import { cell, type Cell } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { line } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { phaseCell } from "./status-head.ts";

/** The standing in the four lines of an answer of `poc log`: state, what is left, proof, what comes next. */
export function statusShort({ standing, diagnostics }: Pick<Report, "standing" | "diagnostics">, style: Style): string {
  const proof = proofFacts(standing, style);
  return linesText([
    answerLine(line`State`, [...stateFacts(standing, style), cell(diagnosticSummary(diagnostics, style))], style),
    answerLine(line`Left`, leftFacts({ standing, before: standing }, style), style),
    ...(proof.length === 0 ? [] : [proofAnswerLine(proof, style)]),
    ...nextLine(standing, style),
  ]);
}

/** `Day 6 of 10`, what is recommended or was decided, and every limit that is passed. */
function stateFacts(standing: Standing, style: Style): readonly Cell[] {
  const { phase, recommendation } = standing;
  const alarms = phase === "decided" ? [] : recommendation.alarms;
  return [
    phaseCell(standing, style),
    ...(phase === "running" && standing.timebox?.day === 0
      ? [cell(style.text(outcomeLabel(recommendation.outcome)))]
      : []),
    ...alarms.map((alarm) => cell(style.text(alarmClause(alarm)), "bad")),
  ];
}

/** Kill criteria that are tripped or overdue come before the primary eval. */
function proofFacts(standing: Standing, style: Style): readonly (readonly Cell[])[] {
  const bad = standing.kill.filter(({ verdict }) => verdict === "tripped" || verdict === "overdue");
  return [
    ...bad.map((item) => [cell(style.text(killText(item)), "bad")]),
    ...primaryEval(standing).map((item) => evalFacts(item, style)),
  ];
}

function killText({ criterion, verdict, because }: KillStanding): string {
  return `${criterion.id} ${killVerdictLabel(verdict)}: ${killClause(because)}`;
}
