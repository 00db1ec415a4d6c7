import ICAL from "ical.js";
import { ImportFault, type ImportProblem } from "../import-problem.ts";

/** One component of a calendar, and its first line. */
export interface IcsPart {
  readonly line: number;
  readonly component: ICAL.Component;
}

export interface IcsParts {
  readonly events: readonly IcsPart[];
  readonly zones: readonly IcsPart[];
  /** Properties of the calendar itself by their names, in capitals. */
  readonly about: ReadonlyMap<string, string>;
  readonly problems: readonly ImportProblem[];
}

const MOST_EVENTS = 50_000;
const LARGEST_EVENT = 256 * 1024;

/**
 * Takes a calendar apart into its events and zones, each read by itself: a fault in one of them has its line, and says
 * nothing of the others.
 *
 * @throws ImportFault where it is cut off, or has too much
 */
export function icsParts(lines: Iterable<{ readonly line: number; readonly text: string }>): IcsParts {
  const [events, zones]: [IcsPart[], IcsPart[]] = [[], []];
  const about = new Map<string, string>();
  const problems: ImportProblem[] = [];
  let depth = 0;
  let open: { readonly name: string; readonly line: number; texts: string[]; size: number } | undefined;
  let last = 1;
  for (const { line, text } of lines) {
    last = line;
    const [, edge = "", name = ""] = /^(BEGIN|END):([\w-]+)\s*$/i.exec(text) ?? [];
    const mark = edge.toUpperCase();
    if (mark === "BEGIN") depth++;
    if (mark === "BEGIN" && depth === 2) open = { name: name.toUpperCase(), line, texts: [], size: 0 };
    if (open === undefined && depth === 1 && mark === "") keep(about, text);
    if (open !== undefined) {
      open.texts.push(text);
      open.size += text.length;
      if (open.size > LARGEST_EVENT)
        throw new ImportFault("found an event of more than 256 KB", { line: open.line, hint: "leave attachments out" });
    }
    if (mark !== "END") continue;
    depth--;
    if (depth > 1 || open === undefined) continue;
    const into = open.name === "VEVENT" ? events : open.name === "VTIMEZONE" ? zones : undefined;
    const part = into && partOf(open.texts, open.line, problems);
    if (into !== undefined && part !== undefined) into.push(part);
    if (events.length > MOST_EVENTS)
      throw new ImportFault(`found more than ${MOST_EVENTS} events`, { line, hint: "export a shorter time" });
    open = undefined;
  }
  if (depth !== 0)
    throw new ImportFault("it ends inside a calendar", { line: last, hint: "the file is cut off: download it again" });
  return { events, zones, about, problems };
}

function keep(about: Map<string, string>, text: string): void {
  const at = text.indexOf(":");
  if (at > 0) about.set(text.slice(0, at).split(";", 1)[0]!.toUpperCase(), text.slice(at + 1).trim());
}

function partOf(texts: readonly string[], line: number, problems: ImportProblem[]): IcsPart | undefined {
  try {
    return { line, component: new ICAL.Component(ICAL.parse(texts.join("\r\n"))) };
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n", 1)[0]! : "";
    problems.push({ line, message: `found an event that is not valid iCalendar: ${why.slice(0, 120)}` });
    return undefined;
  }
}
