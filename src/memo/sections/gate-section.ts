import { longDateLabel } from "../../domain/scalars/calendar.ts";
import type { GateItemStanding, GateQuestionStanding, GateStanding } from "../../domain/gates/gate-standing.ts";
import { countConditions } from "../../domain/gates/open-conditions.ts";
import type { GateArtifact } from "../../domain/records/gate.ts";
import { openText } from "../text/one-line.ts";
import { signSentence } from "../../wording/gate-signs.ts";
import { closingOf, gateClause, waiverSentence } from "../../wording/gate-reasons.ts";
import { namedAs } from "../../wording/people.ts";

/** A condition or artifact of a gate. */
export interface GateRow {
  /** As `poc log --attest` takes it: `proof-of-value.target-met`. */
  readonly id: string;
  readonly text: string;
  /** The only state that ticks a box. */
  readonly met: boolean;
  /** The evidence speaks against it. */
  readonly failed: boolean;
  readonly waived: boolean;
  /** `Met`, `Open`, `Failed`, `Stale` or `Waived`. */
  readonly state: string;
  /** What shows it, or what is missing. */
  readonly because: string;
  /** `by evidence`, `on a person's word`, or "". */
  readonly basis: string;
  /** Who waived it, until when and why, also if it has expired; "" without a waiver. */
  readonly waiver: string;
  /** How to close it, in words and commands; "" where it is met. */
  readonly closedBy: string;
  /** The words of it; "" where a command is all. */
  readonly how: string;
  /** The commands of it. */
  readonly commands: readonly string[];
  readonly entries: readonly string[];
}

/** A question that the document of a gate has to answer. */
export interface GateQuestionRow {
  readonly id: string;
  readonly text: string;
  readonly answered: boolean;
  /** In the words of the person who answered; `OPEN: …` before that. */
  readonly answer: string;
  /** Where it can be seen; "" before it is answered. */
  readonly link: string;
  readonly by: string;
  readonly date: string;
  readonly entries: readonly string[];
}

/** One gate in words: what its document shows of it. */
export interface GateSection {
  readonly id: string;
  /** `Gate 2: Proof of value` */
  readonly label: string;
  readonly number: string;
  readonly title: string;
  readonly purpose: string;
  readonly passed: boolean;
  /** `Passed`, `Not passed`, `Ready to pass`, `Not reached` or `Not needed`: a badge. */
  readonly state: string;
  /** `Passed on Fri 4 Dec 2026, approved by Marta Weiss`, `Not passed: 3 of 7 conditions are open`, … */
  readonly standing: string;
  /** The entry that recorded the passage. */
  readonly entries: readonly string[];
  readonly entry: readonly GateRow[];
  readonly exit: readonly GateRow[];
  readonly artifacts: readonly GateRow[];
  readonly questions: readonly GateQuestionRow[];
  readonly pitfall: string;
  /** Signs of the pitfall that the log shows; none are looked for before the gate is reached. */
  readonly signs: readonly { readonly text: string; readonly entries: readonly string[] }[];
  /** What the absence of signs means; "" where there are any. */
  readonly noSigns: string;
}

export function gateSection(standing: GateStanding): GateSection {
  const { gate, passage, place } = standing;
  return {
    id: gate.id,
    label: `Gate ${gate.number}: ${gate.title}`,
    number: String(gate.number),
    title: gate.title,
    purpose: gate.purpose,
    passed: place === "passed",
    state: stateLabel(standing),
    standing: standingText(standing),
    entries: passage === undefined ? [] : [passage.entry.id],
    entry: standing.entry.map(row),
    exit: standing.exit.map(row),
    artifacts: standing.artifacts.map(row),
    questions: standing.questions.map(questionRow),
    pitfall: gate.pitfall.text,
    signs: standing.signs.map(({ shows, entries }) => ({ text: signSentence(shows), entries })),
    noSigns: standing.signs.length > 0 ? "" : noSignsText(standing),
  };
}

function stateLabel(standing: GateStanding): string {
  switch (standing.place) {
    case "passed":
      return "Passed";
    case "dropped":
      return "Not needed";
    case "ahead":
      return "Not reached";
    default:
      return countConditions(standing).open === 0 ? "Ready to pass" : "Not passed";
  }
}

function standingText(standing: GateStanding): string {
  const { place, passage: passed, gate, begun } = standing;
  if (passed !== undefined) {
    const { entry, passage } = passed;
    return `Passed on ${longDateLabel(entry.date)}, approved by ${namedAs(passage.approver, entry)}`;
  }
  if (place === "dropped") return `Not needed here: ${gate.dropped ?? ""}`;
  if (place === "passed-over") return "Not passed: it was added after a later gate was passed";
  const { open, of } = countConditions(standing);
  if (place === "ahead")
    return begun ? "Begun before the previous gate was passed" : "Not reached: the previous gate comes first";
  return open === 0
    ? "Ready to pass: no condition is open"
    : `Not passed: ${open} of ${of} conditions ${open === 1 ? "is" : "are"} open`;
}

function noSignsText({ place, begun }: GateStanding): string {
  return place === "here" || place === "passed" || begun ? "The log shows no sign of it." : "";
}

const STATES = { met: "Met", open: "Open", failed: "Failed", stale: "Stale", waived: "Waived" } as const;
const BASES = { evidence: "by evidence", person: "on a person's word", none: "" } as const;

function row(item: GateItemStanding<GateArtifact>): GateRow {
  const { state, because, basis, waiver, entries } = item;
  const closing = closingOf(item);
  return {
    id: item.id,
    text: item.item.text,
    met: state === "met",
    failed: state === "failed",
    waived: state === "waived",
    state: STATES[state],
    because: gateClause(because),
    basis: state === "met" ? BASES[basis] : "",
    waiver: waiver === undefined ? "" : waiverSentence(waiver),
    closedBy:
      closing === undefined ? "" : [closing.how, ...closing.commands].filter((text) => text !== "").join(", or "),
    how: closing?.how ?? "",
    commands: closing?.commands ?? [],
    entries: [...new Set(waiver === undefined ? entries : [...entries, waiver.entry.id])],
  };
}

function questionRow({ question, id, answer }: GateQuestionStanding): GateQuestionRow {
  if (answer === undefined)
    return {
      id,
      text: question.text,
      answered: false,
      answer: openText("not answered yet"),
      link: "",
      by: "",
      date: "",
      entries: [],
    };
  const { text, link, by, date, entry } = answer;
  // A link alone is not an answer in words: on paper it cannot be followed.
  return {
    id,
    text: question.text,
    answered: true,
    answer: text === "" ? openText("answered by a link only") : text,
    link,
    by,
    date: longDateLabel(date),
    entries: [entry],
  };
}
