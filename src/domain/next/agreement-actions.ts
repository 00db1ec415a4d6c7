import { ITEM_EVIDENCE } from "../standing/item-evidence.ts";
import { DEFINITION_FILES, type Placeholder } from "../records/records.ts";
import { dueBy, isEnding, type RoleAction, type Situation } from "./role-action.ts";
import type { Standing } from "../standing/standing.ts";
import { countLabel, listLabel } from "../scalars/labels.ts";
import { termLabel } from "../records/terms.ts";

/** What has to be agreed on before the clock starts, and kept after: people, terms, the stack. */
export function agreementActions({ standing }: Situation): readonly RoleAction[] {
  if (standing.phase === "decided") return [];
  if (isEnding(standing)) return driftActions(standing);
  const people = peopleActions(standing);
  const open = standing.phase === "draft" ? draftActions(standing) : [];
  const ready = standing.phase === "draft" && open.length === 0 && people.length === 0 ? [startAction(standing)] : [];
  return [...driftActions(standing), ...open, ...ready, ...people, ...stackActions(standing)];
}

/** Without these nobody funds or adopts what the PoC shows. Each is for the other of the two to mend. */
function peopleActions({ definitions: { charter }, timebox, phase }: Standing): readonly RoleAction[] {
  if (charter === undefined) return [];
  const by = dueBy(phase === "draft" ? timebox?.start : timebox?.end);
  const lacks = (role: RoleAction["role"], what: string, field: string): RoleAction => ({
    role,
    what,
    because: `poc.yaml names no ${field}`,
    ...by,
    entries: [],
  });
  return [
    ...(charter.owner === undefined ? [lacks("sponsor", "Name a product owner who will adopt the MVP", "owner")] : []),
    ...(charter.sponsor === undefined
      ? [lacks("owner", "Find a sponsor who will read the memo and decide", "sponsor")]
      : []),
    ...(charter.mvpBudget === undefined ? [lacks("sponsor", "Say which budget waits for the MVP", "mvp.budget")] : []),
  ];
}

function draftActions({ definitions, placeholders, timebox }: Standing): readonly RoleAction[] {
  const by = dueBy(timebox?.start);
  const left = placeholders.filter((placeholder) => !isForOthers(placeholder));
  const files = [...new Set(left.map(({ place }) => place.file))];
  const engineer = (what: string, because: string, command?: string): RoleAction => ({
    role: "engineer",
    what,
    because,
    ...by,
    ...(command === undefined ? {} : { command }),
    entries: [],
  });
  // What stands open as a placeholder is told as one, and not again as missing.
  const lacks = (file: string, missing: boolean, what: string, because: string) =>
    missing && !placeholders.some(({ place }) => place.file === file) ? [engineer(what, because)] : [];
  const success = definitions.evals.some(({ primary, target }) => primary && target !== undefined);
  const { charter } = definitions;
  return [
    ...(left.length === 0
      ? []
      : [
          engineer(
            `Fill in ${countLabel(left.length, "placeholder")}`,
            `left for later in ${listLabel(files)}`,
            "poc check",
          ),
        ]),
    ...lacks(
      DEFINITION_FILES.evals,
      !success,
      "Say what success is before anybody codes",
      "evals.yaml holds no primary eval with a target",
    ),
    ...lacks(
      DEFINITION_FILES.killCriteria,
      definitions.killCriteria.length === 0,
      "Say what would end the work",
      "kill-criteria.yaml holds none",
    ),
    ...lacks(
      DEFINITION_FILES.charter,
      charter !== undefined && timebox === undefined,
      "Set the timebox",
      "poc.yaml has none",
    ),
    ...lacks(
      DEFINITION_FILES.charter,
      charter !== undefined && charter.spendCap === undefined,
      "Set the spend cap",
      "poc.yaml has none",
    ),
  ];
}

/** Left open for whom another action tells: the two people, the budget, and the business case. */
function isForOthers({ place }: Placeholder): boolean {
  const path = place.path.join(".");
  return (
    place.file === DEFINITION_FILES.value ||
    (place.file === DEFINITION_FILES.charter && ["owner", "sponsor", "mvp.budget"].includes(path))
  );
}

function startAction({ timebox }: Standing): RoleAction {
  return {
    role: "engineer",
    what: "Freeze the terms and start the clock",
    because: "the terms are complete and not frozen",
    ...dueBy(timebox?.start),
    command: "poc start",
    entries: [],
  };
}

function driftActions({ drift, asOf }: Standing): readonly RoleAction[] {
  const [first] = drift;
  if (first === undefined) return [];
  const others = drift.length === 1 ? "" : `, and ${countLabel(drift.length - 1, "other term")}`;
  const because = `${first.place.file} says ${first.current ?? "nothing"}, agreed was ${first.frozen ?? "nothing"}`;
  return [
    {
      role: "engineer",
      what: `Record or take back the change of ${termLabel(first.term)}${others}`,
      because,
      by: asOf.date,
      command: "poc amend",
      entries: [],
    },
  ];
}

/** What stands on another stack than production will be thrown away, however well it works. */
function stackActions(standing: Standing): readonly RoleAction[] {
  const { state, because } = ITEM_EVIDENCE["same-runtime"](standing);
  if (state !== "failed") return [];
  return [
    {
      role: "engineer",
      what: "Bring the PoC onto the stack of production",
      because,
      ...dueBy(standing.timebox?.end),
      entries: [],
    },
  ];
}
