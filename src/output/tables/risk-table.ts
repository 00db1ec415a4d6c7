import { personText } from "../../domain/scalars/person.ts";
import { causeOf, type RiskStanding } from "../../domain/standing/risk-standing.ts";
import { table, text, truth } from "./table.ts";

export const RISK_TABLE = table<RiskStanding>({
  name: "risk",
  about: "The risk register with the levels from the log: a row for each risk.",
  key: ["risk"],
  rows: ({ standing }) => standing.risks,
  columns: [
    text("risk", "Its id.", ({ risk }) => risk.id),
    text("cause", "Which of the seven causes of death it is.", ({ risk }) => causeOf(risk)),
    text("level", "unknown, low, medium, high or closed, as it stands.", ({ level }) => level),
    text("stated", "The latest level that a person gave.", ({ stated }) => stated),
    truth("raised", "Whether the records raise it.", ({ raised }) => raised !== undefined),
    truth("answered", "Whether a person answered what the records raise.", ({ raised }) =>
      raised === undefined ? undefined : raised.answer !== undefined,
    ),
    text("question", "What it asks.", ({ risk }) => risk.question),
    text("owner", "Who answers for it.", ({ risk }) => risk.owner && personText(risk.owner)),
    text("mitigation", "What is done about it.", ({ risk }) => risk.mitigation),
    text("note", "The latest note.", ({ note }) => note),
    text("evidence", "Where it can be seen.", ({ evidence }) => evidence),
  ],
});
