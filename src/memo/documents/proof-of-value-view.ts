import type { Standing } from "../../domain/standing/standing.ts";
import { answerText } from "../page-one/answer.ts";
import { beforeAfterSection, type BeforeAfterRow } from "./before-after-section.ts";
import { budgetText } from "./business-case-view.ts";
import { citedLog } from "../sections/cited-log.ts";
import type { MadeFor } from "./decision-view.ts";
import { askedText, gateDocument, openingCited, type GateDocument, type GateInput } from "./gate-document.ts";
import type { LogDay } from "../sections/log-section.ts";
import { loadedSection, moneySection, type LoadedSection, type MoneySection } from "../sections/money-section.ts";
import { otherTopics, topic, type Topic } from "../sections/topic-section.ts";
import { unitSection, type UnitSection } from "../sections/unit-section.ts";
import { valueSection, type ValueSection } from "../sections/value-section.ts";
import { lowerFirst } from "../../wording/first-letter.ts";
import { listLabel } from "../../domain/scalars/labels.ts";
import { openText } from "../text/one-line.ts";
import { unitCited } from "../sections/unit-section.ts";
import { topicsCited } from "../sections/topic-section.ts";

/** The report of a proof of value: what it changed, for whom, and whether it pays. */
export interface ProofOfValueView extends GateDocument {
  /** What the metrics say, in a sentence; open where they say it of the PoC only. */
  readonly result: string;
  readonly metrics: readonly BeforeAfterRow[];
  /** Whether some result is older than this gate: it was not measured with real users in the sandbox. */
  readonly early: boolean;
  /** Who used it, who was left out, and what they did with it. */
  readonly users: Topic;
  readonly value: ValueSection;
  /** What a task costs, and would cost in production. */
  readonly unit: UnitSection;
  /** Whether the business case is brought up to date, and the budget committed. */
  readonly economics: Topic;
  readonly money: MoneySection;
  readonly loaded: LoadedSection;
  /** How it comes into use. */
  readonly adoption: Topic;
  readonly budget: string;
  /** What the document requests, and from whom, in a sentence. */
  readonly asked: string;
  /** What the gate asks beside that. */
  readonly other: Topic;
  /** The log entries that the document cites. */
  readonly log: readonly LogDay[];
}

export function proofOfValueView(standing: Standing, meta: MadeFor, input: GateInput): ProofOfValueView {
  const document = gateDocument("Proof-of-value report", "proof-of-value", standing, meta, input);
  const { gate } = document;
  const metrics = beforeAfterSection(standing, input);
  const users = topic(gate, { questions: ["users", "left-out", "habits"] });
  const economics = topic(gate, { conditions: ["target-met", "economics", "budget"] });
  const adoption = topic(gate, { questions: ["adoption"], conditions: ["adoption-plan"] });
  const parts = {
    ...document,
    result: resultText(standing, metrics),
    metrics,
    early: metrics.some((row) => row.early),
    users,
    value: valueSection(standing),
    unit: unitSection(standing),
    economics,
    money: moneySection(standing),
    loaded: loadedSection(standing),
    adoption,
    budget: budgetText(standing),
    asked: askedText(standing, document, input, "an MVP with the budget above"),
    other: otherTopics(gate, [users, economics, adoption]),
  };
  return {
    ...parts,
    log: citedLog(standing, [
      ...openingCited(document),
      ...topicsCited([users, economics, adoption, parts.other]),
      ...metrics,
      ...unitCited(parts.unit),
      { entries: parts.money.entries },
    ]),
  };
}

/** What was shown in the PoC was not shown with real users. */
function resultText(standing: Standing, metrics: readonly BeforeAfterRow[]): string {
  const old = metrics.filter(({ primary, early }) => primary && early).map(({ metric }) => metric);
  if (old.length === 0) return answerText(standing);
  return (
    `${openText(`not measured again with real users: ${listLabel(old)}`)}. ` +
    `In the feasibility PoC: ${lowerFirst(answerText(standing))}`
  );
}
