import { dateLabel, longDateLabel } from "../../domain/scalars/calendar.ts";
import { followUpStanding } from "../../domain/follow-up/follow-up-standing.ts";
import { followUpSentence } from "../../wording/follow-up/follow-up-sentence.ts";
import { goesAgainst } from "../../domain/standing/decision.ts";
import { personText } from "../../domain/scalars/person.ts";
import { nextActions } from "../../domain/next/next-actions.ts";
import type { Report } from "../../app/poc/report.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { actionLines } from "./action-lines.ts";
import { diagnosticSummary } from "../diagnostics/diagnostic-text.ts";
import { placeholderLines } from "../diagnostics/fold-placeholders.ts";
import { wrap } from "../terminal/display-width.ts";
import { cell, ends, flow, labelled, paragraph, table } from "../terminal/layout.ts";
import { EMPTY, line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { outcomeLabel, parseRecommendation } from "../../domain/standing/outcome.ts";
import type { Role } from "../terminal/paint.ts";
import { openWaivers } from "../../domain/gates/open-conditions.ts";
import { recommendationClause } from "../../wording/recommendation.ts";
import { ruleSentence } from "../../wording/outcome/rule-sentence.ts";
import { namedAs } from "../../wording/people.ts";

/** What has to happen next, what the tool recommends or a person decided, and what the checks say. */
export function statusOutcome(report: Report, style: Style): readonly Safe[] {
  const { standing } = report;
  return [
    ...next(report, style),
    EMPTY,
    ...decision(standing, style),
    ...recommendation(standing, style),
    ...gates(standing, style),
    EMPTY,
    ...checks(report, style),
  ];
}

const MOST_ACTIONS = 6;

/** The most pressing of what `poc next` lists. */
function next(report: Report, style: Style): readonly Safe[] {
  const { standing } = report;
  const head = style.paint("strong", line`Next`);
  const actions = nextActions(standing);
  if (actions.length === 0) return [line`${head}  nothing to do now`];
  const rest = actions.length - MOST_ACTIONS;
  return [
    head,
    ...actionLines(actions.slice(0, MOST_ACTIONS), standing.asOf.date, style, { brief: true }),
    ...(rest <= 0
      ? []
      : [line`  ${style.paint("faint", line`and ${rest} more:`)} ${style.paint("name", line`poc next`)}`]),
    ...(standing.phase === "draft" ? placeholders(report, style) : []),
  ];
}

/** Where something was left for later, file by file. */
function placeholders({ standing, diagnostics }: Report, style: Style): readonly Safe[] {
  const rows = placeholderLines(diagnostics, standing.placeholders).map(({ file, lines }) => ({
    cells: [cell(style.text(file))],
    tail: cell(style.text(`${lines.length === 1 ? "line" : "lines"} ${listLabel(lines.map(String))}`), "faint"),
  }));
  return rows.length === 0
    ? []
    : [
        EMPTY,
        style.paint("strong", style.text(`Left open: ${countLabel(standing.placeholders.length, "field")}`)),
        ...table(rows, style, { indent: 2, most: [Math.floor(style.columns * 0.4)] }),
      ];
}

const OUTCOME_ROLES: Readonly<Record<string, Role>> = {
  go: "good",
  conditional: "warn",
  "decide-now": "bad",
  "not-started": "warn",
  "no-go": "bad",
  "cannot-judge": "bad",
  "keep-going": "strong",
  extend: "warn",
};

function decision(standing: Standing, style: Style): readonly Safe[] {
  const current = standing.decision.current;
  if (current === undefined) return [];
  const { outcome, by, why, override, recommended } = current.decision;
  const { date, recordedBy } = current.entry;
  const typist = recordedBy === undefined ? "" : ` (recorded by ${recordedBy.name})`;
  const who = style.text(`${personText(by)}${typist}, ${longDateLabel(date)}`);
  const head = line`${style.paint("strong", line`Decision`)}  ${outcomeWord(outcome, style)}`;
  // By what was recommended when it was taken: what is recommended now stands below it.
  const then = parseRecommendation(recommended) ?? standing.recommendation.outcome;
  const against = override !== undefined || goesAgainst(outcome, then);
  const note =
    override === undefined
      ? `against the recommendation (${recommended})`
      : `against the recommendation (${recommended}): ${override}`;
  return [
    ...ends(cell(head), cell(who, "faint"), style),
    ...paragraph(style.text(why), style, 2),
    ...(against ? paragraph(style.text(note), style, 2, "warn") : []),
    ...followUp(standing, style),
    EMPTY,
  ];
}

/** When people are asked what came true of it, and what they said. */
function followUp(standing: Standing, style: Style): readonly Safe[] {
  const promised = followUpStanding(standing);
  if (promised?.stored !== true) return [];
  const late = promised.overdue !== undefined;
  return paragraph(style.text(followUpSentence(promised)), style, 2, late ? "warn" : "faint");
}

function outcomeWord(outcome: Parameters<typeof outcomeLabel>[0], style: Style): Safe {
  return style.paint(OUTCOME_ROLES[outcome] ?? "strong", style.text(outcomeLabel(outcome)));
}

function recommendation({ recommendation: { outcome, rule, reasons } }: Standing, style: Style): readonly Safe[] {
  const head = line`${style.paint("strong", line`Recommendation`)}  ${outcomeWord(outcome, style)}`;
  // Each is a ground of the recommendation: none is left out or cut.
  return [
    ...ends(cell(head), cell(line`rule ${style.text(rule)}`, "faint"), style),
    ...paragraph(style.text(ruleSentence(rule)), style, 2),
    ...reasons.flatMap((reason) =>
      wrap(style.text(recommendationClause(reason)), style.columns - 4).map(
        (text, k) => line`  ${k === 0 ? style.signs.bullet : line` `} ${text}`,
      ),
    ),
  ];
}

/** The last gate that was passed, and its waivers; nothing while no gate is on record. */
function gates(standing: Standing, style: Style): readonly Safe[] {
  const { passages, waivers: all } = standing.gates;
  if (passages.length + all.length === 0) return [];
  const waivers = openWaivers(standing);
  const last = passages.at(-1);
  const passed =
    last === undefined
      ? line`none passed`
      : style.text(
          `gate ${last.passage.number}, ${last.passage.title}, passed ${dateLabel(last.entry.date)} by ` +
            namedAs(last.passage.approver, last.entry),
        );
  const held = waivers.filter(({ expired }) => !expired).length;
  const facts = [
    cell(passed),
    cell(held === 0 ? EMPTY : style.text(countLabel(held, "waiver")), "warn"),
    cell(waivers.length === held ? EMPTY : style.text(countLabel(waivers.length - held, "expired waiver")), "bad"),
    cell(line`poc gate`, "name"),
  ];
  return [EMPTY, ...labelled(cell(line`Gates`, "strong"), flow(facts, style, style.columns - 8), style, 8)];
}

function checks({ diagnostics, standing }: Report, style: Style): readonly Safe[] {
  const entries = style.text(`${countLabel(standing.log.counted.length, "entry", "entries")} in the log`);
  const named = diagnostics.length === 0 ? [] : [cell(line`poc check`, "name")];
  return labelled(
    cell(line`Checks`, "strong"),
    flow([cell(diagnosticSummary(diagnostics, style)), ...named, cell(entries, "faint")], style, style.columns - 8),
    style,
    8,
  );
}
