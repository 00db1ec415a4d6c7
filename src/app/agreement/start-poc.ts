import { killReach } from "../../checks/evidence/kill-reach.ts";
import { startProblems } from "../../checks/start-checks.ts";
import { startNeedRank } from "../../checks/start-needs.ts";
import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import type { Entry, Timestamp } from "../../domain/records/entry.ts";
import { spreadOf } from "../../domain/planning/assumed-truth.ts";
import { evalPlan, type EvalPlan } from "../../domain/planning/plan.ts";
import { likelyInputs } from "../../domain/business-case/inputs-at-start.ts";
import { termsOf } from "../../domain/records/terms.ts";
import { entryTime } from "../poc/entry-time.ts";
import { RuleFault, UsageFault } from "../ports/faults.ts";
import { asOf, judge, located } from "../poc/judge.ts";
import { lostCases } from "./disk-refusals.ts";
import { authorOf } from "../poc/author.ts";
import { openPoc, type OpenPoc } from "../poc/open-poc.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Context } from "../ports/ports.ts";
import type { Report } from "../poc/report.ts";
import { canonicalTerms } from "../../domain/history/terms-text.ts";
import { CLOCKS_DIFFER_MS, dateIn, instantText } from "../../domain/scalars/instant.ts";
import { base64Of } from "./base64.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { parseDay } from "../../domain/scalars/readings/parse-day.ts";
import { agreedData, hashLines, type AgreedData } from "./agreed-data.ts";
import { editedTerms, recordWithEdits, type Edits, type TermEdit } from "./term-edits.ts";
import { optional } from "../../domain/scalars/optional.ts";

export interface StartRequest {
  readonly directory: string | undefined;
  readonly by: string | undefined;
  readonly note: string | undefined;
  readonly date: string | undefined;
  /** The first day of the timebox, if it is not the one in the charter. */
  readonly from: string | undefined;
  /** A file with a time stamp over the hash of the terms. */
  readonly timestamp: string | undefined;
  readonly allowSecret: boolean;
}

export interface StartResult extends Report {
  /** The entry that froze the terms; undefined where starting was refused. */
  readonly entry: Entry | undefined;
  /** Files that were edited: the first day was moved, or the hash of a data set was added. */
  readonly edited: readonly string[];
  /** Data sets whose file could not be read, so that their path alone is frozen. */
  readonly pathOnly: AgreedData["pathOnly"];
  /** Kill criteria that were frozen but will hardly end anything. */
  readonly warnings: readonly LocatedDiagnostic[];
  /** Every reason for a refusal: why the PoC cannot be judged. */
  readonly refusals: readonly LocatedDiagnostic[];
  /** What the agreed numbers of cases can show, by eval; none where starting was refused. */
  readonly plans: readonly EvalPlan[];
}

/**
 * Freezes the terms and starts the clock, or refuses with every reason at once and writes nothing.
 *
 * @throws RuleFault where it was started before
 */
export async function startPoc(context: Context, request: StartRequest): Promise<StartResult> {
  const opened = await openPoc(context, request.directory, "fresh");
  const { started } = judge(opened, asOf(opened.records, context.clock, undefined)).standing;
  if (started !== undefined) {
    throw new RuleFault(
      `the clock was started on ${started.date} by ${started.by.name} (${started.id})`,
      "to change a term, edit it and run poc amend",
    );
  }
  const today = dateIn(opened.records.zone, context.clock.now());
  const hash = await context.sha256();
  const data = agreedData(context, opened, hash);
  const edits = await editsAtStart(context, opened, firstDay(request.from, today), data);
  const { poc } = edits;
  const at = entryTime(poc.records.zone, context.clock.now(), request.date, undefined, poc.records.log);
  const report = judge(poc, { epochMs: at.epochMs, date: dateIn(poc.records.zone, at.epochMs), now: true });
  const problems = [...poc.diagnostics, ...startProblems(report.standing), ...lostCases(poc, hash), ...data.problems];
  if (problems.length > 0)
    return {
      ...report,
      entry: undefined,
      edited: [],
      refusals: byNeed(located(poc, problems)),
      plans: [],
      pathOnly: [],
      warnings: [],
    };
  const { note, allowSecret } = request;
  const author = authorOf(context, request.by, poc.records);
  const terms = termsOf(poc.records.definitions);
  const sha256 = hash(canonicalTerms(terms));
  const timestamp =
    request.timestamp === undefined ? undefined : await keptTimestamp(context, request.timestamp, sha256);
  const inputs = likelyInputs(poc.records.definitions.value);
  const given = inputs.size === 0 ? {} : { inputs };
  const facts = { ...optional("note", note), start: { terms, sha256, ...given, ...optional("timestamp", timestamp) } };
  const answered = recordWithEdits(context, edits, facts, {
    ...author,
    at,
    dated: request.date !== undefined,
    allowSecret,
  });
  const { definitions, evals } = answered.standing;
  const confidence = definitions.charter?.confidence ?? 0.95;
  return {
    ...answered,
    edited: [...edits.texts.keys()],
    pathOnly: data.pathOnly,
    warnings: located(poc, killReach.run(report.standing)),
    refusals: [],
    plans: definitions.evals.map((item) => evalPlan(item, confidence, spreadOf(evals, item))),
  };
}

/** Writes the first day and the hashes of data sets into the definitions, because people look them up there. */
async function editsAtStart(
  context: Context,
  opened: OpenPoc,
  days: readonly TermEdit[],
  { hashes }: AgreedData,
): Promise<Edits> {
  const dated = await editedTerms(context, opened, "--from", days);
  if (hashes.length === 0) return dated;
  try {
    return await editedTerms(context, opened, "--from", [...days, ...hashes]);
  } catch (fault) {
    if (!(fault instanceof RuleFault)) throw fault;
    throw new RuleFault(
      `the hash of a data set cannot be written into ${DEFINITION_FILES.evals} (${fault.message})`,
      `add it by hand: ${hashLines(hashes)}`,
    );
  }
}

const LARGEST_TOKEN = 32 * 1024;

/** The token as the entry keeps it, after it was read: its signature holds, and it stamps these very terms. */
async function keptTimestamp(context: Context, path: string, sha256: string): Promise<Timestamp> {
  const bytes = context.files.readNamed(path, LARGEST_TOKEN);
  const reading = (await context.timestamps())(bytes);
  if (!reading.ok) throw new RuleFault(`${path} cannot be kept: ${reading.why}`, "docs/freeze.md says how to get one");
  const { token } = reading;
  if (token.sha256 !== sha256)
    throw new RuleFault(
      `${path} stamps ${token.sha256}, but the terms have the hash ${sha256}`,
      "the definitions were edited afterwards; poc check --hash shows the hash to stamp",
    );
  if (token.epochMs > context.clock.now() + CLOCKS_DIFFER_MS)
    throw new RuleFault(
      `${path} was stamped on ${instantText({ epochMs: token.epochMs, offset: 0 })}, later than the clock of this ` +
        `machine shows`,
      "set the clock right",
    );
  return { at: { epochMs: token.epochMs, offset: 0 }, authority: token.authority, token: base64Of(bytes) };
}

/** The question first and what ends the work last, because teams find it out in this order. */
function byNeed(problems: readonly LocatedDiagnostic[]): readonly LocatedDiagnostic[] {
  return [...problems].sort((a, b) => startNeedRank(a.place) - startNeedRank(b.place));
}

function firstDay(from: string | undefined, today: CivilDate): readonly (readonly [string, string])[] {
  if (from === undefined) return [];
  const date = parseDay(from, today, "future");
  if (!date.ok)
    throw new UsageFault(
      `--from: found "${from.slice(0, 60)}"${date.problem.found === undefined ? "" : ` (${date.problem.found})`}, ` +
        `expected ${date.problem.expected}`,
      date.problem.hint,
    );
  return [["timebox.start", date.value]];
}
