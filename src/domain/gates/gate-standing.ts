import type { CivilDate } from "../scalars/calendar.ts";
import type { Checklist } from "../records/checklist-items.ts";
import { checklistStanding } from "../standing/checklist.ts";
import { COUNTED_ANEW, GATE_EVIDENCE, type ConditionState } from "./gate-evidence.ts";
import type { GateReason } from "./gate-reason.ts";
import {
  gateSpan,
  lastAttestation,
  type LoggedAttestation,
  type GateSpan,
  type LoggedPassage,
  type LoggedWaiver,
} from "../records/gate-log.ts";
import { outgrownBudget } from "../records/terms/stated.ts";
import { signsOf, type Sign } from "./gate-signs.ts";
import { gateItemId, type Gate, type GateArtifact, type GateItem, type GateQuestion } from "../records/gate.ts";
import type { Evidenced } from "../standing/evidenced.ts";
import { authorshipOf } from "../records/entry.ts";

/** A rendered document as it was found in memos/: the latest of its kind. */
export interface FoundDocument {
  /** `decision`, as `poc memo` calls it. */
  readonly document: string;
  /** `memos/decision-2026-12-04.md` */
  readonly path: string;
  /** `there`: nobody looked whether it still says what the records say. `foreign`: it was not rendered by the tool.
   * `passed`: its gate was passed on it. */
  readonly state: "there" | "current" | "stale" | "edited" | "foreign" | "passed";
  /** What has changed since it was rendered: ids of entries, or what else it was. */
  readonly changed: readonly string[];
}

/** The content of the PoC folder, for gates that require files. */
export interface FoundFiles {
  /** Names of files relative to the PoC folder. */
  readonly files: readonly string[];
  readonly documents: readonly FoundDocument[];
  /** The checklists that the gates ask for. */
  readonly checklists: readonly Checklist[];
}

export interface GateItemStanding<Item extends GateItem = GateItem> {
  readonly item: Item;
  /** `proof-of-value.target-met`: as `--attest` and `--waive` take it. */
  readonly id: string;
  /**
   * `failed`: the evidence speaks against it; `stale`: it is there, and the records have changed since; `waived`:
   * neither met nor needed until a day.
   */
  readonly state: "met" | "open" | "failed" | "stale" | "waived";
  readonly basis: "evidence" | "person" | "none";
  /** What shows it, or what is missing. */
  readonly because: GateReason;
  readonly entries: readonly string[];
  /** The latest waiver of it, in force or expired; undefined where it is met. */
  readonly waiver: LoggedWaiver | undefined;
}

export interface GateAnswer {
  readonly text: string;
  readonly link: string;
  readonly by: string;
  readonly date: CivilDate;
  readonly entry: string;
}

export interface GateQuestionStanding {
  readonly question: GateQuestion;
  readonly id: string;
  /** The latest answer of a person. */
  readonly answer: GateAnswer | undefined;
}

/**
 * `here`: the first gate that is not passed. `passed-over`: a later gate was passed and this one never was, since it
 * came in later. `dropped`: the organisation does not ask for it.
 */
export type GatePlace = "passed" | "here" | "ahead" | "passed-over" | "dropped";

/** A gate as of an instant. What is said of a gate that is passed is what held when it was passed. */
export interface GateStanding {
  readonly gate: Gate;
  readonly place: GatePlace;
  readonly passage: LoggedPassage | undefined;
  /** Ahead, and all its conditions to begin are met: the clock may run before the first gate is passed. */
  readonly begun: boolean;
  readonly entry: readonly GateItemStanding[];
  readonly exit: readonly GateItemStanding[];
  readonly artifacts: readonly GateItemStanding<GateArtifact>[];
  readonly questions: readonly GateQuestionStanding[];
  /** Signs of the pitfall that the log shows. */
  readonly signs: readonly Sign[];
}

/** All gates in order, and where the PoC stands among them. */
export interface GateWay {
  readonly gates: readonly GateStanding[];
  /** Undefined where all are passed. */
  readonly here: GateStanding | undefined;
  /** The entry of the decision that ended the way, where it was a no-go. */
  readonly endedBy: string | undefined;
}

/**
 * Where a PoC stands on the way through the gates. Gates are taken in their order; those that the organisation dropped
 * are skipped. A gate that was passed keeps what it was passed with, as the log recorded it; any other is judged by the
 * records of now, by the files and documents that were found, and by attestations and waivers that are in force.
 *
 * @param found what lies in the PoC folder; the domain reads no files
 */
export function gateWay(gates: readonly Gate[], standing: Evidenced, found: FoundFiles): GateWay {
  const passed = new Set(standing.gates.passages.map(({ passage }) => passage.gate));
  const asked = gates.filter((gate) => gate.dropped === undefined);
  const last = asked.findLastIndex((gate) => passed.has(gate.id));
  const place = (gate: Gate): GatePlace => {
    if (passed.has(gate.id)) return "passed";
    if (gate.dropped !== undefined) return "dropped";
    const index = asked.indexOf(gate);
    return index < last ? "passed-over" : index === last + 1 ? "here" : "ahead";
  };
  const standings = gates.map((gate, k) =>
    gateStanding(gate, place(gate), standing, { found, earlier: gates.slice(0, k) }),
  );
  const { current } = standing.decision;
  return {
    gates: standings,
    here: standings.find((item) => item.place === "here"),
    endedBy: current?.decision.outcome === "no-go" ? current.entry.id : undefined,
  };
}

/** What a gate is judged by, besides the records. */
interface Surroundings {
  readonly found: FoundFiles;
  /** The gates before it. */
  readonly earlier: readonly Gate[];
}

function gateStanding(gate: Gate, place: GatePlace, standing: Evidenced, surroundings: Surroundings): GateStanding {
  const span = gateSpan(standing.gates, gate.id, place === "here");
  const judge = new Judge(gate, standing, span, surroundings);
  const entry = gate.entry.map((item) => judge.item(item));
  const begun = place === "ahead" && entry.length > 0 && entry.every(({ state }) => state === "met");
  return {
    gate,
    place,
    passage: span.passed,
    begun,
    entry,
    exit: gate.exit.map((item) => judge.item(item)),
    artifacts: gate.artifacts.map((item) => judge.item(item)),
    questions: gate.questions.map((question) => questionStanding(gate, question, standing)),
    // Before the gate is reached or begun, signs do not matter.
    signs: span.reached || begun ? signsOf(gate, standing, span) : [],
  };
}

type Judged = Pick<GateItemStanding, "state" | "basis" | "because" | "entries">;

/** What the records or the folder show, before any person's word. */
type FoundState = ConditionState | { readonly state: "stale"; readonly because: GateReason };

/** Judges the conditions of one gate. */
class Judge {
  readonly #gate: Gate;
  readonly #standing: Evidenced;
  readonly #span: GateSpan;
  readonly #found: FoundFiles;
  readonly #earlier: readonly Gate[];

  constructor(gate: Gate, standing: Evidenced, span: GateSpan, { found, earlier }: Surroundings) {
    this.#gate = gate;
    this.#standing = standing;
    this.#span = span;
    this.#found = found;
    this.#earlier = earlier;
  }

  item<Item extends GateArtifact>(item: Item): GateItemStanding<Item> {
    const id = gateItemId(this.#gate, item);
    const judged = this.#passed(item.id) ?? this.#now(item, id);
    if (judged.state === "met") return { item, id, ...judged, waiver: undefined };
    const waiver = this.#standing.gates.waivers.find((one) => one.waiver.item === id);
    const waived = item.waivable && waiver !== undefined && !waiver.expired;
    return { item, id, ...judged, state: waived ? "waived" : judged.state, waiver };
  }

  /** A condition that was met when the gate was passed stays met. One that was waived may have been closed since. */
  #passed(item: string): Judged | undefined {
    const snapshot = this.#span.passed?.passage.conditions.find((condition) => condition.item === item);
    return snapshot?.state === "met"
      ? {
          state: "met",
          basis: snapshot.basis,
          because: { code: "recorded", sentence: snapshot.because },
          entries: snapshot.entries,
        }
      : undefined;
  }

  #now(item: GateArtifact, id: string): Judged {
    const derived = this.#derived(item);
    if (derived !== undefined && (derived.state !== "open" || !item.attestable))
      return { basis: derived.state === "open" ? "none" : "evidence", entries: [], ...derived };
    const word = lastAttestation(this.#standing.log.counted, id);
    if (word !== undefined) {
      const { entry, attestation } = word;
      const outgrown = this.#outgrown(item, word);
      if (outgrown !== undefined) return outgrown;
      return {
        state: "met",
        basis: "person",
        because: { code: "attested", ...authorshipOf(entry), note: attestation.note, link: attestation.evidence },
        entries: [entry.id],
      };
    }
    const before = item.attestable ? this.#wordBefore(item) : undefined;
    if (before !== undefined) return before;
    return {
      state: "open",
      basis: "none",
      because: derived?.because ?? { code: "not-attested" },
      entries: derived !== undefined && "entries" in derived ? (derived.entries ?? []) : [],
    };
  }

  /** A word for a budget is about the sum of its day. */
  #outgrown({ evidence }: GateArtifact, { entry }: LoggedAttestation): Judged | undefined {
    const outgrown =
      evidence === "budget-named" ? outgrownBudget(entry, this.#standing.definitions.charter) : undefined;
    if (outgrown === undefined) return undefined;
    return { state: "open", basis: "none", because: { code: "budget-outgrown", ...outgrown }, entries: [entry.id] };
  }

  /** An attestation at an earlier gate is not required again. */
  #wordBefore(item: GateArtifact): Judged | undefined {
    for (const gate of this.#earlier.toReversed()) {
      for (const other of [...gate.entry, ...gate.exit, ...gate.artifacts].filter((one) => sameCondition(one, item))) {
        const at = gateItemId(gate, other);
        const word = lastAttestation(this.#standing.log.counted, at);
        if (word === undefined) continue;
        const outgrown = this.#outgrown(item, word);
        if (outgrown !== undefined) return outgrown;
        const { id } = word.entry;
        const { note, evidence: link } = word.attestation;
        return {
          state: "met",
          basis: "person",
          because: { code: "attested-before", at, ...authorshipOf(word.entry), note, link },
          entries: [id],
        };
      }
    }
    return undefined;
  }

  #derived({ evidence, checklist, file, document }: GateArtifact): FoundState | undefined {
    if (checklist !== undefined) return this.#listState(checklist);
    if (evidence !== undefined) return GATE_EVIDENCE[evidence](this.#standing, this.#span);
    if (file !== undefined) return fileState(file, this.#found.files);
    return document === undefined
      ? undefined
      : documentState(document, this.#found.documents, this.#span.passed !== undefined);
  }

  #listState(name: string): FoundState {
    const list = this.#found.checklists.find((one) => one.name === name);
    const items = list === undefined ? [] : checklistStanding(list, this.#standing).items;
    const open = items.filter(({ state }) => state !== "met").map(({ item }) => item.id);
    const because = { code: "checklist", list: name, met: items.length - open.length, of: items.length, open } as const;
    const entries = [...new Set(items.flatMap((item) => item.entries))];
    return { state: list !== undefined && open.length === 0 ? "met" : "open", because, entries };
  }
}

/**
 * Conditions of two gates that ask for the same: by the same evidence, unless that counts from gate to gate; or, where
 * only a person can tell, by the same id.
 */
function sameCondition(a: GateArtifact, b: GateArtifact): boolean {
  if (a.evidence !== undefined || b.evidence !== undefined)
    return a.evidence === b.evidence && !COUNTED_ANEW.has(a.evidence);
  return a.id === b.id && [a, b].every((item) => (item.checklist ?? item.file ?? item.document) === undefined);
}

function fileState(pattern: string, files: readonly string[]): FoundState {
  const name = files.findLast((one) => matchesFile(one, pattern));
  return name === undefined
    ? { state: "open", because: { code: "no-file", pattern } }
    : { state: "met", because: { code: "file-found", file: name } };
}

/** `*` stands for any part of one name, but not for folders. */
export function matchesFile(name: string, pattern: string): boolean {
  const [steps, wanted] = [name.split("/"), pattern.split("/")];
  return steps.length === wanted.length && wanted.every((part, k) => matchesName(steps[k]!, part));
}

/** Without a regular expression: a pattern of many stars would keep one busy for ever. */
function matchesName(name: string, pattern: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return name === pattern;
  const last = rest.pop()!;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of rest) {
    const next = name.indexOf(part, at);
    if (next < 0) return false;
    at = next + part.length;
  }
  return at <= name.length - last.length;
}

/** The document of a gate that is passed is history: that the log went on does not make it wrong. */
function documentState(document: string, documents: readonly FoundDocument[], passed: boolean): FoundState {
  const found = documents.find((one) => one.document === document);
  if (found === undefined) return { state: "open", because: { code: "no-document", document } };
  const { path, state, changed } = found;
  // Somebody may have had good reasons, and has to say so.
  if (state === "edited" && !passed) return { state: "open", because: { code: "document-edited", path } };
  if (state === "stale" && !passed)
    return { state: "stale", because: { code: "document-stale", path, changes: changed.length } };
  return { state: "met", because: { code: "document-found", path, foreign: state === "foreign" } };
}

function questionStanding(gate: Gate, question: GateQuestion, { log }: Evidenced): GateQuestionStanding {
  const id = gateItemId(gate, question);
  const word = lastAttestation(log.counted, id);
  if (word === undefined) return { question, id, answer: undefined };
  const { entry, attestation } = word;
  // Words beside a single answer are its words: poc log --attest proof-of-value.users=LINK "who they were".
  const text = attestation.note ?? (entry.attest.length === 1 ? entry.note : undefined) ?? "";
  return {
    question,
    id,
    answer: { text, link: attestation.evidence, by: entry.by.name, date: entry.date, entry: entry.id },
  };
}
