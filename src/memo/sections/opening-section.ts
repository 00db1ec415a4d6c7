import { timeboxPosition } from "../../domain/records/timebox.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import type { PocKind } from "../../domain/records/charter.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { answerText } from "../page-one/answer.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { unknownAnswerLabel, unknownEvidenceText } from "../../wording/unknowns.ts";
import { openText } from "../text/one-line.ts";

/** What the PoC is and where it stands. */
export interface OpeningSection {
  /** Of the PoC, as the charter names it. */
  readonly title: string;
  /** `Feasibility PoC`. */
  readonly kind: string;
  /** What the PoC was to find out. */
  readonly question: string;
  /** The question answered in one sentence, by the evidence alone. */
  readonly answer: string;
  /** The one or two unknowns that the PoC was to retire, each with its answer. */
  readonly unknowns: readonly UnknownRow[];
  /** The name of who owns the PoC. */
  readonly owner: string;
  /** The name of who pays for it. */
  readonly sponsor: string;
  /** The day the memo speaks of: `Fri 4 Dec 2026`. */
  readonly asOf: string;
  /** `Working day 7 of 10`, `Timebox over: 10 working days, Mon 23 Nov 2026 to Fri 4 Dec 2026`. */
  readonly phase: string;
  /** True while there are evals that are only being looked at before their planned end. */
  readonly interim: boolean;
  /** True while the terms are not frozen. */
  readonly draft: boolean;
}

/** An unknown of the charter and what was found out. */
export interface UnknownRow {
  readonly question: string;
  /** `Yes`, `No`, `Open`. */
  readonly answer: string;
  /** What it rests on: `wrong-rate met its target`. */
  readonly evidence: string;
  readonly entries: readonly string[];
}

const KINDS: Readonly<Record<PocKind, string>> = {
  feasibility: "Feasibility PoC",
  "vendor-evaluation": "Vendor evaluation",
  "guardrail-validation": "Guardrail validation",
};

export function openingSection(standing: Standing): OpeningSection {
  const { charter } = standing.definitions;
  return {
    title: charter?.title ?? openText("the PoC has no title"),
    kind: charter?.kind === undefined ? "Proof of concept" : KINDS[charter.kind],
    question: charter?.question ?? openText("the charter asks no question"),
    answer: answerText(standing),
    unknowns: standing.unknowns.map((item) => ({
      question: item.unknown.question,
      answer: unknownAnswerLabel(item.state),
      evidence: unknownEvidenceText(item),
      entries: item.entries,
    })),
    owner: charter?.owner?.name ?? openText("no owner is named"),
    sponsor: charter?.sponsor?.name ?? openText("no sponsor is named"),
    asOf: longDateLabel(standing.asOf.date),
    phase: phaseText(standing),
    interim: standing.evals.some((item) => item.interim),
    draft: standing.started === undefined,
  };
}

function phaseText({ phase, timebox, started, decision, definitions }: Standing): string {
  const frozen = started === undefined ? "Draft: the terms are not frozen" : undefined;
  if (timebox === undefined) return frozen ?? "No timebox is set";
  const days = countLabel(timebox.of, "working day");
  const span = `${days}, ${longDateLabel(timebox.start)} to ${longDateLabel(timebox.end)}`;
  if (frozen !== undefined) return `${frozen}; planned for ${span}`;
  if (timebox.phase === "before") return `Starts on ${longDateLabel(timebox.start)}`;
  if (timebox.phase === "after") return `Timebox over: ${span}`;
  const day = `Working day ${timebox.day} of ${timebox.of}, ends on ${longDateLabel(timebox.end)}`;
  const calendar = definitions.charter?.timebox;
  if (phase !== "decided" || calendar === undefined || decision.current === undefined) return day;
  return `Decided on working day ${timeboxPosition(calendar, decision.current.entry.date).day} of ${timebox.of}`;
}
