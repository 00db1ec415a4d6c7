import { ITEM_EVIDENCE } from "../standing/item-evidence.ts";
import { DEFINITION_FILES, type Placeholder } from "../records/records.ts";
import { isEnding, type Ask, type NoData, type Situation } from "./next-action.ts";
import type { Code } from "../../diagnostics/catalogue.ts";
import type { Place } from "../../diagnostics/place.ts";
import type { StartRefusal } from "../standing/evidenced.ts";
import type { ItemReason } from "../standing/item-reason.ts";
import type { Standing } from "../standing/standing.ts";

export interface AgreementActs {
  readonly "fill-placeholders": { readonly count: number; readonly files: readonly string[] };
  readonly "define-success": NoData;
  readonly "define-kill-criterion": NoData;
  readonly "set-timebox": NoData;
  readonly "set-spend-cap": NoData;
  /** What else a start would refuse; `first`: the first of it, in the words of the check. */
  readonly "fix-terms": { readonly count: number; readonly first: string };
  readonly "freeze-terms": NoData;
  readonly "name-owner": NoData;
  readonly "find-sponsor": NoData;
  readonly "name-budget": NoData;
  readonly "move-stack": { readonly why: ItemReason };
}

/** What has to be agreed before the clock starts and kept after it: terms, people, the stack. */
export function agreementActions({ standing }: Situation): readonly Ask<AgreementActs>[] {
  if (standing.phase === "decided" || isEnding(standing)) return [];
  const people = peopleActions(standing);
  const open = standing.phase === "draft" ? draftActions(standing) : [];
  const refused = standing.phase === "draft" ? refusedActions(standing, [...open, ...people]) : [];
  const ready =
    standing.phase === "draft" && open.length + refused.length + people.length === 0 ? [startAction(standing)] : [];
  return [...open, ...refused, ...ready, ...people, ...stackActions(standing)];
}

function draftActions({ definitions, placeholders, timebox }: Standing): readonly Ask<AgreementActs>[] {
  const { charter, evals, killCriteria } = definitions;
  const ask = { role: "engineer", data: {}, by: timebox?.start } as const;
  const left = placeholders.filter((placeholder) => !isForOthers(placeholder));
  const files = [...new Set(left.map(({ place }) => place.file))];
  // A placeholder already says that its file is incomplete.
  const lacks = (file: string, missing: boolean) => missing && !placeholders.some(({ place }) => place.file === file);
  const success = evals.some(({ primary, target }) => primary && target !== undefined);
  const asks: readonly (Ask<AgreementActs> | false)[] = [
    left.length > 0 && { ...ask, code: "fill-placeholders", data: { count: left.length, files } },
    lacks(DEFINITION_FILES.evals, !success) && { ...ask, code: "define-success" },
    lacks(DEFINITION_FILES.killCriteria, killCriteria.length === 0) && { ...ask, code: "define-kill-criterion" },
    lacks(DEFINITION_FILES.charter, charter !== undefined && timebox === undefined) && { ...ask, code: "set-timebox" },
    lacks(DEFINITION_FILES.charter, charter !== undefined && charter.spendCap === undefined) && {
      ...ask,
      code: "set-spend-cap",
    },
  ];
  return asks.filter((one) => one !== false);
}

/** The subjects of other actions. */
const ASKED: Readonly<Partial<Record<Code, keyof AgreementActs>>> = {
  "placeholder-left": "fill-placeholders",
  "owner-missing": "name-owner",
  "sponsor-missing": "find-sponsor",
  "spend-cap-missing": "set-spend-cap",
  "eval-missing": "define-success",
  "eval-primary-missing": "define-success",
  "eval-target-missing": "define-success",
  "kill-criterion-missing": "define-kill-criterion",
};

/** What a start would refuse, besides what other actions already ask for. */
function refusedActions(
  { refusals = [], timebox, placeholders }: Standing,
  asks: readonly Ask<AgreementActs>[],
): readonly Ask<AgreementActs>[] {
  const asked = new Set(asks.map(({ code }) => code));
  const isAsked = ({ code, place }: StartRefusal) => {
    const ask = ASKED[code];
    if (ask !== undefined && asked.has(ask)) return true;
    return /-(?:missing|incomplete|undated)$/.test(code) && placeholders.some((one) => isWithin(one.place, place));
  };
  const others = refusals.filter((refusal) => !isAsked(refusal));
  const [first] = others;
  if (first === undefined) return [];
  const data = { count: others.length, first: first.message };
  return [{ code: "fix-terms", role: "engineer", data, by: timebox?.start }];
}

/** Whether one of two places is the other, or a part of it. */
function isWithin(one: Place, other: Place): boolean {
  const [a, b] = [one.path, other.path];
  return one.file === other.file && a.every((step, index) => index >= b.length || step === b[index]);
}

/** Placeholders that other actions ask for: the two people, the budget, and the business case. */
function isForOthers({ place }: Placeholder): boolean {
  const path = place.path.join(".");
  return (
    place.file === DEFINITION_FILES.value ||
    (place.file === DEFINITION_FILES.charter && ["owner", "sponsor", "mvp.budget"].includes(path))
  );
}

function startAction({ timebox }: Standing): Ask<AgreementActs> {
  return { code: "freeze-terms", role: "engineer", data: {}, by: timebox?.start };
}

/** Without these nobody funds or adopts what the PoC shows. Owner and sponsor each find the other. */
function peopleActions({ definitions: { charter }, timebox, phase }: Standing): readonly Ask<AgreementActs>[] {
  if (charter === undefined) return [];
  const ask = { data: {}, by: phase === "draft" ? timebox?.start : timebox?.end } as const;
  const asks: readonly (Ask<AgreementActs> | false)[] = [
    charter.owner === undefined && { ...ask, code: "name-owner", role: "sponsor" },
    charter.sponsor === undefined && { ...ask, code: "find-sponsor", role: "owner" },
    charter.mvpBudget === undefined && { ...ask, code: "name-budget", role: "sponsor" },
  ];
  return asks.filter((one) => one !== false);
}

/** A system on another stack than production's will be thrown away, however well it works. */
function stackActions(standing: Standing): readonly Ask<AgreementActs>[] {
  const { state, because } = ITEM_EVIDENCE["same-runtime"](standing);
  if (state !== "failed") return [];
  return [{ code: "move-stack", role: "engineer", data: { why: because }, by: standing.timebox?.end }];
}
