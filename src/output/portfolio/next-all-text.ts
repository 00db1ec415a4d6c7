import type { NextOfAll, NextOfAllRequest, WaitingAct } from "../../app/portfolio/next-of-all.ts";
import type { NextAction } from "../../domain/next/next-actions.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { actWords } from "../../wording/acts.ts";
import { upperFirst } from "../../wording/first-letter.ts";
import { nothingWaits } from "../../wording/portfolio/selection-words.ts";
import { relativeFolder } from "../json/relative-folder.ts";
import { apart, cell, table, type Cell, type Row } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";

/** More than this is not a list of what to do now. */
const MOST_ACTS = 8;
/** Acts that wait for nobody in particular are for the people of that PoC to share out. */
const MOST_OF_A_ROLE = 3;

/** What is told of an act to people. */
export function tellAct(action: NextAction): string {
  return actWords(action).text;
}

/**
 * What waits, person by person, the one with the most pressing act first; then what no named person has to do.
 *
 * @param asked for one person or one role, of whom all is shown
 */
export function nextAllText(
  { acts, pocs, titles, people, notRead }: NextOfAll<string>,
  cwd: string,
  style: Style,
  asked: Pick<NextOfAllRequest, "person" | "role">,
): string {
  const whole = asked.person !== undefined || asked.role !== undefined;
  const missing = notRead.map(({ path, why }) =>
    style.paint("bad", style.text(`${relativeFolder(cwd, path)}: ${why}`)),
  );
  const named = groups(acts, ({ who }) => who?.name);
  const roles = groups(
    acts.filter(({ who }) => who === undefined),
    ({ role }) => role,
  );
  const labels = labelsOf(titles, cwd);
  const blocks = [
    ...named.map(([name, waiting]) =>
      waitingLines(name, waiting, labels, style, whole ? undefined : [MOST_ACTS, `--for "${name}"`]),
    ),
    ...roles.map(([role, waiting]) => {
      const heading = `${upperFirst(role)}, nobody named`;
      return waitingLines(heading, waiting, labels, style, whole ? undefined : [MOST_OF_A_ROLE, `--role ${role}`]);
    }),
  ];
  const none = [style.text(nothingWaits(pocs, people, asked))];
  return linesText(apart([...(blocks.length === 0 ? [none] : blocks), ...(missing.length === 0 ? [] : [missing])]));
}

function groups(acts: readonly WaitingAct<string>[], nameOf: (act: WaitingAct<string>) => string | undefined) {
  const found = new Map<string, WaitingAct<string>[]>();
  for (const act of acts) {
    const name = nameOf(act);
    if (name === undefined) continue;
    const some = found.get(name);
    if (some === undefined) found.set(name, [act]);
    else some.push(act);
  }
  return [...found];
}

/** What each PoC is called: by its title, and by its folder where two have the same or one has none. */
function labelsOf(titles: NextOfAll<string>["titles"], cwd: string): ReadonlyMap<string, string> {
  const all = new Map<string, number>();
  for (const title of titles.values()) all.set(title, (all.get(title) ?? 0) + 1);
  const isOnly = (title: string) => title !== "" && all.get(title) === 1;
  return new Map([...titles].map(([path, title]) => [path, isOnly(title) ? title : relativeFolder(cwd, path)]));
}

function waitingLines(
  heading: string,
  waiting: readonly WaitingAct<string>[],
  labels: ReadonlyMap<string, string>,
  style: Style,
  limit: readonly [most: number, flag: string] | undefined,
): readonly Safe[] {
  const late = waiting.filter(({ late }) => late).length;
  const counted = `${countLabel(waiting.length, "thing to do", "things to do")}${late === 0 ? "" : `, ${late} late`}`;
  const rows = waiting.slice(0, limit?.[0]).map((act): Row => {
    const tail = cell(style.text(act.told));
    return { cells: [dayCell(act, style), cell(style.text(labels.get(act.path) ?? ""), "faint")], tail };
  });
  const rest = waiting.length - rows.length;
  const command = limit === undefined ? EMPTY : style.paint("name", style.text(`poc next --all ${limit[1]}`));
  return [
    line`${style.paint("strong", style.text(heading))}${style.signs.separator}${style.text(counted)}`,
    ...table(rows, style, { indent: 2, most: [18, Math.max(18, Math.floor(style.columns * 0.3))], tailLines: 2 }),
    ...(rest <= 0 ? [] : [line`  ${style.paint("faint", line`and ${rest} more:`)} ${command}`]),
  ];
}

function dayCell({ by, late, asOf }: WaitingAct<string>, style: Style): Cell {
  if (by === undefined) return cell(EMPTY);
  if (by === asOf) return cell(line`today`, "strong");
  return late ? cell(style.text(`${dateLabel(by)}, late`), "bad") : cell(style.text(dateLabel(by)));
}
