import { isFinal, lostSupport } from "../standing/decision.ts";
import type { GateItemStanding } from "../gates/gate-standing.ts";
import { countConditions, isDocument, openConditions, openWaivers } from "../gates/open-conditions.ts";
import { isEnding, type Ask, type Situation } from "./next-action.ts";
import type { Person, Role } from "../scalars/person.ts";

export interface GateActs {
  readonly "renew-waiver": { readonly item: string; readonly approver: Person; readonly reason: string };
  readonly "pass-gate": { readonly gate: number; readonly title: string };
  /**
   * `open`: ids of the conditions that this role closes, else of the documents that are left; `of`: how many conditions
   * the gate has; `first`: the text of the first that is open.
   */
  readonly "close-gate-conditions": {
    readonly gate: number;
    readonly title: string;
    readonly open: readonly string[];
    readonly of: number;
    readonly first: string;
  };
}

/** Waivers that have expired, and after a decision to go on what the gate asks where the PoC stands. */
export function gateActions(situation: Situation): readonly Ask<GateActs>[] {
  return isEnding(situation.standing) ? [] : [...waiverActions(situation), ...passageActions(situation)];
}

/** The approver of a waiver answers for it: the sponsor, or a person whom the sponsor knows. */
function waiverActions({ standing }: Situation): readonly Ask<GateActs>[] {
  return openWaivers(standing)
    .filter(({ expired }) => expired)
    .map(({ waiver: { item, approver, reason, until }, entry }) => ({
      code: "renew-waiver",
      role: "sponsor",
      who: approver,
      data: { item, approver, reason },
      by: until,
      entries: [entry.id],
    }));
}

/** Before the decision the rules of the PoC itself say what to do; after it only the gates do. */
function passageActions({ standing, gates }: Situation): readonly Ask<GateActs>[] {
  const { decision } = standing;
  const here = gates?.here;
  if (here === undefined || decision.current === undefined || !isFinal(decision.current.decision)) return [];
  if (lostSupport(standing) !== undefined) return [];
  const { number: gate, title } = here.gate;
  const open = openConditions(here);
  if (open.length === 0) return [{ code: "pass-gate", role: "owner", data: { gate, title } }];
  const { of } = countConditions(here);
  // A document that is rendered before its conditions are closed is stale as soon as they are.
  const conditions = open.filter(({ item }) => !isDocument(item));
  const asked = conditions.length > 0 ? conditions : open;
  const close = (role: Role, conditions: readonly GateItemStanding[]): readonly Ask<GateActs>[] => {
    const [first] = conditions;
    if (first === undefined) return [];
    const ids = conditions.map(({ id }) => id);
    return [{ code: "close-gate-conditions", role, data: { gate, title, open: ids, of, first: first.item.text } }];
  };
  return [
    ...close(
      "owner",
      asked.filter((condition) => !isBudget(condition)),
    ),
    ...close("sponsor", asked.filter(isBudget)),
  ];
}

/** Money is the sponsor's to commit. */
function isBudget({ item }: GateItemStanding): boolean {
  return item.evidence === "budget-named";
}
