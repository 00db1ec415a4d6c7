import { CAUSES_OF_DEATH, type CauseOfDeath } from "../records/risk.ts";
import { isEnding, type Ask, type Situation } from "./next-action.ts";
import { isRaisedRisk, type RiskRaised, type RiskStanding } from "../standing/risk-standing.ts";
import type { CivilDate } from "../scalars/calendar.ts";
import type { Role } from "../scalars/person.ts";
import type { Standing } from "../standing/standing.ts";

export interface RiskActs {
  /** `question`: what the register, the log or the cause asks; undefined for a risk that only has an id. */
  readonly "rate-risk": { readonly id: string; readonly question: string | undefined };
  readonly "respond-to-risk": { readonly id: string; readonly why: RiskRaised["because"] };
  readonly "cover-risk": { readonly id: string; readonly lacks: readonly ("owner" | "mitigation")[] };
}

/** Who can tell how high a risk is, by its cause of death. Of any other the owner has to ask around. */
const ASSESSORS: Readonly<Record<CauseOfDeath, Role>> = {
  "wrong-stack": "platform",
  "no-owner": "sponsor",
  "no-value-signal": "owner",
  "risk-ignored": "security",
  "ops-invisible": "platform",
  "cost-surprise": "engineer",
  "customer-chaos": "security",
};

/** Risks that are not rated, that the records raise, and high ones that nobody watches. */
export function riskActions({ standing }: Situation): readonly Ask<RiskActs>[] {
  if (isEnding(standing)) return [];
  const by = dueDay(standing);
  return standing.risks.flatMap((risk) => {
    if (isRaisedRisk(risk)) return respond(risk, by);
    if (risk.level === "unknown") return [rate(risk, by)];
    return risk.level === "high" ? cover(risk, by) : [];
  });
}

/** Owner, sponsor, stack and business case are asked for by actions of their own. */
const ASKED_ELSEWHERE: readonly (CauseOfDeath | undefined)[] = ["no-owner", "wrong-stack", "no-value-signal"];

/** What the records raise is answered by fixing them, or by somebody who says why it is not a risk. */
function respond({ risk, raised, entries }: RiskStanding, by: CivilDate | undefined): readonly Ask<RiskActs>[] {
  const { id, cause, owner, mitigation } = risk;
  if (raised === undefined || ASKED_ELSEWHERE.includes(cause)) return [];
  if (owner !== undefined && mitigation !== undefined) return [];
  return [{ code: "respond-to-risk", role: assessor(cause), data: { id, why: raised.because }, by, entries }];
}

function rate({ risk, note, entries }: RiskStanding, by: CivilDate | undefined): Ask<RiskActs> {
  const { id, cause } = risk;
  const question = risk.question ?? note ?? (cause === undefined ? undefined : CAUSES_OF_DEATH[cause].question);
  return { code: "rate-risk", role: assessor(cause), data: { id, question }, by, entries };
}

function cover({ risk, entries }: RiskStanding, by: CivilDate | undefined): readonly Ask<RiskActs>[] {
  const { id, cause, owner, mitigation } = risk;
  const lacks = (["owner", "mitigation"] as const).filter((field) => ({ owner, mitigation })[field] === undefined);
  return lacks.length === 0 ? [] : [{ code: "cover-risk", role: assessor(cause), data: { id, lacks }, by, entries }];
}

function assessor(cause: CauseOfDeath | undefined): Role {
  return cause === undefined ? "owner" : ASSESSORS[cause];
}

/** Documented risks are an exit criterion, due with the timebox; after the decision no day is set. */
function dueDay({ phase, timebox }: Standing): CivilDate | undefined {
  return phase === "decided" ? undefined : timebox?.end;
}
