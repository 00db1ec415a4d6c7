import { isFinal } from "../standing/decision.ts";
import { openConditions, openWaivers } from "../gates/gate-standing.ts";
import { isEnding, type RoleAction, type Situation } from "./role-action.ts";
import { countLabel } from "../scalars/labels.ts";

/** What was waived for a time and is due, and what the gate asks where the PoC stands since it was decided to go on. */
export function gateActions(situation: Situation): readonly RoleAction[] {
  return isEnding(situation.standing) ? [] : [...waiverActions(situation), ...passageActions(situation)];
}

/** Whoever approved a waiver answers for it: that is the sponsor, or somebody whom the sponsor knows. */
function waiverActions({ standing }: Situation): readonly RoleAction[] {
  return openWaivers(standing)
    .filter(({ expired }) => expired)
    .map(({ waiver, entry }) => ({
      role: "sponsor",
      what: `See to it that ${waiver.item} is closed, or waive it again`,
      because: `waived by ${waiver.approver.name}: ${waiver.reason}`,
      by: waiver.until,
      command: `poc gate waive ${waiver.item} --reason "…" --approver "…" --until DAY`,
      entries: [entry.id],
    }));
}

/** Before the decision the rules of the PoC itself say what to do; after it nobody but the gates does. */
function passageActions({ standing: { decision }, here }: Situation): readonly RoleAction[] {
  if (here === undefined || decision.current === undefined || !isFinal(decision.current.decision)) return [];
  const { gate, exit, artifacts } = here;
  const [first, ...others] = openConditions(here);
  const name = `gate ${gate.number}, ${gate.title}`;
  if (first === undefined)
    return [
      {
        role: "owner",
        what: `Have it agreed that ${name}, is passed`,
        because: "none of its conditions is open",
        command: 'poc gate pass --approver "…"',
        entries: [],
      },
    ];
  const more = others.length === 0 ? "" : `, and ${countLabel(others.length, "other")}`;
  return [
    {
      role: "owner",
      what: `Close what is open of ${name}`,
      because: `${others.length + 1} of ${exit.length + artifacts.length} open: ${first.item.text}${more}`,
      command: "poc gate",
      entries: [],
    },
  ];
}
