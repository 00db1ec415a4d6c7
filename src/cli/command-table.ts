import { agentCommand } from "./commands/agent.ts";
import { amendCommand } from "./commands/amend.ts";
import { casesCommand } from "./commands/cases.ts";
import { checklistCommand } from "./commands/checklist.ts";
import { commentCommand } from "./commands/comment.ts";
import { completionCommand } from "./commands/completion.ts";
import { decideCommand } from "./commands/decide.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { explainCommand } from "./commands/explain.ts";
import { exportCommand } from "./commands/export.ts";
import { followupCommand } from "./commands/portfolio/followup.ts";
import { gateCommand } from "./commands/gate.ts";
import { importCommand } from "./commands/import.ts";
import { initCommand } from "./commands/init.ts";
import { mcpCommand } from "./commands/mcp.ts";
import { memoCommand } from "./commands/memo.ts";
import { nextCommand } from "./commands/next.ts";
import { planCommand } from "./commands/plan.ts";
import { replayCommand } from "./commands/replay.ts";
import { runCommand } from "./commands/run.ts";
import { showCommand } from "./commands/show.ts";
import { startCommand } from "./commands/start.ts";
import { templateCommand } from "./commands/template.ts";
import { undoCommand } from "./commands/undo.ts";
import { valueCommand } from "./commands/value.ts";
import { runnable, type RunnableCommand } from "./command.ts";
import { DAILY_COMMANDS } from "./daily-commands.ts";

/** Every command, in the order of the help. Adding one is a file in commands/, one in runs/, and a line here. */
export const COMMANDS: readonly RunnableCommand[] = [
  runnable(initCommand, async () => (await import("./runs/init.ts")).runInit),
  runnable(planCommand, async () => (await import("./runs/plan.ts")).runPlan),
  runnable(startCommand, async () => (await import("./runs/start.ts")).runStart),
  DAILY_COMMANDS.log,
  runnable(runCommand, async () => (await import("./runs/run.ts")).runRun),
  runnable(importCommand, async () => (await import("./runs/import.ts")).runImport),
  DAILY_COMMANDS.status,
  runnable(nextCommand, async () => (await import("./runs/next.ts")).runNext),
  DAILY_COMMANDS.check,
  runnable(showCommand, async () => (await import("./runs/show.ts")).runShow),
  runnable(undoCommand, async () => (await import("./runs/undo.ts")).runUndo),
  runnable(valueCommand, async () => (await import("./runs/value.ts")).runValue),
  runnable(memoCommand, async () => (await import("./runs/memo.ts")).runMemo),
  runnable(checklistCommand, async () => (await import("./runs/checklist.ts")).runChecklist),
  runnable(decideCommand, async () => (await import("./runs/decide.ts")).runDecide),
  runnable(followupCommand, async () => (await import("./runs/portfolio/followup.ts")).runFollowup),
  runnable(gateCommand, async () => (await import("./runs/gate.ts")).runGate),
  runnable(amendCommand, async () => (await import("./runs/amend.ts")).runAmend),
  runnable(casesCommand, async () => (await import("./runs/cases.ts")).runCases),
  runnable(replayCommand, async () => (await import("./runs/replay.ts")).runReplay),
  runnable(explainCommand, async () => (await import("./runs/explain.ts")).runExplain),
  runnable(templateCommand, async () => (await import("./runs/template.ts")).runTemplate),
  DAILY_COMMANDS.list,
  runnable(exportCommand, async () => (await import("./runs/export.ts")).runExport),
  runnable(commentCommand, async () => (await import("./runs/comment.ts")).runComment),
  runnable(agentCommand, async () => (await import("./runs/agent.ts")).runAgent),
  runnable(mcpCommand, async () => (await import("./runs/mcp.ts")).runMcp),
  runnable(completionCommand, async () => (await import("./runs/completion.ts")).runCompletion),
  runnable(doctorCommand, async () => (await import("./runs/doctor.ts")).runDoctor),
];
