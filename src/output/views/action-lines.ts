import { dateLabel, type CivilDate } from "../../domain/scalars/calendar.ts";
import type { NextAction } from "../../domain/next/next-actions.ts";
import { actWords } from "../../wording/acts.ts";
import { displayWidth, pad, wrap } from "../terminal/display-width.ts";
import { cell, spaces, type Cell } from "../terminal/layout.ts";
import { EMPTY, line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";

/** Where there is less room than this beside the day, the day goes above the text. */
const NARROWEST_TEXT = 36;

/**
 * Actions one under the other, the day in a column of its own. `brief`: without the reason, and the command beside the
 * act where it fits.
 */
export function actionLines(
  actions: readonly NextAction[],
  today: CivilDate,
  style: Style,
  { brief }: { readonly brief: boolean },
): readonly Safe[] {
  const days = actions.map(({ by, late }) => dayCell(by, late, today, style));
  const width = Math.max(0, ...days.map(({ text }) => displayWidth(text)));
  const beside = width > 0 && style.columns - width - 4 >= NARROWEST_TEXT;
  const indent = beside ? width + 4 : 4;
  return actions.flatMap((action, index) => {
    const texts = brief ? briefLines(action, style, indent) : fullLines(action, style, indent);
    const { text: day, role } = days[index]!;
    const painted = (text: Safe) => (role === undefined ? text : style.paint(role, text));
    if (beside) {
      const first = day === "" ? pad(style.signs.bullet, width) : painted(pad(day, width));
      return texts.map((text, k) => (k === 0 ? line`  ${first}  ${text}` : line`${spaces(indent)}${text}`));
    }
    const above = day === "" ? [] : [line`  ${painted(day)}`];
    return [
      ...above,
      ...texts.map((text, k) => line`${k === 0 ? line`  ${style.signs.bullet} ` : spaces(indent)}${text}`),
    ];
  });
}

function dayCell(by: CivilDate | undefined, late: boolean, today: CivilDate, style: Style): Cell {
  if (by === undefined) return cell(EMPTY);
  if (by === today) return cell(line`today`, "strong");
  return late ? cell(style.text(`${dateLabel(by)}, late`), "bad") : cell(style.text(dateLabel(by)));
}

/** `Measure latency · poc log --eval latency=…`, the command below where both are too long for one line. */
function briefLines(action: NextAction, style: Style, indent: number): readonly Safe[] {
  const { text, command } = actWords(action);
  return joined(style.text(text), command, undefined, style, style.columns - indent);
}

/** The act, then what asks for it and the command: `not measured yet · poc log --eval latency=…`. */
function fullLines(action: NextAction, style: Style, indent: number): readonly Safe[] {
  const { text, because, command } = actWords(action);
  const columns = style.columns - indent;
  return [
    ...wrap(style.text(text), columns).map((part) => style.paint("strong", part)),
    ...joined(style.text(because), command, "faint", style, columns),
  ];
}

function joined(
  words: Safe,
  command: string | undefined,
  role: "faint" | undefined,
  style: Style,
  columns: number,
): readonly Safe[] {
  const painted = (text: Safe) => (role === undefined ? text : style.paint(role, text));
  const typed = style.text(command ?? "");
  const { separator } = style.signs;
  if (typed !== "" && displayWidth(words) + displayWidth(separator) + displayWidth(typed) <= columns)
    return [line`${painted(words)}${separator}${style.paint("name", typed)}`];
  const below = typed === "" ? [] : wrap(typed, columns).map((text) => style.paint("name", text));
  return [...wrap(words, columns).map(painted), ...below];
}
