import { AGENTS } from "../../app/agent/agent-files.ts";
import { manageAgent } from "../../app/agent/manage-agent.ts";
import { EXIT } from "../../app/ports/exit.ts";
import type { Context } from "../../app/ports/ports.ts";
import { agentAnswer, agentPlanText } from "../../output/answers/agent-answer.ts";
import type { InputOf } from "../command.ts";
import type { agentCommand } from "../commands/agent.ts";
import { printAnswer } from "../printing/print-answer.ts";
import { styleFor } from "../style.ts";

export async function runAgent(
  context: Context,
  { directory, args, flags }: InputOf<typeof agentCommand>,
): Promise<number> {
  const style = await styleFor(context, "out");
  const agents = AGENTS.filter((agent) => flags.for.includes("all") || flags.for.includes(agent));
  const request = { act: args.act, directory, agents, yes: flags.yes };
  const result = await manageAgent(context, request, (planned) => context.terminal.out(agentPlanText(planned, style)));
  printAnswer(context, agentAnswer(result, args.act, style));
  return EXIT.fine;
}
