import { accountSection, type AccountSection } from "../sections/account-section.ts";
import type { GateStanding } from "../../domain/gates/gate-standing.ts";
import type { ChecklistStanding } from "../../domain/standing/checklist.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { wordsOnQuestion } from "../page-one/fact-rows.ts";
import { pageOne, subjectOf, type PageOne } from "../page-one/page-one.ts";
import { assumptionSection, type AssumptionRow } from "../sections/assumption-section.ts";
import { checklistSection, type ChecklistRow } from "../sections/checklist-section.ts";
import { shownNote, type ConductNote } from "../sections/conduct-note.ts";
import { againstSection } from "../page-one/against.ts";
import type { AgainstNote } from "../page-one/against-weights.ts";
import { conductSection, type Conduct, slipSection } from "../sections/conduct-section.ts";
import {
  decisionSection,
  recommendationSection,
  type DecisionSection,
  type RecommendationSection,
} from "../sections/decision-section.ts";
import { evidenceSection, type EvidenceSection } from "../sections/evidence-section.ts";
import { gateSection, type GateQuestionRow } from "../sections/gate-section.ts";
import { killSection, type KillRow } from "../sections/kill-section.ts";
import { longLog, MOST_LISTED } from "../sections/long-log.ts";
import { logSection, type LogDay } from "../sections/log-section.ts";
import {
  loadedSection,
  moneySection,
  timeSection,
  type LoadedSection,
  type MoneySection,
  type TimeSection,
} from "../sections/money-section.ts";
import { movedSection } from "../sections/moved-section.ts";
import { nextSection, type NextSection } from "../sections/next-section.ts";
import { openingSection, type OpeningSection } from "../sections/opening-section.ts";
import { riskSection, type RiskSection } from "../sections/risk-section.ts";
import { sourceSection, type SourceRow } from "../sections/source-section.ts";
import { termsSection, type TermsSection } from "../sections/terms-section.ts";
import { unitSection, type UnitSection } from "../sections/unit-section.ts";
import { valueSection, type ValueSection } from "../sections/value-section.ts";

/** What a document says of itself. */
export interface DocumentMeta {
  readonly toolVersion: string;
  /** Of the records that the document was made from; short or long, as the caller likes. */
  readonly fingerprint: string;
}

/** The same, and whom the document is for: a sponsor is shown no commands. Everybody, where it is not said. */
export interface MadeFor extends DocumentMeta {
  /** The standing of now, where the document speaks of an earlier moment. */
  readonly now?: Standing;
  readonly reader?: "sponsor";
  /** Entries whose hash does not fit the terms in the log; see `unfitTerms`. */
  readonly unfit?: readonly Entry[];
}

/**
 * All that a decision memo says: what its template sees, and what `poc memo --format json` prints. Every leaf is a text
 * made for people, a list of such texts, or a truth value for conditions. What the records do not answer begins with
 * `OPEN:`; "" means that there is nothing to say. `entries` are ids of the log entries that a statement rests on.
 */
export interface DecisionView extends OpeningSection {
  readonly meta: DocumentMeta;
  /** Page one, fitted to the room that it has; the rest of this view is all of it, for the appendix. */
  readonly front: PageOne;
  readonly recommendation: RecommendationSection;
  /** The terms as first agreed, if they have changed. */
  readonly moved: readonly ConductNote[];
  readonly decision: DecisionSection;
  readonly evidence: EvidenceSection;
  /** What was spent of the chance of a false verdict, by eval. */
  readonly accounts: readonly AccountSection[];
  readonly kill: readonly KillRow[];
  readonly assumptions: readonly AssumptionRow[];
  readonly time: TimeSection;
  readonly money: MoneySection;
  readonly loaded: LoadedSection;
  readonly value: ValueSection;
  /** What a task costs, and would cost in production. */
  readonly unit: UnitSection;
  readonly risks: RiskSection;
  readonly terms: TermsSection;
  /** What speaks against the answer and page one has no room for, in full. */
  readonly againstRest: readonly ConductNote[];
  /** In what the PoC was not run or judged as planned. */
  readonly conduct: readonly ConductNote[];
  /** What else did not go as planned, for the appendix: the first page has room for the weightiest. */
  readonly conductRest: readonly ConductNote[];
  /** Typing errors that were corrected on the day they were made; one line at most. */
  readonly slips: readonly ConductNote[];
  /** The five exit criteria. */
  readonly exit: readonly ChecklistRow[];
  readonly next: NextSection;
  /** Whether the commands that close what is open are listed: not for a sponsor, who types none. */
  readonly commands: boolean;
  /** What the gate asks beside the figures, with the words of who answered; none where the gates cannot be read. */
  readonly questions: readonly GateQuestionRow[];
  /** The log by day: all of it, or, of more than 10,000 entries, those that the memo cites. */
  readonly log: readonly LogDay[];
  /** How many entries of a long log are not listed; "" where all are. */
  readonly logRest: string;
  /** Figures that rest on more entries than fit beside them, with all of these. */
  readonly sources: readonly SourceRow[];
}

/** What the decision says, page one does not ask for in the appendix once more. */
function answeredElsewhere(row: GateQuestionRow, standing: Standing): GateQuestionRow {
  const text = row.answered ? "" : wordsOnQuestion(standing, row.id);
  return text === "" ? row : { ...row, answer: text };
}

/** What speaks against the answer beside what page one shows, and what went otherwise than planned does not say too. */
function unshown(standing: Standing, shown: number, { first, rest }: Conduct): readonly AgainstNote[] {
  const told = new Set([...first, ...rest].map(subjectOf));
  return againstSection(standing, Infinity)
    .notes.slice(shown)
    .filter((one) => !told.has(subjectOf(one)));
}

/** `lists`: the checklists that were read, for what becomes of team, code and data after a stop. */
export function decisionView(
  standing: Standing,
  meta: MadeFor,
  gate?: GateStanding,
  lists: readonly ChecklistStanding[] = [],
): DecisionView {
  const money = moneySection(standing);
  const time = timeSection(standing);
  const conduct = conductSection(standing);
  const front = pageOne(standing, lists, meta);
  const view = {
    ...openingSection(standing),
    meta: { toolVersion: meta.toolVersion, fingerprint: meta.fingerprint },
    front,
    recommendation: recommendationSection(standing),
    moved: movedSection(standing, meta.unfit),
    decision: decisionSection(standing),
    evidence: evidenceSection(standing),
    accounts: accountSection(standing),
    kill: killSection(standing),
    assumptions: assumptionSection(standing),
    time,
    money,
    loaded: loadedSection(standing),
    value: valueSection(standing),
    unit: unitSection(standing),
    risks: riskSection(standing),
    terms: termsSection(standing, meta.unfit),
    againstRest: unshown(standing, front.against.notes.length, conduct).map(shownNote),
    conduct: conduct.first.map(shownNote),
    conductRest: conduct.rest.map(shownNote),
    slips: slipSection(standing).map(shownNote),
    exit: checklistSection(standing.exitCriteria),
    next: nextSection(standing),
    commands: meta.reader !== "sponsor",
    questions: gate === undefined ? [] : gateSection(gate).questions.map((row) => answeredElsewhere(row, standing)),
  };
  const sources = sourceSection(standing, money, time);
  return standing.log.entries.length > MOST_LISTED
    ? { ...view, ...longLog(standing, view, sources) }
    : { ...view, log: logSection(standing), logRest: "", sources };
}
