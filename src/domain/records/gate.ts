import { ITEM_EVIDENCE_NAMES } from "./checklist-items.ts";

/** What in the records can close a condition of a gate, by the name that its definition uses. */
export const GATE_EVIDENCE_NAMES = [
  ...ITEM_EVIDENCE_NAMES,
  "question-asked",
  "owner-named",
  "case-quantified",
  "inputs-sourced",
  "threshold-set",
  "case-meets-threshold",
  "kill-criteria-dated",
  "hypotheses-mapped",
  "terms-frozen",
  "caps-set",
  "unknowns-answered",
  "log-kept",
  "decided-go",
  "target-met-since",
  "budget-named",
  "spend-logged",
] as const;
export type GateEvidenceName = (typeof GATE_EVIDENCE_NAMES)[number];

/** Signs of a pitfall that a log can show, by the name that the definition of a gate uses. */
export const SIGN_NAMES = [
  "value-asserted",
  "case-misses-threshold",
  "nobody-but-the-owner",
  "second-extension",
  "work-after-timebox",
  "scope-grew",
  "many-arms",
  "left-out-unsaid",
  "one-author",
  "evidence-silent",
  "conditions-open",
  "celebrated-before-operations",
  "passed-after-start",
] as const;
export type SignName = (typeof SIGN_NAMES)[number];

/** A condition of a gate: to begin, or to leave it. */
export interface GateItem {
  readonly id: string;
  readonly text: string;
  /** How to close it, in words; if absent, by the command that attests it. */
  readonly closedBy?: string;
  /** What in the records can close it; absent if only a person can know. */
  readonly evidence?: GateEvidenceName;
  /** A checklist that has to be complete; a person closes it item by item. */
  readonly checklist?: string;
  /** Whether a person's word with a link may close it if the records leave it open. */
  readonly attestable: boolean;
  /** Whether the gate may be passed without it, for a reason and for a time. */
  readonly waivable: boolean;
}

/** What a gate leaves behind: a file, a rendered document, or something that a person can show. */
export interface GateArtifact extends GateItem {
  /** A file of the PoC folder, `*` for any part of its name: `value.yaml`. */
  readonly file?: string;
  /** The kind of a document in memos/, as `poc memo` calls it. */
  readonly document?: string;
}

/** A question that the document of a gate has to answer, and only a person can. */
export interface GateQuestion {
  readonly id: string;
  readonly text: string;
}

/** How people get a gate wrong, and how a log may show it. */
export interface Pitfall {
  readonly text: string;
  readonly signs: readonly SignName[];
}

/**
 * One of the gates from an idea to scale. Which there are, and what they ask, is data: `gates/2-proof-of-value.yaml`.
 */
export interface Gate {
  /** From its file name, like its number. */
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly purpose: string;
  /** Conditions to begin; the gate is not passed while one of them is open. */
  readonly entry: readonly GateItem[];
  readonly exit: readonly GateItem[];
  readonly artifacts: readonly GateArtifact[];
  readonly questions: readonly GateQuestion[];
  readonly pitfall: Pitfall;
  /** Why the gate does not apply, if an organisation has dropped it. */
  readonly dropped?: string;
}

/** Words that `poc gate` uses itself, so no gate can have such a name. */
export const GATE_ACTIONS = ["pass", "waive"] as const;

/** `proof-of-value.target-met`: an item of a gate as `--attest` and `--waive` take it. */
export function gateItemId(gate: Pick<Gate, "id">, item: { readonly id: string }): string {
  return `${gate.id}.${item.id}`;
}

/** Everything of the gates that an attestation may name, by its id, and whether a person's word is enough for it. */
export function attestableGateItems(gates: readonly Gate[]): ReadonlyMap<string, boolean> {
  return new Map(
    gates
      .filter((gate) => gate.dropped === undefined)
      .flatMap((gate) => {
        const questions = gate.questions.map((question) => ({ ...question, attestable: true }));
        return [...gate.entry, ...gate.exit, ...gate.artifacts, ...questions].map(
          (item) => [gateItemId(gate, item), item.attestable] as const,
        );
      }),
  );
}
