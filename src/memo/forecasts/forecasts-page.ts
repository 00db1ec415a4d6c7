import type { Calibration, GroupCalibration } from "../../domain/follow-up/calibration.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { longDateLabel, type CivilDate } from "../../domain/scalars/calendar.ts";
import {
  answersSentence,
  CALIBRATION_NOTE,
  calibrationSentences,
  medianLabel,
  tooEarlySentence,
  withinLabel,
} from "../../wording/follow-up/calibration-words.ts";
import { figureLabel, forecastKindLabel, rangeLabel, ratioLabel } from "../../wording/follow-up/forecast-words.ts";
import { htmlFile } from "../page/html-file.ts";
import { markdownPage } from "../page/markdown-page.ts";
import { clipped } from "../page-one/words.ts";
import { htmlText } from "../text/html-text.ts";
import { markdownText } from "../text/markdown-text.ts";
import { oneLine } from "../text/one-line.ts";
import { forecastsChart } from "./forecasts-chart.ts";

export interface ForecastsView {
  readonly title: string | undefined;
  readonly asOf: CivilDate | undefined;
  readonly pocs: number;
  readonly calibration: Calibration;
  readonly notRead: readonly { readonly folder: string; readonly why: string }[];
}

export interface ForecastsParts {
  /** The style of every page. */
  readonly style: string;
  readonly toolVersion: string;
  /** Says that the tool made the page, and may make it anew. */
  readonly mark: string;
}

/** The report as one file of HTML that needs nothing else: no script, no font, nothing that is fetched. */
export function forecastsPage(view: ForecastsView, { style, toolVersion, mark }: ForecastsParts): string {
  const name = oneLine(view.title === undefined ? "Forecasts" : `Forecasts: ${view.title}`);
  const day = view.asOf === undefined ? "" : longDateLabel(view.asOf);
  return htmlFile({
    mark,
    title: clipped(`${name}${day === "" ? "" : ` · ${day}`}`, 24),
    style,
    foot: clipped(`${name} · ${day}`, 24),
    body: `<a class="skip" href="#page.forecasts">Skip to the figures</a>
<main id="page.forecasts" tabindex="-1">
<article class="front">
${partsOf(view, name, day)
  .map((part) => part.trim())
  .join("\n")}
</article>
</main>
<footer class="imprint">Made by poc ${htmlText(toolVersion)} from the records of each PoC.</footer>`,
  });
}

function partsOf(view: ForecastsView, name: string, day: string): readonly string[] {
  const { calibration, pocs, notRead } = view;
  const html = (...lines: readonly string[]) => markdownPage(lines.join("\n"), new Map()).front;
  const head = [
    `# ${markdownText(name)}`,
    "",
    `${day === "" ? "" : `${day}. `}${countLabel(pocs, "PoC")}. ${markdownText(answersSentence(calibration))}`,
  ];
  const unread = notRead.length === 0 ? [] : [html("## Not read", "", ...notRead.map(unreadItem))];
  const early = tooEarlySentence(calibration);
  const { all, byKind, byTeam } = calibration;
  if (all === undefined || early !== undefined)
    return [html(...head, "", `**${markdownText(early ?? "")}**`), ...promised(calibration, html), ...unread];
  return [
    html(...head, "", ...calibrationSentences(all).map((text) => `- ${markdownText(text)}`)),
    figure(calibration),
    html("## By kind", "", ...groupTable("Kind", byKind, ({ kind }) => forecastKindLabel(kind))),
    html("## By team, or owner", "", ...groupTable("Team", byTeam, ({ team }) => team)),
    ...promised(calibration, html),
    html(markdownText(CALIBRATION_NOTE)),
    ...unread,
  ];
}

function figure(calibration: Calibration): string {
  const legend =
    "Each circle is an actual figure divided by the promised one; filled circles are within the 80% range. The " +
    "thick line is the median. Figures beyond four times are shown at the edge.";
  return (
    `<figure class="of-forecasts">\n${forecastsChart(calibration)}\n<figcaption>` +
    `<strong>Actual figures, divided by the promised ones.</strong> ${htmlText(legend)}</figcaption>\n</figure>`
  );
}

function groupTable<G extends GroupCalibration>(
  title: string,
  groups: readonly G[],
  nameOf: (group: G) => string,
): readonly string[] {
  return [
    `| ${title} | Median | Figures | Within the 80% range | Worse than promised |`,
    "|---|---|---|---|---|",
    ...groups.map((group) =>
      row([
        nameOf(group),
        medianLabel(group),
        String(group.figures),
        withinLabel(group),
        `${group.worse} of ${group.figures}`,
      ]),
    ),
  ];
}

/** The most rows that a person reads; `--format csv` has all of them. */
const MOST_ROWS = 200;

function promised({ outcomes }: Calibration, html: (...lines: readonly string[]) => string): readonly string[] {
  if (outcomes.length === 0) return [];
  const rows = outcomes.slice(0, MOST_ROWS).map(({ title, name, line, actual, ratio, answered }) => {
    const range = rangeLabel(line);
    const figures = [figureLabel(line.figure), range === "" ? "–" : range, figureLabel(actual), ratioLabel(ratio)];
    return row([`${title}: ${name}`, ...figures, longDateLabel(answered)]);
  });
  const left = outcomes.length - rows.length;
  return [
    html(
      "## Every figure",
      "",
      "| Figure | Promised | 80% range | Actual | Ratio | Answered |",
      "|---|---|---|---|---|---|",
      ...rows,
      "",
      left === 0 ? "" : `And ${left} more: \`poc followup --report --format csv\` lists all of them.`,
    ),
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((text) => markdownText(oneLine(text))).join(" | ")} |`;
}

function unreadItem({ folder, why }: { readonly folder: string; readonly why: string }): string {
  return `- **${markdownText(oneLine(folder))}** ${markdownText(oneLine(why))}`;
}
