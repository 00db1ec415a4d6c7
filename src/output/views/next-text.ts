import type { NextActionsResult } from "../../app/views/read-next.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import type { RoleActions } from "../../domain/next/next-actions.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { apart, cell, ends, flow, paragraph } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { line, type Safe } from "../terminal/safe.ts";
import { actionLines } from "./action-lines.ts";
import { phaseCell } from "./status-head.ts";
import type { Style } from "../terminal/style.ts";
import { upperFirst } from "../../wording/first-letter.ts";

/** More than this is not a list of what to do now. */
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
  const idle = roles.length > 1 && roles.every(({ actions }) => actions.length === 0);
  const body = idle ? [[line`Nothing to do now.`]] : roles.map((role) => roleLines(role, standing, most, style));
  return linesText(apart([head, ...body]));
}

function roleLines(
  { role, person, actions }: RoleActions,
  { asOf, definitions }: Standing,
  most: number,
  style: Style,
): readonly Safe[] {
  const name = cell(line`${style.text(upperFirst(role))}`, "strong");
  const who =
    person !== undefined
      ? [cell(style.text(person.name), "faint")]
      : definitions.charter !== undefined && (role === "owner" || role === "sponsor")
        ? [cell(line`not named yet`, "warn")]
        : [];
  if (actions.length === 0) return flow([name, ...who, cell(line`nothing to do now`, "faint")], style, style.columns);
  const rest = actions.length - most;
  return [
    ...flow([name, ...who], style, style.columns),
    ...actionLines(actions.slice(0, most), asOf.date, style, { brief: false }),
    ...(rest <= 0
      ? []
      : [
          line`  ${style.paint("faint", line`and ${rest} more:`)} ${style.paint(
            "name",
            line`poc next --role ${style.text(role)}`,
          )}`,
        ]),
  ];
}
