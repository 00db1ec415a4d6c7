import type { PlannedRun, RunChecksResult } from "../../app/checklists/run-commands.ts";
import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import { cell, paragraph, table } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";

/** The commands that are about to be run, as their file has them. */
export function planToRun(runs: readonly PlannedRun[], file: string, style: Style): string {
  return linesText([
    ...paragraph(style.text(`${countLabel(runs.length, "command")} of ${file}, to be run in the shell:`), style, 0),
    ...table(
      runs.map(({ item, command, cwd }) => ({
        cells: [cell(style.text(item.id))],
        tail: cell(style.text(cwd === "" ? command : `${command}  (in ${cwd})`), "name"),
      })),
      style,
      { indent: 2 },
    ),
  ]);
}

export function runStarted({ item }: PlannedRun, style: Style): string {
  return linesText([style.paint("faint", line`running ${style.text(item.id)}`)]);
}

/** The result of each command, where its output is, and what was kept out of it. */
export function runAnswer({ entry, runs, cancelled }: RunChecksResult, style: Style): string {
  const rows = runs.map(({ run }) => {
    const passed = run.exit === 0;
    const how = passed
      ? line`passed`
      : run.exit !== undefined
        ? line`FAILED with exit ${run.exit}`
        : run.stopped === "time-limit"
          ? line`STOPPED at the time limit`
          : line`ENDED by a signal`;
    const where = run.output === undefined ? line`printed nothing` : style.text(run.output);
    return {
      cells: [
        cell(style.text(run.item)),
        cell(how, passed ? "good" : "bad"),
        cell(line`${style.text(shortDecimalText(run.seconds))} s`, "faint"),
      ],
      tail: cell(where, "faint"),
    };
  });
  const kinds = [...new Set(runs.flatMap(({ redacted }) => redacted))];
  const kept: readonly Safe[] =
    kinds.length === 0
      ? []
      : paragraph(
          style.text(
            `Lines that seemed to contain ${listLabel(kinds)} were not stored, but they were in the output: ` +
              `revoke what is real.`,
          ),
          style,
          0,
          "warn",
        );
  const stored =
    entry === undefined
      ? []
      : [line`${style.paint("strong", line`Stored`)}  ${style.paint("name", style.text(entry.id))}`];
  const rest = cancelled
    ? paragraph(line`Cancelled: the other commands did not run, or did not finish.`, style, 0, "warn")
    : [];
  return linesText([...stored, ...table(rows, style, { indent: 2 }), ...kept, ...rest, EMPTY]);
}
