import { dateLabel } from "../../domain/scalars/calendar.ts";
import { LEAST_CHANCE, type EvalPlan } from "../../domain/planning/plan.ts";
import { actWords } from "../../wording/acts.ts";
import { planSentence } from "../../wording/plan.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { instantText } from "../../domain/scalars/instant.ts";
import type { StartResult } from "../../app/agreement/start-poc.ts";
import { diagnosticsText, type DiagnosticPaths } from "../diagnostics/diagnostic-text.ts";
import { nextActions } from "../../domain/next/next-actions.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { displayWidth } from "../terminal/display-width.ts";
import { cell, paragraph, table } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, line, trimStartSafe, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { termRows } from "../views/term-rows.ts";
import { countLabel } from "../../domain/scalars/labels.ts";

/** The terms that are frozen from now on; or every reason why they are not. */
export function startAnswer(
  {
    entry,
    refusals,
    standing,
    plans,
    edited,
    pathOnly,
    warnings,
  }: Pick<StartResult, "entry" | "refusals" | "standing" | "plans" | "edited" | "pathOnly" | "warnings">,
  style: Style,
  paths: DiagnosticPaths = { prefix: "" },
): string {
  if (entry === undefined) {
    const reasons = style.text(countLabel(refusals.length, "reason"));
    return (
      `${diagnosticsText(refusals, style, paths)}\n` +
      `${linesText([line`${style.paint("bad", line`Not started`)}, for ${reasons}. Nothing was written.`])}`
    );
  }
  const terms = entry.start?.terms ?? new Map<string, string>();
  const count = style.text(countLabel(terms.size, "term"));
  const { timebox } = standing;
  const until =
    timebox === undefined
      ? EMPTY
      : style.text(
          `: ${countLabel(timebox.of, "working day")}, ${dateLabel(timebox.start)} to ${dateLabel(timebox.end)}`,
        );
  return linesText([
    line`${style.paint("good", line`Started`)} ${style.paint("name", style.text(entry.id))}${until}`,
    ...edited.map((file) => line`  ${style.paint("faint", style.text(`${file} edited: ${editOf(file)}`))}`),
    ...pathOnly.flatMap((one) =>
      paragraph(
        style.text(
          `${one.file} of ${one.eval} ${one.why}, so its path is frozen and not its cases; once it is there, ` +
            `add its sha256 to ${DEFINITION_FILES.evals} and record that: poc amend`,
        ),
        style,
        2,
        "warn",
      ),
    ),
    ...warnings.flatMap(({ message }) => paragraph(style.text(message), style, 2, "warn")),
    EMPTY,
    style.paint("strong", line`${count} frozen`),
    ...termRows(terms, style),
    ...hashLines(entry, style),
    ...planLines(plans, style),
    EMPTY,
    ...paragraph(
      line`Editing these files changes nothing that was agreed: an edit is drift until poc amend records it.`,
      style,
      0,
      "faint",
    ),
    ...todayLines(standing, style),
  ]);
}

function editOf(file: string): string {
  return file === DEFINITION_FILES.evals ? "the sha256 of the data set was added" : "the first day was moved";
}

/** What the team does now: share the terms, begin with the most pressing of its acts, and end every day with a line. */
function todayLines(standing: Standing, style: Style): readonly Safe[] {
  const { timebox } = standing;
  const later = timebox !== undefined && timebox.day === 0 ? timebox.start : undefined;
  const first = nextActions(standing).find(({ role }) => role === "engineer");
  const { text, command } = first === undefined ? { text: "", command: undefined } : actWords(first);
  const by = first?.by === undefined ? "" : `, by ${dateLabel(first.by)}`;
  const acts: readonly (readonly [what: string, command: string])[] = [
    ["Commit this folder, so that everybody sees the same terms", ""],
    ...(first === undefined ? [] : [[`${text}${by}`, command ?? ""] as const]),
    ["Every evening, one line", 'poc log "what happened" --hours 2'],
  ];
  return [
    EMPTY,
    style.paint("strong", style.text(later === undefined ? "Today" : `Until ${dateLabel(later)}, the first day`)),
    ...acts.flatMap(([what, typed]) => actLines(style.text(what), style.text(typed), style)),
  ];
}

/** The command is beside its explanation if there is room for both. */
function actLines(what: Safe, typed: Safe, style: Style): readonly Safe[] {
  const { separator, bullet } = style.signs;
  const beside =
    typed !== "" && displayWidth(what) + displayWidth(separator) + displayWidth(typed) + 4 <= style.columns;
  const command = style.paint("name", typed);
  const [start = EMPTY, ...more] = paragraph(what, style, 4);
  const head = line`  ${bullet} ${trimStartSafe(start)}`;
  if (beside) return [line`${head}${separator}${command}`];
  return [head, ...more, ...(typed === "" ? [] : [line`    ${command}`])];
}

/** The hash that outsiders can be given, and who stamped it. */
function hashLines({ start }: Entry, style: Style): readonly Safe[] {
  if (start?.sha256 === undefined) return [];
  const { sha256, timestamp } = start;
  const stamped = timestamp === undefined ? "" : `, stamped ${instantText(timestamp.at)} by ${timestamp.authority}`;
  return [EMPTY, line`Hash of the terms${style.text(stamped)}`, line`  ${style.paint("strong", style.text(sha256))}`];
}

/** What the planned cases can show, reported while changing the plan is still cheap. */
function planLines(plans: readonly EvalPlan[], style: Style): readonly Safe[] {
  if (plans.length === 0) return [];
  const rows = plans.map((plan) => ({
    cells: [cell(style.text(plan.eval.id))],
    tail: cell(
      style.text(planSentence(plan)),
      plan.chance !== undefined && plan.chance < LEAST_CHANCE ? "warn" : undefined,
    ),
  }));
  const assumed = plans.some((plan) => plan.assumed?.basis === "half-allowed");
  const note = assumed
    ? paragraph(
        line`Without an expected, half the allowed failures are assumed; poc plan shows more.`,
        style,
        2,
        "faint",
      )
    : [];
  return [
    EMPTY,
    style.paint("strong", line`What the planned cases can show`),
    ...table(rows, style, { indent: 2, most: [Math.floor(style.columns * 0.3)] }),
    ...note,
  ];
}
