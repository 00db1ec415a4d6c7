import { editField, UneditableField } from "../../document/editing/edit-field.ts";
import type { FieldValue } from "../../document/editing/splice.ts";
import { LARGEST_FILE } from "../../document/yaml/source-file.ts";
import { readYamlText } from "../../document/yaml/read-yaml.ts";
import { isWrittenMap } from "../../document/yaml/written.ts";
import type { Path } from "../../diagnostics/place.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { workingDates, type Timebox } from "../../domain/records/timebox.ts";
import { addDays, daysBetween, type CivilDate } from "../../domain/scalars/calendar.ts";
import { RecordsFault, UsageFault } from "../ports/faults.ts";
import type { Context, Folder } from "../ports/ports.ts";
import { openPoc } from "../poc/open-poc.ts";
import { INIT_FLAGS, saidFlags, type InitFlags } from "./init-flags.ts";

/** What a PoC begins with that takes over the terms of another one. */
export interface TakenOver {
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** Flags that go with `--from`, by the field of poc.yaml that they change. All else is changed in the new files. */
function charterFields(flags: InitFlags): readonly (readonly [path: Path, text: string | undefined])[] {
  return [
    [["title"], flags.title],
    [["question"], flags.question],
    [["owner"], flags.owner],
    [["sponsor"], flags.sponsor],
    [["timebox", "timezone"], flags.timezone],
    [["spend_cap"], flags.cap],
    [["mvp", "budget"], flags.mvpBudget],
  ];
}

/**
 * The definitions of another PoC as they are written there, comments and all, for a timebox that begins on `start`:
 * days by which something must be ruled out move with it. What was found out stays behind: log, memos and cases, levels
 * of risks, and the log entries that the business case names.
 *
 * @param flags as they were checked before
 * @throws UsageFault, RecordsFault
 */
export async function takeOver(
  context: Context,
  directory: string,
  flags: InitFlags,
  start: CivilDate,
  workingDays: number | undefined,
): Promise<TakenOver> {
  refuseOtherFlags(flags);
  const folder = context.files.folder(context.files.resolve(directory));
  if (folder.kind(DEFINITION_FILES.charter) !== "file")
    throw new UsageFault(`--from: ${directory} is not a PoC`, "name the folder that contains its poc.yaml");
  const { records } = await openPoc(context, folder.path);
  if (records.unreadable.length > 0)
    throw new RecordsFault(
      `${directory} cannot be read in full, so its terms are not copied`,
      "fix it first: poc check",
    );
  const { charter, killCriteria, risks } = records.definitions;
  const texts = new Map(textsOf(folder));
  const edit = (file: string, path: Path, value: FieldValue) => {
    const text = texts.get(file);
    if (text !== undefined) texts.set(file, edited(file, text, path, value));
  };
  for (const [path, said] of charterFields(flags)) if (said !== undefined) edit(DEFINITION_FILES.charter, path, said);
  edit(DEFINITION_FILES.charter, ["timebox", "start"], start);
  if (workingDays !== undefined) edit(DEFINITION_FILES.charter, ["timebox", "working_days"], workingDays);
  const before = charter?.timebox;
  for (const { id, by } of killCriteria)
    if (by !== undefined && before !== undefined)
      edit(DEFINITION_FILES.killCriteria, [id, "by"], movedDay(by, before, { ...before, start }));
  for (const { id, level } of risks) if (level !== "unknown") edit(DEFINITION_FILES.risks, [id, "level"], "unknown");
  for (const input of inputsWithEntries(texts.get(DEFINITION_FILES.value) ?? ""))
    edit(DEFINITION_FILES.value, [input, "entries"], []);
  return { files: [...texts].map(([name, text]) => ({ name, text })) };
}

function refuseOtherFlags(flags: InitFlags): void {
  const typed = saidFlags(flags).filter((name) => !GOES_WITH_FROM.includes(name));
  if (typed.length === 0) return;
  throw new UsageFault(
    typed.map((name) => ({
      message: `${INIT_FLAGS[name]} does not go with --from`,
      hint: "change it in the files of the new PoC, before poc start",
    })),
  );
}

/** Flags that change what is taken over; the others say something that the other PoC has said already. */
const GOES_WITH_FROM: readonly (keyof InitFlags)[] = [
  "title",
  "question",
  "owner",
  "sponsor",
  "start",
  "days",
  "timezone",
  "cap",
  "mvpBudget",
];

function textsOf(folder: Folder): readonly (readonly [name: string, text: string])[] {
  return Object.values(DEFINITION_FILES)
    .filter((name) => folder.kind(name) === "file")
    .map((name) => [name, new TextDecoder().decode(folder.read(name, LARGEST_FILE))] as const);
}

function edited(file: string, text: string, path: Path, value: FieldValue): string {
  try {
    return editField(text, path, value);
  } catch (fault) {
    if (fault instanceof UneditableField) throw new RecordsFault(`${file}: ${fault.message}`);
    throw fault;
  }
}

/** The same working day of the new timebox; a day outside of the old one keeps its distance from the start. */
function movedDay(day: CivilDate, before: Timebox, after: Timebox): CivilDate {
  const index = workingDates(before).indexOf(day);
  const same = workingDates(after)[index];
  return same ?? addDays(after.start, daysBetween(before.start, day));
}

function inputsWithEntries(text: string): readonly string[] {
  const { written } = readYamlText(text, "");
  if (!isWrittenMap(written)) return [];
  return Object.keys(written).filter((key) => {
    const input = written[key];
    return isWrittenMap(input) && "entries" in input;
  });
}
