import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { parseDay } from "../../domain/scalars/readings/parse-day.ts";
import { conditionsOf } from "../../domain/gates/open-conditions.ts";
import { itemId, type Checklist } from "../../domain/records/checklist-items.ts";
import type { WaivedItem, Waiver } from "../../domain/records/entry.ts";
import type { GateItemStanding, GateStanding } from "../../domain/gates/gate-standing.ts";
import type { GateArtifact } from "../../domain/records/gate.ts";
import { nameHint, nearest } from "../../domain/scalars/nearest.ts";
import { optional } from "../../domain/scalars/optional.ts";
import { reasonProblems } from "../agreement/reasons.ts";
import { RuleFault, UsageFault, type UsageProblem } from "../ports/faults.ts";
import { waivableItems } from "./open-gates.ts";

/** Waivers as they were typed: each condition with its reason and its last day, or one of these for all. */
export interface WaiverRequest {
  readonly items: readonly string[];
  readonly reasons: readonly string[];
  readonly until: readonly string[];
}

/** What is wrong with the flags, before any record was read. */
export function waiverProblems({ items, reasons, until }: WaiverRequest): readonly UsageProblem[] {
  if (items.length === 0) {
    const stray = reasons.length > 0 ? "--reason" : until.length > 0 ? "--until" : undefined;
    return stray === undefined
      ? []
      : [{ message: `${stray}: needs a waiver`, hint: "add --waive ITEM, or run poc gate waive ITEM" }];
  }
  return [
    ...reasonProblems(reasons.map((reason) => ["--reason", reason])),
    ...(reasons.length === 0 || reasons.some((reason) => reason.trim() === "")
      ? [{ message: "a waiver needs a reason", hint: 'add --reason "the review is booked for January"' }]
      : counted("--reason", reasons, items)),
    ...(until.length === 0
      ? [{ message: "a waiver needs a last day", hint: "add --until 2026-12-31" }]
      : counted("--until", until, items)),
  ];
}

function counted(flag: string, given: readonly string[], items: readonly string[]): readonly UsageProblem[] {
  if (given.length === 1 || given.length === items.length) return [];
  return [
    {
      message:
        `${flag}: found ${given.length} for ${items.length} waivers, expected one for all, or one for each in the ` +
        `same order`,
    },
  ];
}

/** A waiver that has no approver yet. */
export type UnsignedWaiver = Omit<Waiver, "approver">;

/**
 * The waivers for conditions of a gate.
 *
 * @throws UsageFault, RuleFault
 */
export function waiversOf(
  request: WaiverRequest,
  standing: GateStanding,
  checklists: readonly Checklist[],
  today: CivilDate,
): readonly UnsignedWaiver[] {
  return request.items.map((text, index) => {
    const item = waivable(standing, text);
    const reason = (request.reasons[index] ?? request.reasons[0]!).trim();
    const { evidence, document } = item.item;
    const until = lastDay(request.until[index] ?? request.until[0]!, today);
    return {
      item: item.id,
      reason,
      until,
      ...optional("evidence", evidence),
      ...optional("document", document),
      ...optional("openItems", openItemsOf(item, checklists)),
    };
  });
}

/** What has to be done on a waived checklist once the waiver has expired. */
function openItemsOf(
  { because }: GateItemStanding<GateArtifact>,
  checklists: readonly Checklist[],
): readonly WaivedItem[] | undefined {
  if (because.code !== "checklist") return undefined;
  const list = checklists.find(({ name }) => name === because.list);
  return because.open.map((id) => ({
    item: itemId({ name: because.list }, { id }),
    ...optional("evidence", list?.items.find((item) => item.id === id)?.evidence),
  }));
}

/** The condition by its id, with or without that of its gate. */
function waivable(standing: GateStanding, text: string): GateItemStanding<GateArtifact> {
  const { gate } = standing;
  const items = conditionsOf<GateItemStanding<GateArtifact>>(standing);
  const item = items.find(({ id, item: { id: own } }) => id === text || own === text);
  if (item === undefined) {
    const ids = waivableItems(gate);
    throw new UsageFault(
      `${gate.title} has no condition called "${text.slice(0, 80)}"`,
      nearest(text, ids) === undefined ? nameHint(`${gate.id}.${text}`, ids) : nameHint(text, ids),
    );
  }
  if (!item.item.waivable) throw new RuleFault(`${item.id} cannot be waived`, item.item.closedBy ?? "it has to be met");
  if (item.state === "met") throw new RuleFault(`${item.id} is met and needs no waiver`, "poc gate shows what is open");
  return item;
}

function lastDay(text: string, today: CivilDate): CivilDate {
  const date = parseDay(text, today, "future");
  if (!date.ok)
    throw new UsageFault(
      `--until: found "${text.slice(0, 60)}"${date.problem.found === undefined ? "" : ` (${date.problem.found})`}, ` +
        `expected ${date.problem.expected}`,
      date.problem.hint,
    );
  if (date.value < today)
    throw new UsageFault(
      `--until: ${date.value} is in the past, so the waiver would already have expired`,
      "name a day in the future",
    );
  return date.value;
}
