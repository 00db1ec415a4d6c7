import { parseDate, type CivilDate } from "../../domain/scalars/calendar.ts";
import type { Format, ImportFile } from "../format.ts";
import { hashTags, HoursCollector } from "../hours/hours-collector.ts";
import { ImportFault } from "../import-problem.ts";
import { JsonMap } from "../json/json-value.ts";
import { readJson } from "../json/read-json.ts";
import { textLines } from "../text/text-lines.ts";

const DATE = /^(\d{4})([-/])(\d{2})\2(\d{2})(?= |\(|$)/;
const JSON_FORM = /^\s*\{\s*"records"\s*:\s*(?:\[|null)/;

/**
 * The plain text of klog, versions 1.1 to 1.4, and what `klog json` makes of it. What a day should have been is no
 * work; a range over midnight belongs to the day it is written under.
 */
export const klog: Format = {
  name: "klog",
  title: "klog",
  detect({ text }) {
    if (JSON_FORM.test(text) && /"total_mins"|"should_total"|"errors"\s*:/.test(text)) return 0.9;
    const [first = "", ...rest] = text.trimStart().split(/\r?\n/);
    return DATE.test(first) && rest.some((line) => /^(?: {2,4}|\t)\S/.test(line)) ? 0.8 : 0;
  },
  read(file) {
    const hours = new HoursCollector();
    if (JSON_FORM.test(firstOf(file))) readKlogJson(file, hours);
    else readKlogText(file, hours);
    if (hours.isEmpty) throw new ImportFault("found no entries");
    return hours.read({ notes: [], leftOut: [] });
  },
};

function firstOf(file: ImportFile): string {
  for (const piece of file.text()) return piece;
  return "";
}

interface OpenRecord {
  readonly day: CivilDate;
  /** Tags of the record count for each of its entries. */
  tags: readonly string[];
  /** How its entries are indented; undefined before the first. */
  indent: string | undefined;
}

function readKlogText(file: ImportFile, hours: HoursCollector): void {
  let record: OpenRecord | undefined;
  let entry: WrittenEntry | undefined;
  const close = () => {
    if (entry !== undefined && record !== undefined) addEntry(hours, record, entry);
    entry = undefined;
  };
  for (const { line, text } of textLines(file.text())) {
    const date = DATE.exec(text);
    const indent = /^(?: {2,4}|\t)/.exec(text)?.[0];
    if (date !== null) {
      close();
      const day = parseDate(`${date[1]}-${date[3]}-${date[4]}`);
      record = day.ok ? { day: day.value, tags: [], indent: undefined } : undefined;
      if (!day.ok) hours.problem(line, `found the day "${date[0]}", which does not exist`);
      else if (!/^\S+(?: +\([+-]?(?:\d+h)?(?:\d+m)?!\))?\s*$/.test(text))
        hours.problem(
          line,
          `found "${text.slice(10, 50).trim()}" after a day, expected its planned time, such as (8h!)`,
        );
    } else if (record === undefined) {
      if (hours.problems.length === 0)
        hours.problem(line, `found "${text.slice(0, 40)}", expected a day such as 2026-11-24`);
    } else if (indent === undefined) {
      // Before the first entry it is said of the whole day.
      if (record.indent !== undefined || entry !== undefined)
        hours.problem(
          line,
          `found "${text.slice(0, 40)}" between entries, expected it indented, or a blank line and a day`,
        );
      else record.tags = [...record.tags, ...hashTags(text)];
    } else if (entry !== undefined && record.indent !== undefined && text.startsWith(record.indent + record.indent)) {
      entry.summary += ` ${text.trim()}`;
    } else {
      close();
      record.indent ??= indent;
      entry = entryOf(text.trim(), line, hours);
    }
  }
  close();
}

interface WrittenEntry {
  readonly line: number;
  /** Undefined for a range that is still open. */
  readonly minutes: number | undefined;
  summary: string;
}

const TIME = String.raw`<?\d{1,2}:\d{2}(?:am|pm)?>?`;
const RANGE = new RegExp(String.raw`^(${TIME}) *- *(${TIME}|\?+)(?:\s+(.*))?$`, "i");
const DURATION = /^([+-]?)(?=\d)(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:\s+(.*))?$/;

function entryOf(text: string, line: number, hours: HoursCollector): WrittenEntry | undefined {
  const duration = DURATION.exec(text);
  if (duration !== null && (duration[2] !== undefined || duration[3] !== undefined)) {
    const minutes = Number(duration[2] ?? 0) * 60 + Number(duration[3] ?? 0);
    return { line, minutes: duration[1] === "-" ? -minutes : minutes, summary: duration[4] ?? "" };
  }
  const range = RANGE.exec(text);
  const start = range === null ? undefined : minuteOf(range[1]!);
  if (range === null || start === undefined) {
    hours.problem(
      line,
      `found "${text.slice(0, 40)}", expected a duration such as 2h30m or a range such as 8:00 - 17:00`,
    );
    return undefined;
  }
  const summary = range[3] ?? "";
  if (range[2]!.startsWith("?")) return { line, minutes: undefined, summary };
  const end = minuteOf(range[2]!);
  if (end === undefined || end < start) {
    hours.problem(
      line,
      `found the range ${range[1]} - ${range[2]}, which ends before it begins`,
      "write 0:30> for the next day",
    );
    return undefined;
  }
  return { line, minutes: end - start, summary };
}

/** Minutes from the midnight that begins the day; those of the day before are negative. */
function minuteOf(text: string): number | undefined {
  const match = /^(<?)(\d{1,2}):(\d{2})(am|pm)?(>?)$/i.exec(text);
  if (match === null) return undefined;
  const [, before = "", clock = "", minute = "", half = "", after = ""] = match;
  const hour = Number(clock);
  const isTwelve = half !== "";
  if (Number(minute) > 59 || (before !== "" && after !== "")) return undefined;
  if (isTwelve ? hour < 1 || hour > 12 : hour > 24 || (hour === 24 && minute !== "00")) return undefined;
  const ofDay = isTwelve ? (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0) : hour;
  return (ofDay + (before !== "" ? -24 : after !== "" ? 24 : 0)) * 60 + Number(minute);
}

function addEntry(hours: HoursCollector, { day, tags }: OpenRecord, { line, minutes, summary }: WrittenEntry): void {
  if (minutes === undefined) return void hours.open++;
  const own = [...new Set([...tags, ...hashTags(summary)])];
  hours.add({
    line,
    when: day >= "2015" ? day : undefined,
    seconds: minutes * 60,
    what: [summary],
    labels: { tag: own },
  });
}

function readKlogJson(file: ImportFile, hours: HoursCollector): void {
  const root = readJson(file.whole());
  if (!(root instanceof JsonMap)) throw new ImportFault("found no object of klog");
  const [fault] = root.maps("errors");
  if (fault !== undefined)
    throw new ImportFault("klog found errors in its own file, and wrote no records", {
      hint: "correct it until klog json shows records",
    });
  for (const record of root.maps("records")) {
    const day = parseDate(record.text("date") ?? "");
    if (!day.ok) {
      hours.problem(record.line, "found a record without a day");
      continue;
    }
    for (const entry of record.maps("entries")) {
      const open = entry.text("type") === "open_range";
      const minutes = entry.number("total_mins");
      if (!open && minutes === undefined) {
        hours.problem(entry.line, "found an entry without total_mins");
        continue;
      }
      const tags = [...record.list("tags"), ...entry.list("tags")].filter((tag) => typeof tag === "string");
      addEntry(
        hours,
        { day: day.value, tags: tags.map((tag) => tag.replace(/^#/, "")), indent: undefined },
        { line: entry.line, minutes: open ? undefined : minutes, summary: entry.text("summary") ?? "" },
      );
    }
  }
}
