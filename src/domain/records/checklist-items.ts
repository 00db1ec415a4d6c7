import type { Role } from "../scalars/person.ts";
/** What the records can say of an item, by the name that its definition calls it by. */
export const ITEM_EVIDENCE_NAMES = [
  "value-signal",
  "feasibility",
  "risks-documented",
  "committed",
  "memo-written",
  "same-runtime",
  "cost-model",
] as const;
export type ItemEvidenceName = (typeof ITEM_EVIDENCE_NAMES)[number];

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  /** How to close it, where it is open. */
  readonly closedBy: string;
  /** What in the records can close it. */
  readonly evidence?: ItemEvidenceName;
  /** The user's own command line, whose success ticks it. Run only when a person asks for that. */
  readonly check?: string;
  /** The folder in which `check` runs, relative to the PoC folder; the PoC folder itself if absent. */
  readonly cwd?: string;
  /** Neither the records nor a command may tick it, in this list or in one that replaces it. */
  readonly peopleOnly?: true;
  /** Who has to do it. */
  readonly role?: Role;
  /** Whether a person's word with a link may tick it if the records leave it open. */
  readonly attestable: boolean;
}

export interface Checklist {
  /** `exit`, `mvp`: what `poc checklist` takes, and the first part of the ids of its items. */
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  /** The moment from which it is due. */
  readonly asked: AskedWhen;
  readonly items: readonly ChecklistItem[];
}

/** The name of the one list that is not a file. */
export const EXIT = "exit";

/**
 * The five exit criteria of a PoC: it is done when all of them are true. They are code and not a file, because the
 * recommendation depends on them, and nobody may soften it by editing a list.
 */
export const EXIT_CRITERIA: Checklist = {
  name: EXIT,
  title: "PoC exit criteria",
  purpose: "The PoC is done when all five are true. A box is ticked by evidence, never by hope.",
  asked: "always",
  items: [
    {
      id: "value-signal",
      text: "The value signal is proven",
      closedBy: "complete value.yaml, with a threshold and a source for every input",
      evidence: "value-signal",
      role: "owner",
      attestable: false,
    },
    {
      id: "feasibility",
      text: "Feasibility meets the baseline",
      closedBy: "measure every primary eval and clear every kill criterion",
      evidence: "feasibility",
      role: "engineer",
      attestable: false,
    },
    {
      id: "risks-documented",
      text: "The risks are documented",
      closedBy: "give every risk a level, and every high one an owner and a mitigation",
      evidence: "risks-documented",
      attestable: false,
    },
    {
      id: "committed",
      text: "Product owner and sponsor are committed",
      closedBy: "name both in poc.yaml, then attest their commitment to the MVP with a link",
      evidence: "committed",
      role: "owner",
      attestable: true,
    },
    {
      id: "memo-written",
      text: "The decision memo is written, go or no-go",
      closedBy: "write the memo, then record the decision",
      evidence: "memo-written",
      attestable: false,
    },
  ],
};

/** An item as `--attest` and the log name it: `mvp.guardrails`. */
export function itemId(checklist: Pick<Checklist, "name">, item: Pick<ChecklistItem, "id">): string {
  return `${checklist.name}.${item.id}`;
}

/** The one item that only the sponsor can know. */
export const COMMITMENT_ITEM = itemId(EXIT_CRITERIA, { id: "committed" });

/** When a list becomes due, by the word that its file uses. Before that, its items are nobody's work. */
export const ASKED_WHEN = ["always", "after-go", "after-go-for-customers", "after-stop"] as const;

export type AskedWhen = (typeof ASKED_WHEN)[number];

/** When it will be asked, as the end of "it is asked …". */
export const ASKED_LABELS: Readonly<Record<AskedWhen, string>> = {
  always: "always",
  "after-go": "after a go",
  "after-go-for-customers": "after a go, while a risk of customer chaos is open",
  "after-stop": "after a no-go, or once an MVP has taken the place of the PoC",
};
