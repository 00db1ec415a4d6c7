import { endOfUse } from "../../domain/follow-up/follow-up-standing.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import type { Drift } from "../../domain/records/terms.ts";
import { pathText } from "../../diagnostics/place.ts";
import type { Report } from "../../app/poc/report.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { cell, ends, paragraph, table, type Cell } from "../terminal/layout.ts";
import { EMPTY, line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { upperFirst } from "../../wording/first-letter.ts";
import { alarmClause } from "../../wording/recommendation.ts";
import { contradictionClause } from "../../wording/value-clauses.ts";
import type { Role } from "../terminal/paint.ts";
import { lostSupport } from "../../domain/standing/decision.ts";
import { outcomeLabel } from "../../domain/standing/outcome.ts";
import { termLabel } from "../../domain/records/terms.ts";

/** Title and phase, the question, and whatever makes the rest of the screen doubtful: it is said first, and loudly. */
export function statusHead(report: Report, style: Style): readonly Safe[] {
  const { standing } = report;
  const { charter } = standing.definitions;
  const title =
    charter === undefined
      ? line`A PoC without a charter`
      : style.text(charter.title === "" ? "Untitled PoC" : charter.title);
  return [
    ...ends(cell(title, "strong"), phaseCell(standing, style), style),
    ...(charter?.question === undefined ? [] : paragraph(style.text(charter.question), style, 0, "faint")),
    ...(standing.asOf.now
      ? []
      : paragraph(
          line`As of ${style.text(longDateLabel(standing.asOf.date))}: later entries are left out.`,
          style,
          0,
          "warn",
        )),
    ...alarms(standing, style),
    ...unreadable(standing, style),
    ...drift(report, style),
  ];
}

/** Limits that are passed, and a business case that the log contradicts, stand at the top, whatever else is fine. */
function alarms({ recommendation, phase, value }: Standing, style: Style): readonly Safe[] {
  if (phase === "decided") return [];
  const said = (clause: string, role: Role) => paragraph(style.text(upperFirst(`${clause}.`)), style, 0, role);
  return [
    ...recommendation.alarms.flatMap((alarm) => said(alarmClause(alarm), "bad")),
    ...value.contradictions.flatMap((one) =>
      said(`the log contradicts the business case: ${contradictionClause(one)}`, "bad"),
    ),
  ];
}

export function phaseCell(standing: Standing, style: Style): Cell {
  const { phase, timebox, decision, recommendation } = standing;
  const recommended = line`${style.signs.separator}${style.text(outcomeLabel(recommendation.outcome))}`;
  switch (phase) {
    case "draft":
      return standing.unreadable.length > 0 ? cell(line`UNREADABLE`, "bad") : cell(line`DRAFT, not started`, "warn");
    case "decided":
      return cell(
        line`DECIDED: ${style.text(outcomeLabel(decision.current!.decision.outcome))}${
          endOfUse(standing) !== undefined
            ? line`, no longer used`
            : lostSupport(standing) === undefined
              ? EMPTY
              : line`, no longer supported`
        }`,
        "strong",
      );
    case "over":
      return cell(line`TIMEBOX OVER, not decided${recommended}`, "bad");
    case "running":
      if (timebox === undefined) return cell(line`RUNNING${recommended}`, "strong");
      return timebox.day === 0
        ? cell(line`STARTED, day 1 to come`, "strong")
        : cell(line`Day ${timebox.day} of ${timebox.of}${recommended}`, "strong");
  }
}

function unreadable({ unreadable: places }: Standing, style: Style): readonly Safe[] {
  if (places.length === 0) return [];
  const files = [...new Set(places.map((place) => place.file))];
  const rows = files
    .slice(0, MOST_ROWS)
    .map((file) => ({ cells: [cell(style.text(file))], tail: cell(partsOf(file, places, style), "faint") }));
  return [
    EMPTY,
    ...paragraph(line`CANNOT BE READ in full, so nothing here can be judged (poc check)`, style, 0, "bad"),
    ...table(rows, style, { indent: 2, most: [Math.floor(style.columns * 0.6)] }),
    ...more(files.length, style),
  ];
}

const MOST_ROWS = 6;

function more(count: number, style: Style): readonly Safe[] {
  return count <= MOST_ROWS ? [] : [style.paint("faint", line`  and ${count - MOST_ROWS} more`)];
}

function partsOf(file: string, places: Standing["unreadable"], style: Style): Safe {
  const paths = places
    .filter((place) => place.file === file && place.path.length > 0)
    .map((place) => pathText(place.path));
  return style.text(paths.join(", "));
}

function drift(report: Report, style: Style): readonly Safe[] {
  const { drift: drifts } = report.standing;
  if (drifts.length === 0) return [];
  const count = style.text(countLabel(drifts.length, "frozen term was", "frozen terms were"));
  const rows = drifts.slice(0, MOST_ROWS).map((item) => ({
    cells: [cell(style.text(termLabel(item.term)))],
    tail: cell(line`${driftText(item, style)} (${driftPlace(report, item, style)})`),
  }));
  return [
    EMPTY,
    ...paragraph(line`DRIFT: ${count} edited without an amendment. The frozen ones count.`, style, 0, "bad"),
    ...table(rows, style, { indent: 2, most: [Math.floor(style.columns * 0.4)] }),
    ...more(drifts.length, style),
  ];
}

function driftText({ frozen, current }: Drift, style: Style): Safe {
  const text = (value: string | undefined) => (value === undefined ? line`nothing` : style.text(value));
  return line`${text(frozen)} ${style.signs.arrow} ${text(current)}`;
}

/** File and line where a check has found it, else the file. */
function driftPlace(report: Report, { place }: Drift, style: Style): Safe {
  const path = pathText(place.path);
  const found = report.diagnostics.find(
    (item) => item.code === "terms-drift" && item.place.file === place.file && pathText(item.place.path) === path,
  );
  return found === undefined
    ? style.text(place.file)
    : line`${style.text(found.location.file)}:${found.location.span.line}`;
}
