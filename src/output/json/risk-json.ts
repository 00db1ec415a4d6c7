import type { CauseOfDeath, RiskLevel } from "../../domain/records/risk.ts";
import { personText } from "../../domain/scalars/person.ts";
import type { RiskStanding } from "../../domain/standing/risk-standing.ts";
import type { RiskReason } from "../../domain/standing/raised-risks.ts";
import { riskClause } from "../../wording/risk-causes.ts";
import { reasonJson, type ReasonJson } from "./reason-json.ts";
import type { DateText } from "./json-texts.ts";

export interface RiskJson {
  readonly id: string;
  /** The common cause of failure that it stands for. */
  readonly cause: CauseOfDeath | null;
  readonly question: string | null;
  /** High where the records raise it and it has no answer; else the stated level. */
  readonly level: RiskLevel;
  /** The latest word of people. */
  readonly stated_level: RiskLevel;
  /** What the records themselves show of it. */
  readonly raised: RaisedJson | null;
  readonly owner: string | null;
  readonly mitigation: string | null;
  readonly note: string | null;
  readonly evidence: string | null;
  /** Whether risks.yaml contains it. */
  readonly in_register: boolean;
  readonly entries: readonly string[];
}

export interface RaisedJson {
  readonly because: ReasonJson<RiskReason>;
  readonly entries: readonly string[];
  /** A person's answer to what the records show; null before an answer. */
  readonly answer: RiskAnswerJson | null;
}

export interface RiskAnswerJson {
  readonly level: RiskLevel;
  readonly by: string;
  readonly date: DateText;
  readonly note: string;
  readonly entry: string;
}

export function riskJson({ risk, level, stated, raised, note, evidence, entries, inRegister }: RiskStanding): RiskJson {
  return {
    id: risk.id,
    cause: risk.cause ?? null,
    question: risk.question ?? null,
    level,
    stated_level: stated,
    raised: raisedJson(raised),
    owner: risk.owner === undefined ? null : personText(risk.owner),
    mitigation: risk.mitigation ?? null,
    note: note ?? null,
    evidence: evidence ?? null,
    in_register: inRegister,
    entries,
  };
}

function raisedJson(raised: RiskStanding["raised"]): RaisedJson | null {
  if (raised === undefined) return null;
  const { because, entries, answer } = raised;
  return {
    because: reasonJson(because, riskClause(because)),
    entries,
    answer:
      answer === undefined
        ? null
        : { level: answer.level, by: personText(answer.by), date: answer.date, note: answer.note, entry: answer.entry },
  };
}
