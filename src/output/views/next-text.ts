import type { NextActionsResult } from "../../app/views/next-actions.ts";
import { dateLabel, longDateLabel, type CivilDate } from "../../domain/scalars/calendar.ts";
import type { RoleAction } from "../../domain/next/role-action.ts";
import type { RoleActions } from "../../domain/next/role-actions.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { displayWidth, pad, wrap } from "../terminal/display-width.ts";
import { apart, cell, ends, flow, paragraph, spaces, type Cell } from "../terminal/layout.ts";
import { EMPTY, line, linesText, type Safe } from "../terminal/safe.ts";
import { phaseCell } from "./status-head.ts";
import type { Style } from "../terminal/style.ts";

/** More than this is no list of what to do now. */
const MOST_ACTIONS = 5;

/** What each role has to do now: the act, what asks for it, and the command that does or records it. */
export function nextText(result: Pick<NextActionsResult, "standing" | "roles">, style: Style): string {
  const { standing, roles } = result;
  const title = standing.definitions.charter?.title ?? "A PoC without a charter";
  const most = roles.length === 1 ? Infinity : MOST_ACTIONS;
  const head = [
    ...ends(cell(style.text(title), "strong"), phaseCell(standing, style), style),
    ...(standing.asOf.now
      ? []
      : paragraph(
          style.text(`As of ${longDateLabel(standing.asOf.date)}: later entries are left out.`),
          style,
          0,
          "warn",
        )),
  ];
  return linesText(apart([head, ...roles.map((role) => roleLines(role, standing, most, style))]));
}

function roleLines(
  { role, person, actions }: RoleActions,
  { asOf, definitions }: Standing,
  most: number,
  style: Style,
): readonly Safe[] {
  const name = cell(line`${upperFirst(role, style)}`, "strong");
  const who =
    person !== undefined
      ? [cell(style.text(person.name), "faint")]
      : definitions.charter !== undefined && (role === "owner" || role === "sponsor")
        ? [cell(line`nobody is named`, "warn")]
        : [];
  if (actions.length === 0) return flow([name, ...who, cell(line`nothing to do now`, "faint")], style, style.columns);
  const shown = actions.slice(0, most);
  const dates = shown.map(({ by }) => dueCell(by, asOf.date, style));
  const rest = actions.length - shown.length;
  return [
    ...flow([name, ...who], style, style.columns),
    ...shown.flatMap((action, k) =>
      actionLines(action, dates[k]!, Math.max(0, ...dates.map(({ text }) => displayWidth(text))), style),
    ),
    ...(rest === 0
      ? []
      : [
          line`  ${style.paint("faint", line`and ${rest} more:`)} ${style.paint(
            "name",
            line`poc next --role ${style.text(role)}`,
          )}`,
        ]),
  ];
}

/** A text narrower than this is none: then the day goes above it. */
const NARROWEST_TEXT = 36;

/** The day in a column of its own, where any action of the role has one; the reason and the command under the act. */
function actionLines({ what, because, command }: RoleAction, date: Cell, width: number, style: Style): readonly Safe[] {
  const beside = width > 0 && style.columns - width - 4 >= NARROWEST_TEXT;
  const indent = beside ? width + 4 : 4;
  const texts = [
    ...wrap(style.text(what), style.columns - indent).map((text) => style.paint("strong", text)),
    ...reasonLines(
      style.text(because),
      command === undefined ? EMPTY : style.text(command),
      style.columns - indent,
      style,
    ),
  ];
  const day = date.text === "" ? cell(style.signs.bullet) : date;
  const painted = (text: Safe) => (day.role === undefined ? text : style.paint(day.role, text));
  if (beside)
    return texts.map((text, k) =>
      k === 0 ? line`  ${painted(pad(day.text, width))}  ${text}` : line`${spaces(indent)}${text}`,
    );
  const above = date.text === "" ? [] : [line`  ${painted(day.text)}`];
  return [
    ...above,
    ...texts.map((text, k) => line`${k === 0 ? line`  ${style.signs.bullet} ` : spaces(indent)}${text}`),
  ];
}

/** The reason and the command on one line where they fit, for short ones are read together. */
function reasonLines(because: Safe, command: Safe, columns: number, style: Style): readonly Safe[] {
  if (command !== "" && displayWidth(because) + displayWidth(command) + 2 <= columns)
    return [line`${style.paint("faint", line`${because}:`)} ${style.paint("name", command)}`];
  return [
    ...wrap(because, columns).map((text) => style.paint("faint", text)),
    ...(command === "" ? [] : wrap(command, columns).map((text) => style.paint("name", text))),
  ];
}

function dueCell(by: CivilDate | undefined, today: CivilDate, style: Style): Cell {
  if (by === undefined) return cell(EMPTY);
  if (by === today) return cell(line`today`, "strong");
  return by < today ? cell(style.text(`${dateLabel(by)}, late`), "bad") : cell(style.text(dateLabel(by)));
}

function upperFirst(text: string, style: Style): Safe {
  return style.text(text.charAt(0).toUpperCase() + text.slice(1));
}
