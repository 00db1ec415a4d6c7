import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { addDecimals, decimal, multiplyDecimals, type Decimal } from "../../domain/scalars/decimal.ts";
import { personText } from "../../domain/scalars/person.ts";
import type { ExportedPoc } from "../../app/export/exported-poc.ts";
import { day, decimals, integer, table, text } from "./table.ts";

interface TimeRow {
  readonly day: CivilDate;
  readonly nth: number;
  readonly kind: "work" | "meeting";
  readonly hours: Decimal;
  readonly by?: string;
  readonly what?: string | undefined;
}

/** Hours are those of the team; whose they were is said only where the charter shows hours by person. */
export const TIME_TABLE = table<TimeRow>({
  name: "time",
  about:
    "Hours that count, by day: those of the team. Only where the charter says `hours_shown: person` there is a row " +
    "for each line, with its author.",
  key: ["day", "line"],
  rows: timeRows,
  columns: [
    day("day", "The day, in the time zone of the PoC.", (row) => row.day),
    integer("line", "Which row of the day, from 1 on.", ({ nth }) => nth),
    text("kind", "work or meeting.", ({ kind }) => kind),
    decimals("hours", "Person-hours.", ({ hours }) => hours),
    text("by", "Whose hours; empty where hours are shown by team.", ({ by }) => by),
    text("what", "What for; empty where hours are shown by team.", ({ what }) => what),
  ],
});

function timeRows({ standing }: ExportedPoc): readonly TimeRow[] {
  const lines = standing.log.counted.flatMap((entry) =>
    entry.time.map(({ hours, people, meeting, what }) => ({
      day: entry.date,
      kind: meeting ? ("meeting" as const) : ("work" as const),
      hours: multiplyDecimals(hours, decimal(people)),
      by: personText(entry.by),
      what,
    })),
  );
  return numbered(standing.definitions.charter?.showHoursBy === "person" ? lines : teamRows(lines));
}

type Unnumbered = Omit<TimeRow, "nth">;

function teamRows(lines: readonly Unnumbered[]): readonly Unnumbered[] {
  const totals = new Map<string, Unnumbered>();
  for (const line of lines) {
    const key = `${line.day} ${line.kind}`;
    const before = totals.get(key)?.hours ?? decimal(0);
    totals.set(key, { day: line.day, kind: line.kind, hours: addDecimals(before, line.hours) });
  }
  return [...totals.values()];
}

function numbered(rows: readonly Unnumbered[]): readonly TimeRow[] {
  const last = new Map<CivilDate, number>();
  return rows.map((row) => {
    const nth = (last.get(row.day) ?? 0) + 1;
    last.set(row.day, nth);
    return { ...row, nth };
  });
}
