import { CAUSES_OF_DEATH, type CauseOfDeath } from "../records/risk.ts";
import { dueBy, isEnding, type RoleAction, type Situation } from "./role-action.ts";
import { isRaisedRisk, type RiskStanding } from "../standing/risk-standing.ts";
import type { Standing } from "../standing/standing.ts";
import type { Role } from "../scalars/person.ts";

/** Who can tell how high a risk is, by what it may die of. What is no such cause is the owner's to ask about. */
const ASSESSORS: Readonly<Record<CauseOfDeath, Role>> = {
  "wrong-stack": "platform",
  "no-owner": "sponsor",
  "no-value-signal": "owner",
  "risk-ignored": "security",
  "ops-invisible": "platform",
  "cost-surprise": "engineer",
  "customer-chaos": "security",
};

/** Risks that nobody has looked at, and high ones that nobody watches. */
export function riskActions({ standing }: Situation): readonly RoleAction[] {
  if (isEnding(standing)) return [];
  return standing.risks.flatMap((risk) => {
    if (isRaisedRisk(risk)) return answer(risk, standing);
    return risk.level === "unknown" ? [assess(risk, standing)] : risk.level === "high" ? unwatched(risk, standing) : [];
  });
}

/** Who is to be named, which stack it is and what it is worth are asked for elsewhere; to say it twice helps nobody. */
const ASKED_ELSEWHERE: readonly (CauseOfDeath | undefined)[] = ["no-owner", "wrong-stack", "no-value-signal"];

/** What the records raise is answered by mending them, or by somebody who says why not. */
function answer(
  { risk: { id, cause, owner, mitigation }, raised, entries }: RiskStanding,
  standing: Standing,
): readonly RoleAction[] {
  if (ASKED_ELSEWHERE.includes(cause) || (owner !== undefined && mitigation !== undefined)) return [];
  return [
    {
      role: assessor(cause),
      what: `Answer for the risk ${id}`,
      because: raised!.because,
      ...due(standing),
      command: `poc log --risk "${id}=low: why it is none"`,
      entries,
    },
  ];
}

function assess({ risk: { id, cause, question }, note, entries }: RiskStanding, standing: Standing): RoleAction {
  return {
    role: assessor(cause),
    what:
      `Say how high the risk is: ` +
      `${question ?? note ?? (cause === undefined ? id : CAUSES_OF_DEATH[cause].question)}`,
    because: `${id} is not assessed`,
    ...due(standing),
    command: `poc log --risk ${id}=low|medium|high`,
    entries,
  };
}

function unwatched(
  { risk: { id, cause, owner, mitigation }, entries }: RiskStanding,
  standing: Standing,
): readonly RoleAction[] {
  const lacks = [owner === undefined ? "an owner" : "", mitigation === undefined ? "a mitigation" : ""]
    .filter((text) => text !== "")
    .join(" and ");
  if (lacks === "") return [];
  return [
    {
      role: assessor(cause),
      what: `Give the risk ${id} ${lacks}`,
      because: "it is high, and risks.yaml names none",
      ...due(standing),
      entries,
    },
  ];
}

function assessor(cause: CauseOfDeath | undefined): Role {
  return cause === undefined ? "owner" : ASSESSORS[cause];
}

/** Documented risks are an exit criterion: what is decided already waits for no day. */
function due({ phase, timebox }: Standing): Pick<RoleAction, "by"> {
  return phase === "decided" ? {} : dueBy(timebox?.end);
}
