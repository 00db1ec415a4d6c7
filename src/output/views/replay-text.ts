import type { ReplayResult } from "../../app/views/replay-log.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import type { KillStanding } from "../../domain/standing/kill-standing.ts";
import type { Replay, ReplayDay, ReplayedEval, ReplayedKill } from "../../domain/standing/replay.ts";
import { evalChangeClause, killChangeClause, neverTrippedSentence, notMetSentence } from "./replay-words.ts";
import { displayWidth, pad } from "../terminal/display-width.ts";
import { apart, cell, flow, paragraph, spaces, type Cell } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, joinSafe, line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { hoursLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import { changedAnswerSentence, sinceSentence, targetSinceSentence } from "../../wording/since.ts";
import type { Role } from "../terminal/paint.ts";

const EVAL_ROLES: Readonly<Record<EvalStanding["verdict"], Role | undefined>> = {
  met: "good",
  "not met": "bad",
  unsettled: undefined,
  unmeasured: undefined,
  invalid: "bad",
};
const KILL_ROLES: Readonly<Record<KillStanding["verdict"], Role | undefined>> = {
  tripped: "bad",
  cleared: "good",
  pending: undefined,
  overdue: "bad",
};

/** The log walked day by day: a row a day with what changed on it, then when each criterion was tripped. */
export function replayText({ replay, standing }: Pick<ReplayResult, "replay" | "standing">, style: Style): string {
  const draft =
    standing.started === undefined
      ? paragraph(line`The terms are not frozen: verdicts follow the files as they are now.`, style, 0, "warn")
      : [];
  if (replay.days.length === 0)
    return linesText(
      apart(
        [draft, [line`No day of the timebox has begun, and nothing was logged.`]].filter((block) => block.length > 0),
      ),
    );
  return linesText(
    apart([draft, dayRows(replay.days, style), sentences(replay, style)].filter((block) => block.length > 0)),
  );
}

/** Columns that the marks of a day need at least; where there are fewer, they go below it. */
const NARROWEST_MARKS = 24;

/** `Mon 30 Nov  day 6  1,385.07 EUR  38.5 h  no-better-than-search TRIPPED`, with a heading. */
function dayRows(days: readonly ReplayDay[], style: Style): readonly Safe[] {
  const heading: readonly Safe[] = [line`By end of`, EMPTY, line`spent`, line`hours`];
  const rows = days.map((day): readonly Safe[] => [
    style.text(dateLabel(day.date)),
    day.workingDay === undefined ? EMPTY : line`day ${day.workingDay}`,
    style.text(moneyLabel(day.spent)),
    style.text(hoursLabel(day.hours)),
  ]);
  const widths = heading.map((_, k) => Math.max(...[heading, ...rows].map((cells) => displayWidth(cells[k]!))));
  const aligned = (cells: readonly Safe[]) =>
    line`${spaces(2)}${joinSafe(
      cells.map((text, k) => pad(text, widths[k]!, k < 2 ? "left" : "right")),
      spaces(2),
    )}`;
  const beside = 2 + widths.reduce((sum, width) => sum + width + 2, 0);
  const under = style.columns - beside < NARROWEST_MARKS;
  const indent = under ? 4 : beside;
  const changes = rows.flatMap((cells, k) => {
    const changed = flow(marks(days[k]!, style), style, style.columns - indent);
    const row = aligned(cells);
    if (under || changed.length === 0) return [row].concat(changed.map((text) => line`${spaces(indent)}${text}`));
    return changed.map((text, index) => line`${index === 0 ? pad(row, indent) : spaces(indent)}${text}`);
  });
  return [
    style.paint("faint", line`${pad(aligned(heading), under ? 0 : indent)}${under ? EMPTY : line`changed`}`),
    ...changes,
  ];
}

/** What has another verdict than the day before, kill criteria first. */
function marks({ changedEvals, changedKill }: ReplayDay, style: Style): readonly Cell[] {
  return [
    ...changedKill.map((item) => cell(style.text(killChangeClause(item)), KILL_ROLES[item.verdict])),
    ...changedEvals.map((item) =>
      cell(style.text(evalChangeClause(item)), item.interim ? undefined : EVAL_ROLES[item.verdict]),
    ),
  ];
}

function sentences({ kill, evals }: Replay, style: Style): readonly Safe[] {
  const never = neverTrippedSentence(kill.filter(({ since }) => since === undefined).map(({ standing }) => standing));
  return [
    ...kill.flatMap((item) => killSentences(item, style)),
    ...(never === "" ? [] : paragraph(style.text(never), style, 0)),
    ...evals.flatMap((item) => evalSentences(item, style)),
  ];
}

function killSentences({ standing: { criterion }, since, changed }: ReplayedKill, style: Style): readonly Safe[] {
  const tripped =
    since === undefined
      ? []
      : paragraph(style.text(sinceSentence(criterion.id, since)), style, 0, since.still ? "bad" : "warn");
  return [
    ...tripped,
    ...changed.flatMap((answer) => paragraph(style.text(changedAnswerSentence(answer)), style, 0, "warn")),
  ];
}

function evalSentences({ standing, met, missed }: ReplayedEval, style: Style): readonly Safe[] {
  const { id } = standing.eval;
  const said = [
    ...(met === undefined ? [] : [targetSinceSentence(id, "met", met)]),
    ...(missed === undefined ? [] : [targetSinceSentence(id, "not met", missed)]),
  ];
  if (met === undefined && missed === undefined) said.push(notMetSentence(standing));
  return said.flatMap((sentence) => paragraph(style.text(sentence), style, 0));
}
