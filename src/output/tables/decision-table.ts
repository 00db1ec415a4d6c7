import type { Decision } from "../../domain/records/entry.ts";
import type { ExportedPoc } from "../../app/export/exported-poc.ts";
import { goesAgainst, type LoggedDecision } from "../../domain/standing/decision.ts";
import { parseRecommendation } from "../../domain/standing/outcome.ts";
import { personText } from "../../domain/scalars/person.ts";
import { day, instant, integer, table, text, truth } from "./table.ts";

interface DecisionRow extends LoggedDecision {
  readonly standsAs: "current" | "superseded" | "disputed";
}

export const DECISION_TABLE = table<DecisionRow>({
  name: "decision",
  about: "What people decided: a row for each decision, extensions and superseded ones among them.",
  key: ["entry"],
  rows: decisionRows,
  columns: [
    text("entry", "Id of the entry.", ({ entry }) => entry.id),
    instant("at", "When it was decided.", ({ entry }) => entry.at.epochMs),
    day("day", "Its day, in the time zone of the PoC.", ({ entry }) => entry.date),
    text("outcome", "go, conditional, no-go or extend.", ({ decision }) => decision.outcome),
    text(
      "stands_as",
      "current, superseded, or disputed: two decisions of which neither replaces the other.",
      (row) => row.standsAs,
    ),
    text("by", "Who decided.", ({ decision }) => personText(decision.by)),
    text(
      "recorded_by",
      "The person who typed it in that name.",
      ({ entry: { recordedBy } }) => recordedBy && personText(recordedBy),
    ),
    text("why", "The reason.", ({ decision }) => decision.why),
    text("recommended", "What the records recommended at that moment.", ({ decision }) => decision.recommended),
    text("rule", "The rule that recommended it.", ({ decision }) => decision.rule),
    truth("against", "Whether it goes against the recommendation.", ({ decision }) => isAgainst(decision)),
    text("override", "Why the recommendation was not followed.", ({ decision }) => decision.override),
    integer("conditions", "How many conditions it has.", ({ decision }) => decision.conditions.length),
    text("ask", "What was requested.", ({ decision }) => decision.ask),
    text("ends", "What would end what comes next.", ({ decision }) => decision.ends),
    text("learned", "What was learned.", ({ decision }) => decision.learned),
    text("alternatives", "What else could be done.", ({ decision }) => decision.alternatives),
    text("retry_if", "Of a no-go: what would have to change for another try.", ({ decision }) => decision.retryIf),
  ],
});

function decisionRows({ standing: { decision } }: ExportedPoc): readonly DecisionRow[] {
  const { current, superseded, rivals } = decision;
  const as = (standsAs: DecisionRow["standsAs"]) => (one: LoggedDecision) => ({ ...one, standsAs });
  return [
    ...superseded.map(as("superseded")),
    ...rivals.map(as("disputed")),
    ...(current === undefined ? [] : [current].map(as("current"))),
  ];
}

/** Undefined where another version of the tool recommended something that this one does not know. */
function isAgainst({ outcome, recommended }: Decision): boolean | undefined {
  const known = parseRecommendation(recommended);
  return known && goesAgainst(outcome, known);
}
