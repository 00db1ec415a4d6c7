import { amendCommand } from "./commands/amend.ts";
import { checkCommand } from "./commands/check.ts";
import { checklistCommand } from "./commands/checklist.ts";
import { decideCommand } from "./commands/decide.ts";
import { explainCommand } from "./commands/explain.ts";
import { gateCommand } from "./commands/gate.ts";
import { initCommand } from "./commands/init.ts";
import { logCommand } from "./commands/log.ts";
import { memoCommand } from "./commands/memo.ts";
import { nextCommand } from "./commands/next.ts";
import { planCommand } from "./commands/plan.ts";
import { replayCommand } from "./commands/replay.ts";
import { showCommand } from "./commands/show.ts";
import { startCommand } from "./commands/start.ts";
import { statusCommand } from "./commands/status.ts";
import { templateCommand } from "./commands/template.ts";
import { undoCommand } from "./commands/undo.ts";
import { valueCommand } from "./commands/value.ts";
import type { CommandSpec } from "./command.ts";

/** Every command, in the order of the help. Adding one is a file in commands/, one in runs/, and a line here. */
export const COMMANDS: readonly CommandSpec[] = [
  initCommand,
  planCommand,
  startCommand,
  logCommand,
  statusCommand,
  nextCommand,
  checkCommand,
  showCommand,
  undoCommand,
  valueCommand,
  memoCommand,
  checklistCommand,
  decideCommand,
  gateCommand,
  amendCommand,
  replayCommand,
  templateCommand,
  explainCommand,
];
