import { findSecret } from "../../domain/scalars/secret.ts";
import type { HoursRow, ReadHours } from "../format.ts";
import type { ImportProblem } from "../import-problem.ts";

/** One stretch of time as a tracker tells it. */
export interface WrittenHours extends Omit<HoursRow, "when" | "people" | "meeting" | "what"> {
  readonly line: number;
  /** Undefined if the source names no day, or an impossible one. */
  readonly when: HoursRow["when"] | undefined;
  readonly people?: number;
  readonly meeting?: boolean;
  /** The first that says something is taken: description, task, project. */
  readonly what?: readonly (string | undefined)[];
}

const LONGEST_WHAT = 80;
const MOST_ROWS = 200_000;
// oxlint-disable-next-line no-control-regex -- these are what is taken out
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g;
const ADDRESS = /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/gi;

/** Takes the rows of a tracker or a calendar, with every problem by its line. */
export class HoursCollector {
  readonly problems: ImportProblem[] = [];
  readonly #rows: HoursRow[] = [];
  /** Those that run still. */
  open = 0;

  add({ line, when, what = [], people = 1, meeting = false, ...row }: WrittenHours): void {
    if (this.#rows.length >= MOST_ROWS)
      return void (this.problems.length === 0 && this.problem(line, `found more than ${MOST_ROWS} rows`));
    if (when === undefined) return this.problem(line, "found no day from 2015 on", "a total among the rows has none");
    if (row.seconds === 0) return;
    const said = what.map((text) => shortText(text)).find((text) => text !== undefined);
    this.#rows.push({ ...row, when, people, meeting, ...(said === undefined ? {} : { what: said }) });
  }

  problem(line: number, message: string, hint?: string): void {
    this.problems.push({ line, message, hint });
  }

  read(about: Pick<ReadHours, "notes" | "leftOut">): {
    readonly read: ReadHours;
    readonly problems: readonly ImportProblem[];
  } {
    const still = this.open === 0 ? [] : [`${this.open} still running and left out: stop it and import again`];
    return {
      read: { kind: "hours", rows: this.#rows, notes: [...still, ...about.notes], leftOut: about.leftOut },
      problems: this.problems,
    };
  }

  /** Whether nothing was found at all, good or bad. */
  get isEmpty(): boolean {
    return this.#rows.length === 0 && this.problems.length === 0 && this.open === 0;
  }
}

/** A person's text in a form that fits into a line of the log: without addresses, keys and control characters. */
function shortText(text: string | undefined): string | undefined {
  const plain = (text ?? "").replaceAll(CONTROL, " ").replaceAll(ADDRESS, "").replaceAll(/\s+/g, " ").trim();
  if (plain === "" || findSecret(plain) !== undefined) return undefined;
  return plain.length > LONGEST_WHAT ? `${plain.slice(0, LONGEST_WHAT - 1).trimEnd()}…` : plain;
}

/** Words with a # before them, as people mark what belongs where, without it; `#branch=rag` is two. */
export function hashTags(text: string): readonly string[] {
  return [...text.matchAll(/(?:^|\s)#([\p{L}\p{N}_-]+)(?:=("[^"]*"|'[^']*'|[\p{L}\p{N}_-]+))?/gu)].flatMap(
    ([, name = "", value]) => (value === undefined ? [name] : [name, `${name}=${value.replaceAll(/["']/g, "")}`]),
  );
}
