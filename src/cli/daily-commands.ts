import { runnable, type RunnableCommand } from "./command.ts";
import { checkCommand } from "./commands/check.ts";
import { listCommand } from "./commands/list.ts";
import { logCommand } from "./commands/log.ts";
import { statusCommand } from "./commands/status.ts";

/** The everyday commands: their names are loaded with every start, all others on demand. */
export const DAILY_COMMANDS = {
  log: runnable(logCommand, async () => (await import("./runs/log.ts")).runLog),
  status: runnable(statusCommand, async () => (await import("./runs/status.ts")).runStatus),
  check: runnable(checkCommand, async () => (await import("./runs/check.ts")).runCheck),
  list: runnable(listCommand, async () => (await import("./runs/list.ts")).runList),
} satisfies Readonly<Record<string, RunnableCommand>>;
