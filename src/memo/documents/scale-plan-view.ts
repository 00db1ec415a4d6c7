import type { Standing } from "../../domain/standing/standing.ts";
import { citedLog } from "../sections/cited-log.ts";
import type { MadeFor } from "./decision-view.ts";
import { askedText, gateDocument, openingCited, type GateDocument, type GateInput } from "./gate-document.ts";
import type { LogDay } from "../sections/log-section.ts";
import { riskSection, type RiskSection } from "../sections/risk-section.ts";
import { otherTopics, topic, type Topic } from "../sections/topic-section.ts";
import { valueSection, type ValueSection } from "../sections/value-section.ts";
import { openText } from "../text/one-line.ts";
import { risksCited } from "../sections/risk-section.ts";
import { topicsCited } from "../sections/topic-section.ts";

/** What it costs to run, as the value model has it. */
export interface RunningCost {
  /** `Platform`, `Model`, `Support`. */
  readonly what: string;
  /** A year; open where value.yaml does not say. */
  readonly figure: string;
  readonly grade: string;
  readonly source: string;
}

/** The plan of the scale-out: what it may cost, how its models are replaced, who attacks it first, and how it ends. */
export interface ScalePlanView extends GateDocument {
  /** Who it is rolled out to. */
  readonly rollout: Topic;
  /** The cost at which a person steps in. */
  readonly finops: Topic;
  readonly running: readonly RunningCost[];
  readonly value: ValueSection;
  /** How models are retrained or replaced. */
  readonly models: Topic;
  /** How it is attacked before others do. */
  readonly redTeam: Topic;
  readonly risks: RiskSection;
  /** From retraining to retirement, and who runs it. */
  readonly lifecycle: Topic;
  /** What the document requests, and from whom, in a sentence. */
  readonly asked: string;
  /** What the gate asks beside that. */
  readonly other: Topic;
  /** The log entries that the document cites. */
  readonly log: readonly LogDay[];
}

export function scalePlanView(standing: Standing, meta: MadeFor, input: GateInput): ScalePlanView {
  const document = gateDocument("Scale plan", "scale-plan", standing, meta, input);
  const { gate } = document;
  const topics = {
    rollout: topic(gate, { conditions: ["rolled-out"] }),
    finops: topic(gate, { questions: ["cost-limit"], conditions: ["finops"] }),
    models: topic(gate, { questions: ["model-change"], conditions: ["retraining"] }),
    redTeam: topic(gate, { conditions: ["red-team"] }),
    lifecycle: topic(gate, { questions: ["retirement"], conditions: ["lifecycle", "operations"] }),
  };
  const value = valueSection(standing);
  const parts = {
    ...document,
    ...topics,
    running: runningCosts(value),
    value,
    risks: riskSection(standing),
    asked: askedText(standing, document, input, "the rollout within these limits"),
    other: otherTopics(gate, Object.values(topics)),
  };
  const log = citedLog(standing, [
    ...openingCited(document),
    ...topicsCited([...Object.values(topics), parts.other]),
    ...risksCited(parts.risks),
  ]);
  return { ...parts, log };
}

const RUNNING = {
  platform_cost: "Platform",
  model_cost: "Model",
  review_cost: "Review",
  support_cost: "Support",
} as const;

function runningCosts({ inputs }: ValueSection): readonly RunningCost[] {
  return Object.entries(RUNNING).map(([name, what]) => {
    const input = inputs.find((candidate) => candidate.name === name);
    return {
      what,
      figure: input?.figure ?? openText(`${name} is not in value.yaml`),
      grade: input?.grade ?? "",
      source: input?.source ?? "",
    };
  });
}
