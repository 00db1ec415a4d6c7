import type { CivilDate } from "../scalars/calendar.ts";
import { itemId, type Checklist, type ChecklistItem, type AskedWhen } from "../records/checklist-items.ts";
import { lastAttestation } from "../records/gate-log.ts";
import { outgrownBudget } from "../records/terms/stated.ts";
import { runVerdict } from "./command-run.ts";
import { ITEM_EVIDENCE } from "./item-evidence.ts";
import type { Person } from "../scalars/person.ts";
import type { Evidenced } from "./evidenced.ts";
import { isFinal } from "./decision.ts";
import type { ItemReason } from "./item-reason.ts";
import { authorshipOf } from "../records/entry.ts";

export interface ChecklistItemStanding {
  readonly item: ChecklistItem;
  /** `exit.risks-documented`: as `--attest` takes it. */
  readonly id: string;
  /** `failed`: the evidence speaks against it. Only `met` ticks the box. */
  readonly state: "met" | "open" | "failed";
  /** What answered it: the records, the item's command, or a person. */
  readonly basis: "evidence" | "command" | "person" | "none";
  /** What shows it, or what is missing. */
  readonly because: ItemReason;
  readonly entries: readonly string[];
  /** The day of the answer, where a command or a person gave it. */
  readonly on?: CivilDate;
  /** Who gave it, or ran the command. */
  readonly by?: Person;
  /** Who typed it in that person's name. */
  readonly recordedBy?: Person;
  /** Where a person says that it can be seen. */
  readonly link?: string;
  /** The file that keeps what the command printed. */
  readonly output?: string;
}

export interface ChecklistStanding {
  readonly checklist: Checklist;
  /** Whether its time has come. */
  readonly asked: boolean;
  readonly items: readonly ChecklistItemStanding[];
}

/**
 * A checklist as of an instant. An item with a command is judged by the latest run of it; one that the records can tell
 * of, by them; any other by the latest attestation of a person with a link. An attestation ticks only what no record
 * can show: it closes nothing that the records could judge and do not, and nothing that they speak against.
 */
export function checklistStanding(checklist: Checklist, standing: Evidenced): ChecklistStanding {
  const items = checklist.items.map((item) => itemStanding(itemId(checklist, item), item, standing));
  const begun = items.some(({ basis }) => basis === "person" || basis === "command");
  return { checklist, asked: isAsked(checklist.asked, standing, begun), items };
}

function itemStanding(id: string, item: ChecklistItem, standing: Evidenced): ChecklistItemStanding {
  if (item.check !== undefined) return byCommand(id, { ...item, check: item.check }, standing);
  const derived = item.evidence === undefined ? undefined : ITEM_EVIDENCE[item.evidence](standing);
  if (derived !== undefined && (derived.state !== "open" || !item.attestable || derived.byWord !== true)) {
    return {
      item,
      id,
      state: derived.state,
      basis: derived.state === "open" && item.attestable ? "none" : "evidence",
      because: derived.because,
      entries: derived.entries ?? [],
    };
  }
  const { charter } = standing.definitions;
  const attested = lastAttestation(standing.log.counted, id);
  if (attested !== undefined) {
    const { entry, attestation } = attested;
    const outgrown = item.evidence === "committed" ? outgrownBudget(entry, charter) : undefined;
    if (outgrown !== undefined)
      return {
        item,
        id,
        state: "open",
        basis: "none",
        because: { code: "commitment-outgrown", ...outgrown },
        entries: [entry.id],
      };
    const { evidence: link, note } = attestation;
    return {
      item,
      id,
      state: "met",
      basis: "person",
      because: { code: "attested", ...authorshipOf(entry), note, link },
      entries: [entry.id],
      on: entry.date,
      ...authorshipOf(entry),
      link,
    };
  }
  return {
    item,
    id,
    state: "open",
    basis: "none",
    because: derived?.because ?? { code: "not-attested" },
    entries: derived?.entries ?? [],
  };
}

function byCommand(
  id: string,
  item: ChecklistItem & { readonly check: string },
  { log, asOf }: Evidenced,
): ChecklistItemStanding {
  const { state, because, logged } = runVerdict(id, item, log.counted, asOf.date);
  const answer = { item, id, state, because };
  if (logged === undefined) return { ...answer, basis: "none", entries: [] };
  const { entry, run } = logged;
  return {
    ...answer,
    basis: state === "open" ? "none" : "command",
    entries: [entry.id],
    on: entry.date,
    by: entry.by,
    ...(run.output === undefined ? {} : { output: run.output }),
  };
}

/** A PoC that passed this gate has something in production that takes its place. */
const MVP_GATE = "mvp-slice";

/** Whether the time of a list has come. `begun`: somebody has answered an item of it already. */
export function isAsked(when: AskedWhen, standing: Evidenced, begun: boolean): boolean {
  const current = standing.decision.current?.decision;
  const outcome = current !== undefined && isFinal(current) ? current.outcome : undefined;
  const going = outcome === "go" || outcome === "conditional";
  switch (when) {
    case "always":
      return true;
    case "after-go":
      return going;
    case "after-go-for-customers":
      return (
        going &&
        standing.risks.some(
          ({ risk, level }) => risk.cause === "customer-chaos" && level !== "low" && level !== "closed",
        )
      );
    case "after-stop":
      return (
        outcome === "no-go" ||
        standing.gates.passages.some(({ passage }) => passage.gate === MVP_GATE) ||
        (going && begun)
      );
  }
}
