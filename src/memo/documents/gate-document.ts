import { longDateLabel } from "../../domain/scalars/calendar.ts";
import type { ChecklistStanding } from "../../domain/standing/checklist.ts";
import { gateSpan, type LoggedPassage } from "../../domain/records/gate-log.ts";
import type { GateBox } from "../charts/gates-chart.ts";
import type { GateStanding, GateWay } from "../../domain/gates/gate-standing.ts";
import { conditionsOf, countConditions } from "../../domain/gates/open-conditions.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { DocumentMeta, MadeFor } from "./decision-view.ts";
import { gateSection, type GateSection } from "../sections/gate-section.ts";
import { openingSection, type OpeningSection } from "../sections/opening-section.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import type { Cited } from "../sections/cited-log.ts";
import { openText } from "../text/one-line.ts";
import { namedAs } from "../../wording/people.ts";

/** What the documents of gates are made from, beside the standing. */
export interface GateInput {
  /** The gate that asks for the document; undefined where none does. */
  readonly gate: GateStanding | undefined;
  /** The passage of the gate before it; undefined of the first gate, and of one that is not reached. */
  readonly since: LoggedPassage | undefined;
  /** Every gate of the way with what is met of it, for the picture at the head of a document. */
  readonly way: readonly GateBox[];
  /** What an MVP needs: its readiness, its essentials. */
  readonly checklists: readonly ChecklistStanding[];
}

/** The gate that asks for a document, wherever on the way it stands. */
export function gateInputOf(
  way: GateWay,
  { gates }: Standing,
  document: string,
  checklists: readonly ChecklistStanding[],
): GateInput {
  const gate = way.gates.find((item) => item.gate.artifacts.some((artifact) => artifact.document === document));
  // Of a gate that is not reached the gate before is not passed, whatever was passed before that.
  const since = gate === undefined || gate.place === "ahead" ? undefined : gateSpan(gates, gate.gate.id).since;
  return { gate, since, way: way.gates.map((one) => boxOf(one, one === gate)), checklists };
}

function boxOf(standing: GateStanding, current: boolean): GateBox {
  const { gate, place } = standing;
  const { met, of } = countConditions(standing);
  return {
    number: gate.number,
    title: gate.title,
    place: place === "passed-over" ? "ahead" : place,
    current,
    met,
    of,
  };
}

/** A condition of the gate that may be missing for a time. */
export interface WaiverRow {
  /** The condition: `The target is met with real users and data`. */
  readonly text: string;
  /** Until when, by whom and why. */
  readonly waiver: string;
  readonly entries: readonly string[];
}

/** Something that is open, and how it is closed. */
export interface ClosingRow {
  readonly what: string;
  /** In words; "" where a command is all. */
  readonly how: string;
  /** The commands of which each does it. */
  readonly commands: readonly string[];
  /** The first of them, as older templates call it; "" where there is none. */
  readonly command: string;
}

/** What every document of a gate begins with: of what it speaks, and whether the gate was passed. */
export interface GateDocument extends OpeningSection {
  readonly meta: DocumentMeta;
  /** `Proof-of-value report`. */
  readonly name: string;
  readonly gate: GateSection;
  readonly waivers: readonly WaiverRow[];
  /** What `gate.standing` does not say: `3 questions have no answer.`; "" where every one has. */
  readonly missing: string;
  /** What has to be done to close what is open, with the commands that record it; none for a sponsor. */
  readonly closing: readonly ClosingRow[];
  /** What was decided against going on, in a sentence; "" where nothing was. */
  readonly stopped: string;
  /** The decision that stopped it. */
  readonly stoppedEntries: readonly string[];
}

/** Where an organisation has taken the gate away, its document says so and nothing of it. */
const NO_GATE: GateSection = {
  id: "",
  label: "No gate",
  number: "",
  title: "",
  purpose: "",
  passed: false,
  state: "Not needed",
  standing: "No gate of this PoC needs this document",
  entries: [],
  entry: [],
  exit: [],
  artifacts: [],
  questions: [],
  pitfall: "",
  signs: [],
  noSigns: "",
};

/** `document` is the kind: that it exists is nothing that it says of itself. */
export function gateDocument(
  name: string,
  document: string,
  standing: Standing,
  meta: MadeFor,
  { gate }: GateInput,
): GateDocument {
  const section = gate === undefined ? NO_GATE : withoutItself(gate, document);
  const { current } = standing.decision;
  const stop = current?.decision.outcome === "no-go" ? current : undefined;
  return {
    ...openingSection(standing),
    meta: { toolVersion: meta.toolVersion, fingerprint: meta.fingerprint },
    name,
    gate: section,
    waivers: conditionsOf(section)
      .filter(({ waiver }) => waiver !== "")
      .map(({ text, waiver, entries }) => ({ text, waiver, entries })),
    missing: missingText(section, gate),
    closing: meta.reader === "sponsor" || stop !== undefined ? [] : closingRows(section),
    stopped:
      stop === undefined
        ? ""
        : `${namedAs(stop.decision.by, stop.entry)} decided on ${longDateLabel(stop.entry.date)} to stop, ` +
          `so nothing below is requested.`,
    stoppedEntries: stop === undefined ? [] : [stop.entry.id],
  };
}

function closingRows({ questions, exit, artifacts }: GateSection): readonly ClosingRow[] {
  const open = [
    ...questions
      .filter(({ answered }) => !answered)
      .map(({ text, id }) => ({ what: text, how: "", commands: [`poc log --attest ${id}=LINK "the answer"`] })),
    ...[...exit, ...artifacts]
      .filter(({ met, waived }) => !met && !waived)
      .map(({ text, how, commands }) => ({ what: text, how, commands })),
  ];
  return open.map((row) => ({ ...row, command: row.commands[0] ?? "" }));
}

function withoutItself(gate: GateStanding, document: string): GateSection {
  const section = gateSection(gate);
  const itself = new Set(gate.artifacts.filter(({ item }) => item.document === document).map(({ id }) => id));
  return { ...section, artifacts: section.artifacts.filter(({ id }) => !itself.has(id)) };
}

function missingText(section: GateSection, gate: GateStanding | undefined): string {
  const unanswered = section.questions.filter(({ answered }) => !answered).length;
  const open = gate?.place === "ahead" || gate?.place === "passed-over" ? countConditions(gate).open : 0;
  const parts = [
    unanswered === 0 ? "" : `${countLabel(unanswered, "question has", "questions have")} no answer`,
    open === 0 ? "" : `${countLabel(open, "condition is", "conditions are")} open`,
  ].filter((text) => text !== "");
  return parts.length === 0 ? "" : `${parts.join(", and ")}.`;
}

/** Who is asked for what, in a sentence; where the gate was passed, that it was agreed. */
export function askedText(
  { definitions: { charter } }: Standing,
  { gate: section, stopped }: GateDocument,
  { gate }: GateInput,
  what: string,
): string {
  if (stopped !== "") return "Nothing: the decision was to stop.";
  if (gate === undefined || gate.place === "dropped") return `Nothing. ${section.standing}.`;
  if (gate.place === "ahead") return "Nothing is asked for yet.";
  if (gate.place === "passed") return "Nothing is asked for: the gate is passed.";
  const person = charter?.sponsor ?? charter?.owner;
  return person === undefined
    ? `${openText(`no owner or sponsor is named who could agree to ${what}`)}.`
    : `${person.name} is asked to agree to ${what}.`;
}

/** What the opening of a document and its word on the pitfall cite, for the log in its appendix. */
export function openingCited({ gate, waivers, stoppedEntries }: GateDocument): readonly Cited[] {
  return [{ entries: gate.entries }, ...gate.signs, ...waivers, { entries: stoppedEntries }];
}
