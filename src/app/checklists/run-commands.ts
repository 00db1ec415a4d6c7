import { decimalOf, type Decimal } from "../../domain/scalars/decimal.ts";
import { itemId, type ChecklistItem } from "../../domain/records/checklist-items.ts";
import type { CommandRun, Entry } from "../../domain/records/entry.ts";
import { findSecret } from "../../domain/scalars/secret.ts";
import { visibleText } from "../../domain/scalars/visible-text.ts";
import { withoutSecrets } from "../../domain/scalars/without-secrets.ts";
import { authorOf } from "../poc/author.ts";
import { mayRun, type FoundChecklist } from "../library/checklist-library.ts";
import { Cancelled, RuleFault, UsageFault } from "../ports/faults.ts";
import { openPoc, type OpenPoc } from "../poc/open-poc.ts";
import type { CommandOutcome, Commands, Context, Sha256 } from "../ports/ports.ts";
import { newEntryId, recordEntry } from "../log/record-entry.ts";
import { optional } from "../../domain/scalars/optional.ts";

export interface RunChecksRequest {
  readonly directory: string | undefined;
  readonly found: FoundChecklist;
  readonly by: string | undefined;
  /** Seconds that each command may take. */
  readonly timeout: number;
  /** Whether the person has said yes already. */
  readonly yes: boolean;
}

/** A command that is about to be run: as it stands in its file, and where. */
export interface PlannedRun {
  readonly item: ChecklistItem;
  readonly id: string;
  readonly command: string;
  /** Relative to the PoC folder, as written; "" for the PoC folder itself. */
  readonly cwd: string;
  readonly folder: string;
}

/** A run, and which secrets were kept out of the stored output. */
export interface FinishedRun {
  readonly run: CommandRun;
  readonly redacted: readonly string[];
}

export interface RunChecksResult {
  /** Undefined if no command ran to its end. */
  readonly entry: Entry | undefined;
  readonly runs: readonly FinishedRun[];
  /** Whether the person pressed Ctrl-C: the commands that had ended are recorded. */
  readonly cancelled: boolean;
}

export interface Told {
  /** Called with all commands before the first is run. */
  plan(runs: readonly PlannedRun[], list: FoundChecklist): void;
  started(run: PlannedRun): void;
}

const RUN_FOLDER = "runs";
export const DEFAULT_TIMEOUT = 600;
/** A day, because timers cannot count much further and no check of a list should take longer. */
const LONGEST_TIMEOUT = 86_400;
const KEPT_BYTES = 64 * 1024;
const LONGEST_TAIL = 200;

/**
 * Runs the commands of a list, one after the other, each in the shell as it stands in its file; keeps what they
 * printed, and logs what came of them in one entry. Only lists of the PoC or of the organisation: those that ship name
 * none.
 *
 * @throws UsageFault, RuleFault, FileFault, RecordsFault, Cancelled
 */
export async function runCommands(context: Context, request: RunChecksRequest, told: Told): Promise<RunChecksResult> {
  if (request.timeout > LONGEST_TIMEOUT)
    throw new UsageFault(`--timeout: found ${request.timeout}, expected at most ${LONGEST_TIMEOUT} seconds, a day`);
  const poc = await openPoc(context, request.directory);
  const planned = plannedRuns(context, poc, request.found);
  const author = authorOf(context, request.by, poc.records);
  told.plan(planned, request.found);
  await consent(context, request.yes, planned.length);
  const [commands, sha256] = await Promise.all([context.commands(), context.sha256()]);
  const outcomes: Outcome[] = [];
  for (const run of planned) {
    told.started(run);
    const outcome = await outcomeOf(commands, run, request.timeout);
    if (outcome.ended.how === "cancelled") break;
    outcomes.push({ planned: run, outcome });
  }
  const cancelled = outcomes.length < planned.length;
  if (outcomes.length === 0) throw new Cancelled("cancelled; no command finished, and nothing was stored");
  const id = newEntryId(context);
  const runs = outcomes.map((one) => kept(poc, id, one, sha256));
  // Commands with secrets were refused before they ran, and what they printed was stored without any.
  const facts = { runs: runs.map(({ run }) => run) };
  const { entry } = recordEntry(context, poc, facts, { ...author, id, allowSecret: false });
  return { entry, runs, cancelled };
}

interface Outcome {
  readonly planned: PlannedRun;
  readonly outcome: CommandOutcome;
}

function plannedRuns(context: Context, poc: OpenPoc, found: FoundChecklist): readonly PlannedRun[] {
  const { checklist, name } = found;
  const items =
    checklist === undefined || !mayRun(found) ? [] : checklist.items.filter(({ check }) => check !== undefined);
  if (checklist === undefined || items.length === 0) {
    throw new UsageFault(
      `no item of ${name} names a command`,
      `give one a check: in templates/checklists/${name}.yaml of the PoC, such as check: npm test`,
    );
  }
  return items.map((item) => {
    const command = item.check!;
    const cwd = item.cwd ?? "";
    const secret = findSecret(command) ?? findSecret(cwd);
    if (secret !== undefined)
      throw new RuleFault(
        `the command of ${itemId(checklist, item)} seems to contain ${secret}; nothing was run`,
        "let the command read it from the environment",
      );
    return {
      item,
      id: itemId(checklist, item),
      command,
      cwd,
      folder: cwd === "" ? poc.folder.path : context.files.resolve(`${poc.folder.path}/${cwd}`),
    };
  });
}

/** On a terminal a person is asked; elsewhere `--run` is the consent. */
async function consent({ terminal, prompter }: Context, yes: boolean, count: number): Promise<void> {
  if (yes || !terminal.inIsTerminal || !terminal.errIsTerminal) return;
  const agreed = await (await prompter()).confirm(count === 1 ? "Run it?" : `Run these ${count} commands?`, false);
  if (!agreed) throw new Cancelled("cancelled; no command was run");
}

function outcomeOf(commands: Commands, { command, folder }: PlannedRun, seconds: number): Promise<CommandOutcome> {
  return commands.run({ line: command, folder, seconds, keep: KEPT_BYTES });
}

function runOf({ planned, outcome }: Outcome): CommandRun {
  const { ended } = outcome;
  return {
    item: planned.id,
    command: planned.command,
    ...optional("cwd", planned.item.cwd),
    ...(ended.how === "exit"
      ? { exit: ended.code }
      : { stopped: ended.how === "time-limit" ? ("time-limit" as const) : ("signal" as const) }),
    seconds: tenths(outcome.seconds),
  };
}

/** The output has its own file beside the log, so that an entry stays a few lines long. */
function kept(poc: OpenPoc, entry: string, one: Outcome, sha256: Sha256): FinishedRun {
  const run = runOf(one);
  const { text, kinds } = storable(one.outcome.output);
  if (text === "") return { run, redacted: kinds };
  const output = `${RUN_FOLDER}/${entry}-${one.planned.item.id}.txt`;
  poc.folder.create(output, text);
  const tail = lastLine(text);
  return {
    run: { ...run, output, outputSha256: sha256(text), ...optional("tail", tail) },
    redacted: kinds,
  };
}

/** Without colours, with every other control character made visible, and without secrets. */
function storable(output: string): { readonly text: string; readonly kinds: readonly string[] } {
  // oxlint-disable-next-line no-control-regex -- the sequences that set colours begin with one
  const plain = output.replaceAll("\r\n", "\n").replace(/\x1b\[[0-9;]*m/g, "");
  const { text, kinds } = withoutSecrets(plain);
  const visible = text.split("\n").map((line) =>
    line
      .split("\t")
      .map((part) => visibleText(part))
      .join("\t"),
  );
  const ended = visible.join("\n").replace(/\n+$/, "");
  return { text: ended === "" ? "" : `${ended}\n`, kinds };
}

function lastLine(text: string): string | undefined {
  const line = text
    .split("\n")
    .findLast((candidate) => candidate.trim() !== "")
    ?.trim();
  return line === undefined || line.length <= LONGEST_TAIL ? line : `${[...line].slice(0, LONGEST_TAIL - 1).join("")}…`;
}

function tenths(seconds: number): Decimal {
  const rounded = decimalOf(Number(Math.max(0, seconds).toFixed(1)));
  if (!rounded.ok) throw new Error("a time of a tenth of a second is a decimal");
  return rounded.value;
}
