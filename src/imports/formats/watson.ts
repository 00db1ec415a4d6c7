import type { Format } from "../format.ts";
import { HoursCollector } from "../hours/hours-collector.ts";
import { ImportFault } from "../import-problem.ts";
import { JsonList, JsonMap, JsonNumber, type Json } from "../json/json-value.ts";
import { readJson } from "../json/read-json.ts";
import { momentOf, momentOfSeconds } from "../moment.ts";
import { parseDate } from "../../domain/scalars/calendar.ts";

/** What Watson keeps and tells: its file `frames`, `watson log --json`, `watson aggregate --json`. */
export const watson: Format = {
  name: "watson",
  title: "Watson",
  detect({ text }) {
    if (/^\s*\[\s*\[\s*\d{9,10}(?:\.\d+)?\s*,\s*\d{9,10}(?:\.\d+)?\s*,\s*"/.test(text)) return 0.9;
    if (/^\s*[[{]/.test(text) && /"timespan"\s*:\s*\{/.test(text) && /"projects"\s*:/.test(text)) return 0.9;
    return /^\s*\[\s*\{/.test(text) && /"id"\s*:\s*"[0-9a-f]{32}"/.test(text) && /"stop"\s*:/.test(text) ? 0.9 : 0;
  },
  read(file) {
    const root = readJson(file.whole());
    const items = root instanceof JsonList ? root.items : [root];
    const hours = new HoursCollector();
    const frames = new Map<string, Frame>();
    for (const [k, item] of items.entries()) {
      if (item instanceof JsonMap && item.map("timespan") !== undefined) addReport(hours, item);
      else {
        const frame = frameOf(item);
        if (frame === undefined) hours.problem(k + 1, "found a frame without start, end and id");
        else if (frame.stop < frame.start)
          hours.problem(k + 1, "found a frame that ends before it starts", "correct it with: watson edit");
        // A frame that two machines synchronised is there twice: the later edit is right.
        else if (frame.updated >= (frames.get(frame.id)?.updated ?? -Infinity)) frames.set(frame.id, frame);
      }
    }
    for (const { start, stop, project, tags, line } of frames.values())
      hours.add({
        line,
        when: momentOfSeconds(start),
        seconds: Math.round(stop - start),
        what: [project],
        labels: { project, tag: tags },
      });
    if (hours.isEmpty && frames.size === 0) throw new ImportFault("found no frames");
    return hours.read({ notes: [], leftOut: ["ids of frames"] });
  },
};

interface Frame {
  readonly id: string;
  /** Seconds since 1970. */
  readonly start: number;
  readonly stop: number;
  readonly project: string;
  readonly tags: readonly string[];
  readonly updated: number;
  readonly line: number;
}

function frameOf(item: Json): Frame | undefined {
  if (item instanceof JsonMap) {
    const [start, stop] = [momentOf(item.text("start") ?? ""), momentOf(item.text("stop") ?? "")];
    const id = item.text("id");
    if (start === undefined || stop === undefined || id === undefined) return undefined;
    return {
      id,
      start: start / 1000,
      stop: stop / 1000,
      project: item.text("project") ?? "",
      tags: textsOf(item.list("tags")),
      updated: 0,
      line: item.line,
    };
  }
  if (!(item instanceof JsonList)) return undefined;
  const [start, stop, project, id, tags, updated] = item.items;
  if (!(start instanceof JsonNumber && stop instanceof JsonNumber) || typeof id !== "string") return undefined;
  return {
    id,
    start: start.value,
    stop: stop.value,
    project: typeof project === "string" ? project : "",
    tags: tags instanceof JsonList ? textsOf(tags.items) : [],
    updated: updated instanceof JsonNumber ? updated.value : 0,
    line: 1,
  };
}

function textsOf(items: readonly Json[]): readonly string[] {
  return items.filter((item) => typeof item === "string");
}

/** A report says how long, and of a single day also when. */
function addReport(hours: HoursCollector, report: JsonMap): void {
  const [from, to] = [report.text("timespan", "from"), report.text("timespan", "to")].map((text) =>
    parseDate((text ?? "").slice(0, 10)),
  );
  if (from?.ok !== true || to?.ok !== true || from.value !== to.value)
    return hours.problem(
      report.line,
      "found a report over several days, which does not say which hours belong to which day",
      HOW,
    );
  for (const project of report.maps("projects")) {
    const seconds = project.number("time");
    const name = project.text("name") ?? "";
    if (seconds === undefined || seconds < 0) hours.problem(project.line, "found a project without a time");
    else
      hours.add({
        line: project.line,
        when: from.value,
        seconds: Math.round(seconds),
        what: [name],
        labels: { project: name },
      });
  }
}

const HOW = "write it by session: watson log --json --from 2026-11-23 --to 2026-12-04 > hours.json";
