import type { ImportRecipe } from "../../../document/schema/import-recipe-schema.ts";
import { findSecret } from "../../../domain/scalars/secret.ts";
import { Cancelled, RecordsFault, RuleFault } from "../../ports/faults.ts";
import type { CommandOutcome, Context, Folder } from "../../ports/ports.ts";
import { agreeToRun, lastLineOf, refuseLongTimeout } from "./own-commands.ts";
import { IMPORTS_FILE } from "./recipe-files.ts";

/** A command of a recipe, as it stands there. */
export interface PlannedCommand {
  readonly id: string;
  readonly line: string;
}

export interface CommandsShow {
  /** Called with all commands before the first is run; a dry run runs none. */
  readonly commands: (planned: readonly PlannedCommand[], dryRun: boolean) => void;
  readonly finished: (planned: PlannedCommand, outcome: CommandOutcome) => void;
}

export interface CommandsRequest {
  readonly dryRun: boolean;
  readonly yes: boolean;
  /** Seconds after which a command is stopped. */
  readonly timeout?: number | undefined;
}

const AN_HOUR = 3600;
const KEPT_BYTES = 16 * 1024;
/** The same limit as for a single document. */
const MOST_PRINTED = 64 * 1024 * 1024;

/**
 * Runs the commands of recipes one after the other, in the PoC folder and as they stand in imports.yaml, and gives what
 * each printed, by the id of its recipe. Nothing of it is kept in a file. A dry run runs none of them.
 *
 * @throws UsageFault, RuleFault, RecordsFault, Cancelled
 */
export async function printedBy(
  context: Context,
  folder: Folder,
  recipes: readonly ImportRecipe[],
  request: CommandsRequest,
  show: CommandsShow | undefined,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { timeout = AN_HOUR, dryRun } = request;
  refuseLongTimeout(timeout);
  const planned = recipes.flatMap(({ id, run }) => (run === undefined ? [] : [{ id, line: run }]));
  refuseSecrets(planned);
  const printed = new Map<string, Uint8Array>();
  if (planned.length === 0) return printed;
  if (show === undefined)
    throw new RuleFault(
      `the recipes of ${planned.map(({ id }) => id).join(", ")} name commands, and only a person runs them`,
      "ask for: poc import",
    );
  show.commands(planned, dryRun);
  if (dryRun) return printed;
  await agreeToRun(context, request.yes, planned.length);
  const commands = await context.commands();
  for (const one of planned) {
    const outcome = await commands.run({
      line: one.line,
      folder: folder.path,
      seconds: timeout,
      keep: KEPT_BYTES,
      wanted: MOST_PRINTED,
    });
    if (outcome.ended.how === "cancelled") throw new Cancelled("cancelled; nothing was stored");
    show.finished(one, outcome);
    printed.set(one.id, whatItPrinted(one, outcome));
  }
  return printed;
}

function refuseSecrets(planned: readonly PlannedCommand[]): void {
  for (const { id, line } of planned) {
    const secret = findSecret(line);
    if (secret !== undefined)
      throw new RuleFault(
        `${IMPORTS_FILE}: the command of ${id} seems to contain ${secret}; nothing was run`,
        "let the command read it from the environment",
      );
  }
}

/** Half an output would be half of the money, so the output of a failed command is not imported. */
function whatItPrinted({ id }: PlannedCommand, outcome: CommandOutcome): Uint8Array {
  const { ended, printed = new Uint8Array() } = outcome;
  if (ended.how === "exit" && ended.code === 0 && printed.length > 0) return printed;
  const how =
    ended.how === "exit"
      ? ended.code === 0
        ? "printed nothing"
        : `ended with exit ${ended.code}`
      : ended.how === "too-much"
        ? "printed more than 64 MB"
        : "was stopped";
  throw new RecordsFault(`the command of ${id} ${how}; nothing was stored`, lastLineOf(outcome));
}
