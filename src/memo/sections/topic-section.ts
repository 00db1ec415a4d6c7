import type { Cited } from "./cited-log.ts";
import type { GateQuestionRow, GateRow, GateSection } from "./gate-section.ts";

/** What a gate asks about one matter: questions in words, and what has to be there. */
export interface Topic {
  readonly questions: readonly GateQuestionRow[];
  readonly conditions: readonly GateRow[];
  /** Whether the gate asks nothing about it. */
  readonly unasked: boolean;
}

/** Which questions and conditions belong to a matter, by their ids within the gate. */
export interface TopicPlan {
  readonly questions?: readonly string[];
  readonly conditions?: readonly string[];
}

/** What the gate asks about one matter. What it does not ask, because somebody changed it, is not there. */
export function topic(gate: GateSection, { questions = [], conditions = [] }: TopicPlan): Topic {
  const of = <T extends { readonly id: string }>(rows: readonly T[], ids: readonly string[]) =>
    ids.flatMap((id) => rows.filter((row) => row.id === `${gate.id}.${id}`));
  return topicOf(of(gate.questions, questions), of([...gate.exit, ...gate.artifacts], conditions));
}

/** The statements of topics, for the log that a document cites. */
export function topicsCited(topics: readonly Topic[]): readonly Cited[] {
  return topics.flatMap(({ questions, conditions }) => [...questions, ...conditions]);
}

/** Everything that a gate asks and no topic has: gates are data, and what somebody adds to one must not get lost. */
export function otherTopics(gate: GateSection, topics: readonly Topic[]): Topic {
  const told = new Set(
    topics.flatMap(({ questions, conditions }) => [...questions, ...conditions].map(({ id }) => id)),
  );
  return topicOf(
    gate.questions.filter(({ id }) => !told.has(id)),
    [...gate.exit, ...gate.artifacts].filter(({ id }) => !told.has(id)),
  );
}

function topicOf(questions: readonly GateQuestionRow[], conditions: readonly GateRow[]): Topic {
  return { questions, conditions, unasked: questions.length + conditions.length === 0 };
}
