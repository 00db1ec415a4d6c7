import { workingDates } from "../../domain/records/timebox.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { addDays, dateLabel, daysBetween, weekday, type CivilDate } from "../../domain/scalars/calendar.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { outcomeLabel } from "../../domain/standing/outcome.ts";
import type { KillVerdict } from "../../domain/standing/kill-standing.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { killVerdictLabel } from "../../wording/evals.ts";
import type { Chart } from "./chart.ts";
import { timelineChart, type TimelineFigures, type TimelineMark } from "./timeline-chart.ts";

/** Kinds of entries, each on a line of its own. An entry may be on several. */
const LANES: readonly { readonly label: string; readonly has: (entry: Entry) => boolean }[] = [
  { label: "Results", has: (entry) => entry.results.length > 0 },
  { label: "Money", has: (entry) => entry.spend.length > 0 },
  { label: "Work", has: (entry) => entry.time.length > 0 },
  {
    label: "Findings",
    has: (entry) => entry.risks.length > 0 || entry.assumptions.size > 0 || entry.answers.size > 0,
  },
];

const TONES: Readonly<Record<KillVerdict, TimelineMark["tone"]>> = {
  tripped: "bad",
  cleared: "good",
  pending: "open",
  overdue: "caution",
};

/** Longer than this, and a day is no place of its own any more. */
const MOST_DAYS = 400;

/** The log, the kill criteria and what was agreed, day by day; undefined before the start. */
export function timelineOf(standing: Standing): Chart | undefined {
  const { started, log, definitions, kill, amendments } = standing;
  const box = definitions.charter?.timebox;
  if (started === undefined || log.counted.length === 0) return undefined;
  const dates = box === undefined ? [] : workingDates(box);
  const due = kill.flatMap(({ criterion: { by } }) => by ?? []);
  const all = [...log.counted.map(({ date }) => date), ...dates, ...due].sort();
  const [first, last] = [all[0]!, all.at(-1)!];
  const days = daysBetween(first, last) + 1;
  if (days > MOST_DAYS) return undefined;
  const at = (date: CivilDate) => daysBetween(first, date);
  const figures: TimelineFigures = {
    days,
    dates: datesOf(first, days),
    timebox:
      dates.length === 0 ? undefined : { from: at(dates[0]!), to: at(dates.at(-1)!), before: firstEnd(standing, at) },
    lanes: LANES.map(({ label, has }) => ({ label, dots: dotsOf(log.counted.filter(has), at) })),
    kill: kill.flatMap(({ criterion: { by }, verdict }) =>
      by === undefined ? [] : [{ day: at(by), tone: TONES[verdict] }],
    ),
    agreed: [
      { day: at(started.date), tone: "good", shape: "start" },
      ...amendments.map(({ entry, amendment }) => ({
        day: at(entry.date),
        tone: amendment.changes.some(({ resultsSeen }) => resultsSeen > 0) ? ("caution" as const) : ("open" as const),
        shape: "amendment" as const,
      })),
      ...log.counted.flatMap(({ date, decision }) =>
        decision === undefined
          ? []
          : [{ day: at(date), tone: DECISIONS[decision.outcome], shape: "decision" as const }],
      ),
    ],
  };
  return timelineChart(figures, timelineText(standing, first, last));
}

const DECISIONS = { go: "good", "no-go": "bad", conditional: "caution", extend: "open" } as const;

function dotsOf(entries: readonly Entry[], at: (date: CivilDate) => number) {
  const counts = new Map<CivilDate, number>();
  for (const { date } of entries) counts.set(date, (counts.get(date) ?? 0) + 1);
  return [...counts].map(([date, count]) => ({ day: at(date), count }));
}

/** The first end of a timebox that was extended since. */
function firstEnd({ started, definitions }: Standing, at: (date: CivilDate) => number): number | undefined {
  const box = definitions.charter?.timebox;
  const before = Number(started?.start?.terms.get("timebox.working_days"));
  if (box === undefined || !Number.isInteger(before) || before === box.workingDays) return undefined;
  const end = workingDates({ ...box, workingDays: before }).at(-1);
  return end === undefined ? undefined : at(end);
}

/** The first day, the last, and between them Mondays, as many as there is room for. */
function datesOf(first: CivilDate, days: number): TimelineFigures["dates"] {
  const every = Math.max(1, Math.ceil(days / 7 / 5)) * 7;
  const start = (8 - weekday(first)) % 7;
  const mondays = Array.from({ length: Math.max(0, Math.ceil((days - start) / every)) }, (_, k) => start + k * every);
  const last = days - 1;
  // A date is as wide as a fifth of the strip.
  const apart = Math.ceil(last / 5);
  const between = mondays.filter((day) => day >= apart && day <= last - apart);
  return [...new Set([0, ...between, last])].map((day) => ({ day, label: shortDate(addDays(first, day)) }));
}

function shortDate(date: CivilDate): string {
  return dateLabel(date).replace(/^\S+ /, "");
}

function timelineText(standing: Standing, first: CivilDate, last: CivilDate): string {
  const { log, kill, amendments } = standing;
  const lanes = LANES.map(
    ({ label, has }) => `${label.toLowerCase()} in ${countLabel(log.counted.filter(has).length, "entry", "entries")}`,
  );
  const killed = kill.flatMap(({ criterion: { by, statement, id }, verdict }) =>
    by === undefined
      ? []
      : [`"${(statement ?? id).replace(/\.$/, "")}" by ${shortDate(by)} (${killVerdictLabel(verdict).toLowerCase()})`],
  );
  const changed = amendments.map(({ entry, amendment }) => {
    const seen = Math.max(0, ...amendment.changes.map(({ resultsSeen }) => resultsSeen));
    return `terms changed on ${shortDate(entry.date)}${seen === 0 ? "" : ` after ${countLabel(seen, "result")}`}`;
  });
  const decided = log.counted.flatMap(({ date, decision }) =>
    decision === undefined ? [] : [`${outcomeLabel(decision.outcome).toLowerCase()} decided on ${shortDate(date)}`],
  );
  const parts = [
    `From ${shortDate(first)} to ${shortDate(last)}: ${lanes.join(", ")}.`,
    killed.length === 0 ? "" : `Kill criteria: ${killed.join("; ")}.`,
    changed.length + decided.length === 0 ? "" : `Agreed: ${[...changed, ...decided].join("; ")}.`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}
