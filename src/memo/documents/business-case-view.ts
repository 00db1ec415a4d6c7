import { longDateLabel } from "../../domain/scalars/calendar.ts";
import type { Motivation } from "../../domain/records/charter.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { citedLog } from "../sections/cited-log.ts";
import type { MadeFor } from "./decision-view.ts";
import { askedText, gateDocument, openingCited, type GateDocument, type GateInput } from "./gate-document.ts";
import { hypothesisSection, type HypothesisSection } from "./hypothesis-section.ts";
import { killSection, type KillRow } from "../sections/kill-section.ts";
import type { LogDay } from "../sections/log-section.ts";
import { otherTopics, topic, type Topic } from "../sections/topic-section.ts";
import { valueSection, type ValueSection } from "../sections/value-section.ts";
import { countLabel, hoursLabel, listLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import { openText } from "../text/one-line.ts";
import { topicsCited } from "../sections/topic-section.ts";

/** The business case on one page: why to try at all, what would show it, and what would end it. */
export interface BusinessCaseView extends GateDocument {
  /**
   * Why it is asked for, as the charter says: `a business problem and pressure from above`; "" where it says nothing.
   */
  readonly motivation: string;
  /** How it is done today, what happens if nothing is built, and who gains. */
  readonly problem: Topic;
  readonly value: ValueSection;
  /** What must be true, and which metric tests it. */
  readonly hypotheses: HypothesisSection;
  readonly kill: readonly KillRow[];
  /** What the PoC may take: `10 working days from Mon 2 Nov 2026, at most 2,000.00 EUR and 120 h`. */
  readonly limits: string;
  /** What stands behind it if it goes well. */
  readonly budget: string;
  /** What the document requests, and from whom, in a sentence. */
  readonly asked: string;
  /** What the gate asks beside that. */
  readonly other: Topic;
  /** The log entries that the document cites. */
  readonly log: readonly LogDay[];
}

const MOTIVATIONS: Readonly<Record<Motivation, string>> = {
  "business-problem": "a business problem",
  "executive-pressure": "pressure from above",
  visibility: "visibility",
  "idea-surfacing": "an idea that needs an audience",
  "fear-of-missing-out": "the fear of missing out",
  "self-learning": "the wish to learn",
};

/** Told by the sections above in full. */
const TOLD = ["business-case", "threshold", "kill-criteria", "value-model", "hypothesis-map"];

export function businessCaseView(standing: Standing, meta: MadeFor, input: GateInput): BusinessCaseView {
  const document = gateDocument("Business case", "business-case", standing, meta, input);
  const problem = topic(document.gate, { questions: ["today", "nothing", "who-gains"] });
  const parts = {
    ...document,
    motivation: listLabel(
      (standing.definitions.charter?.motivations ?? []).map((motivation) => MOTIVATIONS[motivation]),
    ),
    problem,
    value: valueSection(standing),
    hypotheses: hypothesisSection(standing),
    kill: killSection(standing),
    limits: limitsText(standing),
    budget: budgetText(standing),
    asked: askedText(standing, document, input, "a PoC within these limits"),
    other: otherTopics(document.gate, [problem, topic(document.gate, { conditions: TOLD })]),
  };
  return {
    ...parts,
    log: citedLog(standing, [
      ...openingCited(document),
      ...parts.hypotheses.rows,
      ...topicsCited([problem, parts.other]),
    ]),
  };
}

function limitsText({ definitions: { charter } }: Standing): string {
  const time =
    charter?.timebox === undefined
      ? openText("no timebox")
      : `${countLabel(charter.timebox.workingDays, "working day")} from ${longDateLabel(charter.timebox.start)}`;
  const money = charter?.spendCap === undefined ? openText("no spend cap") : `at most ${moneyLabel(charter.spendCap)}`;
  const hours = charter?.hoursCap === undefined ? "" : ` and ${hoursLabel(charter.hoursCap)}`;
  return `${time}, ${money}${hours}`;
}

export function budgetText({ definitions: { charter } }: Standing): string {
  return charter?.mvpBudget === undefined ? openText("no MVP budget is named") : moneyLabel(charter.mvpBudget);
}
