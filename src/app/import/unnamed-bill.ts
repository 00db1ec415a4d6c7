import type { Entry, SpendLine } from "../../domain/records/entry.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { listLabel } from "../../domain/scalars/labels.ts";
import type { ImportProblems } from "./import-problems.ts";
import { importedOn, rankOf, type ImportedLine } from "./imported-lines.ts";

/** What a file says of one day. */
interface DayOfFile {
  readonly format: string;
  readonly path: string;
  readonly day: CivilDate;
  readonly lines: readonly SpendLine[];
  readonly counted: readonly Entry[];
}

/**
 * Notes where a bill and what was metered or estimated for the same day name their models so differently that nobody
 * can tell whether the one covers the other: both together would count it twice.
 */
export function refuseUnnamed({ format, path, day, lines, counted }: DayOfFile, problems: ImportProblems): void {
  const imported = importedOn(day, counted).filter(({ entry }) => entry.source?.format !== format);
  const taken = new Set(lines.flatMap(({ replaces = [] }) => replaces));
  const open = imported.filter(
    ({ entry, line }) =>
      !taken.has(entry.id) && lines.some((bill) => isUnclear({ bill, format, line, beside: entry.spend })),
  );
  const [first] = open;
  if (first !== undefined)
    problems.add(
      `${path}: it is unclear whether the bill for ${day} covers the amounts of that day in ${idsOf(open)}: ` +
        `${first.line.model === undefined ? "that" : "the bill"} names no model`,
      `${first.line.model === undefined ? "" : "export the bill by model; or "}undo the amounts that it covers ` +
        `(poc undo ${first.entry.id}); or add --yes to count both`,
    );
  const bills = imported.filter(({ entry, line: bill }) =>
    lines.some((line) => isUnclear({ bill, format: entry.source?.format ?? "", line, beside: lines })),
  );
  if (bills.length > 0)
    problems.add(
      `${path}: it is unclear whether the bill in ${idsOf(bills)} covers the amounts of ${day} in the file: ` +
        `${bills[0]!.line.model === undefined ? "the bill" : "the file"} names no model`,
      "import a file that names its models; or leave the days out (--since); or add --yes to count both",
    );
}

function idsOf(lines: readonly ImportedLine[]): string {
  return listLabel([...new Set(lines.map(({ entry }) => entry.id))]);
}

interface Pair {
  readonly bill: SpendLine;
  /** The format of the bill. */
  readonly format: string;
  readonly line: SpendLine;
  /** The lines of the entry that the line is one of. */
  readonly beside: readonly SpendLine[];
}

function isUnclear({ bill, format, line, beside }: Pair): boolean {
  if (bill.category !== "tokens" || line.category !== "tokens") return false;
  if ((bill.basis ?? "billed") !== "billed" || bill.amount.minor <= 0n || rankOf(line) >= rankOf(bill)) return false;
  if (line.model !== undefined) return bill.model === undefined && mayBeOf(line.model, format);
  return beside.every(({ model }) => model === undefined);
}

const FAMILIES: readonly (readonly [format: string, models: RegExp])[] = [
  ["anthropic-costs", /(?:^|[/.])claude/i],
  ["openai-costs", /(?:^|[/.])(?:gpt|o\d|codex|chatgpt|text-embedding)/i],
];

/** A model of another vendor is not on this vendor's bill; if nothing says whose model it is, it may be. */
function mayBeOf(model: string, format: string): boolean {
  const whose = FAMILIES.find(([, models]) => models.test(model))?.[0];
  return whose === undefined || whose === format || !FAMILIES.some(([one]) => one === format);
}
