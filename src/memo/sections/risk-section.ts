import { CAUSES_OF_DEATH, type Risk, type RiskLevel } from "../../domain/records/risk.ts";
import { causeOf, isOpenRisk, isRaisedRisk, type RiskStanding } from "../../domain/standing/risk-standing.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import type { Cited } from "./cited-log.ts";
import { openText } from "../text/one-line.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { riskClause } from "../../wording/risk-causes.ts";

/** A risk of the register. */
export interface RiskRow {
  readonly id: string;
  /** `Wrong stack`, with the id where that is another; the id where it is none of the seven causes. */
  readonly title: string;
  readonly question: string;
  readonly level: string;
  /** What the records say of it, until a person answers; then "". */
  readonly raised: string;
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
  /** `3 risks are low or closed`; "" where there are none. */
  readonly settled: string;
  readonly register: boolean;
  /** Risks that the records raise and a person rated since: what both say. */
  readonly answered: readonly AnsweredRow[];
}

export interface AnsweredRow {
  readonly title: string;
  /** A clause: `poc.yaml names no sponsor`. */
  readonly records: string;
  /** `Ana Ruiz rated it low on Fri 27 Nov 2026: agreed by word of mouth`. */
  readonly answer: string;
  readonly entries: readonly string[];
}

const LEVELS: readonly RiskLevel[] = ["high", "unknown", "medium", "low", "closed"];

const LEVEL_LABELS: Readonly<Record<RiskLevel, string>> = {
  high: "High",
  unknown: "Not assessed",
  medium: "Medium",
  low: "Low",
  closed: "Closed",
};

/** The statements of the section, for the log that a document cites. */
export function risksCited({ open, answered }: RiskSection): readonly Cited[] {
  return [...open, ...answered];
}

export function riskSection({ risks }: Standing): RiskSection {
  const open = risks.filter(isOpenRisk);
  const settled = risks.length - open.length;
  const register = risks.some((standing) => standing.inRegister || standing.entries.length > 0);
  return {
    open: LEVELS.flatMap((level) => open.filter((standing) => standing.level === level)).map(riskRow),
    settled: !register || settled === 0 ? "" : `${countLabel(settled, "risk is", "risks are")} low or closed`,
    register,
    answered: risks.flatMap(answeredRow),
  };
}

function titleOf(risk: Risk): string {
  const cause = causeOf(risk);
  if (cause === undefined) return risk.id;
  return risk.id === cause ? CAUSES_OF_DEATH[cause].title : `${CAUSES_OF_DEATH[cause].title} (${risk.id})`;
}

function answeredRow(standing: RiskStanding): readonly AnsweredRow[] {
  const { risk, raised } = standing;
  if (raised?.answer === undefined) return [];
  return [
    {
      title: titleOf(risk),
      records: riskClause(raised.because),
      answer: answerLabel(standing),
      entries: [...new Set([...raised.entries, raised.answer.entry])],
    },
  ];
}

function riskRow(standing: RiskStanding): RiskRow {
  const { risk, level, note, evidence, raised } = standing;
  const cause = causeOf(risk);
  const unanswered = isRaisedRisk(standing) ? raised : undefined;
  return {
    id: risk.id,
    title: titleOf(risk),
    question: risk.question ?? (cause === undefined ? "" : CAUSES_OF_DEATH[cause].question),
    level: LEVEL_LABELS[level],
    raised: unanswered === undefined ? "" : riskClause(unanswered.because),
    owner: risk.owner?.name ?? openText("no owner"),
    mitigation: risk.mitigation ?? openText("no mitigation"),
    note: note ?? "",
    evidence: evidence ?? "",
    entries: [...new Set([...standing.entries, ...(unanswered?.entries ?? [])])],
  };
}

/** `Ana Ruiz rated it low on Fri 27 Nov 2026: the platform team runs it`; "" before an answer. */
export function answerLabel({ raised }: RiskStanding): string {
  if (raised?.answer === undefined) return "";
  const { by, level, date, note } = raised.answer;
  return `${by.name} ${level === "closed" ? "closed it" : `rated it ${level}`} on ${longDateLabel(date)}: ${note}`;
}
