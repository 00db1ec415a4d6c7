import { EXIT } from "../../app/ports/exit.ts";
import type { Context } from "../../app/ports/ports.ts";
import { serveMcp } from "../../mcp/serve.ts";
import type { InputOf } from "../command.ts";
import type { mcpCommand } from "../commands/mcp.ts";

export async function runMcp(context: Context, { directory, flags }: InputOf<typeof mcpCommand>): Promise<number> {
  await serveMcp(context, directory, flags.portfolio);
  return EXIT.fine;
}
