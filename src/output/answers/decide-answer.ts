import { dateLabel } from "../../domain/scalars/calendar.ts";
import { DECISION_WORDS, type DecisionCondition, type DecisionWord } from "../../domain/records/entry.ts";
import { conditionStandings } from "../../domain/standing/decision.ts";
import { CONDITION_CLAUSES } from "../../wording/outcome/condition-state.ts";
import type { DecideResult } from "../../app/agreement/decide.ts";
import { nextLine } from "./log-answer.ts";
import { paragraph, table, cell } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { outcomeLabel } from "../../domain/standing/outcome.ts";
import { namedAs } from "../../wording/people.ts";

type DecideAnswered = Pick<DecideResult, "entry" | "decision" | "against" | "standing">;

/** The decision as it was recorded, beside what the tool had recommended. */
export function decideAnswer({ entry, decision, against, standing }: DecideAnswered, style: Style): string {
  const { outcome, by, why, conditions, recommended, rule, override } = decision;
  const tool = style.text(`${recommended} (${rule})`);
  const beside = against
    ? line`AGAINST the recommendation, ${tool}: ${style.text(override ?? "no reason given")}`
    : line`the recommendation was ${tool}${style.text(override === undefined ? "" : `: ${override}`)}`;
  const word = style.paint("strong", style.text(outcomeLabel(outcome)));
  const who = style.text(`by ${namedAs(by, entry)} on ${dateLabel(entry.date)}`);
  const said = DECISION_WORDS.flatMap((word) =>
    decision[word] === undefined ? [] : [`${WORDS[word]}: ${decision[word]}`],
  );
  const settled = conditionStandings(standing.decision).flatMap(({ condition: { what }, state, entry: { id } }) =>
    state === "open" || id !== entry.id ? [] : [`${what}: ${CONDITION_CLAUSES[state]}`],
  );
  return linesText([
    line`${style.paint("strong", line`Decided`)} ${style.paint("name", style.text(entry.id))}: ${word}, ${who}`,
    ...paragraph(style.text(why), style, 2),
    ...paragraph(beside, style, 2, against ? "warn" : "faint"),
    ...[...settled, ...said].flatMap((text) => paragraph(style.text(text), style, 2)),
    ...conditionLines(conditions, style),
    ...(outcome === "extend" && standing.timebox !== undefined
      ? [line`  ${style.text(extendedClause(standing.timebox))}`]
      : []),
    ...nextLine(standing, style),
  ]);
}

const WORDS: Readonly<Record<DecisionWord, string>> = {
  ask: "requested",
  ends: "ends if",
  learned: "learned",
  alternatives: "alternatives",
  retryIf: "again if",
};

function extendedClause({ end, left }: NonNullable<DecideAnswered["standing"]["timebox"]>): string {
  return `the timebox now ends on ${dateLabel(end)}, ${countLabel(left, "working day")} left`;
}

function conditionLines(conditions: readonly DecisionCondition[], style: Style): readonly Safe[] {
  if (conditions.length === 0) return [];
  const rows = conditions.map((condition) => ({
    cells: [
      cell(condition.by === undefined ? line`no date` : style.text(dateLabel(condition.by))),
      cell(condition.owner === undefined ? line`no owner` : style.text(condition.owner.name)),
    ],
    tail: cell(style.text(condition.what)),
  }));
  return [
    EMPTY,
    style.paint("strong", line`Conditions`),
    ...table(rows, style, { indent: 2, most: [undefined, Math.floor(style.columns * 0.3)] }),
    EMPTY,
  ];
}
