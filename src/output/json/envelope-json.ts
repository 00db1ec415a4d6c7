import type { MemoView } from "../../app/documents/documents.ts";
import type { Report } from "../../app/poc/report.ts";
import type { RecommendationOutcome } from "../../domain/standing/outcome.ts";
import type { CasesJson, LabelSheetJson } from "./cases-json.ts";
import type { ChecklistJson } from "./checklists-json.ts";
import type { DoctorJson } from "./doctor-json.ts";
import { diagnosticsJson, type DiagnosticJson } from "./diagnostics-json.ts";
import type { AgreementJson, DecideJson, LogJson, ShowJson, UndoJson } from "./entry-json.ts";
import type { DateText, InstantText } from "./json-texts.ts";
import type { ImportJson } from "./import-json.ts";
import type { GateCommandJson } from "./gate-json.ts";
import type { NextJson } from "./next-json.ts";
import type { StatusJson } from "./standing-json.ts";
import type { MemoListJson } from "./gate-json.ts";
import type { PlanJson } from "./plan-json.ts";
import type { CalibrationJson } from "../follow-up/calibration-json.ts";
import type { FollowUpCommandJson } from "../follow-up/follow-up-json.ts";
import type { NextAllJson } from "../portfolio/next-all-json.ts";
import type { ListJson } from "../portfolio/list-json.ts";
import { jsonText } from "./json-text.ts";
import { relativeFolder } from "./relative-folder.ts";
import type { ReplayJson } from "./replay-json.ts";
import type {
  TemplateCopyJson,
  TemplateHelpersJson,
  TemplateListJson,
  TemplateShowJson,
  TemplateViewJson,
} from "./template-json.ts";
import type { ValueJson } from "./value-json.ts";

/**
 * The version of the envelope and of everything in it. Within a version fields may be added; none is removed or changes
 * its meaning.
 */
const ENVELOPE_VERSION = 2;

/** What every command that answers from a PoC says around its `command` and its `data`. */
export interface ReportEnvelopeJson {
  /** Of the envelope and of everything in it. */
  readonly version: typeof ENVELOPE_VERSION;
  readonly as_of: AsOfJson;
  readonly poc: PocJson;
  /** Problems of the records and of the policy. */
  readonly diagnostics: readonly DiagnosticJson[];
}

/** The moment that the answer is for. */
export interface AsOfJson {
  /** In the time zone of the PoC. */
  readonly date: DateText;
  readonly instant: InstantText;
  /** Whether it is the present, and not what `--as-of` asked for. */
  readonly now: boolean;
}

/** The PoC that the answer is about. */
export interface PocJson extends FolderJson {
  /** Null where poc.yaml has none, or cannot be read. */
  readonly title: string | null;
}

export interface FolderJson {
  /** Relative to the current directory: `.` inside of it. */
  readonly folder: string;
}

/** What the commands that need no PoC say around their `command` and their `data`. */
export interface LibraryEnvelopeJson {
  readonly version: typeof ENVELOPE_VERSION;
  /** Null where the answer is the same for every PoC. */
  readonly poc: FolderJson | null;
}

/** The `data` of the commands that answer from a PoC, by their `command`. */
export interface ReportData {
  /** Time, money, evidence, recommendation: the whole standing. */
  readonly status: StatusJson;
  /** The diagnostics of records and policy, and what they mean for a script. */
  readonly check: CheckJson;
  /** The entry that was written. */
  readonly log: LogJson;
  /** What was read from files of other tools, and what became of it. */
  readonly import: ImportJson;
  /** The cases behind the figures of an eval. */
  readonly cases: CasesJson;
  /** The sheet that was drawn for people to label. */
  readonly "cases --sample": LabelSheetJson;
  /** The entry that froze the terms, or why they cannot be frozen. */
  readonly start: AgreementJson;
  /** The entry that changed the terms, or why they cannot be changed. */
  readonly amend: AgreementJson;
  /** The decision that was written. */
  readonly decide: DecideJson;
  /** The forecast of a go and the actual figures, with the entry, if one was written. */
  readonly followup: FollowUpCommandJson;
  /** The correction that was written. */
  readonly undo: UndoJson;
  /** Entries of the log. */
  readonly show: ShowJson;
  /** The chance that each eval meets its target, and how many cases that needs. */
  readonly plan: PlanJson;
  /** The business case. */
  readonly value: ValueJson;
  /** What each role has to do now. */
  readonly next: NextJson;
  /** The log walked day by day. */
  readonly replay: ReplayJson;
  /** The gates from the idea to scale, or the gate that was passed, or the condition that was waived. */
  readonly gate: GateCommandJson;
  /** All checklists, or the one that was named: what its template sees. */
  readonly checklist: ChecklistJson;
  /** What the template of the document sees. */
  readonly memo: MemoView;
}

/** The `data` of the commands that need no PoC, by their `command`. */
export interface LibraryData {
  /** The documents that can be rendered. */
  readonly "memo --list": MemoListJson;
  /** Templates, partials, gates and checklists. */
  readonly "template list": TemplateListJson;
  /** The text of a template. */
  readonly "template show": TemplateShowJson;
  /** The template that was copied into the PoC. */
  readonly "template copy": TemplateCopyJson;
  /** The language of templates. */
  readonly "template helpers": TemplateHelpersJson;
  /** The PoCs of a portfolio, and figures over them. */
  readonly list: ListJson;
  /** What waits for people in all PoCs of a portfolio. */
  readonly "next --all": NextAllJson;
  /** How far the forecasts of a portfolio were off. */
  readonly "followup --report": CalibrationJson;
  /** What the tool needs of the machine. */
  readonly doctor: DoctorJson;
  /** The fields that the templates of a document can use. */
  readonly "template view": TemplateViewJson;
}

/**
 * What a command that answers from a PoC prints with `--format json`. `cwd` is absolute, as the folder of the report.
 */
export function envelopeJson<Command extends keyof ReportData>(
  command: Command,
  { standing, folder, diagnostics }: Report,
  data: ReportData[Command],
  cwd: string,
): string {
  const { asOf, definitions } = standing;
  const envelope: ReportEnvelopeJson & { readonly command: Command; readonly data: ReportData[Command] } = {
    version: ENVELOPE_VERSION,
    command,
    as_of: { date: asOf.date, instant: new Date(asOf.epochMs).toISOString(), now: asOf.now },
    poc: { title: definitions.charter?.title ?? null, folder: relativeFolder(cwd, folder) },
    data,
    diagnostics: diagnosticsJson(diagnostics),
  };
  return jsonText(envelope);
}

/** The same of a command that needs no PoC. */
export function libraryEnvelopeJson<Command extends keyof LibraryData>(
  command: Command,
  data: LibraryData[Command],
  poc: LibraryEnvelopeJson["poc"] = null,
): string {
  const envelope: LibraryEnvelopeJson & { readonly command: Command; readonly data: LibraryData[Command] } = {
    version: ENVELOPE_VERSION,
    command,
    poc,
    data,
  };
  return jsonText(envelope);
}

/** The problems themselves are the `diagnostics` of the envelope. */
export interface CheckJson {
  /** The exit code of the command, by its `--fail-on`. */
  readonly exit_code: number;
  readonly recommendation: RecommendationOutcome;
}
