import type { CommandRun } from "../../domain/records/entry.ts";
import type { Eval } from "../../domain/records/eval.ts";
import type { Decimal } from "../../domain/scalars/decimal.ts";
import { findSecret } from "../../domain/scalars/secret.ts";
import { clockLabel, dateIn, instantIn } from "../../domain/scalars/instant.ts";
import { openPoc, type OpenPoc } from "../poc/open-poc.ts";
import { noSuchEval } from "../log/agreed-evals.ts";
import { Cancelled, RecordsFault, RuleFault, UsageFault } from "../ports/faults.ts";
import type { CommandOutcome, Context } from "../ports/ports.ts";
import { importFiles, type ImportResult, type ImportShow } from "./import-files.ts";
import { agreeToRun, lastLineOf, refuseLongTimeout } from "./recipes/own-commands.ts";

export interface RunEvalsRequest {
  readonly directory: string | undefined;
  /** Undefined for every eval that has a command. */
  readonly eval: string | undefined;
  readonly arms: readonly string[];
  /** Seconds after which a command is stopped. */
  readonly timeout: number;
  readonly by: string | undefined;
  readonly yes: boolean;
}

/** A command of an eval as it reaches the shell, and the file that it is to write. */
export interface PlannedEval {
  readonly item: Eval;
  readonly line: string;
  /** Relative to the PoC folder. */
  readonly output: string;
}

export interface RunEvalsShow {
  readonly plan: ImportShow["plan"];
  readonly evals: (planned: readonly PlannedEval[]) => void;
  readonly ran: (planned: PlannedEval, outcome: CommandOutcome) => void;
}

const RUN_FOLDER = "runs";
const KEPT_BYTES = 64 * 1024;
const LARGEST_OUTPUT = 1024 * 1024 * 1024;

/**
 * Runs the commands that evals name, one after the other, in the PoC folder and as they stand in evals.yaml; only the
 * quoted path of the output is put into them. What they wrote is imported. Nothing is stored where one is cancelled.
 *
 * @throws UsageFault, RuleFault, RecordsFault, Cancelled
 */
export async function runEvals(context: Context, request: RunEvalsRequest, show: RunEvalsShow): Promise<ImportResult> {
  refuseLongTimeout(request.timeout);
  const poc = await openPoc(context, request.directory);
  const planned = plannedEvals(context, poc, request);
  show.evals(planned);
  await agreeToRun(context, request.yes, planned.length);
  const commands = await context.commands();
  poc.folder.makeFolder(RUN_FOLDER);
  const sha256 = await context.sha256();
  const ran = new Map<string, CommandRun>();
  for (const one of planned) {
    const { line, output } = one;
    const outcome = await commands.run({ line, folder: poc.folder.path, seconds: request.timeout, keep: KEPT_BYTES });
    if (outcome.ended.how === "cancelled") throw new Cancelled("cancelled; nothing was stored");
    show.ran(one, outcome);
    // An eval with failed cases exits with a code of its own, but has written its output.
    if (outcome.ended.how !== "exit" || poc.folder.kind(output) !== "file")
      throw new RecordsFault(
        `the command of ${one.item.id} wrote no ${output}; nothing was stored`,
        lastLineOf(outcome) ?? "it has to write the file named by {out}",
      );
    const outputSha256 = sha256(poc.folder.read(output, LARGEST_OUTPUT));
    const { code } = outcome.ended;
    ran.set(output, {
      item: one.item.id,
      command: line,
      exit: code,
      seconds: tenths(outcome.seconds),
      output,
      outputSha256,
    });
  }
  return importFiles(
    context,
    {
      directory: request.directory,
      files: planned.map(({ output }) => `${poc.folder.path}/${output}`),
      evals: request.eval === undefined ? [] : [request.eval],
      maps: [],
      arms: request.arms,
      columns: {},
      only: [],
      date: undefined,
      by: request.by,
      save: undefined,
      dryRun: false,
      yes: true,
      allowSecret: false,
      ran,
    },
    { plan: show.plan },
  );
}

function plannedEvals(context: Context, { records }: OpenPoc, request: RunEvalsRequest): readonly PlannedEval[] {
  const { evals } = records.definitions;
  const wanted = request.eval === undefined ? evals : evals.filter(({ id }) => id === request.eval);
  if (request.eval !== undefined && wanted.length === 0) throw noSuchEval(request.eval, evals);
  const nowMs = context.clock.now();
  const day = dateIn(records.zone, nowMs);
  const time = clockLabel(instantIn(records.zone, nowMs)).replace(":", "");
  const planned = wanted.flatMap((item) =>
    item.run === undefined ? [] : [plannedEval(item, item.run, `${day}-${time}`)],
  );
  if (planned.length === 0)
    throw new UsageFault(
      request.eval === undefined ? "no eval names a command" : `${request.eval} names no command`,
      'give it one in evals.yaml: run: "npx promptfoo eval -c eval.yaml -o {out}"',
    );
  return planned;
}

/** `{out}` is a JSON file; `{out.xml}`, `{out.jsonl}` and `{out.csv}` are what they say. */
function plannedEval(item: Eval, command: string, moment: string): PlannedEval {
  const secret = findSecret(command);
  if (secret !== undefined)
    throw new RuleFault(
      `the command of ${item.id} seems to contain ${secret}; nothing was run`,
      "let the command read it from the environment",
    );
  const [place, ...more] = command.matchAll(/\{out(\.[a-z]{2,6})?\}/g);
  if (place === undefined || more.length > 0)
    throw new UsageFault(
      `the command of ${item.id} names its output ${more.length > 0 ? "several times" : "nowhere"}, ` +
        "expected {out} once",
      'write where the output goes: run: "npx promptfoo eval -c eval.yaml -o {out}"',
    );
  // An id and a moment need no quotes; they stand in them so that the line reads as it is run.
  const output = `${RUN_FOLDER}/${item.id}-${moment}${place[1] ?? ".json"}`;
  return { item, output, line: command.replace(place[0], () => `"${output}"`) };
}

function tenths(seconds: number): Decimal {
  return { digits: BigInt(Math.round(seconds * 10)), scale: 1 };
}
