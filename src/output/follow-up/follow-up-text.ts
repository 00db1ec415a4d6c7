import type { AnswerResult } from "../../app/follow-up/answer-forecast.ts";
import type { FollowUpResult } from "../../app/follow-up/read-follow-up.ts";
import { outcomesOf } from "../../domain/follow-up/compare-actual.ts";
import { lineName, type ForecastLine } from "../../domain/records/forecast/forecast.ts";
import { daysBetween, longDateLabel } from "../../domain/scalars/calendar.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import {
  decidedClause,
  dueClause,
  figureLabel,
  followUpCommand,
  forecastLabel,
  outcomeClause,
  rangeLabel,
} from "../../wording/follow-up/forecast-words.ts";
import { answerLine, nextLine } from "../answers/log-answer.ts";
import type { DueState, FollowUpStanding } from "../../domain/follow-up/follow-up-standing.ts";
import { apart, cell, ends, paragraph, table } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { line, type Safe } from "../terminal/safe.ts";
import type { Role } from "../terminal/paint.ts";
import type { Style } from "../terminal/style.ts";

type Shown = Pick<FollowUpResult, "standing" | "promised" | "lines">;

/** What was promised, what came true of it, what is to be answered, and the command for that. */
export function followUpText({ standing, promised, lines }: Shown, style: Style): string {
  const title = standing.definitions.charter?.title ?? "A PoC without a charter";
  const head = ends(cell(style.text(title), "strong"), cell(style.text(decidedClause(promised)), "faint"), style);
  return linesText(
    apart([
      [...head, ...storedNone(promised, lines, style)],
      ...(lines.length === 0 ? [] : [promisedLines(lines, promised, style)]),
      dueLines(promised, standing, style),
      commandLines(promised, lines, style),
    ]),
  );
}

function storedNone({ stored }: FollowUpStanding, lines: readonly ForecastLine[], style: Style): readonly Safe[] {
  if (stored) return [];
  const text =
    lines.length === 0
      ? "This decision stored no forecast, and the log had no figure on that day, so there is nothing to compare with."
      : "This decision stored no forecast. These are the figures of the log on that day, without value and payback, " +
        "because value.yaml may have been edited since.";
  return paragraph(style.text(text), style, 0, "warn");
}

function promisedLines(lines: readonly ForecastLine[], { due }: FollowUpStanding, style: Style): readonly Safe[] {
  const answers = due.flatMap(({ answer }) => answer ?? []);
  const rows = lines.map((promised) => {
    const range = rangeLabel(promised);
    const came = answers.flatMap(({ followUp }) => {
      const outcome = outcomesOf([promised], followUp)[0];
      return outcome === undefined ? [] : [`${longDateLabel(followUp.due)}: ${outcomeClause(outcome)}`];
    });
    return {
      cells: [
        cell(style.text(forecastLabel(promised))),
        cell(style.text(figureLabel(promised.figure)), "strong"),
        cell(style.text(range === "" ? "no range" : range), "faint"),
      ],
      tail: cell(style.text(came.join("; "))),
    };
  });
  return [style.paint("strong", line`Promised`), ...table(rows, style, { indent: 2, most: [28, 18, 28] })];
}

const ROLES: Readonly<Partial<Record<DueState, Role>>> = {
  overdue: "bad",
  open: "warn",
  disputed: "bad",
  answered: "good",
};

function dueLines({ due, stored }: FollowUpStanding, { asOf }: Standing, style: Style): readonly Safe[] {
  const rows = due.map((one) => ({
    cells: [cell(style.text(longDateLabel(one.date)))],
    tail: cell(
      style.text(dueClause(one, stored ? daysBetween(one.date, asOf.date) : undefined)),
      stored ? ROLES[one.state] : undefined,
    ),
  }));
  return [style.paint("strong", line`Due`), ...table(rows, style, { indent: 2 })];
}

function commandLines(promised: FollowUpStanding, lines: readonly ForecastLine[], style: Style) {
  const { asked, pending } = promised;
  if (asked !== undefined && lines.length > 0)
    return [
      line`Record the actual figures; leave out unknown ones:`,
      ...paragraph(style.text(followUpCommand(lines)), style, 2, "name"),
    ];
  const open = openLines(promised, lines);
  const told = promised.due.flatMap(({ answers }) => answers);
  const stopped = told.some(({ followUp }) => followUp.notInUse !== undefined);
  return [
    ...(pending.length === 0 && open.length === 0 ? [line`No further answer is needed.`] : []),
    ...(open.length === 0
      ? []
      : [
          line`Figures that were left open can be recorded:`,
          ...paragraph(style.text(followUpCommand(open)), style, 2, "name"),
        ]),
    ...(stopped ? [] : [line`If it is no longer used: ${style.paint("name", line`poc followup --not-in-use "…"`)}`]),
  ];
}

/** What the day that was answered last has no figure for; none where it is no longer used. */
function openLines({ due }: FollowUpStanding, lines: readonly ForecastLine[]): readonly ForecastLine[] {
  const answer = due.findLast((one) => one.answer !== undefined)?.answer?.followUp;
  if (answer === undefined || answer.notInUse !== undefined) return [];
  return lines.filter((one) => !answer.actuals.has(lineName(one)));
}

/** What was stored, beside what had been promised. */
export function followUpAnswer(result: AnswerResult, style: Style): string {
  const { entry, answered, lines, readings, standing, promised } = result;
  const outcomes = outcomesOf(answered.forecast ?? lines, answered);
  const left = openLines(promised, lines).map(forecastLabel);
  const what =
    answered.notInUse === undefined ? [] : [cell(style.text(`no longer in use: ${answered.notInUse}`), "warn")];
  const read = readings.map(({ typed, read: as }) => cell(style.text(`"${typed}" as ${as}`)));
  return linesText([
    answerLine(
      line`Stored`,
      [cell(style.text(entry.id), "name"), cell(style.text(`for ${longDateLabel(answered.due)}`)), ...what],
      style,
    ),
    ...(read.length === 0 ? [] : [answerLine(line`Read`, read, style)]),
    ...table(
      outcomes.map((outcome) => ({
        cells: [
          cell(style.text(forecastLabel(outcome.line))),
          cell(style.text(figureLabel(outcome.line.figure)), "faint"),
        ],
        tail: cell(style.text(outcomeClause(outcome)), outcome.worse ? "warn" : undefined),
      })),
      style,
      { indent: 2, most: [28, 18] },
    ),
    ...(left.length === 0
      ? []
      : [answerLine(line`Open`, [cell(style.text(`not said: ${left.join(", ")}`), "faint")], style)]),
    answerLine(line`Undo`, [cell(line`poc undo ${style.text(entry.id)}`, "name")], style),
    ...nextLine(standing, style),
  ]);
}
