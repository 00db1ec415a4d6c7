import type { Report } from "../../app/poc/report.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, type Safe } from "../terminal/safe.ts";
import { statusEvidence } from "./status-evidence.ts";
import { statusHead } from "./status-head.ts";
import { statusLimits } from "./status-limits.ts";
import { statusOutcome } from "./status-outcome.ts";
import type { Style } from "../terminal/style.ts";

/** The standing at a glance: how much is left, what is proven, what comes next, what the tool recommends. */
export function statusText(report: Report, style: Style): string {
  const { standing } = report;
  return linesText([
    ...statusHead(report, style),
    EMPTY,
    ...followed(statusLimits(standing, style)),
    ...statusEvidence(standing, style),
    EMPTY,
    ...statusOutcome(report, style),
  ]);
}

function followed(lines: readonly Safe[]): readonly Safe[] {
  return lines.length === 0 ? [] : [...lines, EMPTY];
}
