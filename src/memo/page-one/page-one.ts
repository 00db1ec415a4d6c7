import { isEarlyLook } from "../../domain/evidence/eval-standing.ts";
import { isOpenRisk, causeOf, type RiskStanding } from "../../domain/standing/risk-standing.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { CAUSES_OF_DEATH, type RiskLevel } from "../../domain/records/risk.ts";
import type { ChecklistStanding } from "../../domain/standing/checklist.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { isFinal } from "../../domain/standing/decision.ts";
import { upperFirst } from "../../wording/first-letter.ts";
import { shownNote, type ConductNote, type NoteAbout } from "../sections/conduct-note.ts";
import { conductSection, peopleNotes } from "../sections/conduct-section.ts";
import { movedSection } from "../sections/moved-section.ts";
import { againstSection, type Against } from "./against.ts";
import type { AgainstNote } from "./against-weights.ts";
import { answerOf, type Answer } from "./answer.ts";
import { decisionBox, type DecisionBox } from "./decision-box.ts";
import { factRows, type FactRow } from "./fact-rows.ts";
import { sinceText } from "./logged-since.ts";
import { killLine, killLines, type KillLine } from "./kill-lines.ts";
import { nextText } from "./next-text.ts";
import { shortDate } from "./short-date.ts";
import { outcomeTable, type OutcomeTable } from "./outcome-table.ts";
import { clipped, isCut, sentenceOf, wordCount } from "./words.ts";

/** An open risk in one line. */
export interface RiskLine {
  readonly title: string;
  readonly level: string;
  readonly text: string;
  readonly entries: readonly string[];
}

/**
 * Page one: what a sponsor reads in two minutes. It has room for 450 words, so that what is long is cut short and what
 * is light is left to the appendix, where all of it stands.
 */
export interface PageOne {
  readonly box: DecisionBox;
  /** That entries were logged after the day it speaks of, and what they turned; else "". */
  readonly since: string;
  readonly answer: Answer;
  /** That figures may still move, and why: cases are missing, or there is time for a better run; else "". */
  readonly interim: string;
  /** The terms as first agreed, if they have changed. */
  readonly moved: readonly ConductNote[];
  readonly question: string;
  /** What is requested, what would end it, its worth and cost, what else could be done, what was learned. */
  readonly facts: readonly FactRow[];
  readonly against: Against;
  readonly outcomes: OutcomeTable;
  /** `All 4 kill criteria are cleared.` */
  readonly killLine: string;
  /** Those that are not cleared, and those that are on moved terms only. */
  readonly kill: readonly KillLine[];
  readonly risks: readonly RiskLine[];
  /** `2 more in the appendix.`; "" where there are none. */
  readonly moreRisks: string;
  /** What did not go as planned, by weight. */
  readonly conduct: readonly ConductNote[];
  /** `5 more in the appendix.`; `8 notes, in the appendix.` where there is room for none; "" where there are none. */
  readonly moreConduct: string;
  /** What happens now, without a command. */
  readonly next: string;
  /** The parts of the appendix with the whole of what is cut short here: `A`, `G`; none where nothing is. */
  readonly shortened: readonly string[];
  /** What was cut short here and is nowhere else in the appendix, whole. */
  readonly whole: readonly { readonly label: string; readonly text: string }[];
}

/** How much of everything there is room for. */
interface Room {
  readonly outcomes: number;
  readonly against: number;
  readonly kill: number;
  readonly risks: number;
  readonly conduct: number;
  readonly grounds: number;
  /** Most words of a text that a person wrote. */
  readonly words: number;
  /** Whether there is room for why the recommendation was followed; why it was not is always told. */
  readonly reason?: false;
}

/** From roomy to narrow; the first that fits is taken. */
const ROOMS: readonly Room[] = [
  { outcomes: 6, against: 3, kill: 4, risks: 3, conduct: 3, grounds: 4, words: 34 },
  { outcomes: 6, against: 3, kill: 4, risks: 3, conduct: 3, grounds: 4, words: 26 },
  { outcomes: 6, against: 3, kill: 3, risks: 3, conduct: 2, grounds: 3, words: 22 },
  { outcomes: 6, against: 3, kill: 3, risks: 2, conduct: 2, grounds: 3, words: 19 },
  { outcomes: 5, against: 3, kill: 2, risks: 2, conduct: 1, grounds: 2, words: 16 },
  { outcomes: 4, against: 2, kill: 2, risks: 1, conduct: 1, grounds: 2, words: 14 },
  { outcomes: 3, against: 2, kill: 2, risks: 1, conduct: 0, grounds: 1, words: 11 },
  { outcomes: 3, against: 2, kill: 2, risks: 1, conduct: 0, grounds: 1, words: 9 },
  { outcomes: 2, against: 2, kill: 1, risks: 1, conduct: 0, grounds: 1, words: 9, reason: false },
  { outcomes: 2, against: 1, kill: 1, risks: 1, conduct: 0, grounds: 1, words: 9, reason: false },
];

/** Less than 450, because headings and the heads of the table are words too. */
const MOST_WORDS = 404;

/** The length of the sentence that says where the whole text is. */
const SHORTENED_WORDS = 12;

/** `The reason given:` */
const REASON_WORDS = 3;

/** `Why not as recommended:` */
const OVERRIDE_WORDS = 4;

/**
 * `lists`: checklists that the caller has read, for what becomes of team, code and data. `now`: the standing of now,
 * where the page speaks of an earlier moment. `unfit`: entries whose hash does not fit the terms.
 */
export function pageOne(
  standing: Standing,
  lists: readonly ChecklistStanding[],
  { now = standing, unfit }: { readonly now?: Standing; readonly unfit?: readonly Entry[] } = {},
): PageOne {
  const since = sinceText(standing, now);
  const moved = movedSection(standing, unfit);
  const made = ROOMS.map((room) => (): PageOne => ({ ...pageIn(room, standing, lists, moved), since }));
  for (const make of made) {
    const page = make();
    if (wordsOf(page) + leadWords(page) <= MOST_WORDS) return page;
  }
  return made.at(-1)!();
}

/** Words of the template that stand only where they lead to something. */
function leadWords({ box, shortened }: PageOne): number {
  return (
    (box.reason === "" ? 0 : REASON_WORDS) +
    (box.override === "" ? 0 : OVERRIDE_WORDS) +
    (shortened.length === 0 ? 0 : SHORTENED_WORDS)
  );
}

function pageIn(
  room: Room,
  standing: Standing,
  lists: readonly ChecklistStanding[],
  moved: readonly ConductNote[],
): Omit<PageOne, "since"> {
  const parts = partsIn(room, standing, lists, moved);
  const { against, conduct } = parts;
  return {
    ...parts,
    against: { ...against, notes: against.notes.map(shownNote) },
    conduct: conduct.map(shownNote),
    shortened: shortenedIn(parts),
    whole: wholeTexts(parts, standing),
  };
}

type Parts = Omit<PageOne, "since" | "shortened" | "whole" | "against"> & {
  readonly against: ReturnType<typeof againstSection> & Pick<Against, "more">;
};

/** Each part of the appendix, and what it has in full of page one. */
function shortenedIn({
  box,
  answer,
  moved,
  question,
  facts,
  against,
  outcomes,
  killLine,
  kill,
  risks,
  conduct,
}: Parts) {
  const texts = (notes: readonly ConductNote[]) => notes.map(({ text }) => text);
  const ofPart = (part: string) => texts(against.notes.filter(({ code }) => appendixPart(code) === part));
  const places: readonly (readonly [string, readonly string[]])[] = [
    ["A", [question, box.reason, box.override, ...box.grounds, ...facts.map(({ text }) => text)]],
    ["B", [answer.rest, ...outcomes.rows.map(({ metric }) => metric), ...ofPart("B")]],
    [
      "C",
      [answer.stopped, killLine, ...kill.flatMap(({ statement, because }) => [statement, because]), ...texts(moved)],
    ],
    ["D", [...texts(conduct), ...ofPart("D")]],
    ["G", [...risks.flatMap(({ title, text }) => [title, text]), ...ofPart("G")]],
  ];
  return places.filter(([, found]) => found.some(isCut)).map(([part]) => part);
}

const OF_CONDUCT: ReadonlySet<string> = new Set(["result-withdrawn", "whole-removed", "term-relaxed", "term-changed"]);

/** Where what speaks against it stands in full. */
function appendixPart(code: AgainstNote["code"]): "B" | "D" | "G" {
  if (code === "assumption-failed" || code === "assumption-turned") return "B";
  return code !== undefined && OF_CONDUCT.has(code) ? "D" : "G";
}

/** What the decision in force says is already in the appendix. */
function wholeTexts({ question, facts }: Parts, { definitions: { charter }, decision: { current } }: Standing) {
  const asked = charter?.question ?? "";
  return [
    ...(question === asked || asked === "" ? [] : [{ label: "Question", text: asked }]),
    ...facts
      .filter(({ whole, entries }) => whole !== "" && !entries.some((id) => id === current?.entry.id))
      .map(({ label, whole }) => ({ label, text: whole })),
  ];
}

function partsIn(
  room: Room,
  standing: Standing,
  lists: readonly ChecklistStanding[],
  moved: readonly ConductNote[],
): Parts {
  const cut = (text: string) => clipped(text, room.words);
  // Sentences of ours around the words of a person need a little more.
  const cutNote = <N extends ConductNote & NoteAbout>(note: N): N => {
    const { text, end = "" } = note;
    const most = Math.max(24, room.words + 8);
    return { ...note, text: clipped(text.slice(0, text.length - end.length), most) + end };
  };
  const box = decisionBox(standing);
  const answer = answerOf(standing);
  const against = againstSection(standing, room.words);
  const conduct = conductSection(standing);
  const shown = against.notes.slice(0, room.against).map(cutNote);
  const told = new Set(shown.map(subjectOf));
  // The box says who decided in whose place.
  const inBox = isDecided(standing) ? peopleNotes(standing, "decided-by-other").map(({ text }) => text) : [];
  const notes = [...conduct.first, ...conduct.rest].filter(
    (one) => !told.has(subjectOf(one)) && !inBox.includes(one.text) && one.code !== "term-tightened",
  );
  const risks = riskLines(standing);
  const kill = killLines(standing);
  return {
    box: {
      ...box,
      reason: room.reason === false && box.override === "" ? "" : cut(box.reason),
      override: cut(box.override),
      grounds: box.grounds.slice(0, room.grounds).map(cut),
    },
    answer: {
      ...answer,
      rest: clipped(answer.rest, Math.max(70, room.words * 3)),
      stopped: clipped(answer.stopped, room.words * 2),
    },
    interim: interimText(standing),
    moved: moved.slice(0, room.grounds).map(cutNote),
    question: clipped(standing.definitions.charter?.question ?? "OPEN: the charter asks no question", 60),
    facts: factRows(standing, lists, room.words),
    against: { ...against, notes: shown, more: moreText(against.notes.length - shown.length) },
    outcomes: outcomesIn(room, standing),
    killLine: killLine(standing, room),
    kill: kill.slice(0, room.kill).map((one) => ({ ...one, statement: cut(one.statement), because: cut(one.because) })),
    risks: risks.slice(0, room.risks).map((one) => ({ ...one, title: clipped(one.title, 14), text: cut(one.text) })),
    moreRisks: moreText(risks.length - room.risks),
    conduct: notes.slice(0, room.conduct).map(cutNote),
    moreConduct: room.conduct === 0 ? allText(notes.length) : moreText(notes.length - room.conduct),
    next: nextText(standing),
  };
}

/**
 * The subject of a note: one that is shown above is not repeated below. A note without entries is a subject of its own.
 */
export function subjectOf({ about, entries, text }: Pick<AgainstNote, "about" | "entries" | "text">): string {
  return about ?? (entries.length === 0 ? text : entries.join(" "));
}

function interimText({ phase, evals, timebox }: Standing): string {
  if (phase !== "running") return "";
  if (evals.some(isEarlyLook)) return "Interim: the planned number of cases is not reached, so figures may still move.";
  if (timebox === undefined || !evals.some(({ interim }) => interim)) return "";
  return `Interim: the timebox runs until ${shortDate(timebox.end)}, and a better run can still meet the target.`;
}

function isDecided({ decision: { current } }: Standing): boolean {
  return current !== undefined && isFinal(current.decision);
}

/** With at least this many words for a text, there is room to say how sure a verdict had to be. */
const ROOMY = 16;

function outcomesIn(room: Room, standing: Standing): OutcomeTable {
  const table = outcomeTable(standing, room.outcomes, Math.max(1, room.conduct), room.words >= ROOMY);
  return {
    ...table,
    rows: table.rows.map((row) => ({ ...row, metric: clipped(row.metric, Math.max(10, room.words - 8)) })),
  };
}

/** Where there is room for none of them. */
function allText(count: number): string {
  return count === 0 ? "" : `${countLabel(count, "note")}, in the appendix.`;
}

function moreText(count: number): string {
  return count <= 0 ? "" : `${count} more in the appendix.`;
}

/** Fields of the page that contain no words for a reader. */
const UNSHOWN: ReadonlySet<string> = new Set(["entries", "whole"]);

function wordsOf(value: unknown): number {
  if (typeof value === "string") return wordCount(value);
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + wordsOf(item), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, item]) => sum + (UNSHOWN.has(key) ? 0 : wordsOf(item)), 0);
}

const LEVELS: readonly RiskLevel[] = ["high", "unknown", "medium"];
const LEVEL_LABELS: ReadonlyMap<RiskLevel, string> = new Map([
  ["high", "High"],
  ["unknown", "Not assessed"],
  ["medium", "Medium"],
]);

function riskLines({ risks }: Standing): readonly RiskLine[] {
  const open = risks.filter(isOpenRisk);
  return LEVELS.flatMap((level) => open.filter((one) => one.level === level)).map(riskLine);
}

/** Without ids: a risk that is not one of the seven causes is called by its question. */
function riskLine({ risk, level, note, entries }: RiskStanding): RiskLine {
  const cause = causeOf(risk);
  const known = cause === undefined ? undefined : CAUSES_OF_DEATH[cause].title;
  return {
    title: known ?? risk.question ?? risk.id,
    level: LEVEL_LABELS.get(level) ?? "",
    text: sentenceOf(upperFirst(note ?? risk.mitigation ?? (known === undefined ? "" : (risk.question ?? "")))),
    entries: entries.slice(-1),
  };
}
