import type { ChecklistStanding } from "../../domain/standing/checklist.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { checklistSection, type ChecklistRow } from "../sections/checklist-section.ts";
import { citedLog } from "../sections/cited-log.ts";
import type { MadeFor } from "./decision-view.ts";
import { askedText, gateDocument, openingCited, type GateDocument, type GateInput } from "./gate-document.ts";
import type { LogDay } from "../sections/log-section.ts";
import { riskSection, type RiskSection } from "../sections/risk-section.ts";
import { otherTopics, topic, type Topic } from "../sections/topic-section.ts";
import { risksCited } from "../sections/risk-section.ts";
import { topicsCited } from "../sections/topic-section.ts";

/** A checklist within a document. */
export interface ListSection {
  /** `MVP readiness` */
  readonly title: string;
  /** `3 of 5` */
  readonly done: string;
  readonly complete: boolean;
  readonly items: readonly ChecklistRow[];
}

/** Whether the first slice may go live: who watches it, who repairs it, how it is switched off. */
export interface MvpReadinessView extends GateDocument {
  /** `MVP readiness: 3 of 5 closed`, one for each checklist. */
  readonly summary: readonly string[];
  /** What is in the slice. */
  readonly slice: Topic;
  readonly serviceLevels: Topic;
  /** The runbook, and who is on call. */
  readonly repair: Topic;
  /** The feature flag, and how it is switched off. */
  readonly flag: Topic;
  /** Threats, the security review, and the worst that an input can do. */
  readonly threats: Topic;
  readonly risks: RiskSection;
  /** How it is built and brought to production. */
  readonly delivery: Topic;
  readonly checklists: readonly ListSection[];
  /** What the document requests, and from whom, in a sentence. */
  readonly asked: string;
  /** What the gate asks beside that. */
  readonly other: Topic;
  /** The log entries that the document cites. */
  readonly log: readonly LogDay[];
}

export function mvpReadinessView(standing: Standing, meta: MadeFor, input: GateInput): MvpReadinessView {
  const document = gateDocument("MVP readiness", "mvp-readiness", standing, meta, input);
  const { gate } = document;
  const topics = {
    slice: topic(gate, { questions: ["slice"] }),
    serviceLevels: topic(gate, { questions: ["service-levels"], conditions: ["slos"] }),
    repair: topic(gate, { conditions: ["runbook", "on-call"] }),
    flag: topic(gate, { questions: ["rollback"], conditions: ["live"] }),
    threats: topic(gate, { questions: ["worst-input"], conditions: ["threats", "security-review"] }),
    delivery: topic(gate, { conditions: ["pipeline", "infrastructure"] }),
  };
  const checklists = input.checklists.map(listSection);
  const parts = {
    ...document,
    summary: checklists.map(({ title, done }) => `${title}: ${done} closed`),
    ...topics,
    risks: riskSection(standing),
    checklists,
    asked: askedText(standing, document, input, "letting it go live behind its flag"),
    other: otherTopics(gate, Object.values(topics)),
  };
  const log = citedLog(standing, [
    ...openingCited(document),
    ...topicsCited([...Object.values(topics), parts.other]),
    ...risksCited(parts.risks),
    ...checklists.flatMap(({ items }) => items),
  ]);
  return { ...parts, log };
}

function listSection(standing: ChecklistStanding): ListSection {
  const items = checklistSection(standing);
  const done = items.filter(({ met }) => met).length;
  return {
    title: standing.checklist.title,
    done: `${done} of ${items.length}`,
    complete: done === items.length,
    items,
  };
}
