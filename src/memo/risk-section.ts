import { CAUSES_OF_DEATH, type RiskLevel } from "../domain/risk.ts";
import { isOpenRisk, type RiskStanding } from "../domain/risk-standing.ts";
import type { Standing } from "../domain/standing.ts";
import { countLabel } from "../domain/wording.ts";
import { openText } from "./open-text.ts";

/** A risk of the register. */
export interface RiskRow {
  readonly id: string;
  /** `Wrong stack`, with the id where that is another; the id where it is none of the seven causes. */
  readonly title: string;
  readonly question: string;
  readonly level: string;
  readonly owner: string;
  readonly mitigation: string;
  /** The latest word in the log. */
  readonly note: string;
  readonly evidence: string;
  readonly entries: readonly string[];
}

/** The risks that may still stop the work, the worst first, and a count of the rest. */
export interface RiskSection {
  readonly open: readonly RiskRow[];
  /** `3 risks are low or closed`; "" where there is no register. */
  readonly settled: string;
  readonly register: boolean;
}

const LEVELS: readonly RiskLevel[] = ["high", "unknown", "medium", "low", "closed"];

const LEVEL_LABELS: Readonly<Record<RiskLevel, string>> = { high: "High", unknown: "Not assessed", medium: "Medium", low: "Low", closed: "Closed" };

export function riskSection({ risks }: Standing): RiskSection {
  const open = risks.filter(isOpenRisk);
  const settled = risks.length - open.length;
  return {
    open: LEVELS.flatMap((level) => open.filter((standing) => standing.level === level)).map(riskRow),
    settled: risks.length === 0 ? "" : `${countLabel(settled, "risk is", "risks are")} low or closed`,
    register: risks.length > 0,
  };
}

function riskRow({ risk, level, note, entries }: RiskStanding): RiskRow {
  const cause = risk.cause === undefined ? undefined : CAUSES_OF_DEATH[risk.cause];
  return {
    id: risk.id,
    title: cause === undefined ? risk.id : risk.id === risk.cause ? cause.title : `${cause.title} (${risk.id})`,
    question: risk.question ?? cause?.question ?? "",
    level: LEVEL_LABELS[level],
    owner: risk.owner?.name ?? openText("no owner"),
    mitigation: risk.mitigation ?? openText("no mitigation"),
    note: note ?? "",
    evidence: risk.evidence ?? "",
    entries: [...new Set(entries)],
  };
}
